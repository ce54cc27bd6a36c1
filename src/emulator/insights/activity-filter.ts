import type { JsonObject } from '../wire/json.ts'
import { objectAt, textAt } from '../wire/read.ts'

const DAY = 86_400_000

/** How far back the log goes (ARM contract 12.9). */
const KEPT_DAYS = 90

export interface ActivityFilter {
  from: number
  until: number
  /** Whether an event is about what else was asked for. */
  fits: (event: JsonObject) => boolean
}

const CONDITION = /^\s*(\w+)\s+(\w+)\s+'([^']*)'\s*$/

/** What an event is compared by; without regard to case, as ids and names are. */
const MEMBERS: Record<string, (event: JsonObject) => string | undefined> = {
  resourcegroupname: (event) => textAt(event.resourceGroupName),
  // Whether the log of a resource has what was done to its children is unverified: here it has not.
  resourceuri: (event) => textAt(event.resourceId),
  resourceprovider: (event) => textAt(objectAt(event.resourceProviderName).value),
  correlationid: (event) => textAt(event.correlationId),
}

/**
 * Reads `eventTimestamp ge '…' and eventTimestamp le '…' and resourceUri eq '…'`: a start is required, an end and one of the
 * four comparisons may follow, "no other syntax is allowed" (published specification of 2015-04-01).
 * @returns what is wrong with it, in words of ours (unverified), or the filter
 */
export function readFilter(text: string | undefined, now: number): ActivityFilter | { wrong: string } {
  if (text === undefined || text.trim() === '') return { wrong: 'The $filter query parameter is required.' }
  let [from, until]: (number | undefined)[] = []
  let fits: ActivityFilter['fits'] | undefined
  for (const part of text.split(/\s+and\s+/i)) {
    const [, name = '', operator = '', value = ''] = CONDITION.exec(part) ?? []
    const comparison = `${name} ${operator}`.toLowerCase()
    const member = MEMBERS[name.toLowerCase()]
    if (comparison === 'eventtimestamp ge' && from === undefined) from = Date.parse(value)
    else if (comparison === 'eventtimestamp le' && until === undefined) until = Date.parse(value)
    else if (member !== undefined && operator.toLowerCase() === 'eq' && fits === undefined)
      fits = (event) => member(event)?.toLowerCase() === value.toLowerCase()
    else return { wrong: `The $filter is not supported: ${part.trim()}` }
  }
  if (from === undefined) return { wrong: 'The $filter needs a start: eventTimestamp ge.' }
  until ??= now
  if (Number.isNaN(from) || Number.isNaN(until)) return { wrong: 'A time in the $filter is not valid.' }
  if (from > until) return { wrong: 'The start time of the $filter is after its end time.' }
  if (from < now - KEPT_DAYS * DAY)
    return { wrong: `The start time of the $filter is more than ${KEPT_DAYS} days ago.` }
  return { from, until, fits: fits ?? (() => true) }
}
