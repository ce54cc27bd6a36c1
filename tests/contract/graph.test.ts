import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { type Asked, testEmulator, type TestEmulator } from './emulator.ts'

const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'
const WITHOUT_NAME = "resources | where type in~ ('microsoft.network/connections')"
const CONNECTIONS = `// hybrid-connectivity-hub/inventory\n${WITHOUT_NAME}`
const SEEN = '// hybrid-connectivity-hub/subscriptions\nresourcecontainers'
const IDS = contoso.subscriptions.map(({ subscriptionId }) => subscriptionId)

const query = (emulator: TestEmulator, text: string, options = {}, subscriptions = IDS): Promise<Asked> =>
  emulator.ask('POST', PATH, { query: text, subscriptions, options })

describe('Resource Graph', () => {
  it('gives the rows of the types asked for, with type and group in lower case and without statuses', async () => {
    const { body, status } = await query(testEmulator({ estates: [contoso] }), CONNECTIONS, { $top: 1000 })
    expect(status).toBe(200)
    const listed = contoso.resources.filter(({ id }) => /Microsoft\.Network\/connections\/[^/]+$/.test(id))
    expect(body.data.map((row: { id: string }) => row.id)).toEqual(listed.map(({ id }) => id).sort())
    expect([body.count, body.totalRecords, body.resultTruncated]).toEqual([
      listed.length,
      listed.length,
      'false',
    ])
    for (const row of body.data) {
      expect(row.type).toBe('microsoft.network/connections')
      expect(row.resourceGroup).toBe(row.resourceGroup.toLowerCase())
      expect(row.properties.connectionStatus).toBeUndefined()
      expect(row.properties.connectionType).toBeDefined()
    }
  })

  it('pages with $top and $skipToken until there is none', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const whole = await query(emulator, CONNECTIONS, { $top: 1000 })
    const ids: string[] = []
    let token: string | undefined
    do {
      const { body } = await query(emulator, CONNECTIONS, { $top: 7, $skipToken: token })
      ids.push(...body.data.map((row: { id: string }) => row.id))
      token = body.$skipToken
      expect(body.resultTruncated).toBe(token === undefined ? 'false' : 'true')
    } while (token !== undefined)
    expect(ids).toEqual(whole.body.data.map((row: { id: string }) => row.id))
  })

  it('gives a table when asked for one', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const { body } = await query(emulator, SEEN, { resultFormat: 'table' })
    expect(body.data.columns).toEqual([
      { name: 'id', type: 'string' },
      { name: 'name', type: 'string' },
      { name: 'subscriptionId', type: 'string' },
    ])
    expect(body.data.rows.map((row: string[]) => row[2])).toEqual(IDS)
  })

  it('leaves out what may not be read, without a word', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const [lost = ''] = IDS
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'forbidden', scope: `/subscriptions/${lost}` }],
    })
    const seen = await query(emulator, SEEN)
    expect(seen.body.data.map((row: { subscriptionId: string }) => row.subscriptionId)).toEqual(IDS.slice(1))
    const rows = await query(emulator, CONNECTIONS, { $top: 1000 })
    expect(rows.body.data.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows.body.data.map((row: { id: string }) => row.id))).not.toContain(lost)
  })

  it('is reached by what is ordered for a subscription it is asked about, but not by what holds changes', async () => {
    const waited: number[] = []
    const sleep = async (milliseconds: number) => void waited.push(milliseconds)
    const emulator = testEmulator({ estates: [contoso], sleep })
    const [troubled = '', ...others] = IDS
    const path = `/subscriptions/${troubled.toUpperCase()}/`
    await emulator.control({
      do: 'faults',
      faults: [
        { kind: 'busy', path },
        { kind: 'slow', path, ms: 3000 },
        { kind: 'throttled', path, retryAfter: 3, times: 1 },
        { kind: 'status', path, status: 500, code: 'InternalServerError', message: 'x', times: 1 },
      ],
    })
    expect((await query(emulator, SEEN, {}, others)).status).toBe(200)
    expect(waited).toEqual([])
    const statuses: number[] = []
    for (let count = 0; count < 3; count++) statuses.push((await query(emulator, SEEN)).status)
    expect(statuses).toEqual([429, 500, 200])
    expect(waited).toEqual([3000, 3000, 3000])
  })

  it('is reached by what is ordered for a resource group of such a subscription, but not for a resource', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const [troubled = '', ...others] = IDS
    const group = `/subscriptions/${troubled}/resourceGroups/rg-any`
    const order = (path: string) =>
      emulator.control({ do: 'faults', faults: [{ kind: 'throttled', path, retryAfter: 3 }] })
    await order(`${group}/`)
    expect((await query(emulator, CONNECTIONS)).status).toBe(429)
    expect((await query(emulator, CONNECTIONS, {}, others)).status).toBe(200)
    await order(`${group}/providers/Microsoft.Network/vpnSites`)
    expect((await query(emulator, CONNECTIONS)).status).toBe(200)
  })

  it('leaves out the rows of a resource group without rights', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const groups = async () => {
      const { body } = await query(emulator, CONNECTIONS, { $top: 1000 })
      return new Set<string>(body.data.map(({ id }: { id: string }) => id.split('/providers')[0] ?? ''))
    }
    const [first = '', ...others] = await groups()
    await emulator.control({ do: 'faults', faults: [{ kind: 'forbidden', scope: first }] })
    expect(await groups()).toEqual(new Set(others))
  })

  it('is not held by what holds the whole estate: a query changes nothing', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    await emulator.control({ do: 'faults', faults: [{ kind: 'busy', path: '/' }] })
    expect((await query(emulator, SEEN)).status).toBe(200)
  })

  it('answers fifteen queries in five seconds and tells how many are left', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const left: (string | null)[] = []
    for (let count = 0; count < 15; count++)
      left.push((await query(emulator, SEEN)).headers.get('x-ms-user-quota-remaining'))
    expect(left).toEqual(Array.from({ length: 15 }, (_, index) => String(14 - index)))
    const refused = await query(emulator, SEEN)
    expect([refused.status, refused.body.error.details[0].code]).toEqual([429, 'RateLimiting'])
    expect([
      refused.headers.get('Retry-After'),
      refused.headers.get('x-ms-user-quota-resets-after'),
      refused.headers.get('x-ms-ratelimit-remaining-tenant-resource-requests'),
    ]).toEqual(['5', '00:00:05', '0'])
    emulator.pass(5)
    expect((await query(emulator, SEEN)).status).toBe(200)
  })

  it('refuses a query it does not know, and subscriptions nobody knows', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const unknown = await query(emulator, WITHOUT_NAME)
    expect([unknown.status, unknown.body.error.code, unknown.body.error.details[0].code]).toEqual([
      400,
      'BadRequest',
      'InvalidQuery',
    ])
    const nowhere = await query(emulator, SEEN, {}, ['00000000-0000-0000-0000-000000000000'])
    expect([nowhere.status, nowhere.body.error.details[0].code]).toEqual([
      400,
      'NoValidSubscriptionsInQueryRequest',
    ])
  })
})
