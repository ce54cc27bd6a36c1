import { typeOfId } from '../paths.ts'
import type { MemberChange } from '../edits/edit.ts'
import type { Write } from '../edits/write.ts'

/**
 * A write as a command of the Azure CLI that does the same, for bash; `undefined` where the CLI has none, and `az rest` is
 * the way (Azure CLI reference, az network: vnet-gateway, vpn-connection, local-gateway, public-ip).
 */
export function azNetwork(write: Write): string | undefined {
  const type = (typeOfId(write.id) ?? '').toLowerCase()
  const group = GROUPS[type]
  if (group === undefined) return undefined
  const ids = `--ids ${quoted(write.id)}`
  switch (write.is) {
    case 'removal':
      return `az network ${group} delete ${ids}`
    case 'action': {
      if (group !== 'vnet-gateway' || write.segment !== 'reset') return undefined
      const vip = write.query?.gatewayVip
      return `az network vnet-gateway reset ${ids}${vip === undefined ? '' : ` --gateway-vip ${quoted(vip)}`}`
    }
    case 'edit':
      return group === 'local-gateway' ? siteUpdate(ids, write.changes) : undefined
    default:
      return write satisfies never
  }
}

/** Members that a parameter of `local-gateway update` sets; it takes nothing away and knows no DNS name. */
const PARAMETERS: Readonly<Record<string, string>> = {
  'properties/gatewayIpAddress': '--gateway-ip-address',
  'properties/localNetworkAddressSpace/addressPrefixes': '--local-address-prefixes',
  'properties/bgpSettings/asn': '--asn',
  'properties/bgpSettings/bgpPeeringAddress': '--bgp-peering-address',
  'properties/bgpSettings/peerWeight': '--peer-weight',
}

function siteUpdate(ids: string, changes: readonly MemberChange[]): string | undefined {
  const parts = changes.map(({ path, to }) => {
    const parameter = PARAMETERS[path.join('/')]
    const values = Array.isArray(to) ? to : [to]
    const texts = values.filter((value) => typeof value === 'string' || typeof value === 'number')
    if (parameter === undefined || texts.length === 0 || texts.length < values.length) return undefined
    return [parameter, ...texts.map((text) => quoted(String(text)))].join(' ')
  })
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  return `az network local-gateway update ${[ids, ...parts].join(' ')}`
}

const GROUPS: Readonly<Record<string, string>> = {
  'microsoft.network/virtualnetworkgateways': 'vnet-gateway',
  'microsoft.network/connections': 'vpn-connection',
  'microsoft.network/localnetworkgateways': 'local-gateway',
  'microsoft.network/publicipaddresses': 'public-ip',
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
