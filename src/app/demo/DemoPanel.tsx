import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import styles from './DemoPanel.module.css'
import { FaultControls } from './FaultControls.tsx'

interface DemoPanelProps {
  anchor: HTMLElement | undefined
  onClose: () => void
}

/** The demo's own controls: which estate, how fast, and back to how it began. */
export function DemoPanel({ anchor, onClose }: DemoPanelProps) {
  const demo = useDemo()
  if (!demo) return null
  return (
    <FloatingPanel anchor={anchor} label="Demo controls" onClose={onClose}>
      <h2 className={styles.title}>Demo controls</h2>
      <p className={styles.note}>
        An emulator of Azure Resource Manager runs in this page and answers every request.{' '}
        {demo.persisted
          ? 'What you change is kept in this browser, also after a reload.'
          : 'This browser does not let it store anything: what you change lasts until the page is closed or reloaded.'}
      </p>
      <Speed demo={demo} />
      <Estates demo={demo} onDone={onClose} />
      <FaultControls demo={demo} />
    </FloatingPanel>
  )
}

const SPEEDS: readonly { speed: Demo['speed']; label: string; meaning: string }[] = [
  { speed: 'realistic', label: 'Realistic', meaning: 'As recorded from Azure: a gateway takes 40 minutes' },
  { speed: 'fast', label: 'Fast', meaning: 'The same gateway takes about 20 seconds' },
  { speed: 'instant', label: 'Instant', meaning: 'Every operation is done at once' },
]

function Speed({ demo }: { demo: Demo }) {
  const label = useId()
  const [why, setWhy] = useState<string>()

  async function change(speed: Demo['speed']) {
    setWhy(undefined)
    try {
      await demo.setSpeed(speed)
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <div className={styles.group}>
      <div id={label} className={styles.legend}>
        Speed of operations
      </div>
      <RadioGroup
        aria-labelledby={label}
        value={demo.speed}
        onChange={(_, { value }) => {
          const chosen = SPEEDS.find(({ speed }) => speed === value)
          if (chosen) void change(chosen.speed)
        }}
      >
        {SPEEDS.map(({ speed, label: name, meaning }) => (
          <Radio key={speed} value={speed} label={<Choice name={name} meaning={meaning} />} />
        ))}
      </RadioGroup>
      {why !== undefined && (
        <p className={styles.problem} role="alert">
          <VerdictIcon verdict="down" />
          The speed could not be changed: {why}
        </p>
      )}
    </div>
  )
}

type Step =
  { is: 'choosing' } | { is: 'asking'; estate: string } | { is: 'loading' } | { is: 'failed'; why: string }

/** Another estate and a reset both throw changes away, so both say so and ask once. */
function Estates({ demo, onDone }: { demo: Demo; onDone: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const label = useId()
  const chosen = step.is === 'asking' ? step.estate : demo.estate

  async function load(estate: string) {
    setStep({ is: 'loading' })
    try {
      await (estate === demo.estate ? demo.reset() : demo.openEstate(estate))
      onDone()
    } catch (error) {
      setStep({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
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
          disabled={step.is === 'loading'}
          onChange={(_, { value }) =>
            setStep(value === demo.estate ? { is: 'choosing' } : { is: 'asking', estate: value })
          }
        >
          {demo.estates.map(({ name, description }) => (
            <Radio key={name} value={name} label={<Choice name={name} meaning={description} />} />
          ))}
        </RadioGroup>
      </div>
      <div className={styles.foot}>
        {step.is === 'asking' ? (
          <>
            <p className={styles.ask} role="alert">
              {step.estate === demo.estate
                ? `Everything that was created, changed or deleted in ${demo.estate} is thrown away; the estate begins again as it was shipped.`
                : `Opening ${step.estate} throws away everything that was created, changed or deleted in ${demo.estate}.`}
            </p>
            <div className={styles.actions}>
              <Button appearance="primary" onClick={() => void load(step.estate)}>
                {step.estate === demo.estate ? `Reset ${demo.estate}` : `Open ${step.estate}`}
              </Button>
              <Button onClick={() => setStep({ is: 'choosing' })}>Keep {demo.estate}</Button>
            </div>
          </>
        ) : (
          <Button
            disabled={step.is === 'loading'}
            onClick={() => setStep({ is: 'asking', estate: demo.estate })}
          >
            {step.is === 'loading' ? 'Loading the estate' : `Reset ${demo.estate}`}
          </Button>
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

function Choice({ name, meaning }: { name: string; meaning: string }) {
  return (
    <>
      {name}
      <div className={styles.choice}>{meaning}</div>
    </>
  )
}
