import { byPlan, byRules, EXPLAINED, type Refused } from '../wizard/refused.ts'
import type { Step } from './answers.ts'

/**
 * Refusals of circuits and their peerings: ExpressRoute document 9, rows 5 to 10, 12, 16, 18, 20 and 21. Codes of rows 5, 13, 15 and 20 are unverified, and that of a
 * wrong key is assumed (document 5).
 */
export const CIRCUIT_REFUSALS: readonly Refused<Step>[] = [
  {
    code: 'ExpressRouteCircuitServiceProviderDoesNotExist',
    prevented: byRules('provider'),
    what: 'The circuit was not created.',
    why: 'The subscription is offered no provider of this name.',
    todo: 'Choose one from the list.',
    at: { step: 'circuits', field: 'circuits.0.provider' },
  },
  {
    code: 'InvalidExpressRouteCircuit',
    prevented: byRules('bandwidth', 'local-unlimited', 'port-full'),
    what: 'The circuit was not created.',
    why: 'Its tier, its billing, its bandwidth or its port do not go together.',
    todo: 'Change what Azure names, then continue with what is left.',
    at: { step: 'circuits', field: 'circuits' },
  },
  // The first was recorded of connections; the second is told of peerings alone (row 5).
  ...['ServiceProviderNotProvisioned', 'CircuitNotProvisionedByProvider'].map((code): Refused<Step> => ({
    code,
    prevented: byPlan('A peering and a connection wait until the provider state is Provisioned.'),
    what: 'The provider has not provisioned the circuit.',
    why: 'A circuit takes peerings and connections once its provider has done its part.',
    todo: 'Wait until the provider state is Provisioned, then continue with what is left.',
    at: { step: 'provider' },
  })),
  {
    code: 'InvalidExpressRouteCircuitPeering',
    prevented: byRules('ER-036', 'peering-asn', 'peering-vlan'),
    what: 'The private peering was not created.',
    why: 'Its AS number, its VLAN ID or its subnets cannot be used.',
    todo: 'Change what Azure names, then continue with what is left.',
    at: { step: 'peering', field: 'circuits.0.peering' },
  },
  {
    code: 'InvalidSkuTypeForMicrosoftPeering',
    prevented: byRules('microsoft-sku'),
    what: 'The Microsoft peering was not created.',
    why: 'It needs a circuit of tier Premium.',
    todo: 'Make the circuit Premium, delete what is left of the peering on its page, then create it again.',
    at: { step: 'microsoft', field: 'circuits.0.microsoft' },
  },
  {
    says: /VLAN.*(in use|already used)/i,
    prevented: byRules('peering-vlan', 'vlan-of-port'),
    what: 'The private peering was not created.',
    why: 'Another peering of the circuit, or of its port, has the VLAN ID already.',
    todo: 'Choose another VLAN ID. Azure has also accepted one without making the peering: see whether it is there.',
    at: { step: 'peering', field: 'circuits.0.peering.vlan' },
  },
  {
    says: /(address prefix|peering).*(overlap|already in use by)/i,
    prevented: byRules('ER-036'),
    what: 'The private peering was not created.',
    why: 'Another peering has one of its subnets already.',
    todo: 'Choose subnets that are free.',
    at: { step: 'peering', field: 'circuits.0.peering.primary' },
  },
  {
    says: /bandwidth.*(mismatch|cannot be (lowered|decreased)|not available)/i,
    prevented: EXPLAINED,
    what: 'The circuit was not made with this bandwidth.',
    why: 'It was raised elsewhere, which cannot be taken back, or the location has no room for more.',
    todo: 'Choose the bandwidth that it has, another location, or a new circuit.',
    at: { step: 'circuits', field: 'circuits.0.bandwidth' },
  },
  {
    code: 'CircuitCannotBeDeleted',
    prevented: byPlan('The wizard deletes no circuit that its provider has ready.'),
    what: 'The circuit was not deleted.',
    why: 'Its provider has it provisioned, and it is billed until it is gone.',
    todo: 'Ask the provider to deprovision it, then delete it.',
  },
  {
    says: /classic.*circuit|circuit.*classic/i,
    prevented: EXPLAINED,
    what: 'The circuit was not connected.',
    why: 'It is of the classic model.',
    todo: 'Order a circuit of the present model.',
    at: { step: 'circuits' },
  },
  {
    code: 'InvalidAuthorizationKey',
    prevented: EXPLAINED,
    what: 'The circuit was not connected.',
    why: 'Its owner has no authorization with this key, or another connection uses it.',
    todo: 'Ask the owner of the circuit for a new authorization, and enter its key.',
    at: { step: 'connection', field: 'circuits.0.authorizationKey' },
  },
]
