import type { CircuitRoute, PathName } from './path-tables.ts'

/** A network, and how each path knows it. */
export interface RouteOnPaths {
  network: string
  /** Whose: by the first AS number of the path (ExpressRoute document 6.1). */
  from: 'azure' | 'onPremises' | 'untold'
  primary: CircuitRoute[]
  secondary: CircuitRoute[]
}

/** Of an Azure gateway. */
const GATEWAY = '65515'

/** Both route tables by network, on-premises first, then as they were told. */
export function routesOnPaths(tables: Readonly<Record<PathName, readonly CircuitRoute[]>>): RouteOnPaths[] {
  const found = new Map<string, RouteOnPaths>()
  for (const path of ['primary', 'secondary'] as const)
    for (const route of tables[path]) {
      const network = route.network ?? ''
      const row = found.get(network) ?? { network, from: sourceOf(route), primary: [], secondary: [] }
      row[path].push(route)
      found.set(network, row)
    }
  return [...found.values()].toSorted((one, other) => rank(one) - rank(other))
}

function rank({ from }: RouteOnPaths): number {
  return ['onPremises', 'azure', 'untold'].indexOf(from)
}

function sourceOf({ path }: CircuitRoute): RouteOnPaths['from'] {
  const [first] = (path ?? '').trim().split(/\s+/)
  if (first === undefined || first === '') return 'untold'
  return first === GATEWAY ? 'azure' : 'onPremises'
}
