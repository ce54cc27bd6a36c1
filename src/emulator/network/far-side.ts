import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import { idAt, isObject, objectsAt, textAt } from '../wire/read.ts'
import { publicAddress } from './addresses.ts'
import { find, referrers } from './find.ts'
import { instancesOf, outageIn, passed, resetsOf, type Outage } from './gateway-instances.ts'
import { disagreement, policyOf, type Phase } from './ipsec-policies.ts'

/** Nobody answers, another key, a policy that differs in phase 1 or 2, other traffic selectors. */
export type Obstacle = 'silent' | 'key' | Phase | 'selectors'

/** Phase 1 is agreed on, phase 2 is not: the ends hold the association of one and none of the other. */
export function isOfPhaseTwo(obstacle: Obstacle | undefined): boolean {
  return obstacle === 'ipsec' || obstacle === 'selectors'
}

/** What the tunnels of a connection end at: a site's device, or the gateway of another network. */
export interface FarSide {
  /** Why the tunnels do not come up (VPN gateway document 6.5). */
  obstacle?: Obstacle
  /** When a key or a policy of either end last changed, in ms. */
  changedAt?: number
  addressOf(instance: number): string | undefined
  /** When the end of this instance's tunnel was not there. */
  outagesOf(instance: number): Outage[]
}

/**
 * A device's own settings are on the connection's row, `silent`, `deviceKey`, `devicePolicy` and `devicePolicyBased` (whether it
 * wants policy-based selectors): absent, it has what the connection has.
 */
export function farSideOf(exchange: Exchange, at: Living): FarSide {
  const other = idAt(at.properties.virtualNetworkGateway2)
  return other === undefined ? siteOf(exchange, at) : networkOf(exchange, at, other)
}

function siteOf(exchange: Exchange, at: Living): FarSide {
  const site = find(exchange, idAt(at.properties.localNetworkGateway2) ?? '')?.properties
  const name = textAt(site?.fqdn)
  const address =
    textAt(site?.gatewayIpAddress) ?? (name === undefined ? undefined : publicAddress(`fqdn:${name}`))
  return {
    obstacle: deviceObstacle(at),
    changedAt: passed(at.inside.changedAt, exchange.now),
    addressOf: () => address,
    outagesOf: () => [],
  }
}

/** What a device's own settings, beside the connection's, keep its tunnels down with. */
export function deviceObstacle({ inside, properties }: Living): Obstacle | undefined {
  if (inside.silent === true) return 'silent'
  if (inside.deviceKey !== undefined && inside.deviceKey !== properties.sharedKey) return 'key'
  const phase = isObject(inside.devicePolicy)
    ? disagreement(inside.devicePolicy, policyOf(properties))
    : undefined
  if (phase !== undefined) return phase
  const policyBased = properties.usePolicyBasedTrafficSelectors === true
  return typeof inside.devicePolicyBased === 'boolean' && inside.devicePolicyBased !== policyBased
    ? 'selectors'
    : undefined
}

/** Each side of two joined networks has a connection of its own, with the same key and policy (VPN gateway document 3.3). */
function networkOf(exchange: Exchange, at: Living, other: string): FarSide {
  const gateway = find(exchange, other)
  const twin = twinOf(exchange, at)
  const instances = gateway === undefined ? [] : instancesOf(exchange, gateway)
  const endOf = (instance: number) => Math.min(instance, instances.length - 1)
  const changes = [at.inside.changedAt, twin?.inside.changedAt, twin?.inside.firstUpAt].flatMap(
    (one) => passed(one, exchange.now) ?? [],
  )
  return {
    // A gateway nobody here knows is somebody else's: it is taken to agree.
    obstacle: gateway === undefined ? undefined : twinObstacle(at, twin),
    changedAt: changes.length === 0 ? undefined : Math.max(...changes),
    addressOf: (instance) => instances[endOf(instance)]?.publicAddress,
    outagesOf: (instance) => [
      ...objectsAt(twin?.inside.breaks).flatMap(outageIn),
      ...(gateway === undefined ? [] : resetsOf(gateway, endOf(instance))),
    ],
  }
}

function twinObstacle(at: Living, twin: Living | undefined): Obstacle | undefined {
  if (twin === undefined) return 'silent'
  if (twin.properties.sharedKey !== at.properties.sharedKey) return 'key'
  return disagreement(policyOf(at.properties), policyOf(twin.properties))
}

/** The connection that leads back. */
function twinOf(exchange: Exchange, at: Living): Living | undefined {
  const [own, other] = [
    idAt(at.properties.virtualNetworkGateway1),
    idAt(at.properties.virtualNetworkGateway2),
  ]
  if (own === undefined || other === undefined) return undefined
  return referrers(exchange, other, 'connections').find(
    ({ properties }) =>
      sameId(idAt(properties.virtualNetworkGateway1), other) &&
      sameId(idAt(properties.virtualNetworkGateway2), own),
  )
}
