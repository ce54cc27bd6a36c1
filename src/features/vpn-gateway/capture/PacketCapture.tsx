import { Button } from '@fluentui/react-components'
import { useTimeText } from '../../../components/now.ts'
import { CAPTURE_SECONDS, type Captured, captureState } from '../../../model/edits/packet-capture.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { duration } from '../../../model/format.ts'
import { useEdits, useWriteOf } from '../../../queries/use-edits.ts'
import { isUnderWay } from '../../../queries/write-queue.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteTold } from '../WriteReview.tsx'
import { StartCapture } from './StartCapture.tsx'
import { StopCapture } from './StopCapture.tsx'

/** A packet capture on a connection or a gateway: start it, wait, stop it into a storage container. */
export function PacketCapture({ resource }: { resource: Captured }) {
  const { queue } = useEdits()
  const write = useWriteOf(resource.id, 'capture')
  const told = captureState(resource)
  const startedHere =
    isOf(write, 'startPacketCapture') && write.state.is === 'done' ? write.state.at : undefined
  const busy = write !== undefined && (isUnderWay(write.state) || write.state.is === 'waiting')
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="capture">
        <h2 className={parts.heading} id="capture">
          Packet capture
        </h2>
        <p className={parts.text}>
          Azure records the packets of{' '}
          {resource.kind === 'connection' ? 'this connection' : 'all connections of this gateway'} and, when
          the capture is stopped, writes them as PCAP files into a storage container. Let it run for at least{' '}
          {CAPTURE_SECONDS} s, while what you look for happens.
        </p>
        {startedHere !== undefined && <Running since={startedHere} />}
        {startedHere === undefined && (
          <p className={parts.note}>
            {told === undefined
              ? 'Azure does not tell whether a capture runs. One that somebody else started can be stopped below.'
              : `As Azure says it, packetCaptureDiagnosticState: ${told}.`}
          </p>
        )}
        <div role="status">
          {write && (
            <WriteTold write={write} done={<Done write={write} onDismiss={() => queue.drop(write.key)} />} />
          )}
          {isNothingFound(write) && (
            <p className={parts.text}>
              Azure answers so when no capture was running, and when none of the packets fitted the filter.
              Look into the container all the same: it may hold a file.
            </p>
          )}
        </div>
      </section>
      {startedHere === undefined && <StartCapture resource={resource} disabled={busy} />}
      <StopCapture resource={resource} disabled={busy} expected={startedHere !== undefined} />
    </div>
  )
}

function isOf(write: QueuedWrite | undefined, segment: string): write is QueuedWrite {
  return write?.write.is === 'action' && write.write.segment === segment
}

function isNothingFound(write: QueuedWrite | undefined): boolean {
  return write?.state.is === 'refused' && /^NoPacketCaptureResponseDataFound$/i.test(write.state.error.code)
}

function Running({ since }: { since: number }) {
  const elapsed = useTimeText((now) => duration(now - since))
  const left = useTimeText((now) => {
    const rest = since + CAPTURE_SECONDS * 1000 - now
    return rest > 0
      ? `Wait for another ${duration(rest)}, then stop it.`
      : 'It has run long enough: stop it when you have seen the fault.'
  })
  return (
    <p className={parts.text}>
      <strong>A capture started here has been running for {elapsed}.</strong> {left}
    </p>
  )
}

function Done({ write, onDismiss }: { write: QueuedWrite; onDismiss: () => void }) {
  if (isOf(write, 'startPacketCapture')) return null
  return (
    <>
      <span>The capture was stopped. Its files are in the container of the SAS URL.</span>{' '}
      <Button size="small" appearance="subtle" onClick={onDismiss}>
        Dismiss
      </Button>
    </>
  )
}
