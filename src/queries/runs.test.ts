// Long because: every way a run can go stands beside the others, on the same clock and the same scripted Azure.
import { describe, expect, it } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { err, ok } from '../lib/result.ts'
import type { ChangeType } from '../model/deployments/changes.ts'
import type { DeploymentOperation } from '../model/deployments/deployment.ts'
import { runHeadline } from '../model/deployments/progress.ts'
import type { ErrorKind } from '../model/errors.ts'
import { GATEWAY, PLAN, SUBNET } from '../model/plan/plan.fixture.ts'
import { error, fakeAzure, openTab, ORDER, SECRET, settled } from './runs.fixture.ts'
import type { RunOrder } from './runs.ts'

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

describe('tabs of one browser', () => {
  it('look once, and both show it', async () => {
    const world = fakeAzure()
    const first = openTab('a', world)
    const second = openTab('b', world, first.browser)
    world.azure.deployment = { state: 'running' }
    first.runs.start(ORDER)
    await settled()
    await world.tick()
    expect(world.azure.calls.filter((call) => call.startsWith('b'))).toEqual([])
    expect(second.only().state).toEqual({ is: 'running', step: 'running' })
    world.azure.deployment = { state: 'succeeded' }
    await world.tick()
    expect(second.only().state.is).toBe('succeeded')
    expect(second.onEnd).not.toHaveBeenCalled()
    expect(second.runs.isOwn(second.only().key)).toBe(false)
  })

  it('take over from one that was killed', async () => {
    const world = fakeAzure()
    const first = openTab('a', world)
    const second = openTab('b', world, first.browser)
    world.azure.deployment = { state: 'running' }
    first.runs.start(ORDER)
    await settled()
    first.close()
    await settled()
    world.azure.deployment = { state: 'succeeded' }
    await world.tick()
    expect(second.only().state.is).toBe('succeeded')
    expect(second.onEnd).toHaveBeenCalledOnce()
    expect(second.runs.isOwn(second.only().key)).toBe(true)
    expect(world.azure.calls.filter((call) => call.includes('start'))).toEqual(['a start true'])
  })

  it('find a deployment whose answer a killed tab was waiting for', async () => {
    const world = fakeAzure()
    const first = openTab('a', world)
    world.azure.stuck.add('start')
    first.runs.start(ORDER)
    await settled()
    first.close()
    world.azure.deployment = { state: 'running' }
    const second = openTab('b', world, first.browser)
    await settled()
    expect(second.only()).toMatchObject({ created: [GATEWAY], state: { step: 'running' } })
  })

  it('say that nothing was sent where the page was left before', async () => {
    const world = fakeAzure()
    const first = openTab('a', world)
    world.azure.stuck.add('whatIf')
    first.runs.start(ORDER)
    await settled()
    first.close()
    const second = openTab('b', world, first.browser)
    await settled()
    expect(second.only().state).toMatchObject({
      is: 'failed',
      error: { code: 'PageLeft' },
      during: 'reading',
    })
    expect(world.azure.calls.some((call) => call.includes('start'))).toBe(false)
  })

  it('may cancel what another one follows, which looks at once', async () => {
    const world = fakeAzure()
    const first = openTab('a', world)
    const second = openTab('b', world, first.browser)
    world.azure.deployment = { state: 'running' }
    const key = first.runs.start(ORDER)
    await settled()
    world.azure.deployment = { state: 'canceled' }
    world.azure.operations = [{ targetId: GATEWAY, state: 'running' }]
    expect(await second.runs.cancel(key)).toEqual(ok(undefined))
    await settled()
    expect(world.azure.calls.filter((call) => call.endsWith('cancel'))).toEqual(['b cancel'])
    expect(first.only().state).toMatchObject({
      is: 'failed',
      error: { code: 'Canceled', correlationId: 'c1' },
    })
    expect(runHeadline(first.only())).toBe('Canceled: 0 of 8 resources are ready')
  })
})

describe('a plan that a run works on', () => {
  const begun = (calls: readonly string[]) => calls.filter((call) => call.includes('start'))
  const otherDraft: RunOrder = { ...ORDER, origin: { wizard: 'site-to-site', draft: 'd2' } }
  const otherPlan: RunOrder = {
    ...ORDER,
    plan: { ...PLAN, resources: PLAN.resources.map((one) => ({ ...one, id: `${one.id}-2` })) },
  }

  it.each([
    ['the same', ORDER],
    ['another draft of the same resources', otherDraft],
    ['other resources of the same draft', otherPlan],
  ])('is begun once by two tabs at once: %s', async (_, second) => {
    const world = fakeAzure()
    const one = openTab('a', world)
    const other = openTab('b', world, one.browser)
    world.azure.deployment = { state: 'running' }
    one.runs.start(ORDER)
    const key = other.runs.start(second)
    await settled()
    expect(begun(world.azure.calls)).toEqual(['a start true'])
    expect(one.runs.getSnapshot().find((run) => run.key === key)?.state).toMatchObject({
      is: 'failed',
      during: 'reading',
      error: { code: 'BegunAlready', kind: 'conflict' },
    })
    expect(world.azure.calls.filter((call) => call.startsWith('b'))).toEqual([])
  })

  it('is begun once by one tab, and again when that is over', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    tab.runs.start(ORDER)
    tab.runs.start(ORDER)
    await settled()
    expect(begun(world.azure.calls)).toHaveLength(1)
    world.azure.deployment = { state: 'failed', error: error('server') }
    await world.tick(0)
    tab.runs.start(ORDER)
    await settled()
    expect(begun(world.azure.calls)).toHaveLength(2)
  })

  it('is no other plan of another draft', async () => {
    const world = fakeAzure()
    const tab = openTab('a', world)
    world.azure.deployment = { state: 'running' }
    tab.runs.start(ORDER)
    tab.runs.start({ ...otherPlan, origin: otherDraft.origin })
    await settled()
    expect(begun(world.azure.calls)).toHaveLength(2)
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
