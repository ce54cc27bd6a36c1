import { LOCATIONS } from '../../../src/emulator/arm/location-table.ts'
import { isLocation } from '../../../src/emulator/arm/locations.ts'
import { PROVIDERS } from '../../../src/emulator/network/service-provider-table.ts'
import type { Json } from '../../../src/emulator/wire/json.ts'
import { isObject } from '../../../src/emulator/wire/read.ts'
import { typeOf, type Interaction } from './recordings.ts'

/**
 * The api-versions that were really asked for. Some recordings had the versions in their request URLs rewritten without
 * being recorded again (caveat 2 of the recordings' README), but the operation URLs in the answers still name the real one.
 */
export function versionsOf(interactions: Interaction[]): (url: string) => string {
  const real = new Map<string, string>()
  for (const { url, responseHeaders } of interactions) {
    const operation = responseHeaders['azure-asyncoperation'] ?? responseHeaders.location
    const version = operation === undefined ? undefined : versionIn(operation)
    if (version !== undefined) real.set(`${typeOf(url)} ${versionIn(url)}`, version)
  }
  return (url) => {
    const version = real.get(`${typeOf(url)} ${versionIn(url)}`)
    return version === undefined ? url : url.replace(/(api-version=)[^&]+/, `$1${version}`)
  }
}

function versionIn(url: string): string | undefined {
  return new URL(url).searchParams.get('api-version') ?? undefined
}

/**
 * The body with names that only Microsoft's test subscriptions know (canary regions, test providers) replaced by ones that
 * anybody's subscription has.
 */
export function withPublicNames(body: Json): Json {
  if (Array.isArray(body)) return body.map(withPublicNames)
  if (!isObject(body)) return body
  return Object.fromEntries(
    Object.entries(body).map(([member, value]) => [member, publicName(member, value ?? null)]),
  )
}

function publicName(member: string, value: Json): Json {
  if (typeof value !== 'string') return withPublicNames(value)
  if (member === 'location' && !isLocation(value)) return LOCATIONS[0]?.name ?? value
  if (member === 'serviceProviderName' && !PROVIDERS.some(({ name }) => name === value)) {
    return PROVIDERS[0]?.name ?? value
  }
  return value
}
