import type { VpnHubGateway } from '../resources/virtual-wan.ts'

/** One of the two machines of a hub's VPN gateway. */
export interface HubInstance {
  /** As Azure names it, `Instance0`. */
  name: string
  /** "Instance 0". */
  label: string
  publicAddress?: string
  privateAddress?: string
  bgpAddresses: string[]
  /** Set by people, of 169.254.21.0/24 and 169.254.22.0/24 (Virtual WAN 4). */
  customBgpAddresses: string[]
}

/** The instances of a gateway with their addresses; none where only a list of gateways was read, which leaves them out. */
export function hubInstances({ instances, bgp }: VpnHubGateway): HubInstance[] {
  return instances.map((one, index) => {
    const name = one.id ?? `Instance${index}`
    const peer = bgp?.addresses.find(
      ({ ipConfigurationId }) => ipConfigurationId?.toLowerCase() === name.toLowerCase(),
    )
    return {
      name,
      label: instanceLabel(name),
      ...(one.publicIPAddress !== undefined && { publicAddress: one.publicIPAddress }),
      ...(one.privateIPAddress !== undefined && { privateAddress: one.privateIPAddress }),
      bgpAddresses: peer?.defaultAddresses ?? [],
      customBgpAddresses: peer?.customAddresses ?? [],
    }
  })
}

/** "Instance 0" of `Instance0`; another name stays as it is. */
export function instanceLabel(name: string): string {
  const [, number] = /^instance(\d+)$/i.exec(name) ?? []
  return number === undefined ? name : `Instance ${number}`
}
