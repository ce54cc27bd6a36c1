import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { connectivity, production } from '../../src/emulator/estates/contoso/places.ts'
import type { EstatePerson, EstateSubscription } from '../../src/emulator/estates/estate.ts'
import { twoTenants } from '../../src/emulator/estates/two-tenants.ts'
import type { FileResult } from '../../src/emulator/wire/control.ts'
import { readShared, sharedData } from '../support/shared-data.ts'
import { GATEWAY, GROUP, NETWORK, SUBSCRIPTION, testEmulator, tokenOf, withNetwork } from './emulator.ts'
import type { TestEmulator } from './emulator.ts'
import { loadSchemas } from './schemas.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- A test reads what it expects to be there.
type Event = any

const VALUES = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`
const SINCE = "eventTimestamp ge '2026-11-01T00:00:00Z'"

async function log(
  emulator: TestEmulator,
  filter = SINCE,
  more = '',
  subscriptionId = SUBSCRIPTION,
): Promise<{ status: number; body: Event }> {
  const query = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`
  return emulator.ask('GET', `${VALUES(subscriptionId)}?api-version=2015-04-01${query}${more}`)
}

const short = (event: Event): string[] => [
  event.operationName.value,
  event.eventName.value,
  event.status.value,
  event.subStatus.value,
]

