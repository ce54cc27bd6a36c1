import { lazy } from 'react'
import { whyNotDeletable } from '../../../model/edits/circuit.ts'
import { whyTableStays } from '../../../model/edits/virtual-wan/built-in-tables.ts'
import { nameOfId } from '../../../model/paths.ts'
import { tagsEditable } from '../../../model/edits/tags.ts'
import { kindRow } from '../../../model/resources/kinds.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { Kind, Resource, ResourceOf } from '../../../model/resources/resource.ts'
import type { Topic } from '../../../model/edits/topics.ts'
import type { KindPage } from '../kind-pages.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import type { ActionForm, Applies } from './action-form.ts'
import { CIRCUIT_FORMS, FAILOVER_TEST, TAKE_DOWN } from './circuit/circuit-forms.ts'
import {
  CIRCUIT_CONNECTION,
  EXPRESSROUTE_SCALE,
  HUB_CONNECTION_FORMS,
  HUB_GATEWAY_FORMS,
} from './gateway/express-route-forms.ts'
import { PORT_FORMS, portDeletable } from './port/port-forms.ts'
import { CONNECTION_FORMS, CONNECTION_TABS, GATEWAY_FORMS } from './configure/configure-forms.ts'
import {
  CLIENT_GATEWAY_FORMS,
  SERVER_FORMS,
  SITE_CONNECTION_FORMS,
  SITE_FORMS,
  SITE_GATEWAY_FORMS,
} from './virtual-wan/branch-forms.ts'
import { because, HUB_FORMS, NETWORK_FORMS, ofWan, TABLE_FORMS, WAN_FORMS } from './virtual-wan/hub-forms.ts'

type Forms = { readonly [K in Kind]?: readonly ActionForm<ResourceOf<K>>[] }

const NOT_EXPRESSROUTE = {
  what: 'Azure resets VPN alone, and this is ExpressRoute.',
  remedy: 'See the circuit for what can be done.',
}

const DeleteResource = lazy(async () => ({ default: (await import('./DeleteResource.tsx')).DeleteResource }))

const yes = () => 'yes' as const

function deletion(label: string, armType: string) {
  return {
    topic: 'delete',
    label,
    group: 'delete',
    applies: yes,
    needs: `Microsoft.Network/${armType}/delete`,
    form: DeleteResource,
  } as const
}

