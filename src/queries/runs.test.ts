import { describe, expect, it } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { err, ok } from '../lib/result.ts'
import type { ChangeType } from '../model/deployments/changes.ts'
import type { DeploymentOperation } from '../model/deployments/deployment.ts'
import { runHeadline } from '../model/deployments/progress.ts'
import type { ErrorKind } from '../model/errors.ts'
import { GATEWAY, SUBNET } from '../model/plan/plan.fixture.ts'
import { error, fakeAzure, openTab, ORDER, SECRET, settled } from './runs.fixture.ts'

const succeeded = (targetId: string): DeploymentOperation => ({ targetId, state: 'succeeded', took: 1000 })

describe('a run', () => {
  it('makes groups, asks what will be created, is sent once, and followed to its end', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    world.azure.operations = [succeeded(SUBNET), { targetId: GATEWAY, state: 'running' }]
    const key = tab.runs.start(ORDER)
    expect(tab.text()).toBe('')
    expect(tab.only()).toMatchObject({
      key,
      name: 's2s-vgw-20261129090000',
      state: { is: 'running', step: 'reading' },
    })
    await settled()
    expect(world.azure.calls).toEqual([
      'a group rg-net',
      'a whatIf',
      'a start true',
      'a read',
      'a operations',
    ])
    expect(tab.only()).toMatchObject({
      created: [GATEWAY],
      correlationId: 'c1',
      state: { is: 'running', step: 'running' },
    })
    expect(runHeadline(tab.only())).toBe('1 of 8 resources are ready')
    expect(tab.onReady.mock.calls).toEqual([[[SUBNET]]])

    world.azure.deployment = { state: 'succeeded' }
    world.azure.operations = [succeeded(SUBNET), succeeded(GATEWAY)]
    await world.tick()
    expect(tab.onReady.mock.calls).toEqual([[[SUBNET]], [[GATEWAY]]])
    expect(tab.only().state).toEqual({ is: 'succeeded', by: 'answer', at: world.azure.now })
    expect(tab.onEnd).toHaveBeenCalledOnce()
    expect(tab.runs.isOwn(key)).toBe(true)
    await world.tick()
    expect(world.azure.calls.filter((call) => call === 'a read')).toHaveLength(2)
  })

  it('keeps no secret, and writes nothing where nothing is new', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    tab.runs.start(ORDER)
    await settled()
    expect(tab.text()).toContain('s2s-vgw')
    expect(tab.text()).not.toContain(SECRET)
    const before = tab.runs.getSnapshot()
    await world.tick()
    expect(tab.runs.getSnapshot()).toBe(before)
  })

  it('says what finished and which resource failed', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    const inner = { ...error('invalid', 'VmssVpnGatewayPublicIpsMustHaveZonesConfigured'), target: GATEWAY }
    world.azure.deployment = {
      state: 'failed',
      error: { ...error('invalid', 'DeploymentFailed'), inner: [inner] },
    }
    world.azure.operations = [succeeded(SUBNET), { targetId: GATEWAY, state: 'failed', error: inner }]
    tab.runs.start(ORDER)
    await settled()
    expect(tab.only()).toMatchObject({
      state: { is: 'failed', during: 'sending', error: { code: 'DeploymentFailed', inner: [inner] } },
      operations: [{ state: 'succeeded' }, { error: inner }],
    })
    expect(runHeadline(tab.only())).toBe('Failed: 1 of 8 resources are ready')
  })

  it.each<[string, string, ErrorKind, 'reading' | 'sending', calls: number]>([
    ['a group cannot be made', 'group rg-net', 'forbidden', 'reading', 1],
    ['a sign-in is needed', 'whatIf', 'auth', 'reading', 2],
  ])('ends where %s', async (_, call, kind, during, calls) => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.failing.set(call, error(kind))
    tab.runs.start(ORDER)
    await settled()
    expect(tab.only().state).toMatchObject({ is: 'failed', error: { kind }, during })
    expect(world.azure.calls).toHaveLength(calls)
  })

  it.each<[string, ChangeType | undefined, ErrorKind | 'there' | undefined, object]>([
    [
      'what-if says that it is there',
      'Modify',
      undefined,
      { code: 'ThereByNow', kind: 'conflict', target: SUBNET },
    ],
    ['what-if calls it new, and it is there', 'Create', 'there', { code: 'ThereByNow' }],
    ['what-if cannot tell, and it is there', 'Unsupported', 'there', { code: 'ThereByNow' }],
    ['what-if says that it goes', 'Delete', undefined, { code: 'WouldDelete', target: SUBNET }],
    ['what-if fails and it is there', undefined, 'there', { code: 'ThereByNow' }],
    ['what-if fails and it cannot be read', undefined, 'forbidden', { code: 'forbidden' }],
  ])('writes over no subnet: %s', async (_, change, read, failure) => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    if (change) world.azure.subnet = change
    else world.azure.failing.set('whatIf', error('server'))
    if (read === 'there') world.azure.there.add(SUBNET)
    else if (read) world.azure.failing.set('isThere', error(read))
    tab.runs.start(ORDER)
    await settled()
    expect(tab.only().state).toMatchObject({ is: 'failed', error: failure, during: 'reading' })
    expect(world.azure.calls.some((call) => call.includes('start'))).toBe(false)
  })

  it('is sent also where what it will create cannot be asked, and then nothing is said to be created', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.failing.set('whatIf', error('server'))
    world.azure.onStart = () => err(error('invalid', 'InvalidTemplate'))
    tab.runs.start(ORDER)
    await settled()
    expect(tab.only()).not.toHaveProperty('created')
    expect(tab.only().state).toMatchObject({
      is: 'failed',
      error: { code: 'InvalidTemplate' },
      during: 'sending',
    })
  })
})

