import { isJsonObject, type Json } from '../../../lib/json.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import type { About, DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { memberAt } from '../edit.ts'
import { heldInHub } from '../held-by.ts'
import {
  childrenPath,
  HUB_CHILDREN,
  networkConnectionsOf,
  nextHopsOf,
  routeTablesOf,
  routingIntentOf,
} from './around-hub.ts'
import { DEFAULT_TABLE, NONE_TABLE } from './built-in-tables.ts'
import { routingOf } from './hub-routing.ts'
import { creationOf, editOf } from './made.ts'
import { advise, wrong } from './said.ts'

type Values = { internet: string; traffic: string }

const KINDS = [
  { name: 'internet', destination: 'Internet', policy: 'InternetTraffic' },
  { name: 'traffic', destination: 'PrivateTraffic', policy: 'PrivateTrafficPolicy' },
] as const

const NO_HOPS =
  'The hub has no firewall and no appliance that traffic could be sent through. Deploy one first.'

const ACTION = 'Microsoft.Network/virtualHubs/routingIntent'

/** What sends traffic of a hub through its firewall (Virtual WAN document 9.2). */
export const ROUTING_INTENT: DrawnForm<VirtualHub, Values> = {
  topic: 'routing-intent',
  title: 'Routing intent of',
  reads: ({ id }) => HUB_CHILDREN.map((segment) => childrenPath(id, segment)),
  values: (about) => {
    const policies = routingIntentOf(about, about.resource.id)?.policies ?? []
    const hopOf = (destination: string) =>
      policies.find(({ destinations }) => destinations.includes(destination))?.nextHopId ?? ''
    return { internet: hopOf('Internet'), traffic: hopOf('PrivateTraffic') }
  },
  fields: (values, { resource }) => {
    if (nextHopsOf(resource).length === 0 && values.internet === '' && values.traffic === '')
      return [{ is: 'note', name: 'none', text: NO_HOPS }]
    const options = (now: string) => [
      { value: '', label: 'Not sent through it' },
      ...[...new Set([...nextHopsOf(resource), ...(now === '' ? [] : [now])])].map((value) => ({
        value,
        label: nameOfId(value),
      })),
    ]
    return [
      {
        is: 'choice',
        name: 'internet',
        label: 'Internet traffic',
        hint: 'Leaves through this hub alone: a default route does not go on to other hubs',
        options: options(values.internet),
      },
      {
        is: 'choice',
        name: 'traffic',
        label: 'Private traffic',
        hint: 'Between networks, branches and hubs',
        options: options(values.traffic),
      },
      {
        is: 'note',
        name: 'kept',
        text: 'A routing intent rewrites the routing of every connection of the hub, and taking it away does not bring the old one back. Save it first.',
      },
    ]
  },
  problems: (values, about) => intentProblems(values, about),
  write: (values, about) => {
    const { resource, estate } = about
    const intent = routingIntentOf(about, resource.id)
    if (intent && values.internet === '' && values.traffic === '')
      return {
        is: 'removal',
        method: 'DELETE',
        topic: 'routing-intent',
        id: intent.id,
        name: intent.name,
        what: `Delete the routing intent of ${resource.name}`,
        effect:
          'Traffic goes past the firewall. The routing of the connections is not what it was before the intent.',
        action: `${ACTION}/delete`,
        ...heldInHub(intent, estate),
      }
    const words = {
      topic: 'routing-intent' as const,
      what: `the routing intent of ${resource.name}`,
      effect: 'The hub routes anew, and so does every connection of it.',
    }
    if (intent)
      return editOf(
        intent,
        estate,
        [[['properties', 'routingPolicies'], policiesOf(values, intent.body)]],
        words,
      )
    return creationOf(resource, estate, {
      ...words,
      kind: 'routingIntent',
      id: `${childrenPath(resource.id, 'routingIntent')}/hubRoutingIntent`,
      name: 'hubRoutingIntent',
      body: [[['properties', 'routingPolicies'], policiesOf(values)]],
    })
  },
  consequences: ({ internet, traffic }, about) => {
    const { resource } = about
    const goes = internet === '' && traffic === ''
    const table = traffic === '' ? 'the label default' : NONE_TABLE
    return {
      touches: [{ id: resource.id, name: resource.name, note: 'takes no other change meanwhile' }],
      depends: networkConnectionsOf(about, resource.id).map(({ id, name }) => ({
        id,
        name,
        note: goes
          ? 'keeps the routing the intent gave it'
          : `is associated with ${DEFAULT_TABLE} and propagates to ${table} then`,
      })),
      drops: goes
        ? 'Nothing is inspected any more. Networks and branches may not reach each other until their routing is set anew.'
        : 'Traffic that the firewall does not allow. Sessions may break while the hub changes over.',
      after: goes
        ? 'Set the routing of each connection, by what was saved before.'
        : 'See that the policy of the firewall allows what has to pass.',
    }
  },
  confirm: (values, about) => {
    const intent = routingIntentOf(about, about.resource.id)
    return intent === undefined || values.internet === '' || values.traffic === ''
      ? about.resource.name
      : undefined
  },
  verb: ({ internet, traffic }, about) => {
    if (routingIntentOf(about, about.resource.id) === undefined) return 'Set routing intent'
    return internet === '' && traffic === '' ? 'Delete routing intent' : 'Change routing intent'
  },
  keep: (about) => {
    const { resource, found } = about
    return {
      label: 'Save the routing as it is now',
      file: `${resource.name}-routing.json`,
      content: routingOf(
        resource,
        HUB_CHILDREN.flatMap((segment) => found(childrenPath(resource.id, segment))),
      ),
    }
  },
}

