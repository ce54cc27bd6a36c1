import { contains, overlaps, parsePrefix } from '../../lib/cidr.ts'
import { statusCell } from '../details/connection.ts'
import type { Section } from '../details/field.ts'
import { code, resource, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Connection, LocalNetworkGateway } from '../resources/vpn.ts'
import { networksBehind } from '../status/overlap.ts'

/** The connections that lead to a site, by name. */
export function connectionsTo(site: LocalNetworkGateway, estate: Estate): Connection[] {
  return estate
    .links(site.key)
    .flatMap(({ id, direction }) => (direction === 'usedBy' ? (estate.resources.get(keyOf(id)) ?? []) : []))
    .filter((one) => one.kind === 'connection')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export function usedBy(site: LocalNetworkGateway, estate: Estate): Section {
  return {
    title: 'Used by',
    columns: [{ label: 'State' }, { label: 'Connection' }, { label: 'Gateway' }, { label: 'BGP' }],
    rows: connectionsTo(site, estate).map((connection) => ({
      key: connection.key,
      cells: [
        statusCell(connection),
        resource(connection.id, estate),
        resource(connection.gateway1Id, estate),
        text(connection.enableBgp ? 'enabled' : 'not enabled'),
      ],
    })),
    empty: 'No connection uses this local network gateway.',
  }
}

/** Every prefix of the site that shares addresses with a network behind a gateway that uses it (VPN Gateway 4). */
export function overlapTable(site: LocalNetworkGateway, estate: Estate): Section {
  const lookup = { find: (id: string) => estate.resources.get(keyOf(id)), links: estate.links }
  const networks = new Map<string, { network: VirtualNetwork; translated: boolean }>()
  for (const { gateway1Id, natRuleIds } of connectionsTo(site, estate)) {
    for (const network of networksBehind(gateway1Id, lookup)) {
      const translated = natRuleIds.length > 0 && (networks.get(network.key)?.translated ?? true)
      networks.set(network.key, { network, translated })
    }
  }
  return {
    title: 'Address ranges that overlap',
    columns: [
      { label: 'Of the site' },
      { label: 'Of the network' },
      { label: 'Network' },
      { label: 'What it means' },
    ],
    rows: [...networks.values()].flatMap(({ network, translated }) =>
      site.addressPrefixes.flatMap((own) =>
        network.addressPrefixes.flatMap((other) => {
          const [one, two] = [parsePrefix(own), parsePrefix(other)]
          if (!one || !two || !overlaps(one, two)) return []
          return {
            key: `${own} ${other} ${network.key}`,
            cells: [
              code(own),
              code(other),
              resource(network.id, estate),
              text(
                translated
                  ? 'A NAT rule is on the connection; it may translate this range.'
                  : contains(two, one)
                    ? 'Traffic for this range stays in Azure.'
                    : 'The narrower range wins: a part of the site cannot be reached.',
              ),
            ],
          }
        }),
      ),
    ),
    empty: 'No range overlaps a network that was read.',
  }
}
