import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import {
  type Captured,
  type CaptureFilter,
  filterData,
  filterProblems,
  NO_FILTER,
  startCapture,
} from '../../../model/edits/packet-capture.ts'
import { azCapture } from '../../../model/export/az-vpn.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { focusWrong, UNDER_WAY } from '../focus-wrong.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteReview } from '../WriteReview.tsx'

const PROTOCOLS = ['', 'TCP', 'UDP', 'ICMP'] as const

/** What to record, all of it by default. */
export function StartCapture({ resource, disabled }: { resource: Captured; disabled: boolean }) {
  const { queue } = useEdits()
  const [filter, setFilter] = useState<CaptureFilter>(NO_FILTER)
  const part = useRef<HTMLElement>(null)
  const problems = filterProblems(filter)
  const good = Object.keys(problems).length === 0
  const data = good ? filterData(filter) : undefined
  const change = (part: Partial<CaptureFilter>) => setFilter({ ...filter, ...part })

  const text = (
    label: string,
    name: 'sources' | 'destinations' | 'sourcePorts' | 'destinationPorts',
    hint: string,
  ) => (
    <Field
      label={label}
      hint={hint}
      validationMessage={problems[name]}
      validationState={problems[name] === undefined ? 'none' : 'error'}
    >
      <Input
        value={filter[name]}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => change({ [name]: value })}
      />
    </Field>
  )

  return (
    <section ref={part} className={styles.section} aria-labelledby="start-capture">
      <h2 className={parts.heading} id="start-capture">
        Start a capture
      </h2>
      <details className={`${parts.details} ${parts.wide}`}>
        <summary>Filter: {data === undefined && good ? 'none, everything is recorded' : 'see below'}</summary>
        <div className={styles.section}>
          <div className={styles.row} role="group" aria-label="Packets">
            <Checkbox
              label="IKE"
              checked={filter.ike}
              aria-invalid={problems.flags !== undefined || undefined}
              onChange={(_, { checked }) => change({ ike: checked === true })}
            />
            <Checkbox
              label="ESP"
              checked={filter.esp}
              onChange={(_, { checked }) => change({ esp: checked === true })}
            />
            <Checkbox
              label="One direction of a flow only"
              checked={filter.oneDirection}
              onChange={(_, { checked }) => change({ oneDirection: checked === true })}
            />
          </div>
          {problems.flags !== undefined && <p role="alert">{problems.flags}</p>}
          <div className={styles.grid}>
            {text('Source prefixes', 'sources', 'Empty: every address')}
            {text('Destination prefixes', 'destinations', 'Empty: every address')}
            {text('Source ports', 'sourcePorts', 'Empty: every port')}
            {text('Destination ports', 'destinationPorts', 'Empty: every port')}
            <Field label="Protocol">
              <Select
                value={filter.protocol}
                onChange={(_, { value }) =>
                  change({ protocol: PROTOCOLS.find((one) => one === value) ?? '' })
                }
              >
                {PROTOCOLS.map((one) => (
                  <option key={one} value={one}>
                    {one === '' ? 'Every protocol' : one}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        </div>
      </details>
      <WriteReview
        write={startCapture(resource, data)}
        resource={resource}
        az={azCapture(resource.id, 'start', data)}
        label="Start the capture"
        instead={disabled ? UNDER_WAY : undefined}
        onSend={() => {
          if (good) queue.add(startCapture(resource, data))
          else focusWrong(part.current)
        }}
      />
    </section>
  )
}