function intentProblems({ internet, traffic }: Values, about: About<VirtualHub>): DrawnProblem[] {
  const { resource } = about
  const intent = routingIntentOf(about, resource.id)
  const hops = nextHopsOf(resource)
  if (hops.length === 0 && intent === undefined) return [wrong('internet', NO_HOPS)]
  if (internet === '' && traffic === '')
    return intent ? [] : [wrong('internet', 'Choose where some traffic goes.')]
  const gone = KINDS.flatMap(({ name }) => {
    const hop = { internet, traffic }[name]
    return hop === '' || hops.some((one) => keyOf(one) === keyOf(hop))
      ? []
      : [advise(name, `${nameOfId(hop)} is not known to be in this hub.`)]
  })
  if (intent) return gone
  const custom = routeTablesOf(about, resource.id).filter(
    ({ name }) => ![DEFAULT_TABLE, NONE_TABLE].some((one) => keyOf(one) === keyOf(name)),
  )
  const leading = routeTablesOf(about, resource.id).flatMap(({ routes }) =>
    routes.filter(({ nextHop }) => /\/hubvirtualnetworkconnections\//i.test(nextHop ?? '')),
  )
  return [
    ...gone,
    ...(custom.length > 0
      ? [
          wrong(
            'internet',
            `Beside a routing intent there are no route tables of one’s own: delete ${custom.map(({ name }) => name).join(', ')} first.`,
          ),
        ]
      : []),
    ...(leading.length > 0
      ? [
          wrong(
            'internet',
            `Static routes to a virtual network stand in the way: delete ${leading.map(({ name = 'one without a name' }) => name).join(', ')} first.`,
          ),
        ]
      : []),
  ]
}

/** A policy that stays keeps its name and what else it has. */
function policiesOf(values: Values, body?: Json): Json {
  const now = readPolicies(body)
  return KINDS.flatMap(({ name, destination, policy }) => {
    const hop = values[name]
    if (hop === '') return []
    const before = now.find(
      ({ destinations }) => Array.isArray(destinations) && destinations.includes(destination),
    )
    return [{ name: policy, ...before, destinations: [destination], nextHop: hop }]
  })
}

function readPolicies(body: Json | undefined): { [name: string]: Json | undefined }[] {
  const policies = memberAt(body, ['properties', 'routingPolicies'])
  return Array.isArray(policies) ? policies.filter(isJsonObject) : []
}
