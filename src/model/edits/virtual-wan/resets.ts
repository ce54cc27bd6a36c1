import type { P2sVpnGateway, VpnConnection, VpnHubGateway } from '../../resources/virtual-wan.ts'
import type { Estate } from '../../estate.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { heldInHub } from '../held-by.ts'
import type { Action } from '../write.ts'
import type { Resource } from '../../resources/resource.ts'
import { wrong } from './said.ts'
import { siteConnectionsOf, touched } from './touched.ts'

interface ResetWords {
  segment: string
  action: string
  what: string
  effect: string
  query?: Readonly<Record<string, string>>
}

/** A reset waits for the other changes of its hub, and not for the router: it may be what helps. */
function reset({ id, name, ...resource }: Resource, estate: Estate, words: ResetWords): Action {
  const { holds } = heldInHub({ id, name, ...resource }, estate)
  return { is: 'action', method: 'POST', topic: 'reset', id, name, holds, ...words }
}

/** One instance of a hub's VPN gateway at a time, so that the other carries on (Virtual WAN document 4). */
export const RESET_SITE_GATEWAY: DrawnForm<VpnHubGateway, { instance: string }> = {
  topic: 'reset',
  title: 'Reset',
  values: ({ resource }) => ({ instance: resource.instances[0]?.id ?? 'Instance0' }),
  fields: (_, { resource }) => [
    {
      is: 'choice',
      name: 'instance',
      label: 'Which instance',
      hint: 'One at a time: reset the other when this one is back',
      options: instancesOf(resource).map(({ id, publicIPAddress }) => ({
        value: id,
        label: publicIPAddress === undefined ? id : `${id}, ${publicIPAddress}`,
      })),
    },
  ],
  problems: () => [],
  write: ({ instance }, { resource, estate }) =>
    reset(resource, estate, {
      segment: 'reset',
      query: { ipConfigurationId: instance },
      action: 'Microsoft.Network/vpnGateways/reset/action',
      what: `Reset ${instance} of ${resource.name}`,
      effect: `${instance} restarts. Its tunnels drop until then.`,
    }),
  consequences: ({ instance }, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: 'its settings, addresses and keys stay' },
      ...touched(
        resource.virtualHubId,
        estate,
        'its router is not touched, and takes no other change meanwhile',
      ),
    ],
    depends: siteConnectionsOf(resource.id, estate).map(({ id, name }) => ({
      id,
      name,
      note: 'goes on over the other instance, where its device has a tunnel to both',
    })),
    drops: `The tunnels of ${instance} while it restarts. Devices with a tunnel to this instance alone lose the hub.`,
    after: 'The other instance is not touched.',
  }),
  verb: () => 'Reset instance',
}

function instancesOf({ instances }: VpnHubGateway): { id: string; publicIPAddress?: string }[] {
  const known = instances.flatMap(({ id, publicIPAddress }) =>
    id === undefined ? [] : [{ id, ...(publicIPAddress !== undefined && { publicIPAddress }) }],
  )
  return known.length > 0 ? known : [{ id: 'Instance0' }, { id: 'Instance1' }]
}

export const RESET_CLIENT_GATEWAY: DrawnForm<P2sVpnGateway, Record<string, never>> = {
  topic: 'reset',
  title: 'Reset',
  values: () => ({}),
  fields: () => [],
  problems: () => [],
  write: (_, { resource, estate }) =>
    reset(resource, estate, {
      segment: 'reset',
      action: 'Microsoft.Network/p2sVpnGateways/reset/action',
      what: `Reset ${resource.name}`,
      effect: 'The gateway restarts. Everybody who is connected is cut off until then.',
    }),
  consequences: (_, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: 'its settings, pools and addresses stay' },
      ...touched(
        resource.virtualHubId,
        estate,
        'its router is not touched, and takes no other change meanwhile',
      ),
    ],
    depends: touched(resource.vpnServerConfigurationId, estate, 'is not touched'),
    drops: `Everybody who is connected by it${resource.connectedClients ? `, ${resource.connectedClients} now` : ''}.`,
    after: 'People connect again by themselves or with a click; their profile stays good.',
  }),
  verb: () => 'Reset gateway',
}

/** The tunnels of one link and nothing else. */
export const RESET_LINK: DrawnForm<VpnConnection, { link: string }> = {
  topic: 'reset',
  title: 'Reset a link of',
  values: ({ resource }) => ({ link: resource.links[0]?.name ?? '' }),
  fields: (_, { resource }) => [
    {
      is: 'choice',
      name: 'link',
      label: 'Link',
      options: resource.links.map(({ name, connectionStatus }) => ({
        value: name,
        label: connectionStatus === undefined ? name : `${name}, ${connectionStatus}`,
      })),
    },
  ],
  problems: ({ link }) =>
    link === '' ? [wrong('link', 'The connection has no link that could be reset.')] : [],
  write: ({ link }, { resource, estate }) =>
    reset(resource, estate, {
      segment: `vpnLinkConnections/${link}/resetconnection`,
      action: 'Microsoft.Network/vpnGateways/vpnConnections/vpnLinkConnections/resetconnection/action',
      what: `Reset the link ${link} of ${resource.name}`,
      effect: 'Its tunnels are built anew. The gateway does not restart.',
    }),
  consequences: ({ link }, { resource, estate }) => ({
    touches: [
      { id: resource.id, name: resource.name, note: `only ${link}; its key, policy and other links stay` },
      ...touched(resource.gatewayId, estate, 'does not restart'),
    ],
    depends: touched(resource.siteId, estate, 'is reached over it'),
    drops:
      'The tunnels of this link, until both sides have negotiated them anew. Other links and sites go on.',
    after: 'The tunnels come up by themselves where the device answers. Azure reports them a little later.',
  }),
  verb: () => 'Reset link',
}
