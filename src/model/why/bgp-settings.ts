import { contains, parseAddress, parsePrefix } from '../../lib/cidr.ts'
import type { LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Finding, type Side } from './finding.ts'
import { tunnelsOf } from './tunnels.ts'

/** Settings with which BGP cannot start (VPN Gateway 3.2; findings H10 to H13). */
export function bgpSettings(facts: Facts): Finding | undefined {
  const { connection } = facts
  if (connection.gateway2Id !== undefined) return undefined
  if (!connection.enableBgp) return ruledOut('BGP is off on this connection')
  const unread = lacking(facts.gateway, 'gateway') ?? lacking(facts.site, 'site')
  if (unread) return unread
  const gateway = valueOf(facts.gateway)
  const site = valueOf(facts.site)
  if (gateway === undefined || site === undefined) return undefined
  const fault = faultOf(gateway, site)
  if (fault) return causeOf(facts, fault)

  const noNetwork = lacking(facts.network, 'network')
  if (noNetwork) return noNetwork
  const peer = site.bgp?.peeringAddress
  const within = (valueOf(facts.network)?.addressPrefixes ?? []).find((prefix) => lies(peer, prefix))
  if (within === undefined) return ruledOut('ASNs and peer addresses go together')
  return causeOf(facts, {
    title: 'The BGP peer lies inside the virtual network',
    proof: `The peer of ${site.name}, ${peer ?? ''}, lies in ${within} of the virtual network`,
    side: 'both',
    change: 'Use a peer address outside the virtual network, on the device and here.',
    where: 'site',
  })
}

/** 169.254.0.0/16. */
export function isApipa(address: string | undefined): boolean {
  return address?.startsWith('169.254.') ?? false
}

interface Fault {
  title: string
  proof: string
  side: Side
  change: string
  /** Where the form is that changes it. */
  where: 'gateway' | 'site'
}

function faultOf(gateway: VirtualNetworkGateway, site: LocalNetworkGateway): Fault | undefined {
  if (!gateway.enableBgp)
    return {
      title: 'BGP is off on the gateway',
      proof: `enableBgp is false on ${gateway.name} and true on this connection`,
      side: 'azure',
      change: 'Turn BGP on for the gateway, or off for this connection.',
      where: 'gateway',
    }
  const { asn, peeringAddress } = site.bgp ?? {}
  if (asn === undefined || peeringAddress === undefined)
    return {
      title: 'The site has no BGP settings',
      proof: `${site.name} has no ASN and peer address`,
      side: 'azure',
      change: 'Give the local network gateway the device’s ASN and BGP peer address.',
      where: 'site',
    }
  if (asn === gateway.bgp?.asn)
    return {
      title: 'Both ends have the same ASN',
      proof: `${site.name} and ${gateway.name} both have ASN ${asn}`,
      side: 'both',
      change: 'Change the ASN of the device, and here to the same.',
      where: 'site',
    }
  if (peeringAddress === site.gatewayIpAddress)
    return {
      title: 'The BGP peer is the device’s public address',
      proof: `The peer address of ${site.name} is its endpoint, ${peeringAddress}`,
      side: 'both',
      change: 'Use another peer address, for example a loopback of the device.',
      where: 'site',
    }
  if (isApipa(peeringAddress) && !gateway.bgp?.addresses.some((one) => one.customAddresses.length > 0))
    return {
      title: 'The gateway has no APIPA address for the peer',
      proof: `The peer of ${site.name} is ${peeringAddress}, and ${gateway.name} has no custom BGP address`,
      side: 'azure',
      change:
        'Add a custom BGP address between 169.254.21.0 and 169.254.22.255 to each instance of the gateway.',
      where: 'gateway',
    }
  return undefined
}

function lies(address: string | undefined, prefix: string): boolean {
  const [inner, outer] = [parseAddress(address ?? ''), parsePrefix(prefix)]
  return inner !== undefined && outer !== undefined && contains(outer, inner)
}

/** BGP runs inside a tunnel, so it keeps none down: until one is up it is no more than unlikely. */
function causeOf(facts: Facts, { title, proof, side, change, where }: Fault): Cause {
  const up = tunnelsOf(facts).up.length > 0
  const { connection, now } = facts
  const asked = where === 'gateway' ? facts.gateway : facts.site
  const id = where === 'gateway' ? connection.gateway1Id : connection.localNetworkGatewayId
  return {
    is: 'cause',
    title: up ? title : `${title}, which matters once a tunnel is up`,
    likelihood: up ? 'very likely' : 'unlikely',
    evidence: [
      {
        text: proof,
        source: where === 'gateway' ? 'Gateway' : 'Local network gateway',
        at: asked.is === 'known' ? asked.at : now,
      },
    ],
    side,
    change,
    link: {
      id: id ?? connection.id,
      topic: where === 'gateway' ? 'bgp' : 'site',
      label: where === 'gateway' ? 'Change BGP of the gateway' : 'Change the local network gateway',
    },
    interruption: 'The BGP sessions of what is changed start anew.',
  }
}
