import { PhaseRun } from '../PhaseRun.tsx'

const ORDERED = { step: 'ordered' } as const

/** How the circuits are made. */
export function OrderedStep() {
  return (
    <PhaseRun
      runAt={ORDERED}
      reviewedAt="order"
      next="provider"
      words={{ kept: '', next: 'Next: hand the service keys to the provider.' }}
      meanwhile={() => null}
    />
  )
}
