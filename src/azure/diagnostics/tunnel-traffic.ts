import type { JsonObject } from '../../lib/json.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { TunnelTraffic } from '../../model/diagnostics/tunnel-traffic.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text } from '../from-wire/read.ts'

/** The smallest grain of these metrics (VPN Gateway 7). */
const GRAIN = 5 * 60_000

/**
 * When each tunnel of a connection last carried something. The metric hangs on the gateway and is split by tunnel (ARM contract
 * 12.5); a point without a value is a gap.
 * @param range milliseconds since the epoch
 */
export async function readTunnelTraffic(
  { ask }: Pick<Azure, 'ask'>,
  gatewayId: string,
  connectionName: string,
  { from, until }: { from: number; until: number },
  signal?: AbortSignal,
): Promise<Result<TunnelTraffic[], HubError>> {
  const answer = await ask.get(
    `${gatewayId}/providers/Microsoft.Insights/metrics`,
    {
      metricnames: 'TunnelAverageBandwidth',
      timespan: `${new Date(from).toISOString()}/${new Date(until).toISOString()}`,
      interval: 'PT5M',
      aggregation: 'average',
      $filter: `ConnectionName eq '${connectionName.replaceAll("'", "''")}' and RemoteIP eq '*' and Instance eq '*'`,
    },
    signal,
  )
  if (!answer.ok) return answer
  const series = list(object(answer.value).value).flatMap(({ timeseries }) => list(timeseries))
  return ok(series.map((one) => trafficIn(one, until)))
}

function trafficIn(series: JsonObject, until: number): TunnelTraffic {
  const instance = list(series.metadatavalues).find(
    ({ name }) => text(object(name).value)?.toLowerCase() === 'instance',
  )
  const carried = list(series.data).flatMap((point) => {
    const at = Date.parse(text(point.timeStamp) ?? '')
    return (num(point.average) ?? 0) > 0 && !Number.isNaN(at) ? [at + GRAIN] : []
  })
  return {
    instance: text(instance?.value) ?? '',
    ...(carried.length > 0 && { lastAt: Math.max(...carried) }),
    until,
  }
}
