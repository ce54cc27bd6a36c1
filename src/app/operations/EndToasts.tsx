import { Button, useThemeClassName } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Operation } from '../../model/operations/operation.ts'
import { endSentence, stateVerdict } from '../../model/operations/words.ts'
import { resourcePath } from '../../model/paths.ts'
import { runPath } from '../../model/deployments/run.ts'
import { readAfterEnd } from '../../queries/read-after-end.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useEdits } from '../../queries/use-edits.ts'
import { notifyUnseen } from '../../queries/use-notify.ts'
import { useWarnBeforeLeaving } from '../../queries/use-warn-before-leaving.ts'
import { watchEnds } from '../../queries/watch-ends.ts'
import styles from './EndToasts.module.css'

/** Long enough to be read twice. */
const SHOWN_FOR = 12_000
const MOST = 3

/** Says that an operation has ended that was started in this tab, or followed by it in place of one that is gone; the system says so too where somebody wants it. */
export function EndToasts() {
  const { ledger, queue, runs } = useEdits()
  const azure = useAzure()
  const client = useQueryClient()
  useWarnBeforeLeaving()
  // Fluent's variables are set by the provider's class, and the body is outside of it.
  const theme = useThemeClassName()
  const [shown, setShown] = useState<readonly Operation[]>([])

  // Operations end by themselves, while nothing here is drawn.
  useEffect(() => {
    // Sent here, or taken over from a tab that is gone.
    const isToldHere = ({ key, by }: Operation) => {
      if (by === 'deployment') return runs.isOwn(key)
      return (
        by === 'browser' && (queue.getSnapshot().some((sent) => sent.key === key) || ledger.hasSeenEnd(key))
      )
    }
    const tell = (operation: Operation) => {
      if (!isToldHere(operation)) {
        void readAfterEnd(azure, client, operation)
        return
      }
      notifyUnseen(endSentence(operation), operation.key)
      setShown((before) => [...before.filter((one) => one.key !== operation.key), operation].slice(-MOST))
      setTimeout(() => close(operation), SHOWN_FOR)
    }
    const stops = [watchEnds(ledger, tell), watchEnds(runs, tell)]
    return () => stops.forEach((stop) => stop())
  }, [ledger, queue, runs, azure, client])
  function close({ key }: Operation) {
    setShown((before) => before.filter((one) => one.key !== key))
  }

  return createPortal(
    <div className={`${theme} ${styles.toasts}`} role="status" aria-live="polite">
      {shown.map((operation) => (
        <div key={operation.key} className={styles.toast}>
          <VerdictIcon verdict={stateVerdict(operation.state)} />
          <span className={styles.text}>
            <bdi>{endSentence(operation)}</bdi>.{' '}
            {!isGone(operation) && (
              <Link className={styles.link} to={pathOf(operation)} onClick={() => close(operation)}>
                {operation.state.is === 'succeeded' ? 'Open it' : 'See why'}
              </Link>
            )}
          </span>
          <Button
            appearance="subtle"
            size="small"
            icon={<DismissRegular />}
            aria-label="Dismiss"
            onClick={() => close(operation)}
          />
        </div>
      ))}
    </div>,
    document.body,
  )
}

function pathOf(operation: Operation): string {
  if (operation.by === 'deployment') return runPath(operation)
  return operation.state.is === 'succeeded' ? resourcePath(operation.id) : '/operations'
}

/** Nothing is left of it to be opened. */
function isGone(operation: Operation): boolean {
  return operation.by === 'browser' && operation.write.is === 'removal' && operation.state.is === 'succeeded'
}
