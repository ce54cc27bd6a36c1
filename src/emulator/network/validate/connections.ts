import type { Answer } from '../../arm/answer.ts'
import { idAt, numberAt, textAt } from '../../wire/read.ts'
import { find } from '../find.ts'
import type { Draft } from '../network-type.ts'
import { refuseCircuitKey } from './circuit-key.ts'
import { refuseCircuitLink, refuseGatewayCircuit } from './circuit-links.ts'
import { invalidConnection as invalid, refuseFeatures } from './connection-features.ts'
import { refusePolicies } from './ipsec-policies.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

const TYPES = ['IPsec', 'Vnet2Vnet', 'ExpressRoute', 'VPNClient']

function typeOf({ sent }: Draft): string | undefined {
  return TYPES.find((one) => one.toLowerCase() === textAt(sent.connectionType)?.toLowerCase())
}

/** What each type of connection joins (VPN gateway document 3.3, ExpressRoute document 5). */
const OTHER_END: Record<string, string> = {
  IPsec: 'localNetworkGateway2',
  Vnet2Vnet: 'virtualNetworkGateway2',
  ExpressRoute: 'peer',
}

const ends: Rule = (draft) => {
  const type = typeOf(draft)
  if (type === undefined) {
    return invalid(draft.id, `The connection type ${textAt(draft.sent.connectionType) ?? ''} is not known.`)
  }
  const member = OTHER_END[type]
  if (member !== undefined && idAt(draft.sent[member]) === undefined) {
    return invalid(draft.id, `A connection of type ${type} needs ${member}.`)
  }
  const gateway = find(draft.exchange, idAt(draft.sent.virtualNetworkGateway1) ?? '')
  const gatewayType = textAt(gateway?.properties.gatewayType)
  if (gatewayType === undefined || (gatewayType === 'ExpressRoute') === (type === 'ExpressRoute'))
    return undefined
  return invalid(draft.id, `A connection of type ${type} cannot use a gateway of type ${gatewayType}.`)
}

/** Documented as fixed after the create (VPN gateway document 3.3). */
const immutable: Rule = ({ sent, before, id }) => {
  const member = ['connectionType', 'connectionProtocol'].find((one) => {
    const [asked, had] = [textAt(sent[one]), textAt(before?.properties[one])]
    return asked !== undefined && had !== undefined && asked.toLowerCase() !== had.toLowerCase()
  })
  return member === undefined
    ? undefined
    : invalid(id, `The property ${member} cannot be changed after it is created.`)
}

/** Bounds documented (VPN gateway document 3.3); 0 seconds is recorded and means the default. */
const bounds: Rule = ({ sent, id }) => {
  const timeout = numberAt(sent.dpdTimeoutSeconds) ?? 0
  if (timeout !== 0 && (timeout < 9 || timeout > 3600)) {
    return invalid(id, 'The property dpdTimeoutSeconds must be between 9 and 3600.')
  }
  const weight = numberAt(sent.routingWeight) ?? 0
  if (weight < 0 || weight > 32_000)
    return invalid(id, 'The property routingWeight must be between 0 and 32000.')
  return refuseKey(id, textAt(sent.sharedKey))
}

/** Printable ASCII without spaces (VPN gateway document 3.3). */
export function refuseKey(id: string, key: string | undefined): Answer | undefined {
  if (key === undefined || /^[!-~]*$/.test(key)) return undefined
  return invalid(id, 'The shared key can hold printable ASCII characters without spaces only.')
}

/** Other subscriptions' circuits cannot be seen and are not checked. */
export const refuseConnection = firstOf(
  references(({ sent }) => [
    { member: 'virtualNetworkGateway1', value: sent.virtualNetworkGateway1, type: 'virtualNetworkGateways' },
    { member: 'virtualNetworkGateway2', value: sent.virtualNetworkGateway2, type: 'virtualNetworkGateways' },
    { member: 'localNetworkGateway2', value: sent.localNetworkGateway2, type: 'localNetworkGateways' },
    { member: 'peer', value: sent.peer, type: 'expressRouteCircuits' },
  ]),
  ends,
  immutable,
  bounds,
  refuseFeatures,
  ({ sent, id }) => refusePolicies(id, sent.ipsecPolicies),
  refuseCircuitKey,
  refuseCircuitLink,
  refuseGatewayCircuit,
)
