import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import type { RouteSet } from '../../../../model/circuit/resiliency.ts'
import { count } from '../../../../model/format.ts'
import { resourcePath } from '../../../../model/paths.ts'
import type { AskedQuestion } from '../../../../queries/use-gateway-questions.ts'
import styles from '../configure/Configure.module.css'

interface Confirmed {
  quiet: boolean
  reviewed: boolean
}

interface StartFieldsProps {
  gatewayId: string
  locations: readonly string[]
  location: string
  sets: AskedQuestion<RouteSet[]>
  confirmed: Confirmed
  onLocation: (location: string) => void
  onConfirm: (change: Partial<Confirmed>) => void
}

/** Which location is taken away, what is lost with it, and the two confirmations. */
export function StartFields({
  gatewayId,
  locations,
  location,
  sets,
  confirmed,
  onLocation,
  onConfirm,
}: StartFieldsProps) {
  return (
    <div className={styles.fields}>
      <Field label="Location to take away">
        <RadioGroup value={location} onChange={(_, { value }) => onLocation(value)}>
          {locations.map((one) => (
            <Radio key={one} value={one} label={one} />
          ))}
        </RadioGroup>
      </Field>
      <section aria-label={`Networks from ${location} alone`}>
        <p>
          {alone(sets, location)} <Link to={resourcePath(gatewayId, 'resiliency')}>Networks by location</Link>
        </p>
      </section>
      <Checkbox
        label="No circuit is under maintenance, at Microsoft or at a provider"
        checked={confirmed.quiet}
        onChange={(_, { checked }) => onConfirm({ quiet: checked === true })}
      />
      <Checkbox
        label={`I have looked which networks come from ${location} alone`}
        checked={confirmed.reviewed}
        onChange={(_, { checked }) => onConfirm({ reviewed: checked === true })}
      />
    </div>
  )
}

/** The networks that are lost with a location, as Azure tells them. */
function alone({ answer, running, error }: AskedQuestion<RouteSet[]>, location: string): string {
  if (answer === undefined)
    return running
      ? `Which networks come from ${location} alone is being read.`
      : `Which networks come from ${location} alone was not read${error ? `: ${error.message}` : '.'}`
  const lost = answer
    .filter(({ locations }) => locations.length === 1 && locations[0] === location)
    .flatMap(({ networks }) => networks)
  return lost.length === 0
    ? `Azure tells of no network that comes from ${location} alone.`
    : `${count(lost.length, 'network')} from ${location} alone ${lost.length === 1 ? 'is' : 'are'} lost while the test runs: ${lost.join(', ')}.`
}
