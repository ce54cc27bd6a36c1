import { keyOf } from '../paths.ts'
import { sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Finding } from './finding.ts'
import { tunnelsOf } from './tunnels.ts'

/** The tunnel is up and a peered network does not use the gateway: `Connected` but no traffic (VPN Gateway 10.3). */
export function transit(facts: Facts): Finding {
  const unread = lacking(facts.network, 'network')
  if (unread) return unread
  if (tunnelsOf(facts).up.length === 0) return ruledOut('Peerings carry traffic once a tunnel is up')
  const home = valueOf(facts.network)
  const missing = (home?.peerings ?? []).flatMap(
    ({ remoteVirtualNetworkId: id = '', allowGatewayTransit }) => {
      const spoke = facts.spokes.find(({ key }) => key === keyOf(id))
      const back = spoke?.peerings.find((one) => keyOf(one.remoteVirtualNetworkId ?? '') === home?.key)
      if (spoke === undefined || back === undefined) return []
      return allowGatewayTransit !== back.useRemoteGateways ? [spoke] : []
    },
  )
  if (missing.length === 0) return ruledOut('No peering has gateway transit on at one end only')
  const names = sentenceList(missing.map(({ name }) => name))
  return {
    is: 'cause',
    title: `${names} cannot use the gateway over ${missing.length === 1 ? 'its peering' : 'their peerings'}`,
    likelihood: 'unlikely',
    evidence: missing.map(({ name, readAt }) => ({
      text: `The peering with ${name} has allowGatewayTransit or useRemoteGateways at one end only`,
      source: 'Virtual network',
      at: readAt,
    })),
    side: 'azure',
    change: `Where ${names} should reach the site, set allowGatewayTransit here and useRemoteGateways there.`,
  }
}
