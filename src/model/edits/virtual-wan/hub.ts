import type { VirtualHub } from '../../resources/virtual-wan.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { ROUTING_PREFERENCES, unitsHint, unitsProblems } from './hub-units.ts'
import { unlessByItself } from '../set-members.ts'
import { editOf } from './made.ts'
import { hubParts } from './touched.ts'

/** As a hub is by itself (Virtual WAN document 2.3, 2.4). */
const UNITS = 2
const PREFERENCE = 'ExpressRoute'

type Values = { units: string; preference: string }

/** What of a hub can be changed in place; its address space cannot (Virtual WAN document 2). */
export const HUB: DrawnForm<VirtualHub, Values> = {
  topic: 'hub',
  title: 'Capacity and routing preference of',
  values: ({ resource }) => ({
    units: String(resource.minCapacity ?? UNITS),
    preference: resource.hubRoutingPreference ?? PREFERENCE,
  }),
  fields: ({ units }) => [
    {
      is: 'number',
      name: 'units',
      label: 'Routing units, at least',
      hint: unitsHint(units),
    },
    {
      is: 'choice',
      name: 'preference',
      label: 'Routing preference',
      hint: 'Decides where one prefix is learned over several ways',
      options: ROUTING_PREFERENCES,
    },
    {
      is: 'note',
      name: 'prefix',
      text: 'The address space of a hub cannot be changed: that takes a new hub.',
    },
  ],
  problems: ({ units }) => unitsProblems('units', units),
  write: ({ units, preference }, { resource, estate }) =>
    editOf(
      resource,
      estate,
      [
        [
          ['properties', 'virtualRouterAutoScaleConfiguration', 'minCapacity'],
          unlessByItself(resource.minCapacity, Number(units), UNITS),
        ],
        [
          ['properties', 'hubRoutingPreference'],
          unlessByItself(resource.hubRoutingPreference, preference, PREFERENCE),
        ],
      ],
      {
        topic: 'hub',
        what: `the capacity and routing preference of ${resource.name}`,
        effect: 'The price changes with the units. The router takes them within about 25 minutes.',
      },
    ),
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: hubParts(resource, estate),
    drops:
      'A step of the units can disturb flows to private endpoints. Another preference may send traffic another way, also of the other hubs, which learn only its best routes.',
    after: 'The hub takes no other change until this one is done.',
  }),
  verb: () => 'Change hub',
}
