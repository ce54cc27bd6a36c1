import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { ok } from '../lib/result.ts'
import { idIn, PLAN } from '../model/plan/plan.fixture.ts'
import { keyOf } from '../model/paths.ts'
import { fakeAzure, openTab, ORDER, settled } from './runs.fixture.ts'
import type { RunOrder, Runs } from './runs.ts'
import { DONE, edit, memory, queueOn } from './write-queue.fixture.ts'

const HUB = idIn('rg-net', 'virtualHubs/hub-1')
const GATEWAY = idIn('rg-net', 'vpnGateways/vpngw-1')

/** A branch that is connected to a gateway of a hub; both are there. */
function branch(name: string, draft = name): RunOrder {
  const id = `${GATEWAY}/vpnConnections/${name}`
  const [resource] = PLAN.resources
  if (!resource) throw new Error('no resource')
  return {
    ...ORDER,
    plan: {
      ...PLAN,
      resources: [{ ...resource, id, type: 'Microsoft.Network/vpnGateways/vpnConnections' }],
      uses: [HUB, GATEWAY].map((used) => ({ id: used, note: '' })),
    },
    origin: { wizard: 'branch', draft },
  }
}

/** A tab with all that writes, as the app joins it. Begun runs are under way until the test ends them. */
function tabOn(world: ReturnType<typeof fakeAzure>, browser = tabsOfOneBrowser(), who = 'a') {
  world.azure.onStart = () => {
    world.azure.deployment = { state: 'running' }
    return ok({ is: 'begun' })
  }
  const both: { runs?: Runs } = {}
  const writes = queueOn(memory(browser), 'ann', {
    holder: (holds) => both.runs?.holder(holds),
    subscribe: (listener) => both.runs?.subscribe(listener) ?? (() => undefined),
  })
  const tab = openTab(who, world, browser, undefined, writes.ledger)
  both.runs = tab.runs
  return {
    ...writes,
    runs: tab.runs,
    browser,
    run: (key: string) => tab.runs.getSnapshot().find((run) => run.key === key),
    close() {
      writes.close()
      tab.close()
    },
  }
}

const begun = ({ azure }: ReturnType<typeof fakeAzure>) =>
  azure.calls.filter((call) => call.includes('start')).length

describe('a run and a write on one hub', () => {
  it('the run waits for the write, says for which, and begins when that is done', async () => {
    const world = fakeAzure()
    const one = tabOn(world)
    const other = tabOn(world, one.browser, 'b')
    one.queue.add(edit('hub', [keyOf(HUB)]))
    await settled()
    const key = other.runs.start(branch('malmo'))
    await settled()
    expect(world.azure.calls).toEqual([])
    expect(other.run(key)).toMatchObject({
      state: { is: 'running', step: 'reading' },
      turn: { is: 'waiting', behind: 'the tags of hub' },
    })
    await one.sends[0]?.end(DONE)
    await settled()
    expect(begun(world)).toBe(1)
    expect(other.run(key)).toMatchObject({ state: { step: 'running' }, turn: { is: 'taken' } })
  })

  it('the write waits for the run, in any tab, also where the tab that began it is gone', async () => {
    const world = fakeAzure()
    const one = tabOn(world)
    const other = tabOn(world, one.browser, 'b')
    one.runs.start(branch('malmo'))
    await settled()
    one.close()
    await settled()
    other.queue.add(edit('gateway', [keyOf(GATEWAY), keyOf(HUB)]))
    other.queue.add(edit('elsewhere', ['/elsewhere']))
    await settled()
    expect(other.sends.map(({ of }) => of)).toEqual(['elsewhere'])
    expect(other.queue.getSnapshot()[0]?.state).toEqual({
      is: 'waiting',
      behind: { what: 'the deployment s2s-vgw-20261129090000' },
    })
    world.azure.deployment = { state: 'succeeded' }
    await world.tick()
    expect(other.sends.map(({ of }) => of)).toEqual(['elsewhere', 'gateway'])
  })

  it('a run that waits is not sent when it is canceled, whichever tab says so, and holds nothing then', async () => {
    const world = fakeAzure()
    const one = tabOn(world)
    const other = tabOn(world, one.browser, 'b')
    one.queue.add(edit('hub', [keyOf(HUB)]))
    await settled()
    const key = one.runs.start(branch('malmo'))
    await settled()
    await other.runs.cancel(key)
    await settled()
    expect(one.run(key)?.state).toMatchObject({
      is: 'failed',
      error: { code: 'CanceledUnsent' },
      during: 'reading',
    })
    await one.sends[0]?.end(DONE)
    other.queue.add(edit('next', [keyOf(HUB)]))
    await settled()
    expect(other.sends).toHaveLength(1)
    expect(begun(world)).toBe(0)
  })
})

