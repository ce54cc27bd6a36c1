import { PhaseReview } from '../PhaseReview.tsx'

const ORDERED = { step: 'ordered' } as const

/** The circuits alone, as a document for a colleague, and the consent to what they cost from then on. */
export function OrderStep() {
  return <PhaseReview phase="order" step="order" runAt={ORDERED} />
}
