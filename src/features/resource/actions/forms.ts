import { lazy } from 'react'
import { whyNotDeletable } from '../../../model/edits/circuit.ts'
import { tagsEditable } from '../../../model/edits/tags.ts'
import { kindRow } from '../../../model/resources/kinds.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { Kind, Resource, ResourceOf } from '../../../model/resources/resource.ts'
import type { KindPage } from '../kind-pages.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import type { ActionForm, Applies } from './action-form.ts'
import { CIRCUIT_FORMS, FAILOVER_TEST } from './circuit/circuit-forms.ts'
import { CONNECTION_FORMS, CONNECTION_TABS, GATEWAY_FORMS } from './configure/configure-forms.ts'

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
    { ...deletion('Delete circuit', 'expressRouteCircuits'), applies: deletable },
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
    deletion('Delete connection', 'connections'),
  ],
}

function deletable(circuit: ExpressRouteCircuit): Applies {
  const why = whyNotDeletable(circuit)
  return why === undefined ? 'yes' : why
}

/** The header of an ExpressRoute gateway has the test of its failover where a VPN gateway's has the reset. */
function headed(resource: Resource): (form: ActionForm) => ActionForm {
  if (resource.kind !== 'virtualNetworkGateway' || !isOfExpressRoute(resource)) return (form) => form
  return (form) => {
    const { inHeader: _, ...other } = form
    return form.topic === 'failover-test' ? { ...other, inHeader: true } : other
  }
}

/** What can be done to a resource: its kind's own forms, then what features add to its page, then the tags. */
export function formsOf(resource: Resource, page: KindPage): readonly ActionForm[] {
  // The map gives each kind forms for that kind alone, which an index by `resource.kind` cannot say.
  const own = (FORMS[resource.kind] ?? []) as readonly ActionForm[]
  // What no VPN gateway will ever have is not named there.
  const fitting = isOfExpressRoute(resource) ? own : own.filter(({ topic }) => topic !== 'failover-test')
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