it('two runs of two drafts on one hub go one after the other', async () => {
  const world = fakeAzure()
  const one = tabOn(world)
  const other = tabOn(world, one.browser, 'b')
  one.runs.start(branch('malmo'))
  await settled()
  const second = other.runs.start(branch('lund'))
  await settled()
  expect(begun(world)).toBe(1)
  expect(other.run(second)?.turn).toEqual({
    is: 'waiting',
    behind: 'the deployment s2s-vgw-20261129090000',
  })
  world.azure.deployment = { state: 'failed', error: { kind: 'server', code: 'x', message: '', details: [] } }
  await world.tick()
  expect(begun(world)).toBe(2)
  expect(other.run(second)?.turn).toEqual({ is: 'taken' })
})

const tab = fc.constantFrom(0 as const, 1 as const)
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('write' as const, 'run' as const, 'cancel' as const), tab }),
    fc.record({ do: fc.constantFrom('endWrite' as const, 'endRun' as const), tab }),
  ),
  { minLength: 4, maxLength: 16 },
)

test('runs and writes on one hub never overlap, in whatever order they come and end, over two tabs', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world = fakeAzure()
      const one = tabOn(world)
      const tabs = [one, tabOn(world, one.browser, 'b')] as const
      const ended = new Set<object>()
      const open = () => tabs.flatMap(({ sends }) => sends.filter((send) => !ended.has(send)))
      const underWay = () =>
        one.runs.getSnapshot().filter(({ state }) => state.is === 'running' && state.step !== 'reading')
      const endWrite = async () => {
        const [first] = open()
        if (first) ended.add(first)
        await first?.end(DONE)
      }
      const endRun = async () => {
        world.azure.deployment = { state: 'succeeded' }
        await world.tick(0)
      }
      let added = 0
      for (const step of all) {
        added++
        const { queue, runs } = tabs[step.tab]
        if (step.do === 'write') queue.add(edit(`w${added}`, [`/${added}`, keyOf(HUB)]))
        else if (step.do === 'run') runs.start(branch(`r${added}`))
        else if (step.do === 'endWrite') await endWrite()
        else if (step.do === 'endRun') await endRun()
        else
          for (const { key, state } of runs.getSnapshot()) if (state.is === 'running') await runs.cancel(key)
        await settled()
        expect(open().length + underWay().length).toBeLessThanOrEqual(1)
      }
      for (let rest = 0; rest < 40 && open().length + underWay().length > 0; rest++) {
        await (open().length > 0 ? endWrite() : endRun())
        await settled()
        expect(open().length + underWay().length).toBeLessThanOrEqual(1)
      }
      // Nothing waits for ever.
      expect(one.runs.getSnapshot().filter(({ state }) => state.is === 'running')).toEqual([])
      expect(
        tabs.flatMap(({ queue }) => queue.getSnapshot().filter(({ state }) => state.is !== 'done')),
      ).toEqual([])
      for (const { close } of tabs) close()
    }),
    { numRuns: 12 },
  )
})
