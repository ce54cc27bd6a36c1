import { isJsonObject } from '../lib/json.ts'
import { errorFromAnswer } from './arm-error.ts'
import type { Send } from './transport.ts'

/** Versions of raw calls. Microsoft.Network is the version @azure/arm-network 36.0.0 sends. */
const VERSIONS: Record<string, string> = {
  'microsoft.network': '2025-05-01',
  'microsoft.resources/subscriptions': '2022-12-01',
  'microsoft.resources/resources': '2025-04-01',
  'microsoft.resources/resourcegroups': '2025-04-01',
  'microsoft.resources/deployments': '2025-04-01',
  'microsoft.resourcegraph/resources': '2024-04-01',
  'microsoft.insights/metrics': '2024-02-01',
  'microsoft.insights/eventtypes': '2015-04-01',
  'microsoft.authorization/permissions': '2022-04-01',
  'microsoft.authorization/locks': '2020-05-01',
  'microsoft.resourcehealth/availabilitystatuses': '2024-02-01',
}

/** Sent for a provider nobody named; ARM refuses it and names the right ones, see `withVersionFallback`. */
const UNKNOWN = '2024-01-01'

/** The api-version for a path: by its last provider and type, else by what stands at the subscription. */
export function apiVersionFor(path: string): string {
  const [, provider, type] = /.*\/providers\/([^/?]+)\/?([^/?]*)/i.exec(path.toLowerCase()) ?? []
  if (provider) return VERSIONS[`${provider}/${type}`] ?? VERSIONS[provider] ?? UNKNOWN
  const kind = /^\/subscriptions\/[^/]+\/(resources|resourcegroups)\b/i.exec(path)?.[1]
  return VERSIONS[`microsoft.resources/${kind?.toLowerCase() ?? 'subscriptions'}`] ?? UNKNOWN
}

/**
 * A cloud may not serve a version yet. ARM then refuses before it does anything and names the versions it has:
 * the request is repeated once with the newest of them, and later ones of the same provider and type start there.
 */
export function withVersionFallback(send: Send): Send {
  const known = new Map<string, string>()
  return async (request, signal) => {
    const asked = versionIn(request.url)
    const place = `${placeOf(request.url)} ${asked}`
    const better = known.get(place)
    const answer = await send(
      better ? { ...request, url: withVersion(request.url, better) } : request,
      signal,
    )
    if (better || asked === undefined || (answer.status !== 400 && answer.status !== 404)) return answer
    const { code, message } = errorFromAnswer(answer)
    if (!/^(NoRegisteredProviderFound|InvalidApiVersionParameter|InvalidResourceType)$/i.test(code))
      return answer
    const supported = newestIn(rawMessage(answer.body) ?? message)
    if (!supported || supported === asked) return answer
    known.set(place, supported)
    return send({ ...request, url: withVersion(request.url, supported) }, signal)
  }
}

/** The message as it came: masking cuts long ones, and the newest version stands last. */
function rawMessage(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body)
    const error = isJsonObject(parsed) && isJsonObject(parsed.error) ? parsed.error : undefined
    return typeof error?.message === 'string' ? error.message : undefined
  } catch {
    return undefined
  }
}

/** The newest stable version after "supported api-versions are", or the newest of any kind. */
export function newestIn(message: string): string | undefined {
  const list = /(?:supported|following) api-?versions[^']*'([^']+)'/i.exec(message)?.[1]
  const versions = (list?.match(/\d{4}-\d\d-\d\d(?:-[a-z]+)?/gi) ?? []).sort()
  return versions.filter((version) => version.length === 10).at(-1) ?? versions.at(-1)
}

function versionIn(url: string): string | undefined {
  return /[?&]api-version=([^&]+)/i.exec(url)?.[1]
}

function withVersion(url: string, version: string): string {
  return url.replace(/([?&]api-version=)[^&]+/i, `$1${version}`)
}

/** The last provider of the path and its type: what stands at a resource, metrics say, has versions of its own. */
function placeOf(url: string): string {
  return /^[^?]*\/providers\/([^/?]+\/[^/?]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
}
