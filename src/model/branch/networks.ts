import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import { provisioningReasons } from '../status/provisioning.ts'
import type { Answers } from './answers.ts'
import { membersOf } from './members.ts'
import { hubIdOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

interface Reach {
  estate: Estate
}

/** How the hub has a virtual network already. */
export function networkThere(
  network: string,
  answers: Answers,
  { estate }: Reach,
): HubVirtualNetworkConnection | undefined {
  return networksOf(hubIdOf(answers), { estate }).find(
    ({ remoteVirtualNetworkId }) => keyOf(remoteVirtualNetworkId ?? '') === keyOf(network),
  )
}

/** The hub that a virtual network is connected to, whichever it is. */
export function hubOfNetwork(network: string, { estate }: Reach): HubVirtualNetworkConnection | undefined {
  for (const connections of membersOf(estate).networksOfHub.values())
    for (const one of connections) if (keyOf(one.remoteVirtualNetworkId ?? '') === keyOf(network)) return one
  return undefined
}

/**
 * One that failed is written again only where it holds nothing that a PUT takes away: tables, labels, routes and maps that somebody gave it
 * are not among the answers.
 */
export function isWrittenAgain(there: HubVirtualNetworkConnection): boolean {
  const [state] = provisioningReasons(there.provisioningState)
  return state?.verdict === 'attention' && isBare(there)
}

function isBare({
  associatedRouteTableId,
  propagatedRouteTableIds,
  propagatedLabels,
  staticRoutes,
  inboundRouteMapId,
  outboundRouteMapId,
  enableInternetSecurity,
}: HubVirtualNetworkConnection): boolean {
  const isDefault = (id: string | undefined) =>
    id === undefined || keyOf(nameOfId(id)) === 'defaultroutetable'
  return (
    isDefault(associatedRouteTableId) &&
    propagatedRouteTableIds.every(isDefault) &&
    propagatedLabels.every((label) => label.toLowerCase() === 'default') &&
    staticRoutes.length === 0 &&
    inboundRouteMapId === undefined &&
    outboundRouteMapId === undefined &&
    !enableInternetSecurity
  )
}

/** Those that the hub has, as far as its list was read. */
export function networksOf(hubId: string, { estate }: Reach): readonly HubVirtualNetworkConnection[] {
  return membersOf(estate).networksOfHub.get(keyOf(hubId)) ?? []
}

export function virtualNetwork(id: string, { estate }: Reach): VirtualNetwork | undefined {
  const found = estate.resources.get(keyOf(id))
  return found?.kind === 'virtualNetwork' ? found : undefined
}

/** What virtual networks the hub has, in a sentence or two. */
export function networkWords(answers: Answers, around: Pick<Surroundings, 'estate' | 'hubNetworks'>): string {
  const hubId = hubIdOf(answers)
  if (answers.hub.use === 'existing' && hubId === '')
    return 'Choose a hub first: its virtual networks stand here then.'
  const read = around.hubNetworks?.get(keyOf(hubId))
  const there = networksOf(hubId, around).length
  if (there > 0)
    return `The hub has ${count(there, 'virtual network')}. More can come to it here, or later on its page.`
  switch (read?.is) {
    case 'reading':
      return 'The virtual networks of the hub are being read.'
    case 'notReadable':
      return 'Which virtual networks the hub has could not be read. More can come to it here, or later on its page.'
    case 'known':
    case undefined:
      return 'The hub has none yet. Those that the branches have to reach come to it here, or later on its page.'
    default:
      return read satisfies never
  }
}
