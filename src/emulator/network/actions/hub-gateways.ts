import { query } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import { arrayAt, isObject, numberAt, objectsAt, textAt } from '../../wire/read.ts'
import { hubInstancesOf } from '../hub-links.ts'
import { change, unreadable, type Action } from './start.ts'

/** As a virtual network's gateway: nothing is recorded of a hub's. */
const RESET_SECONDS = 480

/**
 * POST reset?ipConfigurationId=Instance0: that instance starts anew, its tunnels are gone until the end. Without one, both do (assumed).
 * How another name is refused is assumed.
 */
export const resetHubGateway: Action = (exchange, at) => {
  const asked = query(exchange.url, 'ipConfigurationId')
  const names = hubInstancesOf(at).map(({ configuration }) => configuration)
  const index = names.indexOf(asked?.toLowerCase() ?? '')
  if (asked !== undefined && index === -1) {
    return networkError(
      400,
      'InvalidIpConfigurationId',
      `VPN gateway ${at.row.id} has no IP configuration ${asked}.`,
    )
  }
  const taken = asked === undefined ? names.map((_, one) => one) : [index]
  return change(exchange, at, {
    name: 'ResetVpnGatewayOperation',
    seconds: RESET_SECONDS,
    repairs: true,
    inside: (until) => ({
      resets: [
        ...objectsAt(at.inside.resets).filter((one) => !taken.includes(numberAt(one.instance) ?? -1)),
        ...taken.map((instance) => ({ instance, from: exchange.now, until })),
      ],
    }),
  })
}

/** POST startpacketcapture on a gateway or a connection; 11 s and an empty result recorded of a connection. */
export const startHubCapture: Action = (exchange, at) => {
  const { body } = exchange
  const filter = isObject(body) ? body.filterData : undefined
  if (filter !== undefined && filter !== null && textAt(filter) === undefined) return unreadable()
  return change(exchange, at, {
    name: 'StartPacketCaptureOperation',
    seconds: 11,
    brings: (endsAt) => ({ inside: { capturingSince: endsAt } }),
  })
}

/** POST stoppacketcapture { sasUrl }: not recorded, as of a virtual network's gateway. */
export const stopHubCapture: Action = (exchange, at) => {
  const sasUrl = isObject(exchange.body) ? textAt(exchange.body.sasUrl) : undefined
  if (sasUrl === undefined || sasUrl === '') return unreadable()
  return change(exchange, at, {
    name: 'StopPacketCaptureOperation',
    seconds: 90,
    failure:
      numberAt(at.inside.capturingSince) === undefined
        ? {
            code: 'NoPacketCaptureResponseDataFound',
            message:
              'An internal error occured. The response did not contain any data. Please check storage for the capture.',
          }
        : undefined,
    brings: () => ({ inside: { capturingSince: undefined } }),
  })
}

/** POST p2svpnGateways/{g}/reset: 885 s recorded; clients are gone until the end. */
export const resetPeople: Action = (exchange, at) =>
  change(exchange, at, {
    name: 'ResetP2SVpnGatewayOperation',
    seconds: 885,
    repairs: true,
    inside: (until) => ({ resets: [{ instance: 0, from: exchange.now, until }] }),
  })

/** POST p2svpnGateways/{g}/disconnectP2sVpnConnections { vpnConnectionIds }: `Location` alone, 200 `null`, 12 s recorded. */
export const disconnectPeople: Action = (exchange, at) => {
  const ids = isObject(exchange.body) ? exchange.body.vpnConnectionIds : undefined
  if (!Array.isArray(ids)) return unreadable()
  return change(exchange, at, {
    name: 'DisconnectP2SVpnConnectionsOperation',
    seconds: 12,
    silent: true,
    brings: () => ({ inside: { disconnected: [...arrayAt(at.inside.disconnected), ...ids] } }),
  })
}
