import type { BgpPeer } from '../diagnostics/bgp-peer.ts'
import type { FieldValue, Section } from '../details/field.ts'
import { absent, code, number, resource, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { bgpState, ownerOfPeer, readTimeSpan, spanWords } from './bgp-words.ts'
import { instanceAt, instancesOf } from './instances.ts'

/** BGP sessions, one table for each of the gateway's own addresses, in the order of its instances. */
export function peerTables(
  peers: readonly BgpPeer[],
  gateway: VirtualNetworkGateway,
  estate: Estate,
): Section[] {
  const instances = instancesOf(gateway, estate)
  const titles = new Map<string, BgpPeer[]>()
  for (const { label } of instances) titles.set(label, [])
  for (const peer of peers) {
    const title = instanceAt(peer.localAddress, instances)?.label ?? placeOf(peer)
    titles.set(title, [...(titles.get(title) ?? []), peer])
  }
  return [...titles].flatMap(([title, own]) =>
    own.length === 0 ? [] : [tableOf(title, own, gateway, estate)],
  )
}

/** An ExpressRoute gateway's resource names no address of its instances. */
function placeOf({ localAddress }: BgpPeer): string {
  return localAddress === undefined || localAddress === ''
    ? 'Instance not told'
    : `Instance at ${localAddress}`
}

function tableOf(
  title: string,
  peers: readonly BgpPeer[],
  gateway: VirtualNetworkGateway,
  estate: Estate,
): Section {
  const up = peers.filter(({ state }) => bgpState(state).verdict === 'healthy').length
  return {
    title,
    note: `${up} of ${peers.length} sessions connected`,
    columns: [
      { label: 'State' },
      { label: 'Peer' },
      { label: 'Of' },
      { label: 'AS' },
      { label: 'Own address' },
      { label: 'Connected for' },
      { label: 'Routes received', align: 'end' },
      { label: 'Messages sent', align: 'end' },
      { label: 'Messages received', align: 'end' },
    ],
    rows: peers.map((peer, index) => ({
      key: `${index} ${peer.neighbor}`,
      cells: [
        stateOf(peer),
        code(peer.neighbor, 'not given'),
        ownerCell(peer, gateway, estate),
        code(peer.asn, '–'),
        code(peer.localAddress, 'not given'),
        connectedFor(peer.connectedDuration),
        number(peer.routesReceived, String),
        number(peer.messagesSent, String),
        number(peer.messagesReceived, String),
      ],
    })),
    empty: '',
  }
}

function stateOf({ state }: BgpPeer): FieldValue {
  const { verdict, meaning } = bgpState(state)
  return {
    is: 'state',
    text: state ?? 'not given',
    verdict,
    ...(meaning !== undefined && { meaning }),
  }
}

/** Of the routers of every circuit (ExpressRoute document 3.1). */
const MICROSOFT_EDGE = 12_076

function ownerCell(peer: BgpPeer, gateway: VirtualNetworkGateway, estate: Estate): FieldValue {
  if (peer.asn === MICROSOFT_EDGE) return text('Microsoft edge router')
  const owner = ownerOfPeer(peer, gateway, estate)
  switch (owner.is) {
    case 'resource':
      return resource(owner.id, estate)
    case 'inside':
      return text(`${owner.label} of this gateway`)
    case 'untold':
      return absent('no site has this address')
    default:
      return owner satisfies never
  }
}

function connectedFor(span: string | undefined): FieldValue {
  const milliseconds = readTimeSpan(span)
  return milliseconds === undefined ? text(span, '–') : text(spanWords(milliseconds))
}
