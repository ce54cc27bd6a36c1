import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { isJsonObject, type Json } from '../../src/lib/json.ts'
import { HUB } from '../../src/model/edits/virtual-wan/hub.ts'
import { ADD_ROUTE_TABLE } from '../../src/model/edits/virtual-wan/route-table.ts'
import { SITE } from '../../src/model/edits/virtual-wan/site.ts'
import { removalsOf, type VirtualWanPart } from '../../src/model/edits/removal.ts'
import { collectionsIn, obstaclesTo } from '../../src/model/edits/virtual-wan/take-apart.ts'
import { idOf, onContoso, read } from './on-contoso.ts'
import { estateOf, fill, send, SEA, WEU } from './virtual-wan-forms.ts'

// What a change of a hub waits for, meets and takes apart.

describe('a hub that is not ready', () => {
  test('is waited for: nothing is sent', async () => {
    const on = onContoso()
    const form = await fill(on, ADD_ROUTE_TABLE, idOf('vhub-eastus-01'), () => ({
      name: 'rt-new',
      labels: 'new',
    }))
    on.sent.length = 0
    expect(await send(on, form)).toMatchObject({
      is: 'hubNotReady',
      of: 'router',
      state: 'Provisioning',
    })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
  })

  test('takes the change once its router is Provisioned', async () => {
    const on = onContoso()
    const form = await fill(on, ADD_ROUTE_TABLE, idOf('vhub-eastus-01'), () => ({
      name: 'rt-new',
      labels: 'new',
    }))
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'done', by: 'answer' })
  })
})

describe('what somebody else does', () => {
  const outdated: Fault = {
    kind: 'status',
    method: 'PUT',
    path: SEA,
    status: 412,
    code: 'PreconditionFailed',
    message: 'etag',
  }

  test('to the same meanwhile is a conflict; to something else stays', async () => {
    const on = onContoso()
    const form = await fill(on, HUB, SEA, () => ({ units: '5' }))
    const { body } = await on.emulator.ask('GET', SEA)
    const hub = isJsonObject(body) && isJsonObject(body.properties) ? body : {}
    const put = (properties: Json) =>
      on.emulator.ask('PUT', SEA, {
        ...hub,
        properties: { ...(hub.properties as object), ...(properties as object) },
      })
    await put({ hubRoutingPreference: 'VpnGateway' })
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    const now = await read(on, SEA)
    expect(now).toMatchObject({ minCapacity: 5, hubRoutingPreference: 'VpnGateway' })
    await put({ virtualRouterAutoScaleConfiguration: { minCapacity: 9 } })
    on.emulator.pass(3600)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)

  test('where Azure says so is read and compared anew, once; no etag is sent', async () => {
    const on = onContoso()
    const form = await fill(on, HUB, SEA, () => ({ units: '5' }))
    await on.order({ ...outdated, times: 1 })
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    expect(on.sent.filter(({ method }) => method === 'PUT')).toHaveLength(2)
    expect(on.sent.filter(({ ifMatch }) => ifMatch !== undefined)).toEqual([])
    const again = await fill(on, HUB, SEA, () => ({ units: '6' }))
    await on.order(outdated)
    expect(await send(on, again)).toMatchObject({ is: 'refused', error: { status: 412 } })
  }, 30_000)
})

test('a lost answer is made up for by a reading', async () => {
  const on = onContoso()
  const form = await fill(on, SITE, idOf('site-hanoi'), () => ({ model: 'FortiGate 80F' }))
  await on.order({
    kind: 'dropped',
    lost: 'answer',
    method: 'PUT',
    path: idOf('site-hanoi'),
    times: 1,
  })
  expect(await send(on, form)).toMatchObject({ is: 'done' })
})

test('a hub is taken apart in the order that Azure takes; what stands in its way is named before', async () => {
  const on = onContoso()
  const estate = await estateOf(on)
  const [sea, weu] = await Promise.all([SEA, WEU].map((id) => read(on, id) as Promise<VirtualWanPart>))
  if (!sea || !weu) throw new Error('no hubs')
  const inside = []
  for (const path of collectionsIn(sea, estate)) {
    const got = await on.azure.list(path)
    if (got.ok) inside.push(...got.value)
  }
  const removals = removalsOf(sea, estate, { addresses: false, inside })
  expect(removals.map(({ name }) => name)).toEqual([
    'branch-hanoi',
    'branch-singapore',
    'vpngw-vhub-sea-01',
    'bgp-nva-partners',
    'hvc-apps',
    'hvc-shared',
    'rt-shared',
    'vhub-sea-01',
  ])
  expect(obstaclesTo(weu, estate).map(({ name }) => name)).toEqual(['azfw-vhub-weu-01'])
  const [appliance] = obstaclesTo(sea, estate)
  expect(appliance).toMatchObject({
    name: 'nva-sdwan-sea-01',
    note: expect.stringMatching(/not deleted here/),
  })
  // Somebody has deleted it in its own place.
  await on.emulator.ask('DELETE', appliance?.id ?? '')
  on.emulator.pass(3600)
  const writes = await on.azure.writes()
  for (const removal of removals) expect(await writes.send(removal)).toMatchObject({ is: 'done' })
}, 60_000)
