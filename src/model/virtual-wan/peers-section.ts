import type { Section } from '../details/field.ts'
import { code, connectionVerdict, resource, state } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import type { HubBgpConnection } from '../resources/virtual-wan.ts'

/** The BGP peers of a hub or a Route Server. */
export function peersSection(peers: readonly HubBgpConnection[], estate: Estate): Section {
  const up = peers.filter(({ connectionState }) => connectionVerdict(connectionState) === 'healthy').length
  return {
    title: 'BGP peers',
    ...(peers.length > 0 && { note: `${up} of ${peers.length} connected` }),
    columns: [
      { label: 'Session' },
      { label: 'Peer' },
      { label: 'Address' },
      { label: 'AS' },
      { label: 'Through' },
    ],
    rows: peers.map((peer) => ({
      key: peer.key,
      cells: [
        state(peer.connectionState, connectionVerdict(peer.connectionState)),
        { is: 'resource', id: peer.id, name: peer.name },
        code(peer.peerIp),
        code(peer.peerAsn),
        resource(peer.networkConnectionId, estate, 'not given'),
      ],
    })),
    empty: 'No router speaks BGP with it. Its gateways exchange routes with it by themselves.',
  }
}
