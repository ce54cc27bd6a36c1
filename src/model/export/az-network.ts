import { typeOfId } from '../paths.ts'
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
      return undefined
    default:
      return write satisfies never
  }
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
