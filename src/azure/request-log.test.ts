import { describe, expect, test } from 'vitest'
import { isJsonObject, type Json } from '../lib/json.ts'
import { createAzure } from './azure.ts'
import { demoCredential } from './demo-credential.ts'
import { cleanUrl, loggedBody } from './logged-parts.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import { json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'
import { noAnswer } from './transport.ts'

const ARM = 'https://management.azure.com'
const get = (url: string) => ({ url, method: 'GET', headers: {} })
const refused = json({ error: { code: 'No', message: 'x' } }, 403, { 'x-ms-correlation-request-id': 'c' })

const newest = (log: RequestLog) => log.getSnapshot().at(-1)

describe('request log', () => {
  test('keeps the last 500, counts all, and tells whoever looks', async () => {
    const log = createRequestLog(() => 5)
    const send = log.logged(scripted([['refused', refused]]).send)
    let told = 0
    const stop = log.subscribe(() => told++)
    await send(get(`${ARM}/refused`))
    expect(told).toBe(2)
    expect(log.getSnapshot()).toBe(log.getSnapshot())
    expect(log.getCounts()).toBe(log.getCounts())
    expect(newest(log)).toMatchObject({
      id: 1,
      at: 5,
      url: `${ARM}/refused`,
      outcome: { is: 'answered', status: 403, milliseconds: 0, error: { code: 'No', kind: 'forbidden' } },
    })
    stop()
    for (let count = 0; count < 510; count++) await send(get(`${ARM}/x`))
    expect([log.getSnapshot().length, told]).toEqual([500, 2])
    expect(log.getCounts()).toEqual({ requests: 511, refused: 1, unanswered: 0, retried: 0, since: 5 })
  })

  test('what met nobody, and what was no longer wanted', async () => {
    const log = createRequestLog(() => 5)
    const send = log.logged(() => Promise.reject(noAnswer()))
    await expect(send(get(`${ARM}/x`))).rejects.toThrow('NoAnswer')
    expect(newest(log)?.outcome).toMatchObject({ is: 'unanswered', error: { code: 'NoAnswer' } })
    await expect(send(get(`${ARM}/x`), AbortSignal.abort())).rejects.toThrow('NoAnswer')
    expect(newest(log)?.outcome).toEqual({ is: 'aborted', milliseconds: 0 })
    expect(log.getCounts()).toMatchObject({ requests: 2, unanswered: 1, refused: 0 })
  })

  test('cleared, it begins anew; what was on its way then is forgotten', async () => {
    const log = createRequestLog(() => 5)
    let answer: (() => void) | undefined
    const send = log.logged(() => new Promise((resolve) => (answer = () => resolve(refused))))
    const under = send(get(`${ARM}/x`))
    log.clear()
    answer?.()
    await under
    expect(log.getSnapshot()).toEqual([])
    expect(log.getCounts()).toEqual({ requests: 0, refused: 0, unanswered: 0, retried: 0 })
  })

  test('the same request sent again says so, and how long it waited for its turn', async () => {
    const busy = json({ error: { code: 'TooManyRequests', message: 'x' } }, 429, { 'retry-after': '1' })
    let left = 2
    const { send } = scripted([['/subscriptions?', () => (left-- > 0 ? busy : json({ value: [] }))]])
    let time = 0
    const azure = createAzure({
      send,
      credential: demoCredential,
      clock: () => time,
      sleep: (milliseconds) => {
        time += milliseconds
        return Promise.resolve()
      },
      newId: () => 'id',
      pollIntervalMs: () => 10,
    })
    await azure.subscriptions()
    expect(azure.requestLog.getSnapshot().map(({ attempt, waited }) => [attempt, waited])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ])
    expect(azure.requestLog.getCounts()).toMatchObject({ requests: 3, retried: 2, refused: 2 })

    let now = 0
    const log = createRequestLog(() => now)
    const waiting = log.queued(async (request, signal) => {
      now += 70
      return log.logged(scripted([]).send)(request, signal)
    })
    await waiting(get(`${ARM}/x`))
    expect(newest(log)).toMatchObject({ waited: 70, at: 70 })
  })
})

