import type { Json } from '../../lib/json.ts'
import type { Section } from '../details/field.ts'
import { resource, text } from '../details/values.ts'
import type { Authorization, Authorizing } from '../edits/authorization.ts'
import { memberAt } from '../edits/edit.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import type { Resource } from '../resources/resource.ts'

/** The authorizations of a port, of the answer to a list of them. */
export function portAuthorizations(read: readonly Resource[]): Authorization[] {
  return read.map(({ id, name, body }) => {
    const useStatus = textOf(memberAt(body, ['properties', 'authorizationUseStatus']))
    const connectionId = textOf(memberAt(body, ['properties', 'circuitResourceUri']))
    return { id, name, ...(useStatus && { useStatus }), ...(connectionId && { connectionId }) }
  })
}

/** An empty text is none. */
function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Who may use a circuit or a port, and who does. */
export function authorizationSection(
  { kind }: Authorizing,
  all: readonly Authorization[],
  estate: Estate,
): Section {
  const ofCircuit = kind === 'expressRouteCircuit'
  return {
    title: 'Authorizations',
    note: count(all.length, 'authorization'),
    columns: [{ label: 'Authorization' }, { label: 'Use' }, { label: 'Used by' }],
    rows: all.map(({ id, name, useStatus, connectionId }) => ({
      key: id,
      cells: [
        text(name),
        text(useStatus, 'not told'),
        resource(connectionId, estate, useStatus?.toLowerCase() === 'inuse' ? 'not told by Azure' : 'nobody'),
      ],
    })),
    empty: ofCircuit
      ? 'Nobody of another subscription may connect to this circuit.'
      : 'Nobody of another subscription may make circuits on this port.',
  }
}
