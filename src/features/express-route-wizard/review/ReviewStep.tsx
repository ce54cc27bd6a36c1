import { PhaseReview } from '../PhaseReview.tsx'
import { Later } from './Later.tsx'

const DEPLOYED = {}

/** What connects the circuits, as far as it is possible now, and what has to wait. */
export function ReviewStep() {
  return (
    <PhaseReview phase="connect" runAt={DEPLOYED}>
      <Later />
    </PhaseReview>
  )
}
