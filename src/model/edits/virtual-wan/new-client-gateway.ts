import { formatPrefix, freeBlocks, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import type { Estate } from '../../estate.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import type { About, DrawnField, DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { allOf, joinedNetworkPaths, namesIn, overlapIn, resourceOf, usedAround } from './around-hub.ts'
import { clientUnitsField, clientUnitsProblems } from './gateway-units.ts'
import { besideId, creationOf, groupOf } from './made.ts'
import { listed, nameText, prefixText, wrong } from './said.ts'
import { touched } from './touched.ts'

type Values = {
  name: string
  configuration: string
  units: string
  pool: string
  dns: string
  internet: boolean
}

/** Azure's portal calls the one that a gateway begins with so. */
const FIRST = 'P2SConnectionConfigDefault'

/** A point-to-site gateway in a hub (Virtual WAN document 7). It is billed from its creation on. */
export const NEW_CLIENT_GATEWAY: DrawnForm<VirtualHub, Values> = {
  topic: 'new-client-gateway',
  title: 'Create a point-to-site gateway in',
  reads: ({ virtualWanId }, estate) => joinedNetworkPaths(estate, virtualWanId),
  values: ({ estate }) => ({
    name: '',
    configuration: '',
    units: '1',
    pool: freePool(estate),
    dns: '',
    // It leads people's way to the internet through the hub, so only who asks gets it.
    internet: false,
  }),
  fields: ({ configuration, units }, { estate }) => [
    { is: 'text', name: 'name', label: 'Name' },
    serverField(configuration, estate),
    ...clientUnitsField(units),
    {
      is: 'text',
      name: 'pool',
      label: 'Address pool',
      hint: 'Prefixes, several with commas. Each instance of the gateway takes its part',
    },
    {
      is: 'text',
      name: 'dns',
      label: 'DNS servers',
      hint: 'Addresses, several with commas; empty: those of Azure',
    },
    {
      is: 'switch',
      name: 'internet',
      label: 'Propagate default route',
      hint: 'Internet traffic of people goes through the hub',
    },
  ],
  problems: ({ name, configuration, units, pool, dns }, about) => {
    const { resource, estate } = about
    const bad = nameText(name, namesIn(estate, 'p2sVpnGateway', resource, groupOf(resource)))
    return [
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...serverProblems(configuration, estate),
      ...clientUnitsProblems(units),
      ...poolProblems(pool, about),
      ...dnsProblems(dns),
    ]
  },
  write: ({ name, configuration, units, pool, dns, internet }, { resource, estate }) =>
    creationOf(resource, estate, {
      kind: 'p2sVpnGateway',
      topic: 'new-client-gateway',
      id: besideId(resource, 'p2sVpnGateways', name),
      name,
      what: `the gateways of ${resource.name}: ${name} is new`,
      effect: 'It is billed from now on, also while nobody is connected.',
      besides: [configuration === '' ? undefined : configuration],
      body: [
        [['location'], resource.location],
        [['properties', 'virtualHub', 'id'], resource.id],
        [['properties', 'vpnServerConfiguration', 'id'], configuration],
        [['properties', 'vpnGatewayScaleUnit'], Number(units)],
        [['properties', 'customDnsServers'], listed(dns)],
        [
          ['properties', 'p2SConnectionConfigurations'],
          [
            {
              name: FIRST,
              properties: {
                vpnClientAddressPool: { addressPrefixes: listed(pool) },
                enableInternetSecurity: internet,
              },
            },
          ],
        ],
      ],
    }),
  consequences: ({ configuration }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
    depends: touched(configuration, estate, 'stays as it is'),
    after: 'Give out the client profile, which is on the page of the gateway.',
  }),
  verb: () => 'Create gateway',
}

/** The server configurations that were read; their region and group do not bind them to a hub. */
export function serverField(configuration: string, estate: Estate): DrawnField {
  const all = allOf(estate, 'vpnServerConfiguration')
  return {
    is: 'choice',
    name: 'configuration',
    label: 'Server configuration',
    hint:
      all.length === 0
        ? 'There is none yet: create one from the page of the WAN'
        : 'How people sign in, and over which tunnels',
    options: [
      ...(resourceOf(estate, 'vpnServerConfiguration', configuration)
        ? []
        : [{ value: configuration, label: 'Choose one' }]),
      ...all.map(({ id, name }) => ({ value: id, label: name })),
    ],
  }
}

function serverProblems(configuration: string, estate: Estate): DrawnProblem[] {
  return resourceOf(estate, 'vpnServerConfiguration', configuration)
    ? []
    : [wrong('configuration', 'Choose a server configuration.')]
}

function poolProblems(pool: string, about: About<VirtualHub>): DrawnProblem[] {
  const all = listed(pool)
  const bad = all.length === 0 ? 'Enter a prefix.' : all.map(prefixText).find((one) => one !== undefined)
  if (bad !== undefined) return [wrong('pool', bad)]
  return all.flatMap((text) => {
    const over = overlapIn(about.resource.virtualWanId, text, about)
    return over ? [{ field: 'pool', ...over }] : []
  })
}

function dnsProblems(dns: string): DrawnProblem[] {
  return listed(dns)
    .filter((one) => !parseAddress(one))
    .slice(0, 1)
    .map((one) => wrong('dns', `${one} is no address.`))
}

/** A /24 that nothing read here has. */
function freePool(estate: Estate): string {
  const used = usedAround(estate).map(({ prefix }) => prefix)
  for (const text of ['172.16.0.0/12', '10.0.0.0/8', '192.168.0.0/16']) {
    const within = parsePrefix(text)
    const [free] = within ? freeBlocks([within], used, 24) : []
    if (free) return formatPrefix(free)
  }
  return ''
}
