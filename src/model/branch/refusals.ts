import { azureRefusals } from '../wizard/azure-refusals.ts'
import { byPlan, byRules, EXPLAINED, refusalIn, type Refused as RefusedIn } from '../wizard/refused.ts'
import type { Step } from './answers.ts'

type Refused = RefusedIn<Step>

const LATER = 'then continue with what is left.'

/** Refusals of Virtual WAN document 14 that a branch can meet, and of single rules. */
const HUB_REFUSALS: readonly Refused[] = [
  {
    code: 'AnotherOperationInProgress',
    prevented: byPlan('Whatever is written into a hub comes one after another, after its gateway.'),
    what: 'Azure took no change of the hub now.',
    why: 'Its router is still being made, or something else is being written into it.',
    todo: `Wait until the hub’s routing state is Provisioned and nothing else is under way, ${LATER}`,
    at: { step: 'hub', field: 'hub.existing' },
  },
  {
    code: 'InvalidConnectedSiteId',
    prevented: byRules('unread-site', 'site-links', 'site'),
    what: 'A branch was not connected.',
    why: 'Its VPN site is gone, or has links that the connection does not name.',
    todo: `Read the estate anew, ${LATER}`,
    at: { step: 'sites', field: 'sites' },
  },
  {
    code: 'InvalidVirtualHubAddressPrefix',
    prevented: byRules('hub-prefix', 'VW-004', 'VW-005'),
    what: 'The hub was not created.',
    why: 'Azure does not take its address space: it is too small, or overlaps another hub.',
    todo: 'Choose another address space for the hub.',
    at: { step: 'hub', field: 'hub.prefix' },
  },
  {
    code: 'VirtualHubAlreadyHasGateway',
    prevented: byPlan('A hub that has a VPN gateway keeps it: the plan makes none.'),
    what: 'The VPN gateway was not created.',
    why: 'The hub has one already, which was made meanwhile.',
    todo: `Read the estate anew: the plan then uses that one, ${LATER}`,
    at: { step: 'gateway' },
  },
  {
    code: 'VnetAddressSpaceOverlapsWithAlreadyPeeredVnet',
    prevented: EXPLAINED,
    what: 'A virtual network was not connected to the hub.',
    why: 'Its address space overlaps the hub, or a network that it is peered with.',
    todo: 'Leave it out, or give it another address space.',
    at: { step: 'hub', field: 'hub.networks' },
  },
  {
    code: 'RemoteVnetAlreadyConnectedToHub',
    // The rule that sees it advises against it: whether Azure refuses each second hub is not verified.
    prevented: EXPLAINED,
    what: 'A virtual network was not connected to the hub.',
    why: 'It is connected to another hub already, and Azure took no second one.',
    todo: 'Leave it out.',
    at: { step: 'hub', field: 'hub.networks' },
  },
  {
    code: 'ReservedAsnNotAllowed',
    prevented: byRules('asn'),
    what: 'A VPN site was not created.',
    why: 'The AS number of one of its links is reserved.',
    todo: 'Give the device another AS number.',
    at: { step: 'sites', field: 'sites' },
  },
  {
    code: 'InvalidAddressPrefixFormat',
    prevented: byRules('prefix', 'hub-prefix'),
    what: 'A resource was not created.',
    why: 'Azure does not read one of its prefixes.',
    todo: 'Write it like 10.1.0.0/16.',
    at: { step: 'sites', field: 'sites' },
  },
  {
    code: 'InvalidIpsecPolicy',
    prevented: byRules('policy'),
    what: 'A branch was not connected.',
    why: 'Azure does not take the IPsec policy as it is.',
    todo: 'Change the policy, or use Azure’s defaults.',
    at: { step: 'connection', field: 'connection.policy' },
  },
  {
    code: 'InvalidResourceName',
    prevented: byRules('name', 'link-name'),
    what: 'A resource was not created.',
    why: 'Azure does not take its name.',
    todo: 'Give it another one.',
  },
  {
    says: /vpn gateway deployment operation failed due to an intermittent error/i,
    prevented: EXPLAINED,
    what: 'The VPN gateway was not created.',
    why: 'Azure failed while it worked on it, and says that this passes.',
    todo: 'Continue with what is left.',
  },
]

/** Those of Virtual WAN first: of AnotherOperationInProgress a hub has more to say. */
export const REFUSALS: readonly Refused[] = [
  ...HUB_REFUSALS,
  ...azureRefusals<Step>({
    group: { step: 'goal', field: 'goal.group' },
    subscription: { step: 'goal', field: 'goal.subscriptionId' },
    address: { step: 'gateway', field: 'gateway.name' },
    changing: ['still-running', 'gateway-busy', 'wan-busy'],
    referredChanging: ['still-running', 'hub-routing'],
    chosen: 'the hub or site',
  }),
]

/** What a refusal of something in the plan means and where it is mended. @param code of the innermost error, in any casing */
export function refusalRemedy(code: string, message = ''): Refused | undefined {
  return refusalIn(REFUSALS, code, message)
}