describe('bodies', () => {
  const bodyOf = (log: RequestLog) => {
    const outcome = newest(log)?.outcome
    return outcome?.is === 'answered' ? outcome.body : undefined
  }

  test('answers to reads are kept only while somebody looks; writes and refusals always', async () => {
    const log = createRequestLog(() => 5)
    const send = log.logged(scripted([['refused', refused]]).send)
    await send(get(`${ARM}/x`))
    expect(bodyOf(log)).toEqual({ is: 'notKept', why: 'notRecorded', characters: 12 })
    await send(get(`${ARM}/refused`))
    expect(bodyOf(log)).toMatchObject({ is: 'json' })
    await send({ ...get(`${ARM}/x`), method: 'PUT', body: '{"a":1}' })
    expect(newest(log)?.body).toEqual({ is: 'json', json: { a: 1 } })
    expect(bodyOf(log)).toEqual({ is: 'json', json: { value: [] } })
    // A query of Resource Graph is a read, though it is a POST.
    await send({ ...get(`${ARM}/providers/Microsoft.ResourceGraph/resources?a=1`), method: 'POST' })
    expect(bodyOf(log)).toMatchObject({ is: 'notKept', why: 'notRecorded' })
    const stop = log.recordBodies()
    const other = log.recordBodies()
    stop()
    stop()
    await send(get(`${ARM}/x`))
    expect(bodyOf(log)).toEqual({ is: 'json', json: { value: [] } })
    other()
    await send(get(`${ARM}/x`))
    expect(bodyOf(log)).toMatchObject({ is: 'notKept' })
  })

  test('old ones make room, one that is too long or no JSON is not kept', async () => {
    const log = createRequestLog(() => 5)
    const send = log.logged(scripted([]).send)
    const body = JSON.stringify({ text: 'x'.repeat(390_000) })
    for (let count = 0; count < 12; count++) await send({ ...get(`${ARM}/x`), method: 'PUT', body })
    const kept = log.getSnapshot().map((request) => request.body.is)
    expect(kept.filter((is) => is === 'json')).toHaveLength(10)
    expect(log.getSnapshot()[0]?.body).toEqual({ is: 'notKept', why: 'old', characters: body.length })
    expect(loggedBody(`${ARM}/x`, 'x'.repeat(400_001))).toMatchObject({ why: 'long' })
    expect(loggedBody(`${ARM}/x`, '<html>MARKER')).toEqual({ is: 'notKept', why: 'notJson', characters: 12 })
    expect(loggedBody(`${ARM}/x`, ' ')).toEqual({ is: 'none' })
  })
})

