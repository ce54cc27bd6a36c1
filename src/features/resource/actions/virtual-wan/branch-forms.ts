import { WRITE_LINK_KEY } from '../../../../model/edits/virtual-wan/link-key-rights.ts'
import type {
  P2sVpnGateway,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../../../../model/resources/virtual-wan.ts'
import type { ActionForm, Applies } from '../action-form.ts'
import { drawn } from '../drawn/drawn.tsx'
import { because } from './hub-forms.ts'

const yes = () => 'yes' as const

const reset = { topic: 'reset', group: 'operate', inHeader: true } as const
const scale = { topic: 'scale', label: 'Change scale units', group: 'configure', inHeader: true } as const

/** The VPN gateway of a hub (Virtual WAN document 4). */
export const SITE_GATEWAY_FORMS: readonly ActionForm<VpnHubGateway>[] = [
  {
    topic: 'connect',
    label: 'Connect site',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: 'Microsoft.Network/vpnGateways/vpnConnections/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/connect-site.ts')).CONNECT_TO_GATEWAY,
    ),
  },
  {
    ...reset,
    label: 'Reset gateway',
    applies: yes,
    needs: 'Microsoft.Network/vpnGateways/reset/action',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/resets.ts')).RESET_SITE_GATEWAY,
    ),
  },
  {
    topic: 'scale',
    label: 'Change scale units',
    group: 'configure',
    applies: yes,
    needs: 'Microsoft.Network/vpnGateways/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/gateway-units.ts')).SITE_UNITS,
    ),
  },
  {
    topic: 'nat-rules',
    label: 'Change NAT rules',
    group: 'configure',
    applies: yes,
    needs: 'Microsoft.Network/vpnGateways/natRules/write',
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/nat.ts')).HUB_NAT),
  },
]

export const SITE_FORMS: readonly ActionForm<VpnSite>[] = [
  {
    topic: 'branch',
    label: 'Edit site and links',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: 'Microsoft.Network/vpnSites/write',
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/site.ts')).SITE),
  },
  {
    topic: 'connect',
    label: 'Connect to hub',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: 'Microsoft.Network/vpnGateways/vpnConnections/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/connect-site.ts')).CONNECT_TO_HUB,
    ),
  },
]

/** A site's connection to a hub (Virtual WAN document 5.2 to 5.4). */
export const SITE_CONNECTION_FORMS: readonly ActionForm<VpnConnection>[] = [
  {
    ...reset,
    label: 'Reset link',
    applies: withLinks,
    needs: 'Microsoft.Network/vpnGateways/vpnConnections/vpnLinkConnections/resetconnection/action',
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/resets.ts')).RESET_LINK),
  },
  {
    topic: 'site-connection',
    label: 'Change links and routing',
    group: 'configure',
    inHeader: true,
    applies: withLinks,
    needs: 'Microsoft.Network/vpnGateways/vpnConnections/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/site-connection.ts')).SITE_CONNECTION,
    ),
  },
  {
    topic: 'policy',
    label: 'Change IPsec policy',
    group: 'configure',
    applies: withLinks,
    needs: 'Microsoft.Network/vpnGateways/vpnConnections/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/site-connection.ts')).LINK_POLICY,
    ),
  },
  {
    topic: 'key',
    label: 'Set shared key',
    group: 'configure',
    applies: withLinks,
    needs: WRITE_LINK_KEY,
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/link-key.ts')).LINK_KEY),
  },
]

export const CLIENT_GATEWAY_FORMS: readonly ActionForm<P2sVpnGateway>[] = [
  {
    ...reset,
    label: 'Reset gateway',
    applies: yes,
    needs: 'Microsoft.Network/p2sVpnGateways/reset/action',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/resets.ts')).RESET_CLIENT_GATEWAY,
    ),
  },
  {
    ...scale,
    applies: yes,
    needs: 'Microsoft.Network/p2sVpnGateways/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/gateway-units.ts')).CLIENT_UNITS,
    ),
  },
  {
    topic: 'clients',
    label: 'Change server configuration and pools',
    group: 'configure',
    applies: yes,
    needs: 'Microsoft.Network/p2sVpnGateways/write',
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/clients.ts')).CLIENTS),
  },
]

export const SERVER_FORMS: readonly ActionForm<VpnServerConfiguration>[] = [
  {
    topic: 'server',
    label: 'Change tunnels and sign-in',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: 'Microsoft.Network/vpnServerConfigurations/write',
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/server-configuration.ts')).SERVER,
    ),
  },
]

function withLinks({ links }: VpnConnection): Applies {
  return links.length > 0
    ? 'yes'
    : because('This connection has no links, as older ones do: change it in the Azure portal.')
}
