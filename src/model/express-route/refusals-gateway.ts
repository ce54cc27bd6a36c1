import { byPlan, byRules, EXPLAINED, type Refused } from '../wizard/refused.ts'
import type { Step } from './answers.ts'

const NAME = { step: 'gateway', field: 'gateway.name' } as const
const SUBNET = { step: 'gateway', field: 'gateway.gatewaySubnet' } as const
const ADDRESS = { step: 'gateway', field: 'gateway.publicAddress' } as const

/** Refusals of gateways, hubs and connections: ExpressRoute document 9, rows 1 to 4, 11, 13 to 15, 17, 19 and 22. */
export const EXPRESS_ROUTE_GATEWAY_REFUSALS: readonly Refused<Step>[] = [
  {
    code: 'PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways',
    prevented: byRules('address'),
    what: 'The gateway was not created.',
    why: 'Its public IP address has SKU Basic, which is retired.',
    todo: 'Give it a Standard address, or let Azure give it one.',
    at: ADDRESS,
  },
  {
    says: /gatewaysubnet.*\/27|\/27.*gatewaysubnet/i,
    prevented: byRules('ER-023'),
    what: 'The gateway was not created.',
    why: 'A gateway in availability zones needs a GatewaySubnet of /27 or larger.',
    todo: 'Enlarge the subnet, then continue with what is left.',
    at: SUBNET,
  },
  {
    code: 'GatewaySubnetTooSmall',
    prevented: byRules('ER-023'),
    what: 'The gateway was not created.',
    why: 'GatewaySubnet is too small for it.',
    todo: 'Enlarge the subnet to a /27, then continue with what is left.',
    at: SUBNET,
  },
  {
    code: 'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
    prevented: byPlan('New addresses are made in the zones that the region has.'),
    what: 'The gateway was not created.',
    why: 'Its public IP address is in no availability zone.',
    todo: 'Let Azure give it one, or give it one in zones.',
    at: ADDRESS,
  },
  {
    code: 'PublicIPAddressInUse',
    prevented: byRules('address'),
    what: 'The gateway was not created.',
    why: 'Its public IP address belongs to something else.',
    todo: 'Choose one that is free, or let Azure give it one.',
    at: ADDRESS,
  },
  {
    code: 'MaxGatewayCountInVnetReached',
    prevented: byRules('one-gateway'),
    what: 'The gateway was not created.',
    why: 'The virtual network has an ExpressRoute gateway already, or one too many while another is migrated.',
    todo: 'Use the one that is there, or remove the spare one.',
    at: { step: 'gateway', field: 'gateway.network' },
  },
  {
    code: 'VirtualHubAlreadyHasGateway',
    prevented: byRules('one-gateway'),
    what: 'The gateway was not created.',
    why: 'The virtual hub has an ExpressRoute gateway already.',
    todo: 'Use the one that is there.',
    at: { step: 'gateway', field: 'gateway.hub' },
  },
  {
    code: 'ExpressRouteVirtualNetworkGatewayAutoscaleBoundsNotValid',
    prevented: byRules('scale-units', 'ER-041'),
    what: 'The gateway was not created.',
    why: 'Its scale units are out of range, or the most are fewer than the least.',
    todo: 'Enter 1 to 40 units; to scale by itself it needs 2 at least.',
    at: { step: 'gateway', field: 'gateway.units' },
  },
  {
    code: 'InvalidExpressRouteGatewayScale',
    prevented: byRules('scale-units'),
    what: 'The gateway was not created.',
    why: 'Its scale units are out of range, or the most are fewer than the least.',
    todo: 'Enter 1 to 10 units.',
    at: { step: 'gateway', field: 'gateway.units' },
  },
  ...['NetcfgSubnetRangeOutsideVnet', 'NetcfgSubnetRangesOverlap'].map((code): Refused<Step> => ({
    code,
    prevented: byRules('subnet-outside', 'subnet-overlap'),
    what: 'GatewaySubnet was not created.',
    why: 'Its prefix lies outside the virtual network, or another subnet has it.',
    todo: 'Enter one that is free.',
    at: SUBNET,
  })),
  {
    says: /subnet reference is required/i,
    prevented: byPlan('A gateway is always planned with the subnet it stands in.'),
    what: 'The gateway was not created.',
    why: 'It was sent without its subnet.',
    todo: 'Choose the virtual network again.',
    at: { step: 'gateway', field: 'gateway.network' },
  },
  {
    code: 'InvalidVirtualNetworkGatewayConnection',
    prevented: byRules('weight'),
    what: 'The connection was not created.',
    why: 'One of its values cannot be used, or does not go with the gateway.',
    todo: 'Change what Azure names, then continue with what is left.',
    at: { step: 'connection' },
  },
  {
    code: 'VirtualNetworkGatewayBgpPeeringAddressCannotBeModified',
    prevented: byPlan('BGP addresses of a gateway are never sent.'),
    what: 'The gateway was not changed.',
    why: 'Azure chooses the BGP addresses of an ExpressRoute gateway.',
    todo: 'Leave them out.',
    at: NAME,
  },
  {
    says: /route ?map/i,
    prevented: byPlan('The wizard sends no routing configuration to a hub.'),
    what: 'The connection was not created.',
    why: 'With routing intent on, the hub takes no routing configuration of a connection.',
    todo: 'Leave it empty.',
  },
  {
    says: /internal server error|an error occurred/i,
    prevented: EXPLAINED,
    what: 'Azure failed while it worked on this.',
    why: 'It gives no reason. A gateway fails so where a public IP address is sent and Azure gives one by itself.',
    todo: 'Let Azure give the gateway its address, then continue with what is left. If it fails again, give the correlation id to Azure support.',
    at: ADDRESS,
  },
]
