import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Operation } from '../../model/operations/operation.ts'
import { endSentence, stateVerdict } from '../../model/operations/words.ts'
import { resourcePath } from '../../model/paths.ts'
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
  const { ledger, queue } = useEdits()
  const azure = useAzure()
  const client = useQueryClient()
  useWarnBeforeLeaving()
  const [shown, setShown] = useState<readonly Operation[]>([])

  // Operations end by themselves, while nothing here is drawn.
  useEffect(
    () =>
      watchEnds(ledger, (operation) => {
        const { key, by } = operation
        // Sent here, or taken over from a tab that is gone.
        const isToldHere =
          by === 'browser' && (queue.getSnapshot().some((sent) => sent.key === key) || ledger.hasSeenEnd(key))
        if (!isToldHere) {
          void readAfterEnd(azure, client, operation)
          return
        }
        notifyUnseen(endSentence(operation), key)
        setShown((before) => [...before.filter((one) => one.key !== key), operation].slice(-MOST))
        setTimeout(() => close(operation), SHOWN_FOR)
      }),
    [ledger, queue, azure, client],
  )
  function close({ key }: Operation) {
    setShown((before) => before.filter((one) => one.key !== key))
  }

  return createPortal(
    <div className={styles.toasts} role="status" aria-live="polite">
      {shown.map((operation) => (
        <div key={operation.key} className={styles.toast}>
          <VerdictIcon verdict={stateVerdict(operation.state)} />
          <span className={styles.text}>
            <bdi>{endSentence(operation)}</bdi>.{' '}
            <Link
              className={styles.link}
              to={operation.state.is === 'succeeded' ? resourcePath(operation.id) : '/operations'}
              onClick={() => close(operation)}
            >
              {operation.state.is === 'succeeded' ? 'Open it' : 'See why'}
            </Link>
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
