import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

const TYPE = 'Microsoft.Network/expressRouteCircuits/authorizations'

type Authorization = ExpressRouteCircuit['authorizations'][number]

export function authorizationNameProblem(circuit: ExpressRouteCircuit, name: string): string | undefined {
  if (!/^[A-Za-z0-9]([\w.-]{0,78}\w)?$/.test(name))
    return 'Use 1 to 80 letters, digits, _ . - ; start with a letter or digit, and end with one or with _.'
  return circuit.authorizations.some((one) => keyOf(one.name) === keyOf(name))
    ? `The circuit has an authorization ${name} already.`
    : undefined
}

/** Azure makes the key; one is good for one connection (ExpressRoute document 5). */
export function newAuthorization(circuit: ExpressRouteCircuit, name: string): Replacement {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'authorization',
    id: `${circuit.id}/authorizations/${name}`,
    name,
    creates: true,
    changes: [{ path: ['properties'], to: {} }],
    what: `the authorizations of ${circuit.name}: ${name} is new`,
    effect: 'Whoever has its key can connect one gateway to the circuit, at the circuit’s cost.',
    action: writeAction(TYPE),
    holds: heldBy(circuit),
  }
}

export function authorizationRemoval(circuit: ExpressRouteCircuit, { id, name }: Authorization): Removal {
  return {
    is: 'removal',
    method: 'DELETE',
    topic: 'authorization',
    id,
    name,
    what: `Delete the authorization ${name} of ${circuit.name}`,
    effect: 'A connection that was made with it may end, and its key opens nothing any more.',
    action: `${TYPE}/delete`,
    holds: heldBy(circuit),
  }
}
