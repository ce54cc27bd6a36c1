import type { HandOffMore } from '../circuit/hand-off.ts'
import type { CircuitAnswers } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import { linksMeant } from './peering-taken.ts'

/** What of the peerings that are to be made the provider can be told. */
export function peeringsMeant(
  circuit: CircuitAnswers,
  index: number,
  checks: readonly Pick<WizardCheck, 'is' | 'field'>[],
): HandOffMore {
  const { wanted, vlan } = circuit.microsoft
  const isWrong = checks.some(
    ({ is, field }) => is === 'error' && field === `circuits.${index}.microsoft.vlan`,
  )
  return {
    ...peeringMeant(circuit, index, checks),
    ...(wanted && { microsoftVlan: isWrong ? '' : vlan }),
  }
}

/** What of a private peering that is to be made the provider can be told: what has no error. Nothing where the provider makes it. */
export function peeringMeant(
  { peering }: CircuitAnswers,
  index: number,
  checks: readonly Pick<WizardCheck, 'is' | 'field'>[],
): HandOffMore {
  if (peering.by === 'provider') return {}
  const isGood = (...members: string[]) =>
    !checks.some(
      ({ is, field }) =>
        is === 'error' && members.some((member) => field === `circuits.${index}.peering.${member}`),
    )
  return {
    vlan: isGood('vlan') ? peering.vlan : undefined,
    asn: isGood('asn') ? peering.asn : undefined,
    links: isGood('primary', 'secondary', 'primary6', 'secondary6') ? linksMeant(peering) : undefined,
  }
}
