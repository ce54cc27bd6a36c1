import { parseArmId } from '../paths.ts'

/** A command of the Azure CLI about a connection or a gateway; a secret is a placeholder (Azure CLI reference, az network). */
function command(
  id: string,
  words: string,
  name: '--name' | '--connection-name',
  rest: readonly string[],
): string {
  const parts = parseArmId(id)
  return [
    `az network ${words}`,
    `--subscription ${quoted(parts?.subscriptionId ?? '')}`,
    `--resource-group ${quoted(parts?.resourceGroup ?? '')}`,
    `${name} ${quoted(parts?.names.at(-1) ?? '')}`,
    ...rest,
  ].join(' ')
}

export function azSetKey(id: string): string {
  return command(id, 'vpn-connection shared-key update', '--connection-name', ["--value '<shared key>'"])
}

export function azResetKey(id: string, keyLength: number): string {
  return command(id, 'vpn-connection shared-key reset', '--connection-name', [`--key-length ${keyLength}`])
}

export function azCapture(id: string, what: 'start' | 'stop', filter?: string): string {
  const of = /\/connections\//i.test(id) ? 'vpn-connection' : 'vnet-gateway'
  const rest =
    what === 'stop' ? ["--sas-url '<SAS URL>'"] : filter === undefined ? [] : [`--filter ${quoted(filter)}`]
  return command(id, `${of} packet-capture ${what}`, '--name', rest)
}

/** @param target ARM id of the gateway or the connection */
export function azTroubleshoot(target: string, place: { storageId: string; storagePath: string }): string {
  return [
    'az network watcher troubleshooting start',
    `--resource ${quoted(target)}`,
    `--storage-account ${quoted(place.storageId.trim() || '<storage account id>')}`,
    `--storage-path ${quoted(place.storagePath.trim() || '<container address>')}`,
  ].join(' ')
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
