import { lazy } from 'react'
import type { ExpressRoutePort } from '../../../../model/resources/expressroute.ts'
import type { ActionForm, Applies } from '../action-form.ts'

/** What of an ExpressRoute Direct port can be changed (ExpressRoute document 1.5). */
export const PORT_FORMS: readonly ActionForm<ExpressRoutePort>[] = [
  {
    topic: 'link',
    label: 'Change a link',
    group: 'configure',
    inHeader: true,
    applies: ({ links }) =>
      links.length > 0 ? 'yes' : { what: 'Azure lists no links of it yet.', remedy: 'Read it again later.' },
    needs: 'Microsoft.Network/expressRoutePorts/write',
    form: lazy(async () => ({ default: (await import('./ChangeLink.tsx')).ChangeLink })),
  },
  {
    topic: 'authorization',
    label: 'Authorizations',
    group: 'configure',
    applies: () => 'yes',
    needs: 'Microsoft.Network/expressRoutePorts/authorizations/write',
    form: lazy(async () => ({
      default: (await import('../circuit/ChangeAuthorizations.tsx')).ChangePortAuthorizations,
    })),
  },
]

/** Azure deletes no port that a circuit sits on. */
export function portDeletable({ circuitIds }: ExpressRoutePort): Applies {
  return circuitIds.length === 0
    ? 'yes'
    : {
        what: `${circuitIds.length === 1 ? 'A circuit sits' : `${circuitIds.length} circuits sit`} on it, and Azure deletes no port with circuits.`,
        remedy: 'Delete the circuits first.',
      }
}
