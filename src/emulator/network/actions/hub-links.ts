import { ok, type Answer } from '../../arm/answer.ts'
import { segment, type Exchange } from '../../arm/exchange.ts'
import { page } from '../../arm/paging.ts'
import { childNotFound, networkError } from '../../arm/refusals.ts'
import { orderedFailure } from '../../arm/faults.ts'
import { startOperation } from '../../arm/operations.ts'
import { settled, type Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find } from '../find.ts'
import { heldByDevice, insideOf, linksOf, linkTunnels, withLink, type HubLink } from '../hub-links.ts'
import { randomKey } from '../random-key.ts'
import { refuseKey } from '../validate/connections.ts'
import { associationsOf } from './ike-sas.ts'
import { answerLater, change, regionOf, unreadable, type Action } from './start.ts'

/** Where a link's name stands in the path of what is asked of it. */
const AT = 11

type LinkAction = (exchange: Exchange, connection: Living, link: HubLink) => Answer

/** What is asked of a link that is there; a connection without links has none to ask. */
function ofLink(action: LinkAction): Action {
  return (exchange, connection) => {
    const name = segment(exchange, AT)
    const link = linksOf(exchange, connection).find((one) => one.name.toLowerCase() === name.toLowerCase())
    return link === undefined || link.name === ''
      ? childNotFound(`${connection.row.id}/vpnLinkConnections/${name}`)
      : action(exchange, connection, link)
  }
}

/** POST resetconnection: the tunnels of this link begin anew. Both headers, duration and an empty result are assumed (ARM contract 7.2). */
export const resetLink = ofLink((exchange, connection, link) =>
  change(exchange, connection, {
    name: 'ResetVpnLinkConnectionOperation',
    seconds: 30,
    inside: (endsAt) => ({
      links: withLink(connection.inside, link.name, {
        ...insideOf(connection, link.name),
        breaks: [{ from: exchange.now, until: endsAt }],
      }).links,
    }),
  }),
)

/** POST getikesas: as of a connection of a virtual network's gateway; headers assumed (ARM contract 7.2). */
export const linkIkeSas = ofLink((exchange, connection, link) => {
  const site = find(exchange, idAt(connection.properties.remoteVpnSite) ?? '')
  const gateway = find(exchange, connection.row.id.split('/').slice(0, 9).join('/'))
  const hub = find(exchange, idAt(gateway?.properties.virtualHub) ?? '')
  const texts = (value: JsonObject[string]) => arrayAt(value).flatMap((one) => textAt(one) ?? [])
  return answerLater(exchange, connection, {
    seconds: 10,
    both: true,
    result: associationsOf(exchange, link.at, linkTunnels(exchange, link), [
      texts([hub?.properties.addressPrefix ?? null]),
      texts(objectAt(site?.properties.addressSpace).addressPrefixes),
    ]),
  })
})

/** GET sharedKeys: there is one, `default`; nothing of it but its length (published example of 2024-07-01). */
export const listKeys = ofLink((exchange, _connection, link) => page(exchange, [keyOf(link, false)]))

/** GET sharedKeys/default: without the key. */
export const readKey = ofLink((_exchange, _connection, link) => ok(keyOf(link, false)))

/** POST sharedKeys/default/listSharedKey: with the key. */
export const revealKey = ofLink((_exchange, _connection, link) => ok(keyOf(link, true)))

/** PUT sharedKeys/default { sharedKey } or { sharedKeyLength }, for which Azure makes one. Duration as of a connection's key. */
export const writeKey = ofLink((exchange, connection, link) => {
  const properties = isObject(exchange.body) ? objectAt(exchange.body.properties) : {}
  const length = numberAt(properties.sharedKeyLength)
  const made = length === undefined ? undefined : randomKey(exchange.newGuid(), length)
  const value = textAt(properties.sharedKey) ?? made
  if (value === undefined || value === '') return unreadable()
  const refusal = refuseLength(link, length) ?? refuseKey(link.at.row.id, value)
  if (refusal !== undefined) return refusal
  const failure = orderedFailure(exchange)
  const operation = startOperation(exchange, {
    seconds: 40,
    location: regionOf(exchange, connection),
    announces: ['Azure-AsyncOperation'],
    resultStatus: 200,
    retryAfter: 10,
    notifies: true,
    failure,
    succeedsWith: {},
  })
  const { endsAt, operationId } = operation.row
  const base = settled(connection.row, exchange.now)
  const changed = link.at.properties.sharedKey !== value && failure === undefined
  const inside = { ...insideOf(connection, link.name), ...heldByDevice(link), changedAt: endsAt }
  exchange.save({
    ...base,
    inside: changed ? withLink(connection.inside, link.name, inside) : base.inside,
    write: {
      operationId,
      name: 'SetVpnLinkConnectionSharedKeyOperation',
      shows: 'Updating',
      endsAt,
      endsIn: failure === undefined ? 'Succeeded' : 'Failed',
    },
    due: changed ? [...base.due, { at: endsAt, merge: withKey(connection, link, value) }] : base.due,
  })
  return { ...ok(keyOf(link, false, 'Updating'), operation.headers), status: 200 }
})

function withKey({ properties }: Living, link: HubLink, sharedKey: string): JsonObject {
  return {
    vpnLinkConnections: objectsAt(properties.vpnLinkConnections).map((one) =>
      one.name === link.name ? { ...one, properties: { ...objectAt(one.properties), sharedKey } } : one,
    ),
  }
}

/** 1 to 128 characters, as of a connection's (ARM contract 9.3). Code and text assumed. */
function refuseLength({ at }: HubLink, length: number | undefined): Answer | undefined {
  if (length === undefined || (Number.isInteger(length) && length >= 1 && length <= 128)) return undefined
  return networkError(
    400,
    'InvalidSharedKeyLength',
    `The length of the shared key of ${at.row.id} has to be a whole number from 1 to 128.`,
  )
}

function keyOf({ at }: HubLink, reveals: boolean, state: string = at.state): JsonObject {
  const key = textAt(at.properties.sharedKey) ?? ''
  return {
    name: 'default',
    id: `${at.row.id}/sharedKeys/default`,
    type: 'Microsoft.Network/vpnGateways/vpnConnections/vpnLinkConnections/sharedKeys',
    properties: {
      provisioningState: state,
      sharedKeyLength: key.length,
      ...(reveals && { sharedKey: key }),
    },
  }
}
