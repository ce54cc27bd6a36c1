import { parseAddress, parsePrefix, contains } from '../../lib/cidr.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { noState, tunnelsOf } from './tunnels.ts'
import { beforeLogs, GATEWAY_WRITE, isSince, lastDone, SITE_WRITE, told } from './writes.ts'

/** Addresses that a device on the internet cannot have (VPN Gateway 4). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '0.0.0.0/8', '224.0.0.0/4'].flatMap(
  (text) => parsePrefix(text) ?? [],
)

/**
 * An end is not where the other looks for it: the endpoint of the local network gateway is wrong or was changed, or the gateway was
 * made anew and has other addresses (VPN Gateway 2.2, 4, 6.5). What a changed endpoint was before, the log does not say.
 */
export function addresses(facts: Facts): Finding | undefined {
  if (facts.connection.gateway2Id !== undefined) return undefined
  const unread = lacking(facts.site, 'site')
  if (unread) return unread
  const tunnels = tunnelsOf(facts)
  const site = valueOf(facts.site)
  const endpoint = site?.gatewayIpAddress
  const siteText = (text: string): Evidence => ({
    text,
    source: 'Local network gateway',
    at: site?.readAt ?? facts.now,
  })
  if (tunnels.up.length > 0) return ruledOut(`A tunnel to ${endpoint ?? site?.fqdn ?? 'the site'} is up`)
  if (endpoint !== undefined && facts.addresses.includes(endpoint))
    return cause(facts, 'The local network gateway has the gateway’s own address', 'very likely', [
      siteText(`Its endpoint is ${endpoint}, which is the gateway’s own`),
    ])
  if (endpoint !== undefined && isPrivate(endpoint) && !usesPrivateAddress(facts))
    return cause(facts, 'The endpoint of the site is a private address', 'very likely', [
      siteText(`Its endpoint is ${endpoint}, which Azure cannot reach over the internet`),
    ])
  if (tunnels.state === 'unknown') return noState(facts)
  const noLog =
    lacking(facts.siteActivity, 'siteActivity') ?? lacking(facts.gatewayActivity, 'gatewayActivity')
  const written = lastDone(facts.siteActivity, SITE_WRITE)
  if (isSince(written, tunnels.lastUpAt))
    return cause(facts, 'The local network gateway was changed, perhaps its endpoint', 'possible', [
      told(written, 'changed the local network gateway', facts.siteActivity, facts.now),
      siteText(`Its endpoint is ${endpoint ?? site?.fqdn ?? 'not set'} now`),
    ])
  const gateway = lastDone(facts.gatewayActivity, GATEWAY_WRITE)
  if (isSince(gateway, tunnels.lastUpAt) && /\/delete$/i.test(gateway.operation))
    return {
      ...cause(facts, 'The device still points to an old address of the gateway', 'possible', [
        told(gateway, 'deleted the gateway', facts.gatewayActivity, facts.now),
      ]),
      side: 'on-premises',
    }
  if (noLog) return noLog
  if (site?.fqdn !== undefined && endpoint === undefined)
    return {
      is: 'notChecked',
      missing: `the address behind ${site.fqdn}: this browser cannot resolve it as Azure does`,
      how: `Resolve ${site.fqdn} and compare it with the public address of the device.`,
      waiting: false,
    }
  if (tunnels.lastUpAt === undefined)
    return cause(facts, 'The endpoint of the site may be wrong', 'possible', [
      siteText(
        `Its endpoint is ${endpoint ?? 'not set'}, and Azure tells of no time when a tunnel to it was up`,
      ),
    ])
  const logs = [facts.siteActivity, facts.gatewayActivity]
  return (
    beforeLogs(logs, 'an address', tunnels.lastUpAt) ??
    ruledOut('A tunnel to this endpoint was up, and nobody changed it since')
  )
}

function isPrivate(text: string): boolean {
  const address = parseAddress(text)
  return address !== undefined && PRIVATE.some((range) => contains(range, address))
}

/** IPsec over ExpressRoute ends at private addresses (VPN Gateway 3.3 and 4). */
function usesPrivateAddress({ connection }: Facts): boolean {
  const { properties } = connection.body
  return (
    typeof properties === 'object' &&
    properties !== null &&
    !Array.isArray(properties) &&
    properties.useLocalAzureIpAddress === true
  )
}

function cause(facts: Facts, title: string, likelihood: Cause['likelihood'], evidence: Evidence[]): Cause {
  const read = facts.addresses.flatMap((address) => address ?? [])
  return {
    is: 'cause',
    title,
    likelihood,
    evidence,
    side: 'both',
    change: `Enter the device’s public address in the local network gateway, and on the device ${read.length > 0 ? read.join(' and ') : 'the addresses of the gateway'} as peers.`,
    link: {
      id: facts.connection.localNetworkGatewayId ?? facts.connection.id,
      topic: 'site',
      label: 'Change the local network gateway',
    },
    interruption: 'The tunnels of every connection to this site start anew.',
  }
}
