import { contains, formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { HubRouteTable, VirtualHub } from '../../resources/virtual-wan.ts'
import type { Choice } from '../circuit.ts'
import type { About, DrawnField, DrawnForm, DrawnProblem, DrawnRow } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import {
  childrenPath,
  networkConnectionsOf,
  nextHopsOf,
  resourceOf,
  routeTablesOf,
  routingIntentOf,
} from './around-hub.ts'
import { creationOf, editOf } from './made.ts'
import { advise, listed, nameText, prefixText, wrong } from './said.ts'
import { touched } from './touched.ts'

type Values = { labels: string; routes: DrawnRow[] }

const ROUTES = ['properties', 'routes']
/** A routing intent writes these itself (Virtual WAN document 9.2). */
const OF_INTENT = /^_policy_/

const READS = (hubId: string) => [
  childrenPath(hubId, 'hubVirtualNetworkConnections'),
  childrenPath(hubId, 'hubRouteTables'),
  childrenPath(hubId, 'routingIntent'),
]

/** A route table of a hub's own (Virtual WAN document 9.1). */
export const ADD_ROUTE_TABLE: DrawnForm<VirtualHub, Values & { name: string }> = {
  topic: 'add-route-table',
  title: 'Create a route table in',
  reads: ({ id }) => READS(id),
  values: () => ({ name: '', labels: '', routes: [] }),
  fields: (_, about) => [{ is: 'text', name: 'name', label: 'Name' }, ...tableFields(about, about.resource)],
  problems: ({ name, ...typed }, about) => {
    const tables = routeTablesOf(about, about.resource.id)
    const bad = nameText(
      name,
      tables.map((one) => one.name),
    )
    const intent = routingIntentOf(about, about.resource.id)
    return [
      ...(intent
        ? [
            wrong(
              'name',
              'The hub has a routing intent, beside which Azure takes no route tables of one’s own.',
            ),
          ]
        : []),
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...labelProblems(typed.labels, tables),
      ...routeProblems(typed.routes, about, about.resource.id),
    ]
  },
  write: ({ name, labels, routes }, { resource, estate }) =>
    creationOf(resource, estate, {
      kind: 'hubRouteTable',
      topic: 'add-route-table',
      id: `${childrenPath(resource.id, 'hubRouteTables')}/${name}`,
      name,
      what: `the route tables of ${resource.name}: ${name} is new`,
      effect: 'No connection uses it until one is associated with it or propagates to it.',
      body: [
        [['properties', 'labels'], listed(labels)],
        [ROUTES, routesOf(routes)],
      ],
    }),
  consequences: (_, { resource }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
    depends: [],
    after: 'Associate connections with it, or let them propagate to it.',
  }),
  verb: () => 'Create route table',
}

/** Labels and static routes of a table; what its connections tell it stays. */
export const ROUTE_TABLE: DrawnForm<HubRouteTable, Values> = {
  topic: 'route-table',
  title: 'Labels and static routes of',
  reads: ({ hubId }) => READS(hubId),
  values: ({ resource }) => ({
    labels: resource.labels.join(', '),
    routes: typedRoutes(resource.body),
  }),
  fields: (_, about) => tableFields(about, resourceOf(about.estate, 'virtualHub', about.resource.hubId)),
  problems: ({ labels, routes }, about) => {
    const { resource } = about
    const others = routeTablesOf(about, resource.hubId).filter(({ key }) => key !== resource.key)
    return [...labelProblems(labels, others), ...routeProblems(routes, about, resource.hubId)]
  },
  write: ({ labels, routes }, { resource, estate }) =>
    editOf(
      resource,
      estate,
      [
        [['properties', 'labels'], listed(labels)],
        [ROUTES, routesOf(routes, resource.body)],
      ],
      {
        topic: 'route-table',
        what: `the labels and static routes of ${resource.name}`,
        effect: 'What is associated with the table is routed by it within minutes.',
      },
    ),
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'what its connections tell it stays' }],
    depends: [...resource.associatedConnectionIds, ...resource.propagatingConnectionIds]
      .filter((id, index, all) => all.indexOf(id) === index)
      .flatMap((id) => touched(id, estate, 'uses the table')),
    drops: 'Traffic to destinations whose static route goes.',
    after: 'See the effective routes of the table when it is done.',
  }),
  verb: () => 'Change route table',
}

function tableFields(about: Pick<About, 'found' | 'estate'>, hub: VirtualHub | undefined): DrawnField[] {
  const hops = hub === undefined ? [] : hopChoices(about, hub)
  return [
    {
      is: 'text',
      name: 'labels',
      label: 'Labels',
      hint: 'Connections of every hub that propagate to a label reach all tables with it; several with commas',
    },
    {
      is: 'rows',
      name: 'routes',
      label: 'Static routes',
      hint: 'They go before what connections propagate, of the same length.',
      add: 'Add a static route',
      blank: { name: '', destinations: '', hop: '' },
      nameOf: ({ name }) => textIn(name),
      fields: (row) =>
        OF_INTENT.test(textIn(row.was))
          ? [
              {
                is: 'note',
                name: 'policy',
                text: `${textIn(row.name)}: ${textIn(row.destinations)}. The routing intent writes it.`,
              },
            ]
          : [
              { is: 'text', name: 'name', label: 'Name' },
              {
                is: 'text',
                name: 'destinations',
                label: 'Destinations',
                hint: 'Prefixes, several with commas',
              },
              { is: 'choice', name: 'hop', label: 'Next hop', options: withOther(hops, textIn(row.hop)) },
            ],
    },
  ]
}

