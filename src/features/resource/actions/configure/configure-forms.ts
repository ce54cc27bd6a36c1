import { lazy } from 'react'
import { whyNotActiveActive } from '../../../../model/edits/active-active.ts'
import { whyNoNatRules } from '../../../../model/edits/nat-rules.ts'
import { skuMoves } from '../../../../model/edits/sku.ts'
import { whyNotTroubleshot } from '../../../../model/edits/troubleshoot.ts'
import { WRITE_KEY } from '../../../../model/edits/shared-key.ts'
import type { Connection, VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { type ActionForm, type Applies, because } from '../action-form.ts'

const GATEWAY = 'Microsoft.Network/virtualNetworkGateways/write'
const CONNECTION = 'Microsoft.Network/connections/write'

/** What of a VPN gateway can be changed in place (VPN Gateway 1.7, 2.3, 3.1). */
export const GATEWAY_FORMS: readonly ActionForm<VirtualNetworkGateway>[] = [
  {
    topic: 'sku',
    label: 'Change SKU',
    group: 'configure',
    applies: (gateway) => {
      const moves = skuMoves(gateway)
      return moves.is === 'some' ? 'yes' : because(moves.why)
    },
    needs: GATEWAY,
    form: lazy(async () => ({ default: (await import('./ChangeSku.tsx')).ChangeSku })),
  },
  {
    topic: 'active-active',
    label: 'Change active-active',
    group: 'configure',
    applies: (gateway) => because(whyNotActiveActive(gateway)),
    needs: GATEWAY,
    form: lazy(async () => ({ default: (await import('./ChangeActiveActive.tsx')).ChangeActiveActive })),
  },
  {
    topic: 'bgp',
    label: 'Change BGP',
    group: 'configure',
    applies: vpnOnly,
    needs: GATEWAY,
    form: lazy(async () => ({ default: (await import('./ChangeBgp.tsx')).ChangeBgp })),
  },
  {
    topic: 'nat-rules',
    label: 'Change NAT rules',
    group: 'configure',
    applies: (gateway) => because(whyNoNatRules(gateway)),
    needs: 'Microsoft.Network/virtualNetworkGateways/natRules/write',
    form: lazy(async () => ({ default: (await import('./ChangeNatRules.tsx')).ChangeNatRules })),
  },
  {
    topic: 'capture',
    label: 'Capture packets',
    group: 'operate',
    applies: vpnOnly,
    needs: 'Microsoft.Network/virtualNetworkGateways/startPacketCapture/action',
    tab: 'capture',
  },
  {
    topic: 'troubleshoot',
    label: 'Troubleshoot',
    group: 'operate',
    applies: (gateway) => because(whyNotTroubleshot(gateway)),
    needs: 'Microsoft.Network/virtualNetworkGateways/read',
    tab: 'troubleshoot',
  },
  {
    topic: 'point-to-site',
    label: 'Configure point-to-site',
    group: 'configure',
    applies: vpnOnly,
    needs: GATEWAY,
    form: lazy(async () => ({ default: (await import('./ChangePointToSite.tsx')).ChangePointToSite })),
  },
]

/** What the tabs of a VPN connection have. */
export const CONNECTION_TABS: readonly ActionForm<Connection>[] = [
  {
    topic: 'key',
    label: 'Set shared key',
    group: 'configure',
    inHeader: true,
    applies: keyOnly,
    needs: WRITE_KEY,
    tab: 'key',
  },
  {
    topic: 'rotate-key',
    label: 'Rotate shared key',
    group: 'configure',
    applies: keyOnly,
    needs: WRITE_KEY,
    tab: 'key',
  },
  {
    topic: 'capture',
    label: 'Capture packets',
    group: 'operate',
    applies: ipsecOnly,
    needs: 'Microsoft.Network/connections/startPacketCapture/action',
    tab: 'capture',
  },
  {
    topic: 'troubleshoot',
    label: 'Troubleshoot',
    group: 'operate',
    applies: (connection) => because(whyNotTroubleshot(connection)),
    // The right itself is the watcher's, which its tab finds.
    needs: 'Microsoft.Network/connections/read',
    tab: 'troubleshoot',
  },
]

export const CONNECTION_FORMS: readonly ActionForm<Connection>[] = [
  {
    topic: 'policy',
    label: 'Change IPsec policy',
    group: 'configure',
    applies: ipsecOnly,
    needs: CONNECTION,
    form: lazy(async () => ({ default: (await import('./ChangePolicy.tsx')).ChangePolicy })),
  },
  {
    topic: 'mode',
    label: 'Change mode, DPD and BGP',
    group: 'configure',
    applies: ipsecOnly,
    needs: CONNECTION,
    form: lazy(async () => ({ default: (await import('./ChangeMode.tsx')).ChangeMode })),
  },
]

function vpnOnly({ gatewayType }: VirtualNetworkGateway): Applies {
  return gatewayType?.toLowerCase() === 'vpn' ? 'yes' : because('This is not a VPN gateway.')
}

function ipsecOnly({ connectionType }: Connection): Applies {
  return connectionType?.toLowerCase() === 'expressroute'
    ? because('An ExpressRoute connection has no IPsec.')
    : 'yes'
}

function keyOnly(connection: Connection): Applies {
  return connection.authenticationType?.toLowerCase() === 'certificate'
    ? because('This connection authenticates with certificates, so no shared key is in use.')
    : ipsecOnly(connection)
}
