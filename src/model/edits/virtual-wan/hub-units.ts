import { count } from '../../format.ts'
import type { DrawnProblem } from '../drawn-form.ts'
import { wholeNumber, wrong } from './said.ts'

/** Routing infrastructure units of a hub (Virtual WAN document 2.3). */
const LEAST = 2
const MOST = 50

export const ROUTING_PREFERENCES = [
  { value: 'ExpressRoute', label: 'ExpressRoute before VPN' },
  { value: 'VpnGateway', label: 'VPN before ExpressRoute' },
  { value: 'ASPath', label: 'The shortest AS path' },
] as const

/** What so many units carry: `4 Gbps between virtual networks, 4000 virtual machines`. */
export function unitsCarry(text: string): string | undefined {
  const units = wholeNumber(text)
  if (!(units >= LEAST && units <= MOST)) return undefined
  return `${units < 4 ? 3 : units} Gbps between virtual networks, ${count(units * 1000, 'virtual machine')} in them`
}

export function unitsProblems(field: string, text: string): DrawnProblem[] {
  const units = wholeNumber(text)
  return units >= LEAST && units <= MOST
    ? []
    : [wrong(field, `Enter a whole number from ${LEAST} to ${MOST}.`)]
}
