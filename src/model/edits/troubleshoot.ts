import { keyOf } from '../paths.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Action } from './write.ts'
import { topicOf } from './write-topic.ts'

export type Troubleshot = Connection | VirtualNetworkGateway

/** The right a run needs, on the watcher. */
const TROUBLESHOOT = 'Microsoft.Network/networkWatchers/troubleshoot/action'

/** A Network Watcher: there is one for each region that is watched. */
export interface Watcher {
  id: string
  name: string
  location: string
}

/** Where Azure writes the logs of a run: ids as typed. */
export interface LogPlace {
  storageId: string
  /** Of a container, `https://account.blob.core.windows.net/logs`, without a signature. */
  storagePath: string
}

/** Why there is nothing to run, as a sentence; `undefined`: it can be looked at (VPN Gateway 6.6). */
export function whyNotTroubleshot(
  resource: Troubleshot,
  gateway?: VirtualNetworkGateway,
): string | undefined {
  const vpnType = (resource.kind === 'virtualNetworkGateway' ? resource : gateway)?.vpnType
  if (vpnType?.toLowerCase() === 'policybased') return 'Network Watcher looks at route-based gateways alone.'
  if (resource.kind === 'virtualNetworkGateway')
    return resource.gatewayType?.toLowerCase() === 'vpn' ? undefined : 'This is not a VPN gateway.'
  return /^(ipsec|vnet2vnet)$/i.test(resource.connectionType ?? '')
    ? undefined
    : 'Network Watcher looks at connections of the types IPsec and Vnet2Vnet alone.'
}

/** Regions compare without spaces and case. */
export function watcherOf(watchers: readonly Watcher[], location: string | undefined): Watcher | undefined {
  const plain = (text = '') => text.replace(/\s+/g, '').toLowerCase()
  return watchers.find((one) => plain(one.location) === plain(location))
}

/** What is wrong with where the logs go, by field. A signature is a secret, and Azure wants none here. */
export function placeProblems({ storageId, storagePath }: LogPlace): Partial<Record<keyof LogPlace, string>> {
  const account =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Storage\/storageAccounts\/([^/]+)$/i
  const name = account.exec(storageId.trim())?.[1]?.toLowerCase()
  return {
    ...(name === undefined && {
      storageId: 'Enter the resource id of a storage account: it begins with /subscriptions/.',
    }),
    ...pathProblem(storagePath.trim(), name),
  }
}

function pathProblem(path: string, account: string | undefined): { storagePath?: string } {
  if (!URL.canParse(path))
    return { storagePath: 'Enter the address of a container: it begins with https://.' }
  const { protocol, hostname, pathname, search, username, password } = new URL(path)
  if (search !== '' || username !== '' || password !== '')
    return { storagePath: 'Without what follows the name of the container: Azure writes by itself.' }
  if (protocol !== 'https:') return { storagePath: 'It has to begin with https://.' }
  if (!/^\/[^/]+/.test(pathname)) return { storagePath: 'It names no container.' }
  return account !== undefined && !hostname.toLowerCase().startsWith(`${account}.`)
    ? { storagePath: 'The container is of another storage account.' }
    : {}
}

/** POST troubleshoot of the region's watcher. Nothing of the gateway is changed; one runs in a subscription at a time. */
export function troubleshoot(watcher: Watcher, resource: Troubleshot, place: LogPlace): Action {
  return {
    is: 'action',
    method: 'POST',
    id: watcher.id,
    name: watcher.name,
    topic: troubleshootTopic(resource.id),
    segment: 'troubleshoot',
    body: {
      targetResourceId: resource.id,
      properties: { storageId: place.storageId.trim(), storagePath: place.storagePath.trim() },
    },
    what: `Troubleshoot ${resource.name}`,
    effect:
      'No tunnel drops and no setting changes. Azure writes the logs of the run into the container; they stay there until somebody deletes them, and cost what storage costs. This app does not read them. One run goes on in a subscription at a time.',
    action: TROUBLESHOOT,
    holds: [`${keyOf(watcher.id).split('/').slice(0, 3).join('/')}/troubleshoot`],
  }
}

/** A run is a write of the watcher, and is found by what it looks at. */
export function troubleshootTopic(target: string): string {
  return topicOf('troubleshoot', target)
}
