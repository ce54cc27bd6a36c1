import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'

/**
 * Members that hold a secret wherever they stand, in lower case. Where they are known to stand:
 *
 * - connections: properties.sharedKey, properties.authorizationKey
 * - virtualNetworkGateways: properties.vpnClientConfiguration.radiusServerSecret, .radiusServers[].radiusServerSecret
 * - expressRouteCircuits: properties.authorizationKey, .authorizations[] and .peerings[].connections[] with theirs
 * - expressRouteCircuits/authorizations, expressRoutePorts/authorizations, …/peerings/connections: authorizationKey
 * - expressRouteGateways: properties.expressRouteConnections[].properties.authorizationKey, and the child itself
 * - vpnGateways: properties.connections[].properties.sharedKey, …vpnLinkConnections[].properties.sharedKey; children
 * - vpnServerConfigurations: properties.radiusServerSecret, properties.radiusServers[].radiusServerSecret
 * - packet captures and VPN profiles: sasUrl, and any address with a signature in its query
 *
 * The circuit's serviceKey is sensitive, not secret: it stays, and views mask it.
 */
const SECRET_NAMES = new Set([
  'sharedkey',
  'presharedkey',
  'authorizationkey',
  'radiusserversecret',
  'secret',
  'sasurl',
  'password',
  'adminpassword',
  'primarykey',
  'secondarykey',
  'accesstoken',
  'connectionstring',
])

/** Types whose answer is nothing but a secret, and the member that holds it. */
const SECRET_TYPES: Record<string, string> = {
  'microsoft.network/connections/sharedkey': 'value',
  'microsoft.network/vpngateways/vpnconnections/vpnlinkconnections/sharedkeys': 'value',
}

/**
 * The body without its secrets; the input is not changed, and is returned as it is when it holds none.
 * @param type ARM type, any casing; it decides only for members whose name does not tell
 */
export function withoutSecrets(type: string, body: JsonObject): JsonObject {
  const own = SECRET_TYPES[type.toLowerCase()]
  const cleaned = clean(body)
  const object = isJsonObject(cleaned) ? cleaned : {}
  if (own === undefined || !(own in object)) return object
  const { [own]: _, ...rest } = object
  return rest
}

function clean(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return withoutSignature(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => clean(item) ?? null)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isJsonObject(value)) return value
  let copy: JsonObject | undefined
  for (const [name, inner] of Object.entries(value)) {
    const isSecret = SECRET_NAMES.has(name.toLowerCase()) && inner !== null && typeof inner !== 'boolean'
    const kept = isSecret ? undefined : clean(inner)
    if (kept === inner) continue
    copy ??= { ...value }
    if (isSecret) delete copy[name]
    else copy[name] = kept
  }
  return copy ?? value
}

/** A signed address keeps everything but its query. */
function withoutSignature(text: string): string {
  if (!/[?&]sig=/i.test(text)) return text
  return `${text.slice(0, text.indexOf('?'))}?…`
}
