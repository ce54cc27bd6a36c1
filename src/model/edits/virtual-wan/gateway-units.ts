import { count } from '../../format.ts'
import type { P2sVpnGateway, VpnHubGateway } from '../../resources/virtual-wan.ts'
import type { DrawnField, DrawnForm, DrawnProblem } from '../drawn-form.ts'
import { CLIENTS_DISAGREE, clientCapacity } from '../../virtual-wan/gateway-capacity.ts'
import { editOf } from './made.ts'
import { wholeNumber, wrong } from './said.ts'
import { siteConnectionsOf, touched } from './touched.ts'

type Values = { units: string }

const UNITS = ['properties', 'vpnGatewayScaleUnit']
/** 500 Mbps for each unit, up to 20 Gbps (Virtual WAN document 4). */
const MOST_SITE_UNITS = 40
/** Of a point-to-site gateway. */
const LARGEST = 200

export const SITE_UNITS: DrawnForm<VpnHubGateway, Values> = {
  topic: 'scale',
  title: 'Change the scale units of',
  values: ({ resource }) => ({ units: String(resource.scaleUnits ?? 1) }),
  fields: ({ units }) => {
    const number = wholeNumber(units)
    return [
      {
        is: 'number',
        name: 'units',
        label: 'Scale units',
        hint:
          number > 0 && number <= MOST_SITE_UNITS
            ? `${(number * 500) / 1000} Gbps on each of the two instances`
            : `From 1 to ${MOST_SITE_UNITS}`,
      },
    ]
  },
  problems: ({ units }) => {
    const number = wholeNumber(units)
    return number >= 1 && number <= MOST_SITE_UNITS
      ? []
      : [wrong('units', `Enter a whole number from 1 to ${MOST_SITE_UNITS}.`)]
  },
  write: ({ units }, { resource, estate }) =>
    editOf(resource, estate, [[UNITS, Number(units)]], {
      topic: 'scale',
      what: `the scale units of ${resource.name}`,
      effect:
        'The price changes with the units. The gateway is sent as a whole: the shared keys of its links are read and sent back with it.',
    }),
  consequences: (_, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: 'its connections are sent back as they were read' },
      ...touched(resource.virtualHubId, estate, 'takes no other change meanwhile'),
    ],
    depends: siteConnectionsOf(resource.id, estate).map(({ id, name }) => ({
      id,
      name,
      note: 'its site connection',
    })),
    drops: 'The tunnels of an instance while it changes. Fewer units carry less.',
  }),
  verb: () => 'Change scale units',
}

export const CLIENT_UNITS: DrawnForm<P2sVpnGateway, Values> = {
  topic: 'scale',
  title: 'Change the scale units of',
  values: ({ resource }) => ({ units: String(resource.scaleUnits ?? 1) }),
  fields: ({ units }) => clientUnitsField(units),
  problems: ({ units }) => clientUnitsProblems(units),
  write: ({ units }, { resource, estate }) =>
    editOf(resource, estate, [[UNITS, Number(units)]], {
      topic: 'scale',
      what: `the scale units of ${resource.name}`,
      effect:
        'The price changes with the units. People who are connected are cut off, and the pools are split anew.',
    }),
  consequences: ({ units }, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: 'its configuration stays' },
      ...touched(resource.virtualHubId, estate, 'takes no other change meanwhile'),
    ],
    depends: touched(resource.vpnServerConfigurationId, estate, 'stays'),
    drops: `Everybody who is connected by it${resource.connectedClients ? `, ${resource.connectedClients} now` : ''}.`,
    ...(wholeNumber(units) >= 40 && {
      after:
        'From 40 units on the pools are split between more instances: see that each part is large enough.',
    }),
  }),
  verb: () => 'Change scale units',
}

/** The scale units of a point-to-site gateway, with what they carry. */
export function clientUnitsField(units: string): DrawnField[] {
  const number = wholeNumber(units)
  const capacity = clientCapacity(number)
  return [
    {
      is: 'number',
      name: 'units',
      label: 'Scale units',
      hint:
        capacity === undefined
          ? '1 to 20, then 40, 60 and so on to 200'
          : `${count(capacity.users, 'person', 'people')}, ${capacity.gbps} Gbps in all, on ${count(capacity.instances, 'instance')}`,
    },
    ...(number === LARGEST ? [{ is: 'note', name: 'largest', text: CLIENTS_DISAGREE } as const] : []),
  ]
}

export function clientUnitsProblems(units: string): DrawnProblem[] {
  return clientCapacity(wholeNumber(units)) !== undefined
    ? []
    : [wrong('units', 'Enter 1 to 20, or a multiple of 20 up to 200.')]
}
