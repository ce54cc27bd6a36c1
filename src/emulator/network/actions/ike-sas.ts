import type { Exchange } from '../../arm/exchange.ts'
import { numberOf } from '../../clock.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, numberAt, objectsAt, textAt } from '../../wire/read.ts'
import { networksOf, prefixesOf } from '../bgp-peers.ts'
import { find } from '../find.ts'
import { OFFERED, policyOf } from '../ipsec-policies.ts'
import { PHASE_ONE_SECONDS, tunnelsOf, type Tunnel } from '../tunnels.ts'
import { answerLater, type Action } from './start.ts'

/**
 * POST getikesas: `Location` alone, 10 s; a JSON string that holds JSON, `{"IkeSAs":[…]}` (recorded behaviour 7). Members
 * of an association as Azure's PowerShell reads them (Get-AzVirtualNetworkGatewayConnectionIkeSa). A tunnel that is not up has
 * none: with another key or without an answer none comes about. Where only phase 2 is not agreed on, it has the one of phase 1.
 */
export const ikeSas: Action = (exchange, at) =>
  answerLater(exchange, at, {
    seconds: 10,
    result: associationsOf(exchange, at, tunnelsOf(exchange, at), networksBetween(exchange, at)),
  })

/** Traffic selectors of policy-based tunnels, this side's and the other's. */
export type Networks = [own: string[], other: string[]]

/** The text of the answer. */
export function associationsOf(
  exchange: Exchange,
  at: Living,
  tunnels: readonly Tunnel[],
  networks: Networks,
): string {
  const associations = tunnels
    .filter(({ status, halfway }) => status === 'Connected' || halfway)
    .map((tunnel) => mainMode(exchange, at, tunnel, networks))
  return withCookies({ IkeSAs: associations })
}

function mainMode(exchange: Exchange, at: Living, tunnel: Tunnel, networks: Networks): JsonObject {
  const policy = policyOf(at.properties) ?? OFFERED
  const { localAddress: localEndpoint, remoteAddress: remoteEndpoint, renewedAt } = tunnel
  const seed = `${tunnel.name}:${renewedAt}`
  return {
    localEndpoint,
    remoteEndpoint,
    initiatorCookie: cookie(`initiator:${seed}`),
    responderCookie: cookie(`responder:${seed}`),
    localUdpEncapsulationPort: 0,
    remoteUdpEncapsulationPort: 0,
    encryption: policy.ikeEncryption,
    integrity: policy.ikeIntegrity,
    dhGroup: policy.dhGroup,
    lifeTimeSeconds: PHASE_ONE_SECONDS,
    isSaInitiator: initiates(at, seed),
    elapsedTimeInseconds: Math.floor((exchange.now - renewedAt) / 1000),
    quickModeSa: tunnel.halfway ? [] : [quickMode(exchange, at, tunnel, policy, networks)],
  }
}

function quickMode(
  exchange: Exchange,
  at: Living,
  tunnel: Tunnel,
  policy: JsonObject,
  networks: Networks,
): JsonObject {
  const lifeTimeSeconds = numberAt(policy.saLifeTimeSeconds) ?? 27_000
  const begun = tunnel.establishedAt ?? exchange.now
  const age = Math.max(0, Math.floor((exchange.now - begun) / 1000))
  const seed = `${tunnel.name}:${Math.floor(age / lifeTimeSeconds)}`
  const [local, remote] = selectors(at, networks)
  return {
    localEndpoint: tunnel.localAddress,
    remoteEndpoint: tunnel.remoteAddress,
    encryption: policy.ipsecEncryption,
    integrity: policy.ipsecIntegrity,
    pfsGroupId: policy.pfsGroup,
    inboundSPI: 256 + numberOf(`in:${seed}`, 4_294_967_000),
    outboundSPI: 256 + numberOf(`out:${seed}`, 4_294_967_000),
    lifetimeKilobytes: policy.saDataSizeKilobytes,
    lifeTimeSeconds,
    isSaInitiator: initiates(at, seed),
    elapsedTimeInseconds: age % lifeTimeSeconds,
    localTrafficSelectors: local,
    remoteTrafficSelectors: remote,
  }
}

function initiates({ properties }: Living, seed: string): boolean {
  if (properties.connectionMode === 'InitiatorOnly') return true
  return properties.connectionMode !== 'ResponderOnly' && numberOf(`first:${seed}`, 2) === 0
}

/** Anything to anything, unless policy-based selectors are on (VPN gateway document 3.4). */
function selectors({ properties }: Living, networks: Networks): Networks {
  if (properties.usePolicyBasedTrafficSelectors !== true) return [['0.0.0.0/0'], ['0.0.0.0/0']]
  const texts = (value: JsonObject[string]) => arrayAt(value).flatMap((one) => textAt(one) ?? [])
  const custom = objectsAt(properties.trafficSelectorPolicies)
  if (custom.length > 0)
    return [
      custom.flatMap((one) => texts(one.localAddressRanges)),
      custom.flatMap((one) => texts(one.remoteAddressRanges)),
    ]
  return networks
}

function networksBetween(exchange: Exchange, { properties }: Living): Networks {
  const gateway = find(exchange, idAt(properties.virtualNetworkGateway1) ?? '')
  const site = find(exchange, idAt(properties.localNetworkGateway2) ?? '')
  return [
    gateway === undefined ? [] : networksOf(exchange, gateway),
    site === undefined ? [] : prefixesOf(site.properties),
  ]
}

const MARK = 'unsigned:'

/** Cookies have 64 bits, which a number of this language cannot hold: marked text until it is written. */
function cookie(seed: string): string {
  const [high, low] = [numberOf(`high:${seed}`, 4_294_967_295), numberOf(`low:${seed}`, 4_294_967_295)]
  return `${MARK}${BigInt(high + 1) * 4_294_967_296n + BigInt(low)}`
}

function withCookies(body: JsonObject): string {
  return JSON.stringify(body).replaceAll(new RegExp(`"${MARK}(\\d+)"`, 'g'), '$1')
}
