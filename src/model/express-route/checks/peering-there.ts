import type { Peering } from '../../edits/peering.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { advice, error, type At, type WizardCheck } from './check.ts'

/** What is to be said of a peering that is there, which is never written here. @param what `the private peering of erc-amsterdam` */
export function peeringThereChecks(
  { state, provisioningState }: Peering,
  what: string,
  at: At,
): WizardCheck[] {
  const [reason] = provisioningReasons(provisioningState)
  if (reason?.verdict === 'inProgress')
    return [
      error('still-running', at, `Azure is still working on ${what}. Wait until that has ended, then go on.`),
    ]
  if (state?.toLowerCase() === 'disabled')
    return [
      advice(
        'peering-off',
        at,
        `${what.charAt(0).toUpperCase()}${what.slice(1)} is switched off, so nothing is reached over it. Switch it on at the circuit.`,
      ),
    ]
  return reason?.verdict === 'attention'
    ? [
        advice(
          'peering-failed',
          at,
          `The last change of ${what} failed: ${reason.text}. It is not written again here: change it at the circuit, which keeps what else it has.`,
        ),
      ]
    : []
}
