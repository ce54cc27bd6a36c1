import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../lib/json.ts'
import { err, ok } from '../../lib/result.ts'
import { readTunnelTraffic } from './tunnel-traffic.ts'

const ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworkGateways/vgw'
const UNTIL = Date.UTC(2026, 10, 25, 9)
const named = (value: string) => ({ value, localizedValue: value })

const series = (instance: string, data: JsonObject[]): JsonObject => ({
  metadatavalues: [
    { name: named('connectionname'), value: 'cn' },
    { name: named('instance'), value: instance },
  ],
  data,
})

function asking(answer: Json) {
  const asked: [path: string, query: Record<string, string> | undefined][] = []
  const ask = {
    action: () => Promise.reject(new Error()),
    pages: () => Promise.reject(new Error()),
    get: (path: string, query?: Record<string, string>) => {
      asked.push([path, query])
      return Promise.resolve(ok(answer))
    },
  }
  return { ask, asked }
}

test('the last five minutes with something in them count; a gap and a zero are nothing', async () => {
  const { ask, asked } = asking({
    value: [
      {
        timeseries: [
          series('GatewayTenantWorker_IN_0', [{ timeStamp: '2026-11-25T08:55:00Z', average: 10 }]),
          series('GatewayTenantWorker_IN_1', [
            { timeStamp: '2026-11-25T07:30:00Z', average: 12.5 },
            { timeStamp: '2026-11-25T07:35:00Z', average: 0 },
            { timeStamp: '2026-11-25T07:40:00Z' },
          ]),
          series('x', []),
        ],
      },
    ],
  })
  expect(await readTunnelTraffic({ ask }, ID, "c'n", { from: UNTIL - 3_600_000, until: UNTIL })).toEqual(
    ok([
      { instance: 'GatewayTenantWorker_IN_0', lastAt: UNTIL, until: UNTIL },
      { instance: 'GatewayTenantWorker_IN_1', lastAt: Date.UTC(2026, 10, 25, 7, 35), until: UNTIL },
      { instance: 'x', until: UNTIL },
    ]),
  )
  expect(asked).toEqual([
    [
      `${ID}/providers/Microsoft.Insights/metrics`,
      {
        metricnames: 'TunnelAverageBandwidth',
        timespan: '2026-11-25T08:00:00.000Z/2026-11-25T09:00:00.000Z',
        interval: 'PT5M',
        aggregation: 'average',
        $filter: "ConnectionName eq 'c''n' and RemoteIP eq '*' and Instance eq '*'",
      },
    ],
  ])
})

test('nothing was emitted, or it may not be read', async () => {
  const range = { from: 0, until: UNTIL }
  expect(await readTunnelTraffic(asking({ value: [{ timeseries: [] }] }), ID, 'cn', range)).toEqual(ok([]))
  const refused = err({ kind: 'forbidden' as const, code: 'AuthorizationFailed', message: '', details: [] })
  const { ask } = asking(null)
  expect(await readTunnelTraffic({ ask: { ...ask, get: async () => refused } }, ID, 'cn', range)).toBe(
    refused,
  )
})
