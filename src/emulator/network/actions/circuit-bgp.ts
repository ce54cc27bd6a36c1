import type { Answer } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { numberOf } from '../../clock.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { networksOf } from '../bgp-peers.ts'
import { runningTest, sitesOf } from '../circuit-sites.ts'
import { edgePeersOf, instanceAddresses } from '../circuit-peers.ts'
import { answerLater } from './start.ts'
import { timeSpan } from './time-span.ts'

/** As on VPN gateways; of ExpressRoute gateways nothing is recorded. */
const SECONDS = 10
const WEIGHT = 32_768
/** Microsoft's edge routers, and the gateway itself (ExpressRoute documents 3.1, 6.1). */
const [EDGE_ASN, GATEWAY_ASN] = [12_076, 65_515]
const DAY = 86_400_000

/** POST getBgpPeerStatus of an ExpressRoute gateway: each instance with each edge router. They stay up without the customer's. */
export function edgePeers(exchange: Exchange, gateway: Living, asked: string | undefined): Answer {
  const value = sessions(exchange, gateway)
    .filter(({ neighbor }) => asked === undefined || neighbor === asked)
    .map(({ localAddress, neighbor, routes }) => {
      const up = DAY * (2 + numberOf(localAddress + neighbor, 40))
      const messages = Math.floor(up / 60_000)
      return {
        localAddress,
        neighbor,
        asn: EDGE_ASN,
        state: 'Connected',
        connectedDuration: timeSpan(up),
        routesReceived: routes.length,
        messagesSent: messages + 4,
        messagesReceived: messages + 2 + routes.length,
      }
    })
  return answerLater(exchange, gateway, { seconds: SECONDS, result: { value } })
}

/** POST getLearnedRoutes: the own networks, and what each edge router passes on of the customer's. */
export function learnedFromEdge(exchange: Exchange, gateway: Living): Answer {
  const networks = networksOf(exchange, gateway)
  const value = instanceAddresses(exchange, gateway).flatMap((localAddress): JsonObject[] => [
    ...networks.map((network) => ({
      localAddress,
      network,
      sourcePeer: localAddress,
      origin: 'Network',
      asPath: '',
      weight: WEIGHT,
    })),
    ...sessions(exchange, gateway)
      .filter((session) => session.localAddress === localAddress)
      .flatMap(({ neighbor, routes, asn }) =>
        routes.map((network) => ({
          localAddress,
          network,
          nextHop: neighbor,
          sourcePeer: neighbor,
          origin: 'EBgp',
          asPath: `${EDGE_ASN}-${asn}`,
          weight: WEIGHT,
        })),
      ),
  ])
  return answerLater(exchange, gateway, { seconds: SECONDS, result: { value } })
}

/** POST getAdvertisedRoutes?peer: its network and the spokes, to an edge router it speaks to. */
export function advertisedToEdge(exchange: Exchange, gateway: Living, asked: string): Answer {
  const networks = networksOf(exchange, gateway)
  const value = sessions(exchange, gateway)
    .filter(({ neighbor }) => neighbor === asked)
    .flatMap(({ localAddress }) =>
      networks.map((network) => ({
        localAddress,
        network,
        nextHop: localAddress,
        origin: 'Igp',
        asPath: String(GATEWAY_ASN),
        weight: 0,
      })),
    )
  return answerLater(exchange, gateway, { seconds: SECONDS, result: { value } })
}

function sessions(exchange: Exchange, gateway: Living) {
  // A failover test takes the routes of a location away from this gateway (ExpressRoute document 2.3).
  const tested = runningTest(gateway, exchange.now)?.location
  const cut = new Set(
    sitesOf(exchange, gateway).flatMap(({ circuit, location }) =>
      location === tested ? [circuit.row.id] : [],
    ),
  )
  return instanceAddresses(exchange, gateway).flatMap((localAddress) =>
    edgePeersOf(exchange, gateway).map(({ neighbor, path, circuit }) => ({
      localAddress,
      neighbor,
      asn: path.asn,
      routes: path.up === undefined || cut.has(circuit) ? [] : path.announces,
    })),
  )
}