describe('no secret enters', () => {
  const M = 'MARKER-KEY-0123456789'
  const connection = `${ARM}${networkId('connections', 'cn')}`
  const deployment = `${ARM}/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Resources/deployments/d`
  const secure = { type: 'SecureString' }

  test.each<[what: string, url: string, body: Json]>([
    ['a connection', connection, { properties: { sharedKey: M, routingWeight: 1 } }],
    ['a shared key', `${connection}/sharedkey`, { value: M }],
    [
      'a key as an operation’s result',
      `${ARM}/subscriptions/s/providers/Microsoft.Network/locations/weu/operationResults/1`,
      { value: M },
    ],
    ['a list of keys', `${connection}/sharedKeys`, { value: [{ properties: { sharedKey: M } }] }],
    [
      'a profile’s address',
      `${ARM}${networkId('virtualNetworkGateways', 'g')}/generatevpnprofile`,
      `https://x.blob/y.zip?sv=1&sig=${M}`,
    ],
    ['a device’s script', `${connection}/vpndeviceconfigurationscript`, `psk ${M}`],
    ['a packet capture', `${connection}/stopPacketCapture`, { sasUrl: `https://x.blob/y?sig=${M}` }],
    ['a service key', `${ARM}${networkId('expressRouteCircuits', 'c')}`, { properties: { serviceKey: M } }],
    ['a sentence', connection, { error: { message: `The service key '${M}' is not known.` } }],
    [
      'JSON in a message',
      connection,
      { error: { message: JSON.stringify({ properties: { sharedKey: M } }) } },
    ],
    [
      'a deployment',
      deployment,
      {
        properties: {
          template: { parameters: { psk1: secure, x: secure } },
          parameters: { x: { value: M }, psk1: { value: M } },
        },
      },
    ],
    [
      'a linked template',
      deployment,
      { properties: { parameters: { gdanskKey: { value: M }, 'the-psk': { value: M } } } },
    ],
    [
      'a nested deployment',
      deployment,
      {
        properties: {
          template: {
            resources: [
              { properties: { template: { parameters: { x: secure } }, parameters: { x: { value: M } } } },
            ],
          },
        },
      },
    ],
  ])('%s', async (_, url, body) => {
    const log = createRequestLog(() => 5)
    const send = log.logged(() =>
      Promise.resolve(
        json(body, 200, {
          'azure-asyncoperation': `${ARM}/x/operations/1?t=1&c=${M}&s=${M}&h=${M}&api-version=1`,
          location: `https://x.blob/y?sig=${M}`,
          'www-authenticate': `claims="${M}"`,
          'set-cookie': M,
        }),
      ),
    )
    await send({
      url: `${url}?api-version=1&sig=${M}&%24skiptoken=${M}`,
      method: 'POST',
      headers: { Authorization: `Bearer ${M}`, 'X-Ms-Authorization-Auxiliary': M, 'If-Match': 'e' },
      body: JSON.stringify(body),
    })
    const kept = JSON.stringify(log.getSnapshot())
    expect(kept).not.toContain(M)
    expect(newest(log)?.headers).toEqual({ 'if-match': 'e' })
    expect(kept).toContain('azure-asyncoperation')
  })

  test('what is cut has a name, and the rest stays', () => {
    const body = loggedBody(connection, JSON.stringify({ properties: { sharedKey: M, routingWeight: 1 } }))
    expect(body).toEqual({
      is: 'json',
      json: { properties: { sharedKey: '<shared key>', routingWeight: 1 } },
    })
    const plain = { value: [{ id: '/x', tags: { key: 'v' } }], nextLink: `${ARM}/x?a=1` }
    expect(loggedBody(connection, JSON.stringify(plain))).toEqual({ is: 'json', json: plain })
    const parameters = { location: { value: 'westeurope' }, x: { value: M } }
    const cleaned = loggedBody(
      deployment,
      JSON.stringify({ properties: { template: { parameters: { x: secure } }, parameters } }),
    )
    expect(cleaned.is === 'json' && isJsonObject(cleaned.json) && cleaned.json.properties).toMatchObject({
      parameters: { location: { value: 'westeurope' }, x: { value: '<x>' } },
    })
  })

  test.each([
    [`${ARM}/s?api-version=1&$filter=a%20eq%20'b'`, `${ARM}/s?api-version=1&$filter=a%20eq%20'b'`],
    [`${ARM}/s?t=1&c=${'x'.repeat(900)}&s=M&h=2&api-version=1`, `${ARM}/s?t=…&c=…&s=…&h=…&api-version=1`],
    [`${ARM}/s?$skipToken=${'x'.repeat(900)}`, `${ARM}/s?$skipToken=…`],
    [`${ARM}/s?other=${'x'.repeat(900)}&a=1`, `${ARM}/s?other=xxxxxxxxxxxx…&a=1`],
    [`${ARM}/operationresults/${'y'.repeat(900)}`, `${ARM}/operationresults/yyyyyyyyyyyy…`],
    ['https://x.blob/y?sig=M', 'https://x.blob/y?sig=…'],
    ['https://user:M@x.blob/y', 'https://x.blob/y'],
    [`${ARM}/s?a=1?sig=M`, `${ARM}/s?a=1?sig=…`],
  ])('%s', (url, shown) => expect(cleanUrl(url)).toBe(shown))
})
