import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import type { Answers } from './answers.ts'
import { membersOf } from './members.ts'
import { hubIdOf } from './place.ts'
import type { NetworksOfHubs } from './surroundings.ts'

export interface Reach {
  estate: Estate
  networks?: NetworksOfHubs | undefined
}

/** How the hub has a virtual network already. */
export function networkThere(
  network: string,
  answers: Answers,
  around: Reach,
): HubVirtualNetworkConnection | undefined {
  return networksOf(hubIdOf(answers), around).find(
    ({ remoteVirtualNetworkId }) => keyOf(remoteVirtualNetworkId ?? '') === keyOf(network),
  )
}

/** The hub that a virtual network is connected to, whichever it is. */
export function hubOfNetwork(network: string, around: Reach): HubVirtualNetworkConnection | undefined {
  const hubs = new Set([...(around.networks?.keys() ?? []), ...membersOf(around.estate).networksOfHub.keys()])
  for (const hub of hubs)
    for (const one of networksOf(hub, around))
      if (keyOf(one.remoteVirtualNetworkId ?? '') === keyOf(network)) return one
  return undefined
}

/** As far as it was read. */
export function networksOf(
  hubId: string,
  { estate, networks }: Reach,
): readonly HubVirtualNetworkConnection[] {
  const asked = networks?.get(keyOf(hubId))
  return asked?.is === 'known' ? asked.value : (membersOf(estate).networksOfHub.get(keyOf(hubId)) ?? [])
}

/** What is said of the networks that a hub has. */
export function networkWords(hubId: string, around: Reach): string {
  const asked = around.networks?.get(keyOf(hubId))
  const there = networksOf(hubId, around).length
  if (there > 0)
    return `The hub has ${count(there, 'virtual network')}. More can come to it here, or later on its page.`
  switch (asked?.is) {
    case 'reading':
      return 'The virtual networks that the hub has are being read.'
    case 'notReadable':
      return `The virtual networks that the hub has could not be read: ${asked.why}`
    case 'known':
    case undefined:
      return 'The hub has none yet. Those that the branches have to reach come to it here, or later on its page.'
    default:
      return asked satisfies never
  }
}

export function virtualNetwork(id: string, { estate }: Reach): VirtualNetwork | undefined {
  const found = estate.resources.get(keyOf(id))
  return found?.kind === 'virtualNetwork' ? found : undefined
}
