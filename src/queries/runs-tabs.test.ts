import { describe, expect, it } from 'vitest'
import { ok } from '../lib/result.ts'
import { runHeadline } from '../model/deployments/progress.ts'
import { GATEWAY, PLAN } from '../model/plan/plan.fixture.ts'
import { error, fakeAzure, openTab, ORDER, settled } from './runs.fixture.ts'
import type { RunOrder } from './runs.ts'

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
