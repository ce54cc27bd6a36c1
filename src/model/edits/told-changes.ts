import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { nameOfId } from '../paths.ts'
import { type MemberChange, OF_AZURE, sameJson } from './edit.ts'
import { changing } from './set-members.ts'

/** One thing that changes, in words; neither `from` nor `to`: there is nothing to show of it. */
export interface ToldChange {
  /** `sku/name`, or of what is in a list `link-sfr: speed`. */
  name: string
  from?: string
  to?: string
  /** `entry`: a text or a reference that a list has or has not; `thing`: an item with members of its own. */
  of: 'member' | 'entry' | 'thing'
}

/** Where a value is: in which item of a list, if in one, and which member. */
interface Place {
  item?: string
  path: readonly string[]
}

/** What people call members whose names say less than their values. */
const WORDS: Readonly<Record<string, string>> = {
  addressPrefixes: 'prefixes',
  asn: 'AS number',
  bgpPeeringAddress: 'BGP address',
  connectionBandwidth: 'bandwidth',
  enableBgp: 'BGP',
  fqdn: 'DNS name',
  ipAddress: 'address',
  linkProviderName: 'provider',
  linkSpeedInMbps: 'speed',
  nextHopIpAddress: 'next hop',
  radiusServerScore: 'score',
  routingWeight: 'weight',
}

/** Changes member by member, also of what is sent as a whole list; resources by their names. */
export function toldChanges(all: readonly MemberChange[]): ToldChange[] {
  const names = new Map(
    all.flatMap(({ path, to }) =>
      path.at(-1) === 'name' && typeof to === 'string' ? [[path.slice(0, -1).join('/'), to] as const] : [],
    ),
  )
  return changing(all).flatMap(({ path, from, to }) => told(placeOf(path, names), from, to))
}

/** Everything that a resource has of its own is in `properties`, which says nothing; a tag may be called anything. */
function placeOf(path: readonly string[], names: ReadonlyMap<string, string>): Place {
  const [first] = path
  if (first === 'tags') return { path: path.length > 1 ? path.slice(1) : path }
  const at = path.findLastIndex((step, index) => index > 0 && /^\d+$/.test(step))
  const item = at < 0 ? undefined : names.get(path.slice(0, at + 1).join('/'))
  const rest = item === undefined ? path : path.slice(at + 1)
  return { ...(item !== undefined && { item }), path: rest.filter((step) => step !== 'properties') }
}

function told(place: Place, from: Json | undefined, to: Json | undefined): ToldChange[] {
  const [before, after] = [from ?? emptyLike(to), to ?? emptyLike(from)]
  if (Array.isArray(before) && Array.isArray(after)) return toldList(place, before, after)
  if (isJsonObject(from) && isJsonObject(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])]
      .filter((name) => !isOfAzure(name) && !sameJson(from[name], to[name]))
      .flatMap((name) => told(within(place, name), from[name], to[name]))
  return [line(place, 'member', textOf(from), textOf(to))]
}

function emptyLike(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? [] : undefined
}

function toldList(place: Place, from: readonly Json[], to: readonly Json[]): ToldChange[] {
  // Nothing in it is what it was when it was not there.
  if (from.length + to.length === 0) return []
  const [before, after] = [from.map(nameOf), to.map(nameOf)]
  // Without names, or with one twice, nothing tells which is which.
  if (!areNames(before) || !areNames(after))
    return [line(place, 'member', textOf([...from]), textOf([...to]))]
  const all = [...new Set([...before, ...after])].flatMap((name) => {
    const [was, is] = [from[before.indexOf(name)], to[after.indexOf(name)]]
    if (isThing(was) && isThing(is)) return told({ item: name, path: [] }, was, is)
    if (was !== undefined && is !== undefined) return []
    const thing = was ?? is
    const [where, of, text] = isThing(thing)
      ? [{ item: name, path: [] }, 'thing' as const, textOf(thing) ?? '']
      : [place, 'entry' as const, name]
    return [was === undefined ? line(where, of, undefined, text) : line(where, of, text, undefined)]
  })
  // Only their order changed.
  if (all.length === 0) return [line(place, 'member', before.join(', '), after.join(', '))]
  return [...all.filter(({ to: is }) => is === undefined), ...all.filter(({ to: is }) => is !== undefined)]
}

function areNames(names: readonly (string | undefined)[]): names is string[] {
  return names.every((name) => name !== undefined) && new Set(names).size === names.length
}

/** More than a name or a reference. */
function isThing(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !isReference(value)
}

function isReference(value: JsonObject): boolean {
  return typeof value.id === 'string' && Object.keys(value).length === 1
}

/** How an item of a list is told from the others. */
function nameOf(item: Json): string | undefined {
  if (!isJsonObject(item)) return Array.isArray(item) ? undefined : String(item)
  const name = item.name ?? item.radiusServerAddress
  if (typeof name === 'string') return name
  return typeof item.id === 'string' ? nameOfId(item.id) : undefined
}

function within({ item, path }: Place, name: string): Place {
  return { ...(item !== undefined && { item }), path: name === 'properties' ? path : [...path, name] }
}

function line(
  { item, path }: Place,
  of: ToldChange['of'],
  from: string | undefined,
  to: string | undefined,
): ToldChange {
  const member = item === undefined ? path.join('/') : (WORDS[path.at(-1) ?? ''] ?? path.join('/'))
  const name = item === undefined ? member : member === '' ? item : `${item}: ${member}`
  return { name, of, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function isOfAzure(name: string): boolean {
  return OF_AZURE.has(name) || name === 'type'
}

/** `undefined` where there is nothing to show. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string')
    return /^\/subscriptions\/[^/]+\/.+\/providers\//i.test(value) ? nameOfId(value) : value
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return joined(value.map((one) => textOf(one)))
  if (isReference(value)) return textOf(value.id)
  return joined(
    Object.entries(value).map(([name, inner]) => {
      const text = isOfAzure(name) || name === 'name' || name === 'id' ? undefined : textOf(inner)
      if (text === undefined) return undefined
      // What is in a part stands for itself.
      return isJsonObject(inner) ? text : `${WORDS[name] ?? name} ${shortened(text)}`
    }),
  )
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const known = texts.filter((text) => text !== undefined)
  return known.length === 0 ? undefined : known.join(', ')
}

const LONGEST = 40

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}

/** How many changes are spelt out in a row of a table. */
const SPELT = 2

/** The same in a row of a table. */
export function changeWords(all: readonly MemberChange[]): string {
  const changes = toldChanges(all)
  const more = changes.length - SPELT
  return [...changes.slice(0, SPELT).map(words), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

function words({ name, of, from, to }: ToldChange): string {
  if (from === undefined && to === undefined) return name
  const of_ = (text: string | undefined) =>
    text === undefined ? 'none' : text === '' ? 'empty' : shortened(text)
  const colon = name.includes(': ') ? ' ' : ': '
  if (of === 'member') return `${name}${colon}${of_(from)} to ${of_(to)}`
  const verb = from === undefined ? 'added' : 'removed'
  // What a thing of its own has is in the form.
  return of === 'thing' ? `${name} ${verb}` : `${name}${colon}${shortened(from ?? to ?? '')} ${verb}`
}
