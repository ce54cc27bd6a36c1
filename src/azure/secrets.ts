import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { secretNamed } from '../model/secret-names.ts'
import { parseJson } from './arm-error.ts'
import { keysMasked } from './mask.ts'

/** Types whose answer is nothing but a secret, and the member that holds it. */
const SECRET_TYPES: Record<string, string> = {
  'microsoft.network/connections/sharedkey': 'value',
  'microsoft.network/vpngateways/vpnconnections/vpnlinkconnections/sharedkeys': 'value',
}

/**
 * The body without its secrets; the input is not changed, and is returned as it is when it holds none. A tag stays with
 * its name and `<password>` as its value: who changes the tags has to see that there is one.
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

const TAGS: Cut = { ...REMOVED, secret: (words) => `<${words}>` }

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
    const words = inner === null || typeof inner === 'boolean' ? undefined : secretNamed(member)
    const kept =
      words === undefined
        ? member === 'parameters' && secure.length > 0
          ? clean(withoutValues(inner, secure, cut), cut)
          : clean(inner, member === 'tags' && cut === REMOVED ? TAGS : cut, member)
        : cut.secret(words)
    if (kept === inner) continue
    copy ??= { ...value }
    if (kept === undefined) delete copy[member]
    else copy[member] = kept
  }
  return copy ?? value
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
