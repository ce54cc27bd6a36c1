import { count } from '../../format.ts'
import { FEWEST_UNITS, MOST_UNITS, routerCapacity } from '../../virtual-wan/capacity.ts'
import type { DrawnProblem } from '../drawn-form.ts'
import { wholeNumber, wrong } from './said.ts'

export const ROUTING_PREFERENCES = [
  { value: 'ExpressRoute', label: 'ExpressRoute before VPN' },
  { value: 'VpnGateway', label: 'VPN before ExpressRoute' },
  { value: 'ASPath', label: 'The shortest AS path' },
] as const

/** What so many units carry, and what there can be. */
export function unitsHint(text: string): string {
  const units = wholeNumber(text)
  const capacity = routerCapacity(units)
  return capacity === undefined
    ? `From ${FEWEST_UNITS} to ${MOST_UNITS}`
    : `${capacity.gbps} Gbps between networks, ${count(capacity.machines, 'virtual machine')} in them`
}

export function unitsProblems(field: string, text: string): DrawnProblem[] {
  return routerCapacity(wholeNumber(text)) === undefined
    ? [wrong(field, `Enter a whole number from ${FEWEST_UNITS} to ${MOST_UNITS}.`)]
    : []
}
