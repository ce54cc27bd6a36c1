import type { Section } from '../../../model/details/field.ts'
import { code, text } from '../../../model/details/values.ts'
import type { GatewayRoute } from '../../../model/diagnostics/gateway-route.ts'
import type { Estate } from '../../../model/estate.ts'
import { count } from '../../../model/format.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { instanceAt, instancesOf } from '../../../model/vpn/instances.ts'

const MOST = 20

/** What came from outside: with BGP the routes of devices, else the prefixes of sites. All of it is on the gateway's page. */
export function routeSection(
  routes: readonly GatewayRoute[],
  gateway: VirtualNetworkGateway,
  estate: Estate,
  speaksBgp: boolean,
): Section {
  const instances = instancesOf(gateway, estate)
  const wanted = routes.filter(({ origin }) => !speaksBgp || origin?.toLowerCase() === 'ebgp')
  const left = wanted.length - MOST
  return {
    title: speaksBgp ? 'Learnt from devices' : 'Learnt',
    note: `${count(wanted.length, 'route')}${left > 0 ? `, the first ${MOST}` : ''}`,
    columns: [
      { label: 'Network' },
      { label: 'Next hop' },
      { label: 'Origin' },
      { label: 'AS path' },
      { label: 'Instance' },
    ],
    rows: wanted.slice(0, MOST).map((route, index) => ({
      key: `${index} ${route.network}`,
      cells: [
        code(route.network, 'not given'),
        code(route.nextHop, '–'),
        text(route.origin, '–'),
        code(route.asPath, '–'),
        text(instanceAt(route.localAddress, instances)?.label, '–'),
      ],
    })),
    empty: speaksBgp
      ? 'No route of a device yet: it has to speak BGP and advertise its networks.'
      : 'Azure tells of no route.',
  }
}
