import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf } from '../arm/group-of.ts'
import { gatewayError, groupNotFound, resourceNotFound } from '../arm/refusals.ts'
import { find } from '../network/find.ts'
import type { Route } from '../network/routes.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { badRequest } from './activity-log.ts'
import { readQuery, type MetricQuery } from './metric-query.ts'
import { sourcesOf, type Source } from './metric-sources.ts'
import { GATEWAY_METRICS, GRAINS, grainsOf, type Aggregation, type Metric } from './metric-table.ts'

const NAMESPACE = 'Microsoft.Network/virtualNetworkGateways'
const SLOT = 300_000
/** Retention of a metric (published example of metricDefinitions). */
const KEPT = 93 * 86_400_000

/** Metrics of VPN gateways, on which those of their connections hang too (VPN gateway document 7). Other types have none here. */
export function metricRoutes(): Route[] {
  const gateway = '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network/virtualnetworkgateways/:n'
  return [
    { method: 'GET', path: `${gateway}/providers/microsoft.insights/metrics`, answer: metrics },
    { method: 'GET', path: `${gateway}/providers/microsoft.insights/metricdefinitions`, answer: definitions },
  ]
}

function metrics(exchange: Exchange): Answer {
  const about = gatewayOf(exchange)
  if ('refusal' in about) return about.refusal
  const asked = readQuery(exchange.url, exchange.now)
  if ('wrong' in asked) return badRequest(asked.wrong)
  const { at } = about
  return ok({
    cost: asked.metrics.length,
    timespan: `${iso(asked.from)}/${iso(asked.until)}`,
    ...(!asked.onlyMetadata && { interval: asked.interval }),
    value: asked.metrics.map((metric) => ({
      id: `${at.row.id}/providers/Microsoft.Insights/metrics/${metric.name}`,
      type: 'Microsoft.Insights/metrics',
      name: { value: metric.name, localizedValue: metric.title },
      displayDescription: metric.title,
      unit: metric.unit,
      timeseries: seriesOf(exchange, at, metric, asked),
      errorCode: 'Success',
    })),
    namespace: NAMESPACE,
    resourceregion: at.row.location,
  })
}

function definitions(exchange: Exchange): Answer {
  const about = gatewayOf(exchange)
  if ('refusal' in about) return about.refusal
  const { id } = about.at.row
  return ok({
    value: GATEWAY_METRICS.map((metric) => ({
      id: `${id}/providers/microsoft.insights/metricdefinitions/${metric.name}`,
      resourceId: id,
      namespace: NAMESPACE,
      name: { value: metric.name, localizedValue: metric.title },
      isDimensionRequired: false,
      unit: metric.unit,
      primaryAggregationType: metric.aggregations[0],
      supportedAggregationTypes: [...metric.aggregations],
      metricAvailabilities: grainsOf(metric).map((timeGrain) => ({ timeGrain, retention: 'P93D' })),
      dimensions: metric.dimensions.map((value) => ({ value, localizedValue: value })),
    })),
  })
}

function gatewayOf(exchange: Exchange): { at: Living } | { refusal: Answer } {
  if (exchange.estate.readOnly)
    return { refusal: gatewayError(409, 'NotInFile', 'No metrics are in a file like this.') }
  if (groupOf(exchange) === undefined) return { refusal: groupNotFound(segment(exchange, 3)) }
  const at = find(exchange, `/${exchange.segments.slice(0, 8).join('/')}`)
  if (at !== undefined) return { at }
  return { refusal: resourceNotFound('virtualNetworkGateways', segment(exchange, 7), segment(exchange, 3)) }
}

/** Without a filter one series of everything; with one a series for each value asked for; none where nothing is emitted. */
function seriesOf(exchange: Exchange, at: Living, metric: Metric, asked: MetricQuery): JsonObject[] {
  const sources = sourcesOf(exchange, at, metric).filter(({ dimensions }) =>
    asked.filter.every(([dimension, value]) => {
      const own = valueOf(dimensions, dimension)
      return value === '*' ? own !== undefined : own?.toLowerCase() === value.toLowerCase()
    }),
  )
  const grouped = new Map<string, Source[]>()
  for (const source of sources) {
    const key = asked.filter.map(([dimension]) => valueOf(source.dimensions, dimension)).join('\n')
    grouped.set(key, [...(grouped.get(key) ?? []), source])
  }
  return [...grouped.values()].slice(0, asked.top).map((group) => ({
    metadatavalues: asked.filter.map(([dimension]) => ({
      name: { value: dimension, localizedValue: dimension },
      value: valueOf(group[0]?.dimensions ?? {}, dimension),
    })),
    ...(!asked.onlyMetadata && { data: pointsOf(group, metric, asked, exchange.now) }),
  }))
}

function valueOf(dimensions: Record<string, string>, wanted: string): string | undefined {
  return Object.entries(dimensions).find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** A point without data has its time only: a gap, not a zero (ARM contract 12.5). */
function pointsOf(group: Source[], metric: Metric, asked: MetricQuery, now: number): JsonObject[] {
  const step = asked.interval === 'FULL' ? asked.until - asked.from : (GRAINS[asked.interval] ?? SLOT)
  const start = asked.interval === 'FULL' ? asked.from : Math.floor(asked.from / step) * step
  const points: JsonObject[] = []
  for (let from = start; from < Math.min(asked.until, now); from += step) {
    const samples: number[] = []
    const first = Math.floor(from / SLOT) * SLOT
    for (let slot = first; slot < Math.min(from + step, now); slot += SLOT) {
      const sample = slot < now - KEPT ? undefined : joined(group, metric, slot)
      if (sample !== undefined) samples.push(sample)
    }
    const wanted = asked.aggregations ?? [metric.aggregations[0]]
    points.push({ timeStamp: iso(from), ...(samples.length > 0 && aggregated(samples, wanted)) })
  }
  return points
}

/** The values of several sources at one moment: a mean where the metric is one, otherwise their sum or the greatest. */
function joined(group: Source[], { aggregations }: Metric, at: number): number | undefined {
  const values = group.flatMap((source) => source.sample(at) ?? [])
  if (values.length === 0) return undefined
  const sum = values.reduce((all, one) => all + one, 0)
  if (aggregations[0] === 'Average') return sum / values.length
  return aggregations[0] === 'Maximum' ? Math.max(...values) : sum
}

function aggregated(samples: number[], wanted: readonly Aggregation[]): JsonObject {
  const total = samples.reduce((all, one) => all + one, 0)
  const values: Record<Aggregation, number> = {
    Average: total / samples.length,
    Total: total,
    Minimum: Math.min(...samples),
    Maximum: Math.max(...samples),
    Count: samples.length,
  }
  return Object.fromEntries(wanted.map((one) => [one.toLowerCase(), Math.round(values[one] * 1000) / 1000]))
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}
