import { keyOf, typeOfId } from '../paths.ts'

/** What goes first of what may go (VPN Gateway reference 5.3, reverse order to delete; ExpressRoute document 10). */
const ORDER = [
  'connections',
  'expressroutegateways/expressrouteconnections',
  'expressroutecircuits/peerings',
  'expressroutecircuits',
  'expressroutegateways',
  'virtualnetworkgateways/natrules',
  'virtualnetworkgateways',
  'publicipaddresses',
  'localnetworkgateways',
  'virtualnetworks/subnets',
  'virtualnetworks',
]

function rank(id: string): number {
  const type = (typeOfId(id) ?? '').toLowerCase().replace(/^microsoft\.network\//, '')
  const at = ORDER.indexOf(type)
  return at === -1 ? ORDER.length : at
}

/** The order that resources go in: each after what depends on it; else as Azure's order has it, else the last made first. */
export function removalOrder<One extends { id: string; dependsOn: readonly string[] }>(
  resources: readonly One[],
): One[] {
  const left = resources.toReversed().sort((one, other) => rank(one.id) - rank(other.id))
  const ordered: One[] = []
  while (left.length > 0) {
    const isFree = ({ id }: One) =>
      left.every((other) => !other.dependsOn.some((on) => keyOf(on) === keyOf(id)))
    const at = left.findIndex(isFree)
    // A circle cannot be; whatever stands first would go.
    ordered.push(...left.splice(Math.max(0, at), 1))
  }
  return ordered
}
