import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { parseJson } from './arm-error.ts'
import { keysMasked } from './mask.ts'

/**
 * Members that hold a secret wherever they stand, in lower case, and what it is called. Where they are known to stand:
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
const SECRET_NAMES: Readonly<Record<string, string>> = {
  sharedkey: 'shared key',
  presharedkey: 'shared key',
  authorizationkey: 'authorization key',
  radiusserversecret: 'RADIUS server secret',
  secret: 'secret',
  sasurl: 'SAS URL',
  password: 'password',
  adminpassword: 'password',
  primarykey: 'key',
  secondarykey: 'key',
  accesstoken: 'access token',
  connectionstring: 'connection string',
}

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
  const cleaned = clean(body, REMOVED)
  const object = isJsonObject(cleaned) ? cleaned : {}
  if (own === undefined || !(own in object)) return object
  const { [own]: _, ...rest } = object
  return rest
}

/**
 * A body for people to read: where a secret stood there is its name, `<shared key>`. Stricter than `withoutSecrets`,
 * since it takes the answers of any path: a bare string, or a `value` that is one, is the answer to a question for a
 * key or for a signed address, also when it comes as the result of an operation. Keys in ARM's sentences are masked,
 * and so is a circuit's service key.
 * @param type ARM type, any casing; may be unknown
 */
export function withSecretsNamed(type: string, body: Json): Json {
  if (typeof body === 'string') return '<secret>'
  const cleaned = clean(body, NAMED) ?? null
  if (!isJsonObject(cleaned)) return cleaned
  const own = SECRET_TYPES[type.toLowerCase()] ?? 'value'
  return typeof cleaned[own] === 'string' ? { ...cleaned, [own]: '<secret>' } : cleaned
}

/** What becomes of a secret, and of a text that may hold one. */
interface Cut {
  secret(words: string): Json | undefined
  text(name: string, text: string): string
}

const REMOVED: Cut = { secret: () => undefined, text: (_, text) => withoutSignature(text) }

const NAMED: Cut = {
  secret: (words) => `<${words}>`,
  text: (name, text) => {
    if (name.toLowerCase() === 'servicekey') return `…${text.slice(-4)}`
    // ARM puts whole errors of other services, as JSON, into its messages.
    const inner = text.startsWith('{') ? parseJson(text) : undefined
    return isJsonObject(inner) ? JSON.stringify(clean(inner, NAMED)) : keysMasked(withoutSignature(text))
  },
}

function clean(value: Json | undefined, cut: Cut, name = ''): Json | undefined {
  if (typeof value === 'string') return cut.text(name, value)
  if (Array.isArray(value)) {
    const items = value.map((item) => clean(item, cut, name) ?? null)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (!isJsonObject(value)) return value
  const secure = secureParameters(value)
  let copy: JsonObject | undefined
  for (const [member, inner] of Object.entries(value)) {
    const words = inner === null || typeof inner === 'boolean' ? undefined : wordsOf(member)
    const kept =
      words === undefined
        ? member === 'parameters' && secure.length > 0
          ? clean(withoutValues(inner, secure, cut), cut)
          : clean(inner, cut, member)
        : cut.secret(words)
    if (kept === inner) continue
    copy ??= { ...value }
    if (kept === undefined) delete copy[member]
    else copy[member] = kept
  }
  return copy ?? value
}

function wordsOf(member: string): string | undefined {
  const name = member.toLowerCase()
  return Object.hasOwn(SECRET_NAMES, name) ? SECRET_NAMES[name] : undefined
}

/**
 * A deployment's parameters that its template declares `securestring` or `secureobject`, and those whose name says it
 * where the template is elsewhere.
 */
function secureParameters({ template, parameters }: JsonObject): string[] {
  if (!isJsonObject(parameters)) return []
  const declared = isJsonObject(template) && isJsonObject(template.parameters) ? template.parameters : {}
  return Object.entries(parameters).flatMap(([name, given]) => {
    const declaration = declared[name]
    const type = isJsonObject(declaration) ? declaration.type : undefined
    const isSecure = typeof type === 'string' && /^secure/i.test(type)
    const isGiven = isJsonObject(given) && 'value' in given
    return isGiven && (isSecure || /(key|psk|secret|password|token)s?$/i.test(name)) ? [name] : []
  })
}

function withoutValues(parameters: Json | undefined, names: readonly string[], cut: Cut): Json | undefined {
  if (!isJsonObject(parameters)) return parameters
  const kept = { ...parameters }
  for (const name of names) {
    const value = cut.secret(name)
    kept[name] = value === undefined ? {} : { value }
  }
  return kept
}

/** A signed address keeps everything but its query. */
function withoutSignature(text: string): string {
  if (!/[?&]sig=/i.test(text)) return text
  return `${text.slice(0, text.indexOf('?'))}?…`
}