describe('a lost answer', () => {
  const lost = () => ok({ is: 'unanswered' as const, error: error('network', 'NoAnswer') })

  it('is made up for by reading the deployment by its name', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.onStart = lost
    tab.runs.start(ORDER)
    await settled()
    expect(tab.only().state).toMatchObject({ step: 'sending' })
    world.azure.deployment = { state: 'running' }
    await world.tick()
    expect(tab.only().state).toEqual({ is: 'running', step: 'running' })
  })

  it('ends with nothing begun where there is no such deployment a minute later', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.onStart = lost
    tab.runs.start(ORDER)
    await settled()
    await world.tick(59)
    expect(tab.only().state.is).toBe('running')
    await world.tick(1)
    expect(tab.only().state).toMatchObject({ is: 'failed', error: { code: 'NoAnswer', kind: 'network' } })
  })

  it('keeps what a failing service said', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.onStart = () => ok({ is: 'unanswered', error: error('server', 'InternalServerError') })
    tab.runs.start(ORDER)
    await settled()
    await world.tick(60)
    expect(tab.only().state).toMatchObject({ is: 'failed', error: { code: 'InternalServerError' } })
  })
})

describe('what cannot be looked at', () => {
  it('is held up by an ended sign-in, and goes on after the next', async () => {
    const world = fakeAzure()
    const set = { signIn: true }
    const tab = openTab('a', world, tabsOfOneBrowser(), set)
    world.azure.deployment = { state: 'running' }
    tab.runs.start(ORDER)
    await settled()
    world.azure.failing.set('read', error('auth'))
    await world.tick()
    expect(tab.only().state).toMatchObject({ is: 'running', heldUp: { kind: 'auth' } })
    world.azure.failing.clear()
    set.signIn = false
    tab.runs.wake()
    await settled()
    expect(tab.only().state).toEqual({ is: 'running', step: 'running' })
  })

  it('is followed no longer where somebody says so', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    const key = tab.runs.start(ORDER)
    await settled()
    world.azure.failing.set('read', error('network'))
    await world.tick()
    tab.runs.stop(key)
    await settled()
    expect(tab.only().state).toMatchObject({ is: 'unknown', error: { kind: 'network' } })
    tab.runs.drop(key)
    expect(tab.runs.getSnapshot()).toEqual([])
  })

  it('is not known where Azure has forgotten it', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    tab.runs.start(ORDER)
    await settled()
    world.azure.deployment = undefined
    await world.tick()
    expect(tab.only().state).toMatchObject({ is: 'unknown', error: { code: 'OperationForgotten' } })
  })

  it('keeps what was known of its resources where their list cannot be read', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    world.azure.operations = [succeeded(SUBNET)]
    tab.runs.start(ORDER)
    await settled()
    world.azure.failing.set('operations', error('server'))
    world.azure.deployment = { state: 'failed', error: error('server') }
    await world.tick()
    expect(tab.only()).toMatchObject({ state: { is: 'failed' }, operations: [{ targetId: SUBNET }] })
  })
})

it('is not sent when another tab cancels it before', async () => {
  const world = fakeAzure()
  const first = openTab('a', world)
  const second = openTab('b', world, first.browser)
  const key = first.runs.start(ORDER)
  while (second.runs.getSnapshot().length === 0) await Promise.resolve()
  expect(await second.runs.cancel(key)).toEqual(ok(undefined))
  await settled()
  expect(first.only().state).toMatchObject({
    is: 'failed',
    error: { code: 'CanceledUnsent' },
    during: 'reading',
  })
  expect(world.azure.calls.some((call) => call.includes('start'))).toBe(false)
})

it('is not sent when it is canceled before', async () => {
  const world = fakeAzure()
  const tab = openTab('a', world)
  const key = tab.runs.start(ORDER)
  expect(await tab.runs.cancel(key)).toEqual(ok(undefined))
  await settled()
  expect(tab.only().state).toMatchObject({
    is: 'failed',
    error: { code: 'CanceledUnsent' },
    during: 'reading',
  })
  expect(world.azure.calls.some((call) => call.includes('start'))).toBe(false)
})
