import type { Exchange } from '../arm/exchange.ts'
import { settled, type Living } from '../store/living.ts'
import type { Due } from '../store/rows.ts'
import type { Device } from '../wire/control.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, textAt, without } from '../wire/read.ts'
import { find } from './find.ts'
import { passed } from './gateway-instances.ts'
import { OFFERED, PHASES, policyOf, type Phase } from './ipsec-policies.ts'
import { networkTypeOfId } from './table.ts'
import { isVpn, tunnelsOf } from './tunnels.ts'

/** What the device of a connection is by, on its row: a change sets them all. */
const OF_DEVICE = ['silent', 'deviceKey', 'devicePolicy', 'devicePolicyBased', 'associations']

/**
 * Sets what is at the far end of a connection to a site. Its tunnels are negotiated anew at this moment; nothing in Azure is changed.
 * @returns why it cannot be: a sentence
 */
export function setFarSide(exchange: Exchange, connection: string, device: Device): string | undefined {
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
    inside: {
      ...without(at.inside, OF_DEVICE),
      ...settingsOf(device, at),
      ...neverUp(exchange, at),
      changedAt: exchange.now,
    },
  })
  return undefined
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
function neverUp(exchange: Exchange, at: Living): JsonObject {
  if (passed(at.inside.firstUpAt, exchange.now) === undefined) return {}
  const tunnels = tunnelsOf(exchange, at)
  return tunnels.every(({ establishedAt }) => establishedAt === undefined) ? { firstUpAt: exchange.now } : {}
}
