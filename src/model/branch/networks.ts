import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import type { Answers } from './answers.ts'
import { membersOf } from './members.ts'
import { hubIdOf } from './place.ts'

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

export function networksOf(hubId: string, { estate }: Reach): readonly HubVirtualNetworkConnection[] {
  return membersOf(estate).networksOfHub.get(keyOf(hubId)) ?? []
}

export function virtualNetwork(id: string, { estate }: Reach): VirtualNetwork | undefined {
  const found = estate.resources.get(keyOf(id))
  return found?.kind === 'virtualNetwork' ? found : undefined
}
