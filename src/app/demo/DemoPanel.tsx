import { Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import { ReadOnlySwitch } from '../read-only/ReadOnlySwitch.tsx'
import { Choice } from './Choice.tsx'
import { EstateControls } from './EstateControls.tsx'
import styles from './DemoPanel.module.css'
import { FaultControls } from './FaultControls.tsx'
import { Fold } from './Fold.tsx'

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
      <Fold name="Speed of operations" state={SPEEDS.find(({ speed }) => speed === demo.speed)?.label ?? ''}>
        <Speed demo={demo} />
      </Fold>
      <Fold
        name="Faults"
        state={demo.faults.length === 0 ? 'none on' : `${demo.faults.length} on`}
        open={demo.faults.length > 0}
      >
        <FaultControls demo={demo} />
      </Fold>
      <EstateControls demo={demo} onDone={onClose} />
      <div className={styles.faults}>
        <ReadOnlySwitch />
      </div>
    </FloatingPanel>
  )
}

const SPEEDS: readonly { speed: Demo['speed']; label: string; meaning: string }[] = [
  { speed: 'realistic', label: 'Realistic', meaning: 'As recorded from Azure: a gateway takes 40 minutes' },
  { speed: 'fast', label: 'Fast', meaning: 'The same gateway takes about 20 seconds' },
  { speed: 'instant', label: 'Instant', meaning: 'Every operation is done at once' },
]

function Speed({ demo }: { demo: Demo }) {
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
      <RadioGroup
        aria-label="Speed of operations"
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
