import { formatPrefix, freeBlocks, parsePrefix } from '../../../lib/cidr.ts'
import type { Estate } from '../../estate.ts'
import type { VirtualWan } from '../../resources/virtual-wan.ts'
import type { About, DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { hubsOfWan, joinedNetworkPaths, namesIn, overlapIn, usedAround } from './around-hub.ts'
import { ROUTING_PREFERENCES, unitsHint, unitsProblems } from './hub-units.ts'
import { besideId, creationOf, groupOf } from './made.ts'
import { placeFields, placeProblems } from './place-fields.ts'
import { advise, isPrivateRange, nameText, prefixText, wrong } from './said.ts'

type Values = {
  name: string
  group: string
  location: string
  prefix: string
  units: string
  preference: string
}

/** A /23 that nothing read here has: a hub's address space is there for good (Virtual WAN document 2.1). */
export function freeHubPrefix(estate: Estate): string {
  const space = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => parsePrefix(text) ?? [])
  const used = usedAround(estate).map(({ prefix }) => prefix)
  for (const one of space) {
    const [free] = freeBlocks([one], used, 23)
    if (free) return formatPrefix(free)
  }
  return ''
}

/** Virtual WAN document 2.1: /24 at least, /23 recommended, and nothing that is joined to the WAN has it. */
function hubPrefixProblems(field: string, text: string, about: About<VirtualWan>): DrawnProblem[] {
  const bad = prefixText(text)
  if (bad !== undefined) return [wrong(field, bad)]
  const length = parsePrefix(text)?.length ?? 0
  if (length > 24) return [wrong(field, 'A hub needs a /24 at least; /23 leaves room for all gateways.')]
  const over = overlapIn(about.resource.id, text, about)
  if (over?.is === 'error') return [{ field, ...over }]
  return [
    ...(over ? [{ field, ...over }] : []),
    ...(isPrivateRange(text)
      ? []
      : [
          advise(field, `${text} is no private range: what has it on the internet is not reached from here.`),
        ]),
    ...(length === 24
      ? [
          advise(
            field,
            'A /24 has little room: with a firewall and all gateways take a /23, and it cannot be changed later.',
          ),
        ]
      : []),
  ]
}

/** A hub in a WAN. It is billed from its creation on, also while it is empty. */
export const NEW_HUB: DrawnForm<VirtualWan, Values> = {
  topic: 'new-hub',
  title: 'Create a hub in',
  reads: ({ id }, estate) => joinedNetworkPaths(estate, id),
  placed: true,
  values: ({ resource, estate }) => ({
    name: '',
    group: groupOf(resource),
    location: resource.location ?? '',
    prefix: freeHubPrefix(estate),
    units: '2',
    preference: 'ExpressRoute',
  }),
  fields: ({ units, group, location }, about) => {
    const isBasic = about.resource.wanType?.toLowerCase() === 'basic'
    return [
      { is: 'text', name: 'name', label: 'Name' },
      ...placeFields({ group, location }, about),
      {
        is: 'text',
        name: 'prefix',
        label: 'Address space',
        hint: 'A /23 that nothing else has. It cannot be changed later',
      },
      ...(isBasic
        ? [{ is: 'note', name: 'basic', text: 'A hub of a Basic WAN has site-to-site VPN alone.' } as const]
        : [
            {
              is: 'number',
              name: 'units',
              label: 'Routing units, at least',
              hint: unitsHint(units),
            } as const,
            {
              is: 'choice',
              name: 'preference',
              label: 'Routing preference',
              options: ROUTING_PREFERENCES,
            } as const,
          ]),
    ]
  },
  problems: ({ name, group, location, prefix, units }, about) => {
    const { resource, estate } = about
    const bad = nameText(name, namesIn(estate, 'virtualHub', resource, group))
    return [
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...placeProblems({ group, location }, about),
      ...hubPrefixProblems('prefix', prefix, about),
      ...unitsProblems('units', units),
    ]
  },
  write: ({ name, group, location, prefix, units, preference }, { resource, estate }) => {
    const isBasic = resource.wanType?.toLowerCase() === 'basic'
    return creationOf(resource, estate, {
      kind: 'virtualHub',
      topic: 'new-hub',
      id: besideId(resource, 'virtualHubs', name, group),
      name,
      what: `the hubs of ${resource.name}: ${name} is new`,
      effect:
        'It is billed from now on, also while it is empty. Its router comes up after the hub itself, within half an hour.',
      body: [
        [['location'], location],
        [['properties', 'virtualWan', 'id'], resource.id],
        [['properties', 'addressPrefix'], prefix.trim()],
        [['properties', 'sku'], isBasic ? 'Basic' : 'Standard'],
        ...(isBasic
          ? []
          : ([
              [['properties', 'virtualRouterAutoScaleConfiguration', 'minCapacity'], Number(units)],
              [['properties', 'hubRoutingPreference'], preference],
            ] as const)),
      ],
    })
  },
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'its WAN stays as it is' }],
    depends: hubsOfWan(estate, resource.id).map(({ id, name }) => ({
      id,
      name,
      note: 'hub of the same WAN',
    })),
    after:
      'Its router takes up to half an hour. Nothing can be made in the hub before that; what is asked for waits.',
  }),
  verb: () => 'Create hub',
}
