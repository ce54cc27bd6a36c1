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
  /** Values that follow from the others: the command makes them by itself. */
  implied?: (body: JsonObject) => readonly string[]
  /** Members of `tags` are said as `--tags`. */
  tags?: true
  /** What a child calls its parent; where its own name is one of its options, it is not said again. */
  parent?: { option: string; named?: true }
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
    parent: { option: '--vnet-name' },
  },
  'microsoft.network/expressroutecircuits': {
    words: 'express-route create',
    options: [
      ['--location', 'location'],
      ['--sku-tier', 'sku', 'tier'],
      ['--sku-family', 'sku', 'family'],
      ['--provider', 'properties', 'serviceProviderProperties', 'serviceProviderName'],
      ['--peering-location', 'properties', 'serviceProviderProperties', 'peeringLocation'],
      ['--bandwidth', 'properties', 'serviceProviderProperties', 'bandwidthInMbps'],
    ],
    implied: (body) => {
      const member = (name: string) => memberAt(body, ['sku', name])
      const [tier, family] = [member('tier'), member('family')]
      if (typeof tier !== 'string' || typeof family !== 'string') return []
      return member('name') === `${tier}_${family}` ? ['sku/name'] : []
    },
    tags: true,
  },
  'microsoft.network/expressroutecircuits/peerings': {
    words: 'express-route peering create',
    options: [
      ['--peering-type', 'properties', 'peeringType'],
      ['--peer-asn', 'properties', 'peerASN'],
      ['--vlan-id', 'properties', 'vlanId'],
      ['--primary-peer-subnet', 'properties', 'primaryPeerAddressPrefix'],
      ['--secondary-peer-subnet', 'properties', 'secondaryPeerAddressPrefix'],
    ],
    parent: { option: '--circuit-name', named: true },
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
  const { tags, ...members } = body
  const sayable = command.tags ? tagWords(tags) : tags === undefined ? [] : undefined
  if (sayable === undefined) return undefined
  const said = new Set([
    ...command.options.map(([, ...path]) => path.join('/')),
    ...(command.implied?.(body) ?? []),
  ])
  if (leaves(members).some((path) => !said.has(path))) return undefined
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
    ...(parent === undefined || !command.parent ? [] : [`${command.parent.option} ${shellQuoted(parent)}`]),
    ...(command.parent?.named ? [] : [`--name ${shellQuoted(name)}`]),
    ...options,
    ...(sayable.length === 0 ? [] : ['--tags', ...sayable.map(shellQuoted)]),
    '--output none',
  ].join(' ')
}

/** `name=value` each; `undefined` where one cannot be said so. */
function tagWords(tags: Json | undefined): string[] | undefined {
  if (tags === undefined) return []
  if (!isJsonObject(tags)) return undefined
  const words = Object.entries(tags).map(([name, value]) =>
    typeof value === 'string' && /^[^@=-][^=]*$/.test(name) ? `${name}=${value}` : undefined,
  )
  return words.every((word) => word !== undefined) ? words : undefined
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