const FORMS: Forms = {
  expressRouteCircuit: [
    ...CIRCUIT_FORMS,
    TAKE_DOWN,
    { ...deletion('Delete circuit', 'expressRouteCircuits'), applies: deletable },
  ],
  expressRoutePort: [
    ...PORT_FORMS,
    { ...deletion('Delete port', 'expressRoutePorts'), applies: portDeletable },
  ],
  expressRouteGateway: [...HUB_GATEWAY_FORMS, deletion('Delete gateway', 'expressRouteGateways')],
  expressRouteConnection: [
    ...HUB_CONNECTION_FORMS,
    deletion('Delete connection', 'expressRouteGateways/expressRouteConnections'),
  ],
  virtualWan: [...WAN_FORMS, deletion('Delete WAN', 'virtualWans')],
  virtualHub: [...HUB_FORMS, { ...deletion('Delete hub', 'virtualHubs'), applies: ofWan }],
  hubVirtualNetworkConnection: [
    ...NETWORK_FORMS,
    deletion('Delete connection', 'virtualHubs/hubVirtualNetworkConnections'),
  ],
  hubRouteTable: [
    ...TABLE_FORMS,
    {
      ...deletion('Delete route table', 'virtualHubs/hubRouteTables'),
      applies: (table) => because(whyTableStays(table)),
    },
  ],
  hubBgpConnection: [deletion('Delete BGP peer', 'virtualHubs/bgpConnections')],
  routingIntent: [deletion('Delete routing intent', 'virtualHubs/routingIntent')],
  vpnGateway: [...SITE_GATEWAY_FORMS, deletion('Delete gateway', 'vpnGateways')],
  vpnConnection: [...SITE_CONNECTION_FORMS, deletion('Delete connection', 'vpnGateways/vpnConnections')],
  vpnSite: [...SITE_FORMS, deletion('Delete site', 'vpnSites')],
  p2sVpnGateway: [...CLIENT_GATEWAY_FORMS, deletion('Delete gateway', 'p2sVpnGateways')],
  vpnServerConfiguration: [
    ...SERVER_FORMS,
    {
      ...deletion('Delete server configuration', 'vpnServerConfigurations'),
      applies: ({ gatewayIds }) =>
        because(
          gatewayIds.length === 0
            ? undefined
            : `${gatewayIds.map(nameOfId).join(', ')} uses it: delete that first.`,
        ),
    },
  ],
  localNetworkGateway: [
    {
      topic: 'site',
      label: 'Edit endpoint and prefixes',
      group: 'configure',
      inHeader: true,
      applies: yes,
      needs: 'Microsoft.Network/localNetworkGateways/write',
      form: lazy(async () => ({ default: (await import('./site/EditSite.tsx')).EditSite })),
    },
    deletion('Delete local network gateway', 'localNetworkGateways'),
  ],
  virtualNetworkGateway: [
    {
      topic: 'reset',
      label: 'Reset gateway',
      group: 'operate',
      inHeader: true,
      applies: ({ gatewayType }) => (gatewayType?.toLowerCase() === 'vpn' ? 'yes' : NOT_EXPRESSROUTE),
      needs: 'Microsoft.Network/virtualNetworkGateways/reset/action',
      form: lazy(async () => ({ default: (await import('./ResetGateway.tsx')).ResetGateway })),
    },
    ...GATEWAY_FORMS,
    EXPRESSROUTE_SCALE,
    FAILOVER_TEST,
    deletion('Delete gateway', 'virtualNetworkGateways'),
  ],
  connection: [
    {
      topic: 'reset',
      label: 'Reset connection',
      group: 'operate',
      inHeader: true,
      applies: ({ connectionType }) =>
        connectionType?.toLowerCase() === 'expressroute' ? NOT_EXPRESSROUTE : 'yes',
      needs: 'Microsoft.Network/connections/resetconnection/action',
      form: lazy(async () => ({ default: (await import('./ResetConnection.tsx')).ResetConnection })),
    },
    ...CONNECTION_TABS,
    ...CONNECTION_FORMS,
    CIRCUIT_CONNECTION,
    deletion('Delete connection', 'connections'),
  ],
}

function deletable(circuit: ExpressRouteCircuit): Applies {
  const why = whyNotDeletable(circuit)
  return why === undefined ? 'yes' : why
}

/** What no VPN gateway and no VPN connection will ever have: not named there. */
const EXPRESSROUTE_ALONE: ReadonlySet<Topic> = new Set(['failover-test', 'scale', 'weight'])
const OF_BOTH: ReadonlySet<Kind> = new Set(['virtualNetworkGateway', 'connection'])

/** The header of an ExpressRoute gateway has the test of its failover where a VPN gateway's has the reset. */
function headed(resource: Resource): (form: ActionForm) => ActionForm {
  if (!isOfExpressRoute(resource)) return (form) => form
  return (form) => {
    const { inHeader: _, ...other } = form
    return form.topic === 'failover-test' || form.topic === 'weight' ? { ...other, inHeader: true } : other
  }
}

/** What can be done to a resource: its kind's own forms, then what features add to its page, then the tags. */
export function formsOf(resource: Resource, page: KindPage): readonly ActionForm[] {
  // The map gives each kind forms for that kind alone, which an index by `resource.kind` cannot say.
  const own = (FORMS[resource.kind] ?? []) as readonly ActionForm[]
  const isVpn = OF_BOTH.has(resource.kind) && !isOfExpressRoute(resource)
  const fitting = isVpn ? own.filter(({ topic }) => !EXPRESSROUTE_ALONE.has(topic)) : own
  const forms = [...fitting.map(headed(resource)), ...(page.forms ?? [])]
  return forms.length === 0 ? [] : [...forms, tagsForm(resource)]
}

function tagsForm({ kind, type }: Resource): ActionForm {
  return {
    topic: 'tags',
    label: 'Edit tags',
    group: 'configure',
    applies: (resource) => {
      const editable = tagsEditable(resource)
      return editable.is === 'yes' ? 'yes' : { what: editable.why, remedy: '' }
    },
    needs: kind === 'other' ? `${type}/write` : `Microsoft.Network/${kindRow(kind).armType}/write`,
  }
}
