import { useQueries } from '@tanstack/react-query'
import type { IkeAssociation } from '../model/diagnostics/ike-association.ts'
import { keyOf } from '../model/paths.ts'
import type { Right } from '../model/rights/right.ts'
import type { Asked } from '../model/why/asked.ts'
import { askedOf, mapped } from './asked-of.ts'
import { ikeQuery } from './ike-query.ts'
import { useAzure } from './use-azure.ts'
import { useRight } from './use-rights.ts'

/** The action that asking a link for its IKE associations needs. */
export const LINK_IKE = 'Microsoft.Network/vpnGateways/vpnConnections/vpnLinkConnections/getikesas/action'

export interface LinkIke {
  /** By the link's id in lower case. */
  of(linkId: string | undefined): Asked<IkeAssociation[]>
  right: Right
  asking: boolean
  again(): void
}

/**
 * The IKE associations of links of a hub's VPN gateway, each asked for itself; Azure takes some ten seconds for one.
 * @param scope the gateway or the connection that they are of
 * @param wanted whether they are asked for by themselves
 */
export function useLinkIke(scope: string, linkIds: readonly string[], wanted: boolean): LinkIke {
  const azure = useAzure()
  const right = useRight(LINK_IKE, scope)
  const enabled = wanted && (right.is === 'allowed' || right.is === 'unknown')
  const queries = useQueries({ queries: linkIds.map((id) => ({ ...ikeQuery(azure, id), enabled })) })
  const asked = new Map(
    linkIds.map((id, index) => {
      const query = queries[index]
      // An older answer is shown too.
      const is = askedOf(query, enabled || query?.data !== undefined || query?.isFetching === true)
      return [keyOf(id), mapped(is, ({ associations }) => associations)]
    }),
  )
  return {
    of: (id) => asked.get(keyOf(id ?? '')) ?? { is: 'none' },
    right,
    asking: queries.some(({ isFetching }) => isFetching),
    again: () => queries.forEach((query) => void query.refetch()),
  }
}
