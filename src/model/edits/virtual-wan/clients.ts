import { parseAddress } from '../../../lib/cidr.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import type { P2sVpnGateway } from '../../resources/virtual-wan.ts'
import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { About, DrawnForm, DrawnProblem, DrawnRow } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { joinedNetworkPaths, overlapIn, resourceOf } from './around-hub.ts'
import { ofNamed, setMembers } from '../set-members.ts'
import { editOf } from './made.ts'
import { serverField } from './new-client-gateway.ts'
import { listed, prefixText, wrong } from './said.ts'
import { touched } from './touched.ts'

type Values = { configuration: string; dns: string; pools: DrawnRow[] }

const SERVER = ['properties', 'vpnServerConfiguration', 'id']

const CONFIGURATIONS = ['properties', 'p2SConnectionConfigurations']

/** Server configuration, address pools, DNS servers and default route of a hub's point-to-site gateway (Virtual WAN document 7). */
export const CLIENTS: DrawnForm<P2sVpnGateway, Values> = {
  topic: 'clients',
  title: 'Server configuration and pools of',
  reads: (resource, estate) => joinedNetworkPaths(estate, wanIdOf(resource, estate)),
  values: ({ resource, estate }) => ({
    // As the choice has it: an id may be spelt in another way.
    configuration:
      resourceOf(estate, 'vpnServerConfiguration', resource.vpnServerConfigurationId)?.id ??
      resource.vpnServerConfigurationId ??
      '',
    dns: resource.customDnsServers.join(', '),
    pools: configurationsIn(resource.body).map((one, key) => {
      const pool = memberAt(one, ['properties', 'vpnClientAddressPool', 'addressPrefixes'])
      return {
        key,
        was: textIn(one.name),
        name: textIn(one.name),
        pool: Array.isArray(pool) ? pool.filter((text) => typeof text === 'string').join(', ') : '',
        internet: memberAt(one, ['properties', 'enableInternetSecurity']) === true,
      }
    }),
  }),
  fields: ({ configuration }, { estate }) => [
    serverField(configuration, estate),
    {
      is: 'text',
      name: 'dns',
      label: 'DNS servers',
      hint: 'Addresses, several with commas; empty: those of Azure',
    },
    {
      is: 'rows',
      name: 'pools',
      label: 'Address pools',
      hint: 'Each instance of the gateway takes its part of a pool.',
      blank: {},
      nameOf: ({ name }) => textIn(name),
      fields: ({ name }) => [
        { is: 'text', name: 'pool', label: `Pool of ${textIn(name)}`, hint: 'Prefixes, several with commas' },
        {
          is: 'switch',
          name: 'internet',
          label: 'Propagate default route',
          hint: 'Internet traffic of people goes through the hub',
        },
      ],
    },
  ],
  problems: ({ dns, pools }, about) => [
    ...listed(dns)
      .filter((one) => !parseAddress(one))
      .slice(0, 1)
      .map((one) => wrong('dns', `${one} is no address.`)),
    ...pools.flatMap((row) => poolProblems(row, about)),
  ],
  write: ({ configuration, dns, pools }, { resource, estate }) =>
    editOf(
      resource,
      estate,
      [
        ...(keyOf(configuration) === keyOf(resource.vpnServerConfigurationId ?? '')
          ? []
          : [[SERVER, configuration] as const]),
        [['properties', 'customDnsServers'], listed(dns)],
      ],
      {
        topic: 'clients',
        what: `the server configuration, pools and DNS servers of ${resource.name}`,
        effect:
          'People who are connected are cut off. After a change of the configuration everybody needs the client profile anew.',
      },
      pools.flatMap((row) => {
        const { body } = resource
        const at = configurationsIn(body).findIndex(({ name }) => name === row.was)
        const path = [...CONFIGURATIONS, String(at), 'properties']
        const wanted = [
          [[...path, 'vpnClientAddressPool', 'addressPrefixes'], listed(textIn(row.pool))],
          [[...path, 'enableInternetSecurity'], row.internet === true],
        ] as const
        return at < 0 ? [] : ofNamed(body, CONFIGURATIONS, at, setMembers(body, wanted))
      }),
    ),
  consequences: ({ configuration }, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: 'everything else of it stays' },
      ...touched(resource.virtualHubId, estate, 'takes no other change meanwhile'),
    ],
    depends: touched(configuration, estate, 'stays'),
    drops: 'Everybody who is connected by it.',
    after: 'Firewalls and appliances that know people by their pool have to know the new one.',
  }),
  verb: () => 'Change clients',
}

function wanIdOf({ virtualHubId }: P2sVpnGateway, estate: Estate): string | undefined {
  return resourceOf(estate, 'virtualHub', virtualHubId)?.virtualWanId
}

function poolProblems(row: DrawnRow, about: About<P2sVpnGateway>): DrawnProblem[] {
  const { resource, estate } = about
  const all = listed(textIn(row.pool))
  const bad = all.length === 0 ? 'Enter a prefix.' : all.map(prefixText).find((one) => one !== undefined)
  if (bad !== undefined) return [wrong('pools', bad, row.key, 'pool')]
  const over = all.flatMap((text) => overlapIn(wanIdOf(resource, estate), text, about, [resource.id]) ?? [])
  return over.map((one) => ({ ...wrong('pools', one.text, row.key, 'pool'), is: one.is }))
}

function configurationsIn(body: JsonObject): JsonObject[] {
  const all = memberAt(body, CONFIGURATIONS)
  return Array.isArray(all) ? all.filter(isJsonObject) : []
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
