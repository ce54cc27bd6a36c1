import { PhaseReview } from '../PhaseReview.tsx'

const DEPLOYED = {}

/** What connects the circuits, as far as it is possible now. */
export function ReviewStep() {
  return <PhaseReview phase="connect" step="review" runAt={DEPLOYED} />
}
