import { query } from '../../arm/exchange.ts'
import { isObject, numberAt, objectsAt } from '../../wire/read.ts'
import { isVpn } from '../tunnels.ts'
import { keyChange } from '../connection-changes.ts'
import { isBasic } from '../find-gateway.ts'
import { randomKey } from '../random-key.ts'
import { instancesOf } from '../gateway-instances.ts'
import { change, unreadable, type Action } from './start.ts'

/** Shortest of the recorded 480 to 830 (recorded behaviour 7). */
const RESET_SECONDS = 480

/**
 * POST reset?gatewayVip: one instance starts anew, the one with that address, else the active one (VPN gateway document 5.4). Its
 * tunnels and clients are gone until the end. Another value of gatewayVip counts as none: `None` was recorded with 202.
 */
export const resetGateway: Action = (exchange, at) => {
  const asked = query(exchange.url, 'gatewayVip')
  const addresses = instancesOf(exchange, at).map(({ publicAddress }) => publicAddress)
  const instance = Math.max(0, addresses.indexOf(asked ?? ''))
  return change(exchange, at, {
    name: 'ResetVirtualNetworkGatewayOperation',
    seconds: RESET_SECONDS,
    // What a reset is for (assumed).
    repairs: true,
    inside: (until) => ({
      resets: [
        ...objectsAt(at.inside.resets).filter((one) => one.instance !== instance),
        { instance, from: exchange.now, until },
      ],
    }),
  })
}

/** POST resetconnection: only its tunnels begin anew (VPN gateway document 5.4). Headers and duration are not recorded. */
export const resetConnection: Action = (exchange, at) =>
  change(exchange, at, {
    name: 'ResetVirtualNetworkGatewayConnectionOperation',
    seconds: 30,
    inside: (endsAt) => ({
      breaks: [{ from: exchange.now, until: endsAt }],
      // One that was never reported comes up with it, where the service reports any.
      ...(isVpn(at) &&
        at.inside.firstUpAt === undefined &&
        !isBasic(exchange, at.properties) && { firstUpAt: endsAt }),
    }),
  })

/** POST sharedkey/reset: a new key that only Azure knows (43 s recorded). `keyLength` is 1 to 128 (ARM contract 9.3). */
export const resetSharedKey: Action = (exchange, at) => {
  const length = isObject(exchange.body) ? numberAt(exchange.body.keyLength) : undefined
  if (length === undefined || !Number.isInteger(length) || length < 1 || length > 128) return unreadable()
  const key = randomKey(exchange.newGuid(), length)
  return change(exchange, at, {
    name: 'ResetVirtualNetworkGatewayConnectionSharedKeyOperation',
    seconds: 43,
    brings: (endsAt) => {
      const { merge, inside } = keyChange(at, key, endsAt)
      return { properties: merge, inside }
    },
  })
}
