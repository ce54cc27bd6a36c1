import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { exactTime } from '../../model/format.ts'
import type { Demo, EstateFile, FileOpening, FileProblem } from '../../queries/use-demo.ts'
import { Choice } from './Choice.tsx'
import { EstateFiles } from './EstateFiles.tsx'
import { OpenedReport, RefusedReport } from './OpenedReport.tsx'
import styles from './DemoPanel.module.css'

type Wanted = { is: 'estate'; name: string } | { is: 'file'; file: EstateFile }

type Step =
  | { is: 'choosing' }
  /** Another estate is chosen, and waits for its button. */
  | { is: 'chosen'; wanted: Wanted }
  /** There are changes that it would throw away. */
  | { is: 'asking'; wanted: Wanted }
  | { is: 'loading' }
  | { is: 'opened' }
  | { is: 'refused'; name: string; problems: FileProblem[] }
  | { is: 'failed'; why: string }

/** Another estate, a file and a reset all throw changes away: where there are some, all say so and ask once. */
export function EstateControls({ demo, onDone }: { demo: Demo; onDone: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const label = useId()
  const wanted = step.is === 'chosen' || step.is === 'asking' ? step.wanted : undefined
  const chosen = wanted?.is === 'estate' ? wanted.name : demo.estate
  const loading = step.is === 'loading'
  const foot = useRef<HTMLDivElement>(null)

  // The question and its answer stand below the fold of a low window.
  useEffect(() => {
    if (step.is !== 'choosing') foot.current?.scrollIntoView({ block: 'nearest' })
  }, [step.is])

  async function load(wanted: Wanted, changes: 'keep' | 'forget') {
    setStep({ is: 'loading' })
    try {
      if (wanted.is === 'file') {
        const answer = await demo.openFile(wanted.file, changes)
        setStep(stepAfter(answer, wanted))
        return
      }
      if (changes === 'keep' && (await demo.hasChanges())) {
        setStep({ is: 'asking', wanted })
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
                : { is: 'chosen', wanted: { is: 'estate', name: value } },
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
        onPicked={(file) => void load({ is: 'file', file }, 'keep')}
        onFailed={fail}
      />
      <div ref={foot} className={styles.foot}>
        {wanted ? (
          <Ask
            demo={demo}
            wanted={wanted}
            changed={step.is === 'asking'}
            onYes={() => void load(wanted, step.is === 'asking' ? 'forget' : 'keep')}
            onNo={() => setStep({ is: 'choosing' })}
          />
        ) : (
          <Button disabled={loading} onClick={() => void load({ is: 'estate', name: demo.estate }, 'keep')}>
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

function stepAfter(answer: FileOpening, wanted: Wanted & { is: 'file' }): Step {
  switch (answer.is) {
    case 'opened':
      return answer
    case 'changed':
      return { is: 'asking', wanted }
    case 'refused':
      return { ...answer, name: wanted.file.name }
    default:
      return answer satisfies never
  }
}

interface AskProps {
  demo: Demo
  wanted: Wanted
  /** Then it says what is lost. */
  changed: boolean
  onYes: () => void
  onNo: () => void
}

function Ask({ demo, wanted, changed, onYes, onNo }: AskProps) {
  const name = wanted.is === 'file' ? wanted.file.name : wanted.name
  const again = wanted.is === 'estate' && name === demo.estate
  return (
    <>
      {changed && (
        <p className={styles.ask} role="alert">
          {again
            ? `Everything that was created, changed or deleted in ${demo.estate} is thrown away; the estate begins again as it was ${demo.opened ? 'opened' : 'shipped'}.`
            : `Opening ${name} throws away everything that was created, changed or deleted in ${demo.estate}.`}
        </p>
      )}
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
