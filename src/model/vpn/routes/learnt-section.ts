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
  const left = routes.length - MOST
  return {
    title,
    note: `${count(routes.length, 'route')}${left > 0 ? `, the first ${MOST}` : ''}`,
    columns: [
      { label: 'Network' },
      { label: 'Next hop' },
      { label: 'Origin' },
      { label: 'AS path' },
      { label: 'Instance' },
    ],
    rows: routes.slice(0, MOST).map((route, index) => ({
      key: `${index} ${route.network}`,
      cells: [
        code(route.network, 'not given'),
        code(route.nextHop, '–'),
        text(route.origin, '–'),
        code(route.asPath, '–'),
        text(instanceAt(route.localAddress, instances)?.label, '–'),
      ],
    })),
    empty,
  }
}

/** A route that came over BGP from outside, not from Azure's own networks. */
export function isFromOutside({ origin }: GatewayRoute): boolean {
  return origin?.toLowerCase() === 'ebgp'
}