describe('the activity log', () => {
  it('has the start of a write at once, and its end when the operation has ended', async () => {
    const emulator = await withNetwork(testEmulator())
    const made = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    expect(made.status).toBe(201)
    const about = `${SINCE} and resourceUri eq '${NETWORK.toLowerCase()}/virtualnetworkgateways/GW'`
    const action = 'Microsoft.Network/virtualNetworkGateways/write'
    const before = await log(emulator, about)
    expect(before.body.value.map(short)).toEqual([
      [action, 'EndRequest', 'Accepted', 'Created'],
      [action, 'BeginRequest', 'Started', ''],
    ])
    emulator.pass(7200)
    const { body } = await log(emulator, about)
    expect(body.value.map(short)[0]).toEqual([action, 'EndRequest', 'Succeeded', ''])
    expect(body.value).toHaveLength(3)
    const [end, , begin] = body.value
    // The id a person is shown with an answer finds its events.
    expect(new Set(body.value.map((event: Event) => event.correlationId))).toEqual(
      new Set([made.headers.get('x-ms-correlation-request-id')]),
    )
    expect(Date.parse(end.eventTimestamp) - Date.parse(begin.eventTimestamp)).toBe(1_036_000)
    expect(begin).toMatchObject({
      caller: 'alex@contoso.example',
      resourceId: `${NETWORK}/virtualNetworkGateways/gw`,
      resourceGroupName: 'net',
      resourceProviderName: { value: 'Microsoft.Network' },
      resourceType: { value: 'Microsoft.Network/virtualNetworkGateways' },
      authorization: { action, scope: `${NETWORK}/virtualNetworkGateways/gw` },
      httpRequest: { method: 'PUT' },
      level: 'Informational',
      category: { value: 'Administrative' },
    })
  })

  it('tells what was refused, and what failed at its end', async () => {
    const emulator = await withNetwork(testEmulator())
    const path = `${NETWORK}/virtualNetworkGateways/gw`
    await emulator.ask('PUT', path, { ...GATEWAY, properties: { ...GATEWAY.properties, sku: { name: 'X' } } })
    const fault = {
      kind: 'failOperation',
      path: '/virtualNetworkGateways/gw',
      code: 'E',
      message: 'Broken.',
    } as const
    await emulator.control({ do: 'faults', faults: [fault] })
    await emulator.ask('PUT', path, GATEWAY)
    emulator.pass(7200)
    const { body } = await log(emulator, `${SINCE} and resourceUri eq '${path}'`)
    const failed = body.value.filter((event: Event) => event.status.value === 'Failed')
    expect(failed.map((event: Event) => [event.level, event.subStatus.value])).toEqual([
      ['Error', ''],
      ['Error', 'BadRequest'],
    ])
    const messages = failed.map((event: Event) => JSON.parse(event.properties.statusMessage))
    expect(messages).toMatchObject([
      { status: 'Failed', error: { code: 'E', message: 'Broken.' } },
      { error: { code: 'InvalidGatewaySkuSpecifiedForGatewayDeploymentType' } },
    ])
  })

  it('has writes, deletes and actions, no reads, nothing of other subscriptions, no request bodies', async () => {
    const emulator = await withNetwork(testEmulator())
    const site = `${NETWORK}/localNetworkGateways/site`
    const properties = { gatewayIpAddress: '203.0.113.9', localNetworkAddressSpace: { addressPrefixes: [] } }
    await emulator.ask('PUT', site, { location: 'westeurope', properties })
    emulator.pass(60)
    await emulator.ask('GET', site)
    await emulator.ask('PATCH', site, { tags: { a: 'secret-in-a-body' } })
    await emulator.ask('DELETE', site)
    await emulator.ask('DELETE', `${site}-none`)
    await emulator.ask('POST', `${NETWORK}/virtualNetworkGateways/none/abortMigration`)
    await emulator.ask('PUT', '/subscriptions/22222222-2222-4222-8222-222222222222/resourcegroups/x', {
      location: 'westeurope',
    })
    const { body } = await log(emulator, `${SINCE} and resourceProvider eq 'microsoft.network'`)
    const begun = body.value.filter((event: Event) => event.eventName.value === 'BeginRequest')
    expect(begun.map((event: Event) => event.operationName.value)).toEqual([
      'Microsoft.Network/localNetworkGateways/delete',
      'Microsoft.Network/localNetworkGateways/delete',
      'Microsoft.Network/localNetworkGateways/write',
      'Microsoft.Network/localNetworkGateways/write',
      'Microsoft.Network/publicIPAddresses/write',
      'Microsoft.Network/virtualNetworks/write',
    ])
    expect(JSON.stringify(body)).not.toContain('secret-in-a-body')
    const group = await log(emulator, `${SINCE} and resourceGroupName eq 'NET'`)
    expect(group.body.value.map(short).at(-1)?.[0]).toBe(
      'Microsoft.Resources/subscriptions/resourceGroups/write',
    )
  })

  it('counts as no change that a new estate would forget', async () => {
    const emulator = testEmulator()
    await emulator.ask('DELETE', `${NETWORK}/localNetworkGateways/none`)
    expect((await emulator.control({ do: 'describe' })).changed).toBe(false)
  })

  it('keeps the newest five hundred', async () => {
    const emulator = await withNetwork(testEmulator())
    for (let turn = 0; turn < 510; turn++) {
      emulator.pass(1)
      await emulator.ask('PATCH', GROUP, { tags: { turn: String(turn) } })
    }
    await emulator.control({ do: 'settings', pageSize: 10_000 })
    const { body } = await log(emulator)
    expect(body.value).toHaveLength(1000)
  }, 30_000)

  it('pages by nextLink, and cuts to what is selected', async () => {
    const emulator = await withNetwork(testEmulator({ pageSize: 2 }))
    const seen: Event[] = []
    let next: string | undefined = undefined
    do {
      const answer: { body: Event } =
        next === undefined
          ? await log(emulator, SINCE, '&$select=eventDataId,operationName')
          : await emulator.ask('GET', next)
      expect(answer.body.value.length).toBeLessThanOrEqual(2)
      seen.push(...answer.body.value)
      next = answer.body.nextLink
    } while (next !== undefined)
    expect(seen).toHaveLength(8)
    expect(new Set(seen.map((event) => event.eventDataId)).size).toBe(8)
    expect(Object.keys(seen[0])).toEqual(['eventDataId', 'operationName'])
  })

  const TIME = "eventTimestamp ge '2026-11-20T00:00:00Z'"
  it.each([
    ['no filter', ''],
    ['no start', "resourceGroupName eq 'net'"],
    ['more than ninety days', "eventTimestamp ge '2026-08-20T00:00:00Z'"],
    ['a start after the end', `${TIME} and eventTimestamp le '2026-11-19T00:00:00Z'`],
    ['no time', "eventTimestamp ge 'yesterday'"],
    ['another operator', `${TIME} and resourceGroupName ne 'net'`],
    ['another member', `${TIME} and caller eq 'alex'`],
    ['two comparisons', `${TIME} and resourceGroupName eq 'a' and correlationId eq 'b'`],
    ['an or', `${TIME} or resourceGroupName eq 'a'`],
  ])('refuses %s', async (_, filter) => {
    const answer = await log(testEmulator(), filter)
    expect([answer.status, answer.body.code]).toEqual([400, 'BadRequest'])
  })

  it('answers as the published schema has it', async ({ skip }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const emulator = await withNetwork(testEmulator())
    const { body } = await log(emulator)
    expect(schemas.byOpenApi('GET', VALUES(SUBSCRIPTION), 200, body)).toEqual([])
    const [shown] = readShared<Event>(
      'data/arm-specs/specification/monitor/resource-manager/Microsoft.Insights/stable/2015-04-01/examples/GetActivityLogsFiltered.json',
    ).responses['200'].body.value
    expect(Object.keys(body.value[0])).toEqual(expect.arrayContaining(Object.keys(shown)))
  })
})

