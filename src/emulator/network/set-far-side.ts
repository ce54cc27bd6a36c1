import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import { settled, type Living } from '../store/living.ts'
import type { Due } from '../store/rows.ts'
import type { Device } from '../wire/control.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, textAt, without } from '../wire/read.ts'
import { find } from './find.ts'
import { passed } from './gateway-instances.ts'
import { OFFERED, PHASES, policyOf, type Phase } from './ipsec-policies.ts'
import { linksOf, linkTunnels, withLink } from './hub-links.ts'
import { networkTypeOfId } from './table.ts'
import { isVpn, tunnelsOf, type Tunnel } from './tunnels.ts'

/** What the device of a connection is by, on its row: a change sets them all. */
const OF_DEVICE = ['silent', 'deviceKey', 'devicePolicy', 'devicePolicyBased', 'associations']

/**
 * Sets what is at the far end of a connection to a site, or of a link of a hub's. Its tunnels are negotiated anew at this moment; nothing in Azure is changed.
 * @returns why it cannot be: a sentence
 */
export function setFarSide(exchange: Exchange, connection: string, device: Device): string | undefined {
  const ofHub = hubConnectionOf(exchange, connection)
  if (ofHub !== undefined) return setLinks(exchange, ofHub, connection, device)
  const at = find(exchange, connection)
  if (at === undefined || networkTypeOfId(connection)?.type !== 'connections')
    return `There is no connection ${connection}.`
  if (!isVpn(at) || idAt(at.properties.localNetworkGateway2) === undefined)
    return `${at.row.id} does not lead to a site: only a site has a device.`
  const base = settled(at.row, exchange.now)
  exchange.save({
    ...base,
    // What a write under way makes of the device is older than this.
    due: base.due.map(({ inside, ...due }): Due => {
      return inside === undefined ? due : { ...due, inside: without(inside, OF_DEVICE) }
    }),
    inside: setOn(exchange, at, device, at.inside, tunnelsOf(exchange, at)),
  })
  return undefined
}

/** The connection of a hub's gateway that an id names, or one of whose links it names. */
function hubConnectionOf(exchange: Exchange, id: string): Living | undefined {
  const at = find(exchange, id.replace(/\/vpnLinkConnections\/[^/]+$/i, ''))
  return at !== undefined && networkTypeOfId(at.row.id)?.type === 'vpnGateways/vpnConnections'
    ? at
    : undefined
}

/** The device of a link, or of each link of the connection. */
function setLinks(exchange: Exchange, at: Living, id: string, device: Device): string | undefined {
  const wanted = linksOf(exchange, at).filter((link) => sameId(at.row.id, id) || sameId(link.at.row.id, id))
  if (wanted.length === 0) return `There is no link ${id}.`
  const base = settled(at.row, exchange.now)
  const inside = wanted.reduce<JsonObject>((all, link) => {
    const { asOfAt: _of, ...own } = link.at.inside
    return withLink(all, link.name, setOn(exchange, link.at, device, own, linkTunnels(exchange, link)))
  }, at.inside)
  exchange.save({ ...base, inside })
  return undefined
}

function setOn(
  exchange: Exchange,
  at: Living,
  device: Device,
  inside: JsonObject,
  tunnels: readonly Tunnel[],
): JsonObject {
  return {
    ...without(inside, OF_DEVICE),
    ...settingsOf(device, at),
    ...neverUp(exchange, at, tunnels),
    changedAt: exchange.now,
  }
}

function settingsOf(device: Device, { properties }: Living): JsonObject {
  if (device === 'silent') return { silent: true }
  const answers = { silent: false, deviceKey: properties.sharedKey }
  if (device === 'up') return answers
  if ('key' in device) return { ...answers, deviceKey: device.key }
  const { mismatch } = device
  switch (mismatch) {
    case 'ike':
    case 'ipsec':
      return { ...answers, devicePolicy: anotherPolicy(mismatch, policyOf(properties) ?? OFFERED) }
    case 'selectors':
      return { ...answers, devicePolicyBased: properties.usePolicyBasedTrafficSelectors !== true }
    default:
      return mismatch satisfies never
  }
}

/** The connection's own policy but for one phase. */
function anotherPolicy(phase: Phase, policy: JsonObject): JsonObject {
  const [encryption, integrity] = PHASES[phase]
  const same = textAt(policy[encryption])?.toUpperCase() === 'AES192'
  return { ...policy, [encryption]: same ? 'AES128' : 'AES192', [integrity]: 'SHA256' }
}

/** Tunnels that have not been up yet may come up from now on, and have not been before. */
function neverUp(exchange: Exchange, at: Living, tunnels: readonly Tunnel[]): JsonObject {
  if (passed(at.inside.firstUpAt, exchange.now) === undefined) return {}
  return tunnels.every(({ establishedAt }) => establishedAt === undefined) ? { firstUpAt: exchange.now } : {}
}
