import { inUse } from '../arm/refusals.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { numberAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { referenceList, referrers } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { refusePort } from './validate/express-route-ports.ts'

export const expressRoutePorts: NetworkType = {
  type: 'expressRoutePorts',
  noun: 'ExpressRoutePort',
  lists: ['subscription', 'group'],
  seconds: { create: 21, update: 21, remove: 11 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  embeds: [{ member: 'links', segment: 'links', typeAt: 'end', readable: true }],
  readOnly: ['provisionedBandwidthInGbps', 'mtu', 'etherType', 'allocationDate', 'circuits'],
  required: ['peeringLocation', 'bandwidthInGbps', 'encapsulation'],
  refuse: refusePort,
  fill: (draft) => ({
    links: links(draft),
    ...without(draft.sent, ['links']),
    mtu: draft.before?.properties.mtu,
    etherType: draft.before?.properties.etherType,
    allocationDate: draft.before?.properties.allocationDate,
  }),
  // Where it is plugged in is known when the port has been allocated (azure-cli recording 2021).
  settles: (draft) => {
    if (draft.before?.properties.allocationDate !== undefined) return []
    const merge = {
      links: links(draft).map((one, index) => ({
        ...one,
        properties: { ...place(index + 1, draft.name), ...objectAt(one.properties) },
      })),
      mtu: '1500',
      etherType: '0x8100',
      allocationDate: longDate(draft.exchange.now),
    }
    return [{ after: 0, merge }]
  },
  // Which circuits sit on the port, and what they take of it.
  derive: (at, exchange) => {
    const circuits = referenceList(exchange, at.row.id, 'expressRouteCircuits')
    const provisionedBandwidthInGbps = referrers(exchange, at.row.id, 'expressRouteCircuits').reduce(
      (sum, circuit) => sum + (numberAt(circuit.properties.bandwidthInGbps) ?? 0),
      0,
    )
    return circuits.length === 0 ? { provisionedBandwidthInGbps } : { circuits, provisionedBandwidthInGbps }
  },
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'expressRouteCircuits')
    if (user === undefined) return undefined
    return inUse(
      'InUseExpressRoutePortCannotBeDeleted',
      `Express Route port ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** Two links, made by the service; a PUT may change `adminState` and `macSecConfig` (ARM contract 9.5). */
function links({ sent, before }: Draft): JsonObject[] {
  return ['link1', 'link2'].map((name) => {
    const propertiesIn = (list: Json | undefined): JsonObject =>
      objectAt(objectsAt(list).find((item) => textAt(item.name) === name)?.properties)
    const asked = propertiesIn(sent.links)
    const old = propertiesIn(before?.properties.links)
    return {
      name,
      properties: {
        connectorType: 'LC',
        ...old,
        adminState: asked.adminState ?? old.adminState ?? 'Disabled',
        // A PUT brings the whole of it: keys that are left out are taken away. Without links nothing is said of them.
        macSecConfig: {
          cipher: 'GcmAes128',
          ...objectAt(asked.macSecConfig === undefined ? old.macSecConfig : asked.macSecConfig),
        },
      },
    }
  })
}

function place(number: number, port: string): JsonObject {
  return {
    routerName: `exr0${4 + number}.emu`,
    interfaceName: `xe-1/1/${10 + number}:3`,
    patchPanelId: `CP:020${number}:${port}\tPort 1`,
    rackId: `EMU 02410-020${number}`,
  }
}

/** A long date, not ISO: "Tuesday, July 13, 2021" (recorded behaviour 5). */
function longDate(now: number): string {
  const options = {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  } as const
  return new Intl.DateTimeFormat('en-US', options).format(now)
}
