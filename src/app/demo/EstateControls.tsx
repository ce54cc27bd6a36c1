import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { exactTime } from '../../model/format.ts'
import type { Demo, EstateFile, FileProblem } from '../../queries/use-demo.ts'
import { Choice } from './Choice.tsx'
import { EstateFiles } from './EstateFiles.tsx'
import { OpenedReport, RefusedReport } from './OpenedReport.tsx'
import styles from './DemoPanel.module.css'

type Wanted = { is: 'estate'; name: string } | { is: 'file'; file: EstateFile }

type Step =
  | { is: 'choosing' }
  | { is: 'asking'; wanted: Wanted }
  | { is: 'loading' }
  | { is: 'opened' }
  | { is: 'refused'; name: string; problems: FileProblem[] }
  | { is: 'failed'; why: string }

/** Another estate, a file and a reset all throw changes away, so all say so and ask once. */
export function EstateControls({ demo, onDone }: { demo: Demo; onDone: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const label = useId()
  const asked = step.is === 'asking' ? step.wanted : undefined
  const chosen = asked?.is === 'estate' ? asked.name : demo.estate
  const loading = step.is === 'loading'
  const foot = useRef<HTMLDivElement>(null)

  // The question and its answer stand below the fold of a low window.
  useEffect(() => {
    if (step.is !== 'choosing') foot.current?.scrollIntoView({ block: 'nearest' })
  }, [step.is])

  async function load(wanted: Wanted) {
    setStep({ is: 'loading' })
    try {
      if (wanted.is === 'file') {
        const problems = await demo.openFile(wanted.file)
        setStep(
          problems.length === 0 ? { is: 'opened' } : { is: 'refused', name: wanted.file.name, problems },
        )
        return
      }
      await (wanted.name === demo.estate ? demo.reset() : demo.openEstate(wanted.name))
      onDone()
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown) {
    setStep({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
  }

  return (
    <>
      <div className={styles.group}>
        <div id={label} className={styles.legend}>
          Estate
        </div>
        <RadioGroup
          aria-labelledby={label}
          value={chosen}
          disabled={loading}
          onChange={(_, { value }) =>
            setStep(
              value === demo.estate
                ? { is: 'choosing' }
                : { is: 'asking', wanted: { is: 'estate', name: value } },
            )
          }
        >
          {demo.opened && (
            <Radio
              value={demo.estate}
              label={<Choice name={demo.estate} meaning={openedMeaning(demo.opened)} />}
            />
          )}
          {demo.estates.map(({ name, description }) => (
            <Radio key={name} value={name} label={<Choice name={name} meaning={description} />} />
          ))}
        </RadioGroup>
        {demo.opened && step.is !== 'refused' && <OpenedReport report={demo.opened.report} />}
      </div>
      <EstateFiles
        demo={demo}
        disabled={loading}
        onPicked={(file) => setStep({ is: 'asking', wanted: { is: 'file', file } })}
        onFailed={fail}
      />
      <div ref={foot} className={styles.foot}>
        {asked ? (
          <Ask
            demo={demo}
            wanted={asked}
            onYes={() => void load(asked)}
            onNo={() => setStep({ is: 'choosing' })}
          />
        ) : (
          <Button
            disabled={loading}
            onClick={() => setStep({ is: 'asking', wanted: { is: 'estate', name: demo.estate } })}
          >
            {loading ? 'Loading the estate' : `Reset ${demo.estate}`}
          </Button>
        )}
        {step.is === 'refused' && (
          <RefusedReport name={step.name} estate={demo.estate} problems={step.problems} />
        )}
        {step.is === 'failed' && (
          <p className={styles.problem} role="alert">
            <VerdictIcon verdict="down" />
            The estate could not be loaded: {step.why}
          </p>
        )}
      </div>
    </>
  )
}

interface AskProps {
  demo: Demo
  wanted: Wanted
  onYes: () => void
  onNo: () => void
}

function Ask({ demo, wanted, onYes, onNo }: AskProps) {
  const name = wanted.is === 'file' ? wanted.file.name : wanted.name
  const again = wanted.is === 'estate' && name === demo.estate
  return (
    <>
      <p className={styles.ask} role="alert">
        {again
          ? `Everything that was created, changed or deleted in ${demo.estate} is thrown away; the estate begins again as it was ${demo.opened ? 'opened' : 'shipped'}.`
          : `Opening ${name} throws away everything that was created, changed or deleted in ${demo.estate}.`}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onYes}>
          {again ? `Reset ${demo.estate}` : `Open ${name}`}
        </Button>
        <Button onClick={onNo}>Keep {demo.estate}</Button>
      </div>
    </>
  )
}

function openedMeaning({ readOnly, snapshot }: NonNullable<Demo['opened']>): string {
  if (snapshot)
    return `Snapshot of ${snapshot.scope}, taken ${exactTime(Date.parse(snapshot.takenAt))}, read-only`
  return readOnly ? 'Opened from a file, read-only' : 'Opened from a file'
}
