import type { Section } from '../details/field.ts'
import { code, connectionVerdict, resource, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf, parentId } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Verdict } from '../status/verdict.ts'
import { placeOf } from './place.ts'

/** Global Reach of a circuit, from whichever side it was begun. */
export function reachSection(circuit: ExpressRouteCircuit, estate: Estate): Section {
  const all = circuit.peerings.flatMap(({ reaches = [], reachedBy = [] }) => [
    ...reaches.map((one) => ({ ...one, begun: 'this circuit' })),
    ...reachedBy.map((one) => ({ ...one, name: one.connectionName ?? one.name, begun: 'the other circuit' })),
  ])
  return {
    title: 'Global Reach',
    note: count(all.length, 'connection'),
    columns: [
      { label: 'Status' },
      { label: 'Connection' },
      { label: 'Circuit' },
      { label: 'Peering location' },
      { label: 'Link' },
      { label: 'IPv6 link' },
      { label: 'Begun by' },
    ],
    rows: all.map((one) => {
      const other = parentId(one.peerPeeringId ?? '')
      const found = estate.resources.get(keyOf(other ?? ''))
      return {
        key: one.id,
        cells: [
          one.status === undefined
            ? { is: 'absent', text: 'not given by Azure' }
            : { is: 'state', text: one.status, verdict: verdictOf(one.status) },
          text(one.name),
          resource(other, estate, 'not given by Azure'),
          text(found?.kind === 'expressRouteCircuit' ? placeOf(found, estate) : undefined, 'not readable'),
          code(one.addressPrefix, 'not given by Azure'),
          code(one.ipv6AddressPrefix, 'none'),
          text(one.begun),
        ],
      }
    }),
    empty:
      'It is joined with no other circuit: its sites reach Azure, and each other not over Microsoft’s network.',
  }
}

function verdictOf(status: string): Verdict {
  return status.toLowerCase() === 'disconnected' ? 'down' : connectionVerdict(status)
}
