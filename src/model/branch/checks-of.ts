import { STEPS, type Answers, type Keys } from './answers.ts'
import type { Looked, WizardCheck } from './checks/check.ts'
import { connectionChecks } from './checks/connection.ts'
import { gatewayChecks } from './checks/gateway.ts'
import { goalChecks } from './checks/goal.ts'
import { hubChecks } from './checks/hub.ts'
import { networkChecks } from './checks/networks.ts'
import { overlapChecks } from './checks/overlap.ts'
import { siteChecks } from './checks/sites.ts'
import { unreadChecks } from './checks/unread.ts'
import type { Surroundings } from './surroundings.ts'

/** Names are those of Virtual WAN document 15.1 where one stands there. */
const FAMILIES: readonly ((looked: Looked) => WizardCheck[])[] = [
  goalChecks,
  hubChecks,
  networkChecks,
  gatewayChecks,
  siteChecks,
  overlapChecks,
  connectionChecks,
  unreadChecks,
]

/** What has to be known about the answers: in the order of the steps, on each what is wrong before what is advised. */
export function checksOf(answers: Answers, keys: Keys, around: Surroundings): WizardCheck[] {
  const looked = { answers, keys, around }
  const place = ({ step, is }: WizardCheck) => 2 * STEPS.indexOf(step) + (is === 'error' ? 0 : 1)
  return FAMILIES.flatMap((family) => family(looked)).toSorted((one, other) => place(one) - place(other))
}
