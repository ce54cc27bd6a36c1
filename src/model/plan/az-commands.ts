import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { memberAt } from '../edits/edit.ts'
import { parseArmId } from '../paths.ts'
import type { PlannedResource } from './plan.ts'

/** A word for a POSIX shell: whatever is in it, nothing of it is expanded or split. */
export function shellQuoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** An option of a command, from the members of the body that it stands for. */
type Option = readonly [name: string, ...path: string[]]

interface Command {
  words: string
  options: readonly Option[]
}

/** Types whose bodies a command can say (Azure CLI reference, az network). */
const COMMANDS: Readonly<Record<string, Command>> = {
  'microsoft.network/publicipaddresses': {
    words: 'public-ip create',
    options: [
      ['--location', 'location'],
      ['--sku', 'sku', 'name'],
      ['--tier', 'sku', 'tier'],
      ['--zone', 'zones'],
      ['--allocation-method', 'properties', 'publicIPAllocationMethod'],
      ['--version', 'properties', 'publicIPAddressVersion'],
      ['--idle-timeout', 'properties', 'idleTimeoutInMinutes'],
    ],
  },
  'microsoft.network/localnetworkgateways': {
    words: 'local-gateway create',
    options: [
      ['--location', 'location'],
      ['--gateway-ip-address', 'properties', 'gatewayIpAddress'],
      ['--local-address-prefixes', 'properties', 'localNetworkAddressSpace', 'addressPrefixes'],
      ['--asn', 'properties', 'bgpSettings', 'asn'],
      ['--bgp-peering-address', 'properties', 'bgpSettings', 'bgpPeeringAddress'],
      ['--peer-weight', 'properties', 'bgpSettings', 'peerWeight'],
    ],
  },
  'microsoft.network/virtualnetworks/subnets': {
    words: 'vnet subnet create',
    options: [
      ['--address-prefixes', 'properties', 'addressPrefix'],
      ['--address-prefixes', 'properties', 'addressPrefixes'],
    ],
  },
}

/**
 * A resource of a plan as a command of the Azure CLI that makes exactly its body; `undefined` where the CLI has none, or it
 * cannot say all of it.
 */
export function azCommand({ id, type, body, secrets = [] }: PlannedResource): string | undefined {
  const command = Object.hasOwn(COMMANDS, type.toLowerCase()) ? COMMANDS[type.toLowerCase()] : undefined
  const parts = parseArmId(id)
  if (!command || !parts || secrets.length > 0) return undefined
  const said = new Set(command.options.map(([, ...path]) => path.join('/')))
  if (leaves(body).some((path) => !said.has(path))) return undefined
  const options = command.options.flatMap(([name, ...path]) => {
    const value = memberAt(body, path)
    if (value === undefined) return []
    const texts = (Array.isArray(value) ? value : [value]).map(String)
    return [name, ...texts.map(shellQuoted)]
  })
  const [parent, name = ''] = parts.names.length > 1 ? parts.names : [undefined, parts.names[0]]
  return [
    `az network ${command.words}`,
    `--subscription ${shellQuoted(parts.subscriptionId)}`,
    `--resource-group ${shellQuoted(parts.resourceGroup)}`,
    ...(parent === undefined ? [] : [`--vnet-name ${shellQuoted(parent)}`]),
    `--name ${shellQuoted(name)}`,
    ...options,
    '--output none',
  ].join(' ')
}

/** Paths of the values in a body, lists as one. What is empty or no text or number in a list makes a path of its own. */
function leaves(body: JsonObject, before = ''): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const path = before + name
    if (value === undefined) return []
    if (isJsonObject(value)) return leaves(value, `${path}/`)
    const values = Array.isArray(value) ? value : [value]
    const isSayable = values.length > 0 && values.every(isWord)
    return [isSayable ? path : `${path}/`]
  })
}

/** The CLI reads `@name` from a file and takes what begins with a dash for an option. */
function isWord(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[^@-]/.test(value))
}
