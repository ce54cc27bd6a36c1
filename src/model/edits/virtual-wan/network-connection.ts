import { formatPrefix, parseAddress } from '../../../lib/cidr.ts'
import { isJsonObject, type Json } from '../../../lib/json.ts'
import type { Estate } from '../../estate.ts'
import { count, sentenceList } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import type { HubVirtualNetworkConnection, VirtualHub } from '../../resources/virtual-wan.ts'
import type { About, DrawnField, DrawnForm, DrawnProblem, DrawnRow } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { allOf, childrenPath, joinedNetworkPaths, networkConnectionsOf, resourceOf } from './around-hub.ts'
import {
  routingFields,
  routingLocked,
  routingProblems,
  routingWanted,
  type TypedRouting,
  typedRouting,
} from './hub-routing.ts'
import { creationOf, editOf } from './made.ts'
import { advise, blocks, listed, nameText, prefixText, usedBy, wrong } from './said.ts'
import { touched } from './touched.ts'

type Values = TypedRouting & {
  name: string
  network: string
  /** The network that a name was proposed for, so that one that is emptied stays empty. */
  named: string
  internet: boolean
  routes: DrawnRow[]
}
type EditValues = TypedRouting & { internet: boolean; routes: DrawnRow[] }

const STATIC = ['properties', 'routingConfiguration', 'vnetRoutes', 'staticRoutes']
/** How many networks a hint names. */
const NAMED = 4
const READS = (hubId: string) => [
  childrenPath(hubId, 'hubVirtualNetworkConnections'),
  childrenPath(hubId, 'hubRouteTables'),
  childrenPath(hubId, 'routingIntent'),
]

/** A virtual network that joins a hub (Virtual WAN document 8). */
export const ADD_NETWORK: DrawnForm<VirtualHub, Values> = {
  topic: 'add-network',
  title: 'Connect a virtual network to',
  reads: ({ id, virtualWanId }, estate) => [
    ...new Set([...READS(id), ...joinedNetworkPaths(estate, virtualWanId)]),
  ],
  also: (_, estate) =>
    allOf(estate, 'virtualHub').flatMap((hub) =>
      hub.hubKind?.toLowerCase() === 'routeserver'
        ? []
        : [childrenPath(hub.id, 'hubVirtualNetworkConnections')],
    ),
  values: ({ resource }) => ({
    ...typedRouting(resource.id),
    tables: ['defaultRouteTable'],
    name: '',
    network: '',
    named: '',
    // It leads the network's way to the internet through the hub, so only who asks gets it.
    internet: false,
    routes: [],
  }),
  settled: (typed, { estate }) => {
    const { name, network, named } = typed
    if (network === named || (name !== '' && name !== proposedName(named, estate))) return typed
    return { ...typed, name: proposedName(network, estate), named: network }
  },
  fields: ({ network }, about) => {
    const { resource, estate } = about
    const all = allOf(estate, 'virtualNetwork')
    const joined = joinedNetworks(about)
    const left = all.flatMap(({ key, name }) => {
      const hub = joined.get(key)
      return hub === undefined ? [] : [`${name} (${hub})`]
    })
    return [
      {
        is: 'choice',
        name: 'network',
        label: 'Virtual network',
        options: [
          { value: '', label: 'Choose one' },
          ...all
            .filter(({ id, key }) => id === network || !joined.has(key))
            .map(({ id, name, addressPrefixes, location = '' }) => ({
              value: id,
              label: `${name}, ${addressPrefixes.join(', ')}, ${location}`,
            })),
        ],
        ...(left.length > 0 && {
          hint: `Connected to a hub already, so not offered: ${sentenceList(firstOf(left))}`,
        }),
      },
      { is: 'text', name: 'name', label: 'Name of the connection' },
      ...common(about, resource.id),
    ]
  },
  problems: (typed, about) => {
    const { resource } = about
    const bad = nameText(
      typed.name,
      networkConnectionsOf(about, resource.id).map(({ name }) => name),
    )
    return [
      ...networkProblems(typed.network, about),
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...routingProblems(typed, about, resource.id),
      ...routeProblems(typed.routes),
    ]
  },
  write: (typed, about) => {
    const { resource, estate } = about
    return creationOf(resource, estate, {
      kind: 'hubVirtualNetworkConnection',
      topic: 'add-network',
      id: `${childrenPath(resource.id, 'hubVirtualNetworkConnections')}/${typed.name}`,
      name: typed.name,
      what: `the virtual networks of ${resource.name}: ${typed.name} is new`,
      effect: 'The hub and the network learn each other’s routes within minutes.',
      besides: [typed.network === '' ? undefined : typed.network],
      body: [
        [['properties', 'remoteVirtualNetwork', 'id'], typed.network],
        [['properties', 'enableInternetSecurity'], typed.internet],
        ...routingWanted(typed, about, resource.id),
        ...(typed.routes.length > 0 ? [[STATIC, routesOf(typed.routes)] as const] : []),
      ],
    })
  },
  consequences: ({ network }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
    depends: touched(network, estate, 'do not change its subnets meanwhile'),
    after: 'Virtual machines in the network get the routes of the hub by themselves.',
  }),
  verb: () => 'Connect network',
}

