import { STEPS, type Answers, type Keys } from './answers.ts'
import type { Looked, WizardCheck } from './checks/check.ts'
import { addressChecks } from './checks/addresses.ts'
import { connectionChecks } from './checks/connection.ts'
import { existingGatewayChecks } from './checks/existing-gateway.ts'
import { gatewayChecks } from './checks/gateway.ts'
import { keyChecks } from './checks/keys.ts'
import { nameChecks } from './checks/names.ts'
import { networkChecks } from './checks/network.ts'
import { overlapChecks } from './checks/overlap.ts'
import { quotaChecks } from './checks/quota.ts'
import { rightChecks } from './checks/rights.ts'
import { siteChecks } from './checks/sites.ts'
import { subnetChecks } from './checks/subnet.ts'
import { unreadChecks } from './checks/unread.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The families of VPN Gateway 3.9 and 2 that the wizard can meet. Not asked in it, and so not here: NAT rules (VAL-NAT-01, 02), a pool of
 * clients on a new gateway (the pool of an existing one is VAL-GW-15 in overlap.ts), custom BGP addresses of a connection (VAL-CON-08) and
 * changes of a connection that is there (VAL-CON-10).
 */
const FAMILIES: readonly ((looked: Looked) => WizardCheck[])[] = [
  rightChecks,
  existingGatewayChecks,
  networkChecks,
  subnetChecks,
  gatewayChecks,
  addressChecks,
  quotaChecks,
  nameChecks,
  siteChecks,
  overlapChecks,
  connectionChecks,
  keyChecks,
  unreadChecks,
]

/** What has to be known about the answers: in the order of the steps, on each what is wrong before what is advised. */
export function checksOf(answers: Answers, keys: Keys, around: Surroundings): WizardCheck[] {
  const looked = { answers, keys, around }
  const place = ({ step, is }: WizardCheck) => 2 * STEPS.indexOf(step) + (is === 'error' ? 0 : 1)
  return FAMILIES.flatMap((family) => family(looked)).toSorted((one, other) => place(one) - place(other))
}
