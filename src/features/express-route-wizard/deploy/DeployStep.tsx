import { PhaseRun } from '../PhaseRun.tsx'

const DEPLOYED = {}

/** How what connects the circuits is made. */
export function DeployStep() {
  return (
    <PhaseRun
      runAt={DEPLOYED}
      reviewedAt="review"
      next="verify"
      words={{ kept: ': keys are in its memory only', next: 'Next: see whether both paths come up.' }}
      meanwhile={() => null}
    />
  )
}
