import { parseArmId } from '../paths.ts'
import { isGraphQuery } from './read.ts'

/** A logged address in parts: what was asked, of which resource. */
export interface RequestAddress {
  /** Decoded, from the first `/`. */
  path: string
  /** Decoded, in order, `api-version` too. */
  query: readonly { name: string; value: string }[]
}

/** Reads a logged URL; what cannot be decoded stays as it is. */
export function readRequestAddress(url: string): RequestAddress {
  const [address = '', ...rest] = url.split('?')
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const query = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return { name: decoded(name), value: decoded(value.join('=').replaceAll('+', ' ')) }
    })
  return { path: path.split('/').map(decoded).join('/'), query }
}

/**
 * The path as short as it still tells requests apart: `rg-net-weu/connections/cn-weu-to-gdansk`,
 * `vgw-weu-prod/getBgpPeerStatus`, `subscriptions/…/resources?$filter=…`. Without the api-version.
 */
export function shortAddress(url: string): string {
  const { path, query } = readRequestAddress(url)
  const more = query.filter(({ name }) => name.toLowerCase() !== 'api-version')
  const search = more.map(({ name, value }) => `${name}=${value}`).join('&')
  return shortPath(path) + (search === '' ? '' : `?${search}`)
}

const IN_GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/[^/]+\/(.+)$/i
const OF_SUBSCRIPTION = /^\/subscriptions\/[^/]+(?:\/providers\/[^/]+)?\/(.+)$/i

function shortPath(path: string): string {
  const inGroup = IN_GROUP.exec(path)
  if (inGroup) {
    const [, group = '', rest = ''] = inGroup
    const segments = rest.split('/')
    return segments.length > 1 && segments.length % 2 === 1
      ? segments.slice(-2).join('/')
      : `${group}/${rest}`
  }
  const ofSubscription = OF_SUBSCRIPTION.exec(path)?.[1]
  if (ofSubscription === undefined) return path.replace(/^\//, '') || path
  return /^locations\//i.test(ofSubscription) ? ofSubscription : `subscriptions/…/${ofSubscription}`
}

/** What was asked for, to stand in a sentence: `connections in rg-net-weu`, `getBgpPeerStatus of vgw-weu-prod`. */
export function targetWords(url: string): string {
  if (isGraphQuery(url)) return 'resources through Resource Graph'
  const { path } = readRequestAddress(url)
  const [, group = '', rest = ''] = IN_GROUP.exec(path) ?? []
  const segments = rest.split('/')
  const last = segments.at(-1) ?? ''
  if (rest !== '') {
    if (segments.length === 1) return `${last} in ${group}`
    return segments.length % 2 === 1 ? `${last} of ${segments.at(-2)}` : last
  }
  const ofSubscription = OF_SUBSCRIPTION.exec(path)?.[1]
  if (ofSubscription === undefined) return shortPath(path)
  if (/^locations\/[^/]+\/operation/i.test(ofSubscription)) return 'the progress of an operation'
  return `${ofSubscription} in the subscription`
}

/** The resource a request is about: itself, or whose action or children were asked for; `undefined` for lists. */
export function resourceIdIn(url: string): string | undefined {
  const { path } = readRequestAddress(url)
  if (path.includes('…')) return undefined
  const nested = path.search(/\/providers\/Microsoft\.(?:Insights|Authorization|ResourceHealth)\//i)
  const owner = nested > 0 ? path.slice(0, nested) : path
  if (parseArmId(owner)) return owner
  const above = owner.slice(0, owner.lastIndexOf('/'))
  return parseArmId(above) ? above : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
