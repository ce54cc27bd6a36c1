import type { Captured } from '../../../model/edits/packet-capture.ts'
import { PacketCapture } from './PacketCapture.tsx'

/** As a tab of a connection or a gateway. */
export default function CaptureTab({ resource }: { resource: Captured }) {
  return <PacketCapture key={resource.id} resource={resource} />
}