/** Names of the hubs that networks are connected to, by the key of the network. */
function joinedNetworks({ estate, ...about }: Pick<About, 'estate' | 'found'>): Map<string, string> {
  return new Map(
    allOf(estate, 'virtualHub').flatMap(({ id, name }) =>
      networkConnectionsOf(about, id).map((one) => [keyOf(one.remoteVirtualNetworkId ?? ''), name] as const),
    ),
  )
}

function firstOf(names: readonly string[]): string[] {
  return names.length <= NAMED
    ? [...names]
    : [...names.slice(0, NAMED), count(names.length - NAMED, 'more', 'more')]
}

function proposedName(networkId: string, estate: Estate): string {
  const network = resourceOf(estate, 'virtualNetwork', networkId)
  return network === undefined ? '' : `hvc-${network.name.replace(/^vnet-/i, '')}`.slice(0, 80)
}

/** What of a network's connection can be changed; the network itself cannot. */
export const NETWORK: DrawnForm<HubVirtualNetworkConnection, EditValues> = {
  topic: 'network',
  title: 'Routing of',
  reads: ({ hubId }) => READS(hubId),
  values: ({ resource }) => ({
    ...typedRouting(resource.hubId, resource.body),
    internet: resource.enableInternetSecurity,
    routes: typedRoutes(resource),
  }),
  fields: (_, about) => common(about, about.resource.hubId),
  problems: (typed, about) => [
    ...routingProblems(typed, about, about.resource.hubId),
    ...routeProblems(typed.routes),
  ],
  write: (typed, about) => {
    const { resource, estate } = about
    return editOf(
      resource,
      estate,
      [
        [['properties', 'enableInternetSecurity'], typed.internet],
        ...routingWanted(typed, about, resource.hubId),
        ...(routingLocked(about, resource.hubId) === undefined
          ? [[STATIC, routesOf(typed.routes, resource)] as const]
          : []),
      ],
      {
        topic: 'network',
        what: `the routing of ${resource.name}`,
        effect: 'The hub and the network get other routes within minutes.',
      },
    )
  },
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: [
      ...touched(resource.remoteVirtualNetworkId, estate, 'gets other routes'),
      ...touched(resource.hubId, estate, 'takes no other change meanwhile'),
    ],
    drops: 'Traffic of the network that the new routes do not carry.',
    after: 'See the effective routes of the hub when it is done.',
  }),
  verb: () => 'Change routing',
}

function common(about: Pick<About, 'found'>, hubId: string): DrawnField[] {
  const locked = routingLocked(about, hubId)
  return [
    {
      is: 'switch',
      name: 'internet',
      label: 'Propagate default route',
      hint: 'The network gets the hub’s way to the internet, where the hub has one',
    },
    ...routingFields(about, hubId),
    ...(locked === undefined
      ? [
          {
            is: 'rows',
            name: 'routes',
            label: 'Static routes',
            hint: 'For what is behind an appliance in the network.',
            add: 'Add a static route',
            blank: { name: '', prefixes: '', hop: '' },
            nameOf: ({ name }: DrawnRow) => textIn(name),
            fields: () =>
              [
                { is: 'text', name: 'name', label: 'Name' },
                { is: 'text', name: 'prefixes', label: 'Prefixes', hint: 'Several with commas' },
                { is: 'text', name: 'hop', label: 'Next hop', hint: 'An address in the network' },
              ] as const,
          } as const,
        ]
      : []),
  ]
}

