import { kindRow } from '../resources/kinds.ts'
import type { Kind } from '../resources/resource.ts'

/** Something one can do to a resource, and the action it needs. */
export interface KindAction {
  /** A verb: "Reset". */
  label: string
  action: string
}

/** Beyond reading, changing and deleting; names as published in the operations of Microsoft.Network (ARM contract 12.6). */
const MORE: Partial<Record<Kind, readonly (readonly [label: string, action: string])[]>> = {
  virtualNetworkGateway: [
    ['Reset', 'reset'],
    ['Read BGP peers', 'getbgppeerstatus'],
    ['Read learned routes', 'getlearnedroutes'],
    ['Capture packets', 'startpacketcapture'],
    ['Make a client profile', 'generatevpnprofile'],
  ],
  connection: [
    ['Read the shared key', 'sharedkey'],
    ['Make a device script', 'vpndeviceconfigurationscript'],
    ['Capture packets', 'startpacketcapture'],
  ],
  expressRoutePort: [['Make a letter of authorization', 'generateloa']],
  virtualHub: [['Read effective routes', 'effectiveRoutes']],
  vpnGateway: [
    ['Reset', 'reset'],
    ['Capture packets', 'startpacketcapture'],
  ],
  vpnConnection: [
    ['Reset a link', 'vpnLinkConnections/resetconnection'],
    ['Read the shared key of a link', 'vpnLinkConnections/sharedKeys/listSharedKey'],
  ],
  p2sVpnGateway: [
    ['Reset', 'reset'],
    ['Make a client profile', 'generatevpnprofile'],
  ],
}

/** @param type ARM type with its namespace, `Microsoft.Network/connections` */
export function kindActions(kind: Kind, type: string): KindAction[] {
  const named = kind === 'other' ? type : `Microsoft.Network/${kindRow(kind).armType}`
  const more = MORE[kind] ?? []
  return [
    { label: 'Read', action: `${named}/read` },
    { label: 'Change', action: `${named}/write` },
    { label: 'Delete', action: `${named}/delete` },
    ...more.map(([label, action]) => ({ label, action: `${named}/${action}/action` })),
  ]
}
