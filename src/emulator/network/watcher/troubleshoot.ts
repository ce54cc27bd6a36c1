import type { Answer } from '../../arm/answer.ts'
import { segment, type Exchange } from '../../arm/exchange.ts'
import { orderedFailure } from '../../arm/faults.ts'
import { groupToWrite } from '../../arm/group-of.ts'
import { locationName } from '../../arm/locations.ts'
import { startOperation } from '../../arm/operations.ts'
import { networkError, resourceNotFound } from '../../arm/refusals.ts'
import { scaled } from '../../arm/timing.ts'
import type { Living } from '../../store/living.ts'
import { idAt, isObject, objectAt, textAt } from '../../wire/read.ts'
import { networkTypeOfId } from '../table.ts'
import { find } from '../find.ts'
import { resultOf } from './diagnosis.ts'
import { faultOfConnection, faultOfGateway, type VpnFault } from './vpn-fault.ts'

/** Recorded, the sound connection and the one whose device does not answer (java recording 2017). */
const SECONDS = { sound: 221, faulty: 535 }

/**
 * POST networkWatchers/{nw}/troubleshoot: 202, `Location` alone, the result in the body at the end (recorded behaviour 7). One
 * at a time in a subscription, on route-based gateways and on connections of type IPsec and Vnet2Vnet (VPN gateway document 6.6).
 */
export function troubleshoot(exchange: Exchange): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const path = `/${exchange.segments.slice(0, -1).join('/')}`
  const watcher = find(exchange, path)
  if (watcher === undefined)
    return resourceNotFound('networkWatchers', segment(exchange, 7), writable.group.name)
  const asked = targetOf(exchange, watcher)
  if ('refusal' in asked) return asked.refusal
  const exclusive = `troubleshoot ${segment(exchange, 1).toLowerCase()}`
  for (const operation of exchange.model.operations()) {
    if (operation.exclusive === exclusive && operation.endsAt > exchange.now) return oneAtATime()
  }
  const { target, fault } = asked
  const seconds = fault === 'NoFault' ? SECONDS.sound : SECONDS.faulty
  const endsAt = exchange.now + scaled(seconds, exchange.settings.speed)
  const { headers } = startOperation(exchange, {
    seconds,
    location: watcher.row.location ?? '',
    announces: ['Location'],
    resultStatus: 200,
    retryAfter: 10,
    notifies: false,
    failure: orderedFailure(exchange),
    result: resultOf(fault, target, exchange.now, endsAt),
    exclusive,
  })
  return { status: 202, headers, body: null }
}

type Target = { target: 'gateway' | 'connection'; fault: VpnFault } | { refusal: Answer }

/** Body by the published specification. That the target must be in the watcher's region is unverified. */
function targetOf(exchange: Exchange, watcher: Living): Target {
  const body = isObject(exchange.body) ? exchange.body : {}
  const { storageId, storagePath } = objectAt(body.properties)
  const id = textAt(body.targetResourceId)
  if (id === undefined || textAt(storageId) === undefined || textAt(storagePath) === undefined)
    return { refusal: networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.') }
  const at = find(exchange, id)
  const type = networkTypeOfId(id)?.type
  const root = at?.row.location ?? ''
  if (at === undefined || locationName(root) !== locationName(watcher.row.location ?? '')) {
    return {
      refusal: networkError(
        400,
        'InvalidResourceReference',
        `Resource ${id} referenced by resource ${watcher.row.id} was not found. Please make sure that the referenced ` +
          'resource exists, and that both resources are in the same region.',
      ),
    }
  }
  if (type === 'virtualNetworkGateways' && isRouteBased(at))
    return { target: 'gateway', fault: faultOfGateway(exchange, at) }
  const gateway = find(exchange, idAt(at.properties.virtualNetworkGateway1) ?? '')
  const joins = /^(IPsec|Vnet2Vnet)$/i.test(textAt(at.properties.connectionType) ?? '')
  if (type === 'connections' && joins && (gateway === undefined || isRouteBased(gateway)))
    return { target: 'connection', fault: faultOfConnection(exchange, at) }
  return {
    refusal: networkError(
      400,
      'TroubleshootTargetNotSupported',
      `Resource ${id} cannot be troubleshot: it must be a route-based VPN gateway or one of its connections.`,
    ),
  }
}

function isRouteBased({ properties }: Living): boolean {
  return (properties.gatewayType ?? 'Vpn') === 'Vpn' && (properties.vpnType ?? 'RouteBased') === 'RouteBased'
}

/** Documented that it is refused (VPN gateway document 6.6), not how. */
function oneAtATime(): Answer {
  return networkError(
    409,
    'TroubleshootInProgress',
    'A troubleshooting is running in this subscription. One can run at a time.',
  )
}
