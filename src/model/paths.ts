import type { Topic } from './edits/topics.ts'
import { kindOfType } from './resources/kinds.ts'
import { type TabId, tabsOfKind } from './resources/tabs.ts'

/** What an address under `/resource` names. */
export type ResourceAddress =
  | { is: 'resource'; id: string; tab: TabId }
  /** `…/providers/Microsoft.Network/connections`: a list, not a resource. */
  | { is: 'collection'; scope: string; type: string }
  | { is: 'resourceGroup'; subscriptionId: string; resourceGroup: string }
  | { is: 'subscription'; subscriptionId: string }
  | { is: 'wrong'; text: string; problem: string }

/** The parts of an ARM id of a resource; the type alternates with names: `virtualHubs/hubRouteTables`. */
export interface ArmId {
  subscriptionId: string
  resourceGroup: string
  /** `Microsoft.Network` */
  provider: string
  types: string[]
  names: string[]
}

/** Reads the id of a resource in a resource group, any casing; `undefined` for everything else, collections too. */
export function parseArmId(id: string): ArmId | undefined {
  const [empty, subscriptions, subscriptionId, groups, resourceGroup, providers, provider, ...rest] =
    id.split('/')
  if (empty !== '' || subscriptions?.toLowerCase() !== 'subscriptions') return undefined
  if (groups?.toLowerCase() !== 'resourcegroups' || providers?.toLowerCase() !== 'providers') return undefined
  if (!subscriptionId || !resourceGroup || !provider) return undefined
  if (rest.length === 0 || rest.length % 2 !== 0 || rest.some((segment) => segment === '')) return undefined
  return {
    subscriptionId,
    resourceGroup,
    provider,
    types: rest.filter((_, index) => index % 2 === 0),
    names: rest.filter((_, index) => index % 2 === 1),
  }
}

/** `Microsoft.Network/virtualHubs/hubRouteTables` of an id; `undefined` when it is no resource's. */
export function typeOfId(id: string): string | undefined {
  const parts = parseArmId(id)
  return parts && [parts.provider, ...parts.types].join('/')
}

/** The last name in an id, or the whole text where it is none. */
export function nameOfId(id: string): string {
  return parseArmId(id)?.names.at(-1) ?? id
}

/** The id of what a child lives in; `undefined` at the top. */
export function parentId(id: string): string | undefined {
  const parts = parseArmId(id)
  if (!parts || parts.names.length < 2) return undefined
  return id.split('/').slice(0, -2).join('/')
}

/** Ids compare, and are cached, in lower case. */
export function keyOf(id: string): string {
  return id.toLowerCase()
}

/** The address of a resource's page. What a path cannot carry goes into the query. */
export function resourcePath(id: string, tab: TabId = 'overview'): string {
  const segments = id.split('/').slice(1)
  const carried = id.startsWith('/') && segments.every((segment) => !['', '.', '..'].includes(segment))
  if (!carried) return `/resource?id=${encodeURIComponent(id)}${tab === 'overview' ? '' : `&tab=${tab}`}`
  const path = segments.map(encodeURIComponent).join('/')
  return `/resource/${path}${tab === 'overview' ? '' : `/${tab}`}`
}

/** A page of a resource with one of its forms open; what it holds is in a draft, never in the address. */
export function actionPath(id: string, topic: Topic, tab?: TabId): string {
  const path = resourcePath(id, tab)
  return `${path}${path.includes('?') ? '&' : '?'}do=${topic}`
}

/** A page of a resource that asks whether a change is put back. @param operation key of the operation that made it */
export function putBackPath(id: string, operation: string): string {
  const path = resourcePath(id)
  return `${path}${path.includes('?') ? '&' : '?'}${PUT_BACK}=${encodeURIComponent(operation)}`
}

export const PUT_BACK = 'put-back'

/**
 * Reads an address under `/resource`. Each segment is decoded once; after a provider namespace types and names
 * alternate, and one odd segment at the end is a tab of that kind, or the name of a collection.
 * @param pathname `location.pathname`, below the app's base, still encoded
 */
export function readResourceAddress(pathname: string, search: string): ResourceAddress {
  const query = new URLSearchParams(search)
  const asked = query.get('id')
  if (asked !== null) return readId(asked.trim(), query.get('tab') ?? undefined)
  const encoded = pathname.replace(/^\/resource\/?/, '').replace(/\/+$/, '')
  const segments: string[] = []
  for (const segment of encoded.split('/')) {
    const decoded = decodeSegment(segment)
    if (decoded === undefined) {
      return { is: 'wrong', text: encoded, problem: `“${segment}” is not a valid escape in an address.` }
    }
    segments.push(decoded)
  }
  return readId(`/${segments.join('/')}`)
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

function readId(id: string, askedTab?: string): ResourceAddress {
  const text = id === '/' ? '' : id
  const segments = id.split('/')
  if (segments[0] !== '' || segments[1]?.toLowerCase() !== 'subscriptions' || !segments[2]) {
    return { is: 'wrong', text, problem: 'A resource id starts with /subscriptions/ and a subscription.' }
  }
  const subscriptionId = segments[2]
  if (segments.length === 3) return { is: 'subscription', subscriptionId }
  if (segments[3]?.toLowerCase() !== 'resourcegroups' || !segments[4]) {
    return {
      is: 'wrong',
      text,
      problem: 'After the subscription comes /resourceGroups/ and a resource group.',
    }
  }
  if (segments.length === 5) return { is: 'resourceGroup', subscriptionId, resourceGroup: segments[4] }
  if (segments[5]?.toLowerCase() !== 'providers' || !segments[6] || !segments[7]) {
    return {
      is: 'wrong',
      text,
      problem: 'After the resource group comes /providers/, a namespace and a type.',
    }
  }
  if (parseArmId(id)) return { is: 'resource', id, tab: tabOf(id, askedTab) ?? 'overview' }
  return readOdd(id, text)
}

function readOdd(id: string, text: string): ResourceAddress {
  const cut = id.lastIndexOf('/')
  const owner = id.slice(0, cut)
  const last = id.slice(cut + 1)
  const tab = tabOf(owner, last)
  if (parseArmId(owner) && tab) return { is: 'resource', id: owner, tab }
  const type = typeOfId(`${id}/x`)
  if (type) return { is: 'collection', scope: owner, type }
  return { is: 'wrong', text, problem: 'After the namespace, types and names alternate, and none is empty.' }
}

function tabOf(id: string, tab: string | undefined): TabId | undefined {
  const type = typeOfId(id)
  if (!type) return undefined
  return tabsOfKind(kindOfType(type)).find((known) => known === tab?.toLowerCase())
}