function hopChoices(about: Pick<About, 'found' | 'estate'>, hub: VirtualHub): Choice[] {
  const intent = routingIntentOf(about, hub.id) !== undefined
  return [
    { value: '', label: 'Choose one' },
    ...nextHopsOf(hub).map((value) => ({ value, label: nameOfId(value) })),
    ...networkConnectionsOf(about, hub.id).map(({ id, name }) => ({
      value: id,
      label: `Connection ${name}`,
      ...(intent && { why: 'not beside a routing intent' }),
    })),
  ]
}

/** What is set already is offered beside what is known. */
function withOther(hops: readonly Choice[], hop: string): Choice[] {
  const known = hops.some(({ value }) => keyOf(value) === keyOf(hop))
  return known ? [...hops] : [...hops, { value: hop, label: nameOfId(hop) }]
}

function labelProblems(labels: string, others: readonly HubRouteTable[]): DrawnProblem[] {
  const bad = listed(labels).find((one) => !/^[\w.-]{1,80}$/.test(one))
  if (bad !== undefined) return [wrong('labels', `${bad} is no label: use letters, digits, _ . -`)]
  const shared = listed(labels).find((one) => others.some((table) => table.labels.includes(one)))
  return shared === undefined
    ? []
    : [
        advise(
          'labels',
          `Another table of the hub has the label ${shared} too: both learn what propagates to it.`,
        ),
      ]
}

/** Azure takes static routes that contradict each other, and says nothing (Virtual WAN document 14, no. 12). */
export function routeProblems(
  rows: readonly DrawnRow[],
  about: Pick<About, 'found'>,
  hubId: string,
): DrawnProblem[] {
  const own = rows.filter(({ was }) => !OF_INTENT.test(was ?? ''))
  const intent = routingIntentOf(about, hubId) !== undefined
  return own.flatMap(({ key, name, destinations, hop }, at) => {
    const others = rows.filter((one) => one.key !== key)
    const bad = nameText(
      textIn(name),
      others.map((one) => textIn(one.name)),
    )
    const all = listed(textIn(destinations))
    const badPrefix =
      all.length === 0 ? 'Enter a prefix.' : all.map(prefixText).find((one) => one !== undefined)
    const next = textIn(hop)
    return [
      ...(bad === undefined ? [] : [wrong('routes', bad, key, 'name')]),
      ...(badPrefix === undefined
        ? conflicts(all, next, own.slice(0, at), key)
        : [wrong('routes', badPrefix, key, 'destinations')]),
      ...(next === '' ? [wrong('routes', 'Choose where it leads.', key, 'hop')] : []),
      ...(intent && /\/hubvirtualnetworkconnections\//i.test(next)
        ? [wrong('routes', 'Beside a routing intent no static route leads to a virtual network.', key, 'hop')]
        : []),
    ]
  })
}

function conflicts(
  all: readonly string[],
  hop: string,
  before: readonly DrawnRow[],
  key: number,
): DrawnProblem[] {
  for (const text of all) {
    const prefix = parsePrefix(text)
    if (!prefix) continue
    for (const other of before) {
      for (const one of listed(textIn(other.destinations))) {
        const there = parsePrefix(one)
        if (!there) continue
        if (formatPrefix(there) === formatPrefix(prefix))
          return [
            wrong(
              'routes',
              keyOf(textIn(other.hop)) === keyOf(hop)
                ? `${textIn(other.name)} has ${one} already.`
                : `${textIn(other.name)} leads ${one} elsewhere: Azure takes both and says nothing.`,
              key,
              'destinations',
            ),
          ]
        if (contains(there, prefix) || contains(prefix, there))
          return [
            advise(
              'routes',
              `It overlaps ${one} of ${textIn(other.name)}: the longer prefix is taken.`,
              key,
              'destinations',
            ),
          ]
      }
    }
  }
  return []
}

function typedRoutes(body: JsonObject): DrawnRow[] {
  return routesIn(body).map((route, key) => {
    const destinations = memberAt(route, ['destinations'])
    const name = textIn(route.name)
    return {
      key,
      was: name,
      name,
      destinations: Array.isArray(destinations)
        ? destinations.filter((one) => typeof one === 'string').join(', ')
        : '',
      hop: textIn(route.nextHop),
    }
  })
}

function routesIn(body: JsonObject): JsonObject[] {
  const routes = memberAt(body, ROUTES)
  return Array.isArray(routes) ? routes.filter(isJsonObject) : []
}

/** Members of a route that nobody here knows stay. */
function routesOf(rows: readonly DrawnRow[], body: JsonObject = {}): Json {
  const before = routesIn(body)
  return rows.map(({ was, name, destinations, hop }) => {
    const route = was === undefined ? undefined : before.find((one) => one.name === was)
    if (route && OF_INTENT.test(was ?? '')) return route
    return {
      destinationType: 'CIDR',
      nextHopType: 'ResourceId',
      ...route,
      name: textIn(name).trim(),
      destinations: listed(textIn(destinations)),
      nextHop: textIn(hop),
    }
  })
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
