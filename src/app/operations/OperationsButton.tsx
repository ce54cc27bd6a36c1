import { HistoryRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { isRunning } from '../../model/operations/operation.ts'
import { useOperations } from '../../queries/use-operations.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import bar from '../shell/TopBar.module.css'
import { EndToasts } from './EndToasts.tsx'
import { NotedOperations } from './NotedOperations.tsx'
import { OperationsPanel } from './OperationsPanel.tsx'
import { runningCount } from './running.ts'

/** How many operations run, turning only while there are some; opens what runs and what ended last. */
export function OperationsButton() {
  const operations = useOperations()
  const running = operations.filter(isRunning).length
  const [anchor, setAnchor] = useState<HTMLElement>()
  // With a panel the component library begins to look through all that the page draws, and does so for each row of a list: none
  // before it is asked for.
  const [wasOpened, setWasOpened] = useState(false)
  if (anchor && !wasOpened) setWasOpened(true)

  // The navigation is drawn before anything knows of operations, and shows the number from then on.
  useEffect(() => runningCount.set(running), [running])

  return (
    <>
      <button
        type="button"
        className={running > 0 ? bar.progress : bar.tool}
        aria-label={running > 0 ? `Operations, ${running} running` : 'Operations'}
        title={running > 0 ? undefined : 'Operations'}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(anchor ? undefined : event.currentTarget)}
      >
        {running > 0 ? (
          <>
            <VerdictIcon verdict="inProgress" />
            <span aria-hidden>
              {running} <span className={bar.progressWord}>running</span>
            </span>
          </>
        ) : (
          <span className={bar.icon} aria-hidden>
            <HistoryRegular />
          </span>
        )}
      </button>
      {wasOpened && (
        <FloatingPanel
          anchor={anchor}
          label="Running and finished operations"
          onClose={() => setAnchor(undefined)}
        >
          <OperationsPanel operations={operations} onFollow={() => setAnchor(undefined)} />
        </FloatingPanel>
      )}
      <EndToasts />
      <NotedOperations />
    </>
  )
}
