import type { RunWords } from '../../../components/wizard/deploy/RunLead.tsx'
import type { PlanRun } from '../../../model/deployments/run.ts'

const KEPT = ': keys are in its memory only'

/** What comes after a run that connects: with no connection among what it made there is nothing to verify yet, and the providers are waited for. */
export function afterDeploy({ resources }: Pick<PlanRun, 'resources'>): {
  next: 'verify' | 'provider'
  words: RunWords
} {
  return resources.some(({ type }) => /\/(expressRouteC|c)onnections$/i.test(type))
    ? { next: 'verify', words: { kept: KEPT, next: 'Next: see whether both paths come up.' } }
    : {
        next: 'provider',
        words: {
          kept: KEPT,
          next: 'No circuit is connected yet. Next: see how far the providers are; peerings and connections come afterwards.',
        },
      }
}
