/** What a VPN gateway of a SKU and generation takes; the figures are benchmarks, not guarantees. */
export interface SkuLimits {
  /** Site-to-site and VNet-to-VNet together. */
  tunnels: number
  sstpClients: number
  /** IKEv2 and OpenVPN; absent: not supported. */
  clients?: number
  /** Aggregate throughput, site-to-site and point-to-site together. */
  megabits: number
  bgp: boolean
  zoneRedundant: boolean
  /** Virtual machines and whatever else talks through the gateway. */
  virtualMachines?: number
}

/** VPN Gateway 1.1 and 1.2, by size and generation; machines of the zone-redundant SKU and of the one without zones. */
const SIZES: Record<
  string,
  readonly [megabits: number, tunnels: number, clients: number, zoned: number, plain: number]
> = {
  '1 1': [650, 30, 250, 1_000, 450],
  '2 1': [1_000, 30, 500, 2_000, 1_300],
  '3 1': [1_250, 30, 1_000, 5_000, 4_000],
  '2 2': [1_250, 30, 500, 2_000, 685],
  '3 2': [2_500, 30, 1_000, 3_300, 2_240],
  '4 2': [5_000, 100, 5_000, 4_400, 5_300],
  '5 2': [10_000, 100, 10_000, 9_000, 6_700],
}

const SSTP = 128

/**
 * The limits of a SKU in a generation; `undefined` where no source has the pair, so that nothing is guessed. SKUs of one
 * generation only need none (VPN Gateway 1.4).
 */
export function skuLimits(sku: string | undefined, generation: string | undefined): SkuLimits | undefined {
  const name = sku?.toLowerCase() ?? ''
  if (name === 'basic')
    return {
      tunnels: 10,
      sstpClients: SSTP,
      megabits: 100,
      bgp: false,
      zoneRedundant: false,
      virtualMachines: 200,
    }
  const [, size, zones] = /^vpngw([1-5])(az)?$/.exec(name) ?? []
  if (size === undefined) return undefined
  const only = size === '1' ? '1' : Number(size) > 3 ? '2' : undefined
  const found = SIZES[`${size} ${only ?? /^generation([12])$/i.exec(generation ?? '')?.[1] ?? ''}`]
  if (!found) return undefined
  const [megabits, tunnels, clients, zoned, plain] = found
  const zoneRedundant = zones !== undefined
  return {
    tunnels,
    sstpClients: SSTP,
    clients,
    megabits,
    bgp: true,
    zoneRedundant,
    virtualMachines: zoneRedundant ? zoned : plain,
  }
}

/** What a SKU does not have that others do, as the end of "It has no …" (VPN Gateway 1.6, 3.8). */
export function skuLacks(sku: string | undefined): readonly string[] {
  switch (sku?.toLowerCase()) {
    case 'basic':
      return [
        'BGP',
        'active-active mode',
        'zone redundancy',
        'custom IPsec policies',
        'policy-based traffic selectors',
        'IKEv2 or OpenVPN clients',
        'RADIUS',
        'NAT rules',
        'certificate authentication of connections',
        'coexistence with ExpressRoute',
        'customer-controlled maintenance',
        'resize to another SKU',
      ]
    case 'vpngw1':
      return ['zone redundancy', 'NAT rules']
    case 'vpngw1az':
      return ['NAT rules']
    case 'vpngw2':
    case 'vpngw3':
    case 'vpngw4':
    case 'vpngw5':
    case 'standard':
    case 'highperformance':
      return ['zone redundancy']
    default:
      return []
  }
}
