import { STEPS, type Answers, type Keys } from './answers.ts'
import type { Looked, WizardCheck } from './checks/check.ts'
import { circuitChecks } from './checks/circuits.ts'
import { connectionChecks } from './checks/connection.ts'
import { dualStackChecks } from './checks/dual-stack.ts'
import { gatewayChecks } from './checks/gateway.ts'
import { goalChecks } from './checks/goal.ts'
import { microsoftChecks } from './checks/microsoft.ts'
import { orderChecks, waitingChecks } from './checks/order.ts'
import { overlapChecks } from './checks/overlap.ts'
import { pairChecks } from './checks/pair.ts'
import { peeringChecks } from './checks/peering.ts'
import { unreadChecks } from './checks/unread.ts'
import type { Surroundings } from './surroundings.ts'

/** The families of ExpressRoute document 2.4: names from its table of findings (8) where one stands there. */
const FAMILIES: readonly ((looked: Looked) => WizardCheck[])[] = [
  goalChecks,
  circuitChecks,
  pairChecks,
  orderChecks,
  waitingChecks,
  peeringChecks,
  microsoftChecks,
  gatewayChecks,
  dualStackChecks,
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
