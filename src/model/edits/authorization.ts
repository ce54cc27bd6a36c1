import type { ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'
import { childNameProblem } from './child-name.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

/** Who lets others in: a circuit their gateways, a port their circuits. */
export type Authorizing = ExpressRouteCircuit | ExpressRoutePort

export interface Authorization {
  id: string
  name: string
  /** `Available` or `InUse`. */
  useStatus?: string
  /** ARM id of what was made with its key, a connection or a circuit. */
  connectionId?: string
}

/** @param existing of that circuit or port */
export function authorizationNameProblem(
  existing: readonly Authorization[],
  name: string,
): string | undefined {
  return childNameProblem(name, existing, `There is an authorization ${name} already.`)
}

/** Azure makes the key; one is good for one connection (ExpressRoute document 5), or one circuit on a port. */
export function newAuthorization(of: Authorizing, name: string): Replacement {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'authorization',
    // Nothing has no name: what is asked about it, a right, is asked where it will be.
    id: name === '' ? of.id : `${of.id}/authorizations/${name}`,
    name,
    creates: true,
    changes: [{ path: ['properties'], to: {} }],
    what: `the authorizations of ${of.name}: ${name} is new`,
    effect:
      of.kind === 'expressRouteCircuit'
        ? 'Whoever has its key can connect one gateway to the circuit, at the circuit’s cost.'
        : 'Whoever has its key can make one circuit on the port, and takes of its bandwidth.',
    action: writeAction(typeOf(of)),
    holds: heldBy(of),
  }
}

export function authorizationRemoval(of: Authorizing, { id, name }: Authorization): Removal {
  return {
    is: 'removal',
    method: 'DELETE',
    topic: 'authorization',
    id,
    name,
    what: `Delete the authorization ${name} of ${of.name}`,
    effect:
      of.kind === 'expressRouteCircuit'
        ? 'A connection that was made with it may end, and its key opens nothing any more.'
        : 'Its key opens nothing any more.',
    action: `${typeOf(of)}/delete`,
    holds: heldBy(of),
  }
}

/** What reading a key needs (ARM contract 9.4). */
export function readKeyAction(of: Authorizing): string {
  return `${typeOf(of)}/listKeys/action`
}

function typeOf({ kind }: Authorizing): string {
  return `Microsoft.Network/${kind === 'expressRouteCircuit' ? 'expressRouteCircuits' : 'expressRoutePorts'}/authorizations`
}
