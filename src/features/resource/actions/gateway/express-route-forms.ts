import { lazy } from 'react'
import { whyNotCircuitConnection } from '../../../../model/edits/circuit-connection.ts'
import { whyNoScale } from '../../../../model/edits/scale-units.ts'
import type { ExpressRouteConnection, ExpressRouteGateway } from '../../../../model/resources/expressroute.ts'
import type { Connection, VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { type ActionForm, because } from '../action-form.ts'

const scale = {
  topic: 'scale',
  label: 'Change scale units',
  group: 'configure',
} as const
const ChangeScale = lazy(async () => ({ default: (await import('./ChangeScale.tsx')).ChangeScale }))

const weight = {
  topic: 'weight',
  label: 'Change weight and FastPath',
  group: 'configure',
  inHeader: true,
} as const
const ChangeWeight = lazy(async () => ({ default: (await import('./ChangeWeight.tsx')).ChangeWeight }))

/** Of an ExpressRoute gateway in a hub. */
export const HUB_GATEWAY_FORMS: readonly ActionForm<ExpressRouteGateway>[] = [
  {
    ...scale,
    inHeader: true,
    applies: () => 'yes',
    needs: 'Microsoft.Network/expressRouteGateways/write',
    form: ChangeScale,
  },
]

/** Of an ExpressRoute gateway in a virtual network. */
export const EXPRESSROUTE_SCALE: ActionForm<VirtualNetworkGateway> = {
  ...scale,
  applies: (gateway) => because(whyNoScale(gateway)),
  needs: 'Microsoft.Network/virtualNetworkGateways/write',
  form: ChangeScale,
}

export const HUB_CONNECTION_FORMS: readonly ActionForm<ExpressRouteConnection>[] = [
  {
    ...weight,
    applies: () => 'yes',
    needs: 'Microsoft.Network/expressRouteGateways/expressRouteConnections/write',
    form: ChangeWeight,
  },
]

export const CIRCUIT_CONNECTION: ActionForm<Connection> = {
  ...weight,
  applies: (connection) => because(whyNotCircuitConnection(connection)),
  needs: 'Microsoft.Network/connections/write',
  form: ChangeWeight,
}
