import { query } from '../arm/exchange.ts'
import { GATEWAY_METRICS, GRAINS, grainsOf, type Aggregation, type Metric } from './metric-table.ts'

const HOUR = 3_600_000

export interface MetricQuery {
  metrics: Metric[]
  from: number
  until: number
  /** `FULL`: one point for the whole time. */
  interval: string
  /** Undefined: each metric's primary one. */
  aggregations: Aggregation[] | undefined
  /** What a series must be about: dimension in lower case, and a value or `*`. */
  filter: [dimension: string, value: string][]
  top: number
  onlyMetadata: boolean
}

const AGGREGATIONS: Record<string, Aggregation> = {
  average: 'Average',
  total: 'Total',
  minimum: 'Minimum',
  maximum: 'Maximum',
  count: 'Count',
}

/** As many names in a call (ARM contract 12.5, unverified). */
const MOST_NAMES = 20

/**
 * The parameters of ARM contract 12.5. An interval that is left out is the smallest of the gateway's grains (assumed: the
 * documented default of a minute is not among them).
 * @returns what is wrong, in words of ours (unverified), or the query
 */
export function readQuery(url: URL, now: number): MetricQuery | { wrong: string } {
  const names = listed(query(url, 'metricnames'))
  const valid = GATEWAY_METRICS.map(({ name }) => name).join(',')
  const metrics: Metric[] = []
  for (const wanted of names.length === 0 ? ['AverageBandwidth'] : names) {
    const metric = GATEWAY_METRICS.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    if (metric === undefined)
      return { wrong: `Failed to find metric configuration for metric: ${wanted}. Valid metrics: ${valid}` }
    metrics.push(metric)
  }
  if (metrics.length > MOST_NAMES) return { wrong: `At most ${MOST_NAMES} metrics can be asked for at once.` }

  const [start, end] = (query(url, 'timespan') ?? '').split('/')
  const until = end === undefined ? now : Date.parse(end)
  const from = start === undefined || start === '' ? until - HOUR : Date.parse(start)
  if (Number.isNaN(from) || Number.isNaN(until) || from >= until)
    return { wrong: 'The timespan is not a start and an end in ISO 8601, joined by a slash.' }

  const asked = query(url, 'interval')
  const common = Object.keys(GRAINS).filter((grain) => metrics.every((one) => grainsOf(one).includes(grain)))
  const fits = asked !== undefined && (asked === 'FULL' || common.includes(asked))
  const adjusts = query(url, 'AutoAdjustTimegrain')?.toLowerCase() === 'true'
  if (asked !== undefined && !fits && !adjusts)
    return { wrong: `The interval ${asked} is not one of ${common.join(',')}.` }

  const aggregations = listed(query(url, 'aggregation'))
  const unknown = aggregations.find((one) => AGGREGATIONS[one.toLowerCase()] === undefined)
  if (unknown !== undefined) return { wrong: `The aggregation ${unknown} is not known.` }

  const filter = readFilter(query(url, '$filter'), metrics)
  if (!Array.isArray(filter)) return filter
  return {
    metrics,
    from,
    until,
    interval: fits ? asked : 'PT5M',
    aggregations:
      aggregations.length === 0
        ? undefined
        : aggregations.flatMap((one) => AGGREGATIONS[one.toLowerCase()] ?? []),
    filter,
    top: Number(query(url, 'top') ?? query(url, '$top') ?? 10),
    onlyMetadata: query(url, 'resultType')?.toLowerCase() === 'metadata',
  }
}

function readFilter(
  text: string | undefined,
  metrics: readonly Metric[],
): [string, string][] | { wrong: string } {
  if (text === undefined || text.trim() === '') return []
  const filter: [string, string][] = []
  for (const part of text.split(/\s+and\s+/i)) {
    const [, dimension, value] = /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/i.exec(part) ?? []
    if (dimension === undefined || value === undefined)
      return { wrong: `The $filter is not understood: ${part.trim()}` }
    const known = metrics.every(({ dimensions }) =>
      dimensions.some((one) => one.toLowerCase() === dimension.toLowerCase()),
    )
    if (!known) return { wrong: `The dimension ${dimension} is not one of every metric asked for.` }
    filter.push([dimension.toLowerCase(), value])
  }
  return filter
}

function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
