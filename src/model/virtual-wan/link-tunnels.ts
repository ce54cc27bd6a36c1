import type { IkeAssociation } from '../diagnostics/ike-association.ts'
import type { Verdict } from '../status/verdict.ts'
import type { Asked } from '../why/asked.ts'
import type { HubInstance } from './hub-instances.ts'

/**
 * One tunnel of a link: Azure tells a link's status as a whole, and of each instance only which IKE associations it holds.
 * `half`: phase 1 is agreed on, phase 2 is not.
 */
type TunnelState = 'up' | 'half' | 'none' | 'asking' | 'unread' | 'not asked'

export interface LinkTunnel {
  instance: HubInstance
  state: TunnelState
  association?: IkeAssociation
}

/** The tunnels of a link, one for each instance, by the addresses that the associations begin at. */
export function linkTunnels(
  instances: readonly HubInstance[],
  ike: Asked<readonly IkeAssociation[]>,
): LinkTunnel[] {
  return instances.map((instance): LinkTunnel => {
    switch (ike.is) {
      case 'asking':
        return { instance, state: 'asking' }
      case 'failed':
        return { instance, state: 'unread' }
      case 'none':
        return { instance, state: 'not asked' }
      case 'known': {
        const association = ike.value.find(({ localEndpoint }) => isOf(localEndpoint, instance))
        if (association === undefined) return { instance, state: 'none' }
        return { instance, association, state: association.childAssociations.length > 0 ? 'up' : 'half' }
      }
      default:
        return ike satisfies never
    }
  })
}

function isOf(address: string | undefined, { publicAddress, privateAddress }: HubInstance): boolean {
  return address !== undefined && (address === publicAddress || address === privateAddress)
}

export function tunnelWords(state: TunnelState): string {
  switch (state) {
    case 'up':
      return 'Tunnel up'
    case 'half':
      return 'Phase 1 alone'
    case 'none':
      return 'No association'
    case 'asking':
      return 'Being asked'
    case 'unread':
      return 'Could not be read'
    case 'not asked':
      return 'Not asked'
    default:
      return state satisfies never
  }
}

export function tunnelVerdict(state: TunnelState): Verdict {
  switch (state) {
    case 'up':
      return 'healthy'
    case 'half':
    case 'none':
      return 'down'
    case 'asking':
      return 'inProgress'
    case 'unread':
      return 'unknown'
    case 'not asked':
      return 'notChecked'
    default:
      return state satisfies never
  }
}
