import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { gateways } from '../../src/emulator/estates/contoso/vpn.ts'
import { sharedData } from '../support/shared-data.ts'
import { testEmulator, type Asked } from './emulator.ts'
import { loadSchemas } from './schemas.ts'

const HOURS = '2026-11-25T05:00:00Z/2026-11-25T09:00:00Z'

async function metrics(id: string, query: Record<string, string>): Promise<Asked> {
  const emulator = testEmulator({ estates: [contoso] })
  const search = new URLSearchParams({ 'api-version': '2024-02-01', timespan: HOURS, ...query }).toString()
  return emulator.ask('GET', `${id}/providers/Microsoft.Insights/metrics?${search}`)
}

interface Point {
  timeStamp: string
  average?: number
  total?: number
}

describe('metrics of a VPN gateway', () => {
  it('are the same each time, one point for each interval', async () => {
    const query = { metricnames: 'TunnelIngressBytes,averagebandwidth', interval: 'PT15M' }
    const one = await metrics(gateways.weu.id, query)
    expect((await metrics(gateways.weu.id, query)).body).toEqual(one.body)
    const [bytes, bandwidth] = one.body.value
    expect([bytes.name.value, bytes.unit, bandwidth.name.value]).toEqual([
      'TunnelIngressBytes',
      'Bytes',
      'AverageBandwidth',
    ])
    const [{ data, metadatavalues }] = bytes.timeseries
    expect([data.length, metadatavalues, data[0].timeStamp]).toEqual([16, [], '2026-11-25T05:00:00Z'])
    for (const point of data) expect(Object.keys(point)).toEqual(['timeStamp', 'total'])
    // A quarter of an hour is three times five minutes.
    const fine = await metrics(gateways.weu.id, { ...query, interval: 'PT5M' })
    const parts: Point[] = fine.body.value[0].timeseries[0].data.slice(0, 3)
    expect(parts.reduce((sum, { total = 0 }) => sum + total, 0)).toBe(data[0].total)
    expect(Object.keys(bandwidth.timeseries[0].data[0])).toEqual(['timeStamp', 'average'])
  })

  it('have a series for each value asked for, and a gap while a tunnel is down', async () => {
    const { body } = await metrics(gateways.weu.id, {
      metricnames: 'TunnelAverageBandwidth',
      $filter: "ConnectionName eq 'cn-weu-to-gdansk' and Instance eq '*'",
    })
    const [{ timeseries }] = body.value
    const named = timeseries.map(({ metadatavalues }: { metadatavalues: { value: string }[] }) =>
      metadatavalues.map(({ value }) => value),
    )
    expect(named).toEqual([
      ['cn-weu-to-gdansk', 'GatewayTenantWorker_IN_0'],
      ['cn-weu-to-gdansk', 'GatewayTenantWorker_IN_1'],
    ])
    const [up, lost]: Point[][] = timeseries.map(({ data }: { data: Point[] }) => data)
    expect(up?.every(({ average }) => average !== undefined)).toBe(true)
    const gone = lost?.find(({ average }) => average === undefined)
    // The key was set at 07:15.
    expect(gone).toEqual({ timeStamp: '2026-11-25T07:15:00Z' })
    expect(lost?.at(-1)?.average).toBeUndefined()
  })

  it('tell of peers, of people, and of nothing where nothing is emitted', async () => {
    const peers = await metrics(gateways.weu.id, {
      metricnames: 'BgpPeerStatus',
      $filter: "BgpPeerAddress eq '10.64.0.254' and Instance eq 'GatewayTenantWorker_IN_1'",
    })
    const values: Point[] = peers.body.value[0].timeseries[0].data
    expect(new Set(values.map(({ average }) => average))).toEqual(new Set([0, 1]))
    const people = await metrics(gateways.swc.id, { metricnames: 'P2SConnectionCount', interval: 'PT1M' })
    expect(people.body.value[0].timeseries[0].data).toHaveLength(240)
    const nobody = await metrics(gateways.depots.id, { metricnames: 'P2SConnectionCount' })
    expect(nobody.body.value[0].timeseries).toEqual([])
  })

  it.each([
    ['an unknown metric', { metricnames: 'Nothing' }, /Valid metrics: AverageBandwidth,BgpPeerStatus,/],
    ['an interval that is not offered', { metricnames: 'AverageBandwidth', interval: 'PT1M' }, /PT5M,PT15M/],
    ['an unknown aggregation', { aggregation: 'median' }, /median/],
    ['a time span without sense', { timespan: 'now' }, /timespan/],
    ['another dimension', { $filter: "ConnectionName eq '*'" }, /ConnectionName/],
    ['another operator', { $filter: "Instance ne 'x'" }, /ne 'x'/],
  ])('are refused for %s', async (_, query, text) => {
    const { status, body } = await metrics(gateways.weu.id, query)
    expect([status, body.code]).toEqual([400, 'BadRequest'])
    expect(body.message).toMatch(text)
  })

  it('adjust the interval where asked to, and make one point of all', async () => {
    const adjusted = await metrics(gateways.weu.id, { interval: 'PT1M', AutoAdjustTimegrain: 'true' })
    expect(adjusted.body.interval).toBe('PT5M')
    const full = await metrics(gateways.weu.id, { interval: 'FULL', aggregation: 'average,maximum,count' })
    const [point] = full.body.value[0].timeseries[0].data
    expect(Object.keys(point)).toEqual(['timeStamp', 'average', 'maximum', 'count'])
    expect([full.body.value[0].timeseries[0].data.length, point.count]).toEqual([1, 48])
  })

  it('answer as the published schema has it, and so do their definitions', async ({ skip }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const { body } = await metrics(gateways.weu.id, { metricnames: 'TunnelIngressBytes,BgpPeerStatus' })
    const path = `${gateways.weu.id}/providers/Microsoft.Insights/metrics`
    expect(schemas.byOpenApi('GET', path, 200, body)).toEqual([])
    const definitions = `${gateways.weu.id}/providers/Microsoft.Insights/metricDefinitions`
    const listed = await testEmulator({ estates: [contoso] }).ask('GET', definitions)
    expect(schemas.byOpenApi('GET', definitions, 200, listed.body)).toEqual([])
    expect(listed.body.value).toHaveLength(30)
  })
})