/** Virtual WAN document 8 and 14 no. 15; one hub for a network is not verified, so it is advice. */
function networkProblems(network: string, { resource, estate, ...about }: About<VirtualHub>): DrawnProblem[] {
  const chosen = resourceOf(estate, 'virtualNetwork', network)
  if (chosen === undefined) return [wrong('network', 'Choose a virtual network.')]
  const connections = networkConnectionsOf(about, resource.id)
  const used = [
    ...blocks(
      resource.addressPrefix === undefined ? [] : [resource.addressPrefix],
      `the hub ${resource.name}`,
    ),
    ...connections.flatMap(({ remoteVirtualNetworkId: id }) => {
      const other = resourceOf(estate, 'virtualNetwork', id)
      return other ? blocks(other.addressPrefixes, `${other.name}, which is connected`) : []
    }),
  ]
  const over = chosen.addressPrefixes.flatMap((text) => {
    const found = usedBy(text, used)
    return found ? [`${text} overlaps ${formatPrefix(found.prefix)} of ${found.of}.`] : []
  })
  const isConnected = connections.some((one) => keyOf(one.remoteVirtualNetworkId ?? '') === chosen.key)
  const holdsGateway = allOf(estate, 'virtualNetworkGateway').find(({ ipConfigurations }) =>
    ipConfigurations.some(({ subnetId }) => keyOf(subnetId ?? '').startsWith(`${chosen.key}/`)),
  )
  const other = allOf(estate, 'virtualHub').find(
    ({ id, key }) =>
      key !== resource.key &&
      networkConnectionsOf(about, id).some((one) => keyOf(one.remoteVirtualNetworkId ?? '') === chosen.key),
  )
  return [
    ...(other
      ? [
          advise(
            'network',
            `${chosen.name} is connected to the hub ${other.name} already: Azure may refuse a second hub.`,
          ),
        ]
      : []),
    ...(isConnected ? [wrong('network', `${chosen.name} is connected to this hub.`)] : []),
    ...over.slice(0, 1).map((text) => wrong('network', text)),
    ...(holdsGateway
      ? [
          advise(
            'network',
            `${chosen.name} has the gateway ${holdsGateway.name}: Azure may refuse a network with a gateway of its own.`,
          ),
        ]
      : []),
  ]
}

function typedRoutes({ body }: HubVirtualNetworkConnection): DrawnRow[] {
  return routesIn(body).map((route, key) => {
    const prefixes = memberAt(route, ['addressPrefixes'])
    const name = textIn(memberAt(route, ['name']))
    return {
      key,
      was: name,
      name,
      prefixes: Array.isArray(prefixes) ? prefixes.filter((one) => typeof one === 'string').join(', ') : '',
      hop: textIn(memberAt(route, ['nextHopIpAddress'])),
    }
  })
}

function routesIn(body: Json): Json[] {
  const routes = memberAt(body, STATIC)
  return Array.isArray(routes) ? routes.filter(isJsonObject) : []
}

/** Members of a route that nobody here knows stay. */
function routesOf(rows: readonly DrawnRow[], connection?: HubVirtualNetworkConnection): Json {
  return rows.map(({ was, name, prefixes, hop }) => {
    const before = connection && routesIn(connection.body).find((one) => memberAt(one, ['name']) === was)
    return {
      ...(isJsonObject(before) && before),
      name: textIn(name).trim(),
      addressPrefixes: listed(textIn(prefixes)),
      nextHopIpAddress: textIn(hop).trim(),
    }
  })
}

function routeProblems(rows: readonly DrawnRow[]): DrawnProblem[] {
  return rows.flatMap(({ key, name, prefixes, hop }) => {
    const bad = nameText(
      textIn(name),
      rows.filter((one) => one.key !== key).map((one) => textIn(one.name)),
    )
    const all = listed(textIn(prefixes))
    const badPrefix =
      all.length === 0 ? 'Enter a prefix.' : all.map(prefixText).find((one) => one !== undefined)
    const parsed = parseAddress(textIn(hop).trim())
    return [
      ...(bad === undefined ? [] : [wrong('routes', bad, key, 'name')]),
      ...(badPrefix === undefined ? [] : [wrong('routes', badPrefix, key, 'prefixes')]),
      ...(parsed?.family === 4 ? [] : [wrong('routes', 'Enter an IPv4 address.', key, 'hop')]),
    ]
  })
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
