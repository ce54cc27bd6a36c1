import type { Section } from '../../details/field.ts'
import { code, text } from '../../details/values.ts'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'
import type { Estate } from '../../estate.ts'
import { count } from '../../format.ts'
import type { VirtualNetworkGateway } from '../../resources/vpn.ts'
import { instanceAt, instancesOf } from '../instances.ts'

const MOST = 20

/**
 * Routes of a gateway that somebody waits for, the first of them; all are on the gateway's page.
 * @param routes those that are meant
 */
export function learntSection(
  routes: readonly GatewayRoute[],
  gateway: VirtualNetworkGateway,
  estate: Estate,
  { title, empty }: Pick<Section, 'title' | 'empty'>,
): Section {
  const instances = instancesOf(gateway, estate)
  const told = eachOnce(
    routes.map((route) => ({ route, at: instanceAt(route.localAddress, instances)?.label })),
  )
  // Of an ExpressRoute gateway Azure tells no addresses of its instances.
  const isToldWhere = told.some(({ at }) => at !== undefined)
  const left = told.length - MOST
  return {
    title,
    note: `${count(told.length, 'route')}${left > 0 ? `, the first ${MOST}` : ''}`,
    columns: [
      { label: 'Network' },
      { label: 'Next hop' },
      { label: 'Origin' },
      { label: 'AS path' },
      ...(isToldWhere ? [{ label: 'Instance' }] : []),
    ],
    rows: told.slice(0, MOST).map(({ route, at }, index) => ({
      key: `${index} ${route.network}`,
      cells: [
        code(route.network, 'not given'),
        code(route.nextHop, '–'),
        text(route.origin, '–'),
        code(route.asPath, '–'),
        ...(isToldWhere ? [text(at, '–')] : []),
      ],
    })),
    empty,
  }
}

interface Told {
  route: GatewayRoute
  /** The instance that has it, where that can be told. */
  at: string | undefined
}

/** Both instances learn the same: where they cannot be told apart, a second row would say nothing. */
function eachOnce(all: readonly Told[]): Told[] {
  const byWords = new Map<string, Told>()
  for (const one of all) {
    const { network, nextHop, origin, asPath } = one.route
    const words = JSON.stringify([network, nextHop, origin, asPath, one.at])
    if (!byWords.has(words)) byWords.set(words, one)
  }
  return [...byWords.values()]
}

/** A route that came over BGP from outside, not from Azure's own networks. */
export function isFromOutside({ origin }: GatewayRoute): boolean {
  return origin?.toLowerCase() === 'ebgp'
}
