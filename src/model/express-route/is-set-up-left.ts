import { isBeingSetUp, isTakenDown } from '../circuit/stages.ts'
import type { Estate } from '../estate.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { setUpOf } from './set-up-tags.ts'
import { membersOf } from './siblings.ts'

/** Whether the set-up of a circuit has something left to do: of itself, or of the second circuit that its tags tell of and nobody made. */
export function isSetUpLeft(circuit: ExpressRouteCircuit, estate: Estate): boolean {
  if (isBeingSetUp(circuit, estate)) return true
  const { id, resiliency } = setUpOf(circuit)
  return (
    id !== undefined &&
    resiliency === 'maximum' &&
    !isTakenDown(circuit) &&
    membersOf(circuit, { estate }).members.length < 2
  )
}