describe('the past of contoso', () => {
  const past = async (pass: number, subscriptionId = connectivity.subscriptionId) => {
    const emulator = testEmulator({ estates: [contoso] })
    await emulator.control({ do: 'settings', pageSize: 10_000 })
    emulator.pass(pass)
    const { body } = await log(emulator, SINCE, '', subscriptionId)
    return (name: string): string[][] =>
      body.value
        .filter((event: Event) => event.resourceId.endsWith(`/${name}`))
        .map((event: Event) => [event.caller, event.eventTimestamp, ...short(event).slice(1, 3)])
  }

  it('has a key that was set before a tunnel was lost, and what failed', async () => {
    const of = await past(0)
    expect(of('cn-weu-to-gdansk').at(-1)).toEqual([
      'a.nowak@contoso.com',
      '2026-11-25T07:15:00.000Z',
      'BeginRequest',
      'Started',
    ])
    expect(of('vgw-neu-dr')[0]?.slice(2)).toEqual(['EndRequest', 'Failed'])
    expect(of('lng-cork')[0]?.slice(2)).toEqual(['EndRequest', 'Failed'])
  })

  it('goes on: the resize that is under way ends', async () => {
    const [before, after] = [
      await past(0, production.subscriptionId),
      await past(3600, production.subscriptionId),
    ]
    expect(before('vgw.analytics.eus')[0]).toEqual([
      'm.chen@contoso.com',
      '2026-11-25T08:54:00.000Z',
      'EndRequest',
      'Accepted',
    ])
    expect(after('vgw.analytics.eus')[0]?.slice(1)).toEqual([
      '2026-11-25T09:19:00.000Z',
      'EndRequest',
      'Succeeded',
    ])
  })

  it('is in a downloaded estate, with what was done since', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const group = `/subscriptions/${connectivity.subscriptionId}/resourceGroups/rg-net-weu`
    await emulator.ask('PATCH', group, { tags: { a: 'b' } })
    const before = await log(emulator, SINCE, '', connectivity.subscriptionId)
    const { text } = fileOf(await emulator.file({ do: 'download' }))
    const other = testEmulator({ estates: [contoso] })
    await other.file({ do: 'open', name: 'contoso.json', text, readOnly: true })
    const after = await log(other, SINCE, '', connectivity.subscriptionId)
    const told = (body: Event): string[][] =>
      body.value.map((event: Event) => [
        ...short(event),
        event.caller,
        event.correlationId,
        event.eventTimestamp,
      ])
    expect(told(after.body)).toEqual(told(before.body))
    expect(before.body.value[0].operationName.value).toBe(
      'Microsoft.Resources/subscriptions/resourceGroups/write',
    )
  })

  it('is not known of a read-only file that says nothing of it', async () => {
    const emulator = testEmulator()
    const text = JSON.stringify([
      { id: `${NETWORK}/virtualNetworks/v`, location: 'westeurope', properties: {} },
    ])
    await emulator.file({ do: 'open', name: 'x.json', text, readOnly: true })
    const answer = await log(emulator)
    expect([answer.status, answer.body.error.code]).toEqual([409, 'NotInFile'])
  })

  it('is read with a right of the subscription only', async () => {
    const emulator = testEmulator({ estates: [twoTenants] })
    const [northwind, , shared] = twoTenants.subscriptions
    const [kim, sam] = twoTenants.people ?? []
    const asked = async (person: EstatePerson | undefined, at: EstateSubscription | undefined) =>
      emulator.ask(
        'GET',
        `${VALUES(at?.subscriptionId ?? '')}?api-version=2015-04-01&$filter=${encodeURIComponent(SINCE)}`,
        undefined,
        person && tokenOf(person),
      )
    expect((await asked(kim, northwind)).status).toBe(200)
    expect((await asked(kim, shared)).status).toBe(200)
    const refused = await asked(sam, northwind)
    expect([refused.status, refused.body.error.code]).toEqual([403, 'AuthorizationFailed'])
    expect(refused.body.error.message).toContain("'Microsoft.Insights/eventtypes/values/read'")
  })
})

function fileOf(result: FileResult): { text: string } {
  if (result.is !== 'file') throw new Error(`No file: ${result.is}`)
  return result
}
