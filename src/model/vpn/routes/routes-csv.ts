import { csvText } from '../../csv-text.ts'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'

/** What is shown, in its order, with Azure's own names. */
export function routesCsv(routes: readonly GatewayRoute[]): string {
  return csvText(
    ['Network', 'Next hop', 'Source peer', 'Origin', 'AS path', 'Weight', 'Local address'],
    routes.map((route) => [
      route.network,
      route.nextHop ?? '',
      route.sourcePeer ?? '',
      route.origin ?? '',
      route.asPath ?? '',
      route.weight === undefined ? '' : String(route.weight),
      route.localAddress ?? '',
    ]),
  )
}
