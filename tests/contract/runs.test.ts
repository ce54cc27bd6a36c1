import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { apiVersionFor } from '../../src/azure/api-versions.ts'
import { progressOf } from '../../src/model/deployments/progress.ts'
import { isRunning } from '../../src/model/operations/operation.ts'
import { innerErrors } from '../../src/model/errors.ts'
import type { Plan } from '../../src/model/plan/plan.ts'
import { templateOf } from '../../src/model/plan/template.ts'
import {
  KEY,
  OWN,
  plan,
  at,
  rehearsed,
  world,
  openTab,
  states,
  ALL,
  each,
  provisioned,
} from './plan-on-contoso.ts'

// A plan carried out on the emulator: rehearsed, begun, followed, failing at each resource, left, canceled.

describe('a plan is rehearsed', () => {
  test('without a secret: Azure takes it, and says that all of it is new', async () => {
    const on = await world()
    await on.emulator.ask('PUT', `/subscriptions/${OWN}/resourceGroups/rg-net`, { location: plan.location })
    const deployments = await on.azure.deployments()
    expect(await deployments.validate(rehearsed)).toEqual({ ok: true, value: undefined })
    const changes = await deployments.whatIf(rehearsed)
    if (!changes.ok) throw new Error(changes.error.code)
    expect(new Set(changes.value.map(({ id, change }) => `${change} ${id.split('/').at(-1)}`))).toEqual(
      new Set(ALL.map((name) => `Create ${name}`)),
    )
    expect(await provisioned(on, at.gateway)).toBeUndefined()
  })

  test('and told what Azure would refuse, about which resource', async () => {
    const on = await world()
    await on.emulator.ask('PUT', `/subscriptions/${OWN}/resourceGroups/rg-net`, { location: plan.location })
    const deployments = await on.azure.deployments()
    const elsewhere = withGateway('"location":"swedencentral"', '"location":"moon"')
    const answer = await deployments.validate({
      ...rehearsed,
      template: templateOf(elsewhere, apiVersionFor),
    })
    if (answer.ok) throw new Error('taken')
    expect(innerErrors(answer.error)).toMatchObject([
      { code: 'LocationNotAvailableForResourceType', target: at.gateway, kind: 'invalid' },
    ])
  })
})

/** The plan with something else in the gateway's body. */
function withGateway(part: string, other: string): Plan {
  return {
    ...plan,
    resources: plan.resources.map((one) =>
      one.id === at.gateway
        ? { ...one, body: JSON.parse(JSON.stringify(one.body).replace(part, other)) as typeof one.body }
        : one,
    ),
  }
}

describe('a run', () => {
  test('makes the group and everything in it, and the key is in the sent body alone', async () => {
    const on = await world()
    const tab = openTab(on)
    tab.start()
    const run = await tab.end
    expect(run.state).toMatchObject({ is: 'succeeded' })
    expect(states(run)).toEqual(each('succeeded'))
    expect(new Set(run.created)).toEqual(new Set(plan.resources.map(({ id }) => id)))
    expect(new Set(tab.ready)).toEqual(new Set(plan.resources.map(({ id }) => id)))
    expect(await provisioned(on, at.gateway)).toBe('Succeeded')
    expect((await on.emulator.ask('GET', `${at.connections[1]}/sharedkey`)).body).toEqual({ value: KEY })
    expect([...tab.browser.items.values()].join()).not.toContain(KEY)
    expect(JSON.stringify(tab.azure.requestLog.getSnapshot())).not.toContain('MARKER')
    expect(on.sent.filter(({ body }) => JSON.stringify(body ?? '').includes(KEY))).toHaveLength(1)
  })

  test.each(plan.resources.map(({ id }) => [id.split('/').at(-1) ?? '', id] as const))(
    'says that %s failed, why, and what finished',
    async (name, id) => {
      const on = await world()
      const fault: Fault = {
        kind: 'failOperation',
        path: id,
        code: 'InternalServerError',
        message: 'An error occurred.',
      }
      await on.order(fault)
      const tab = openTab(on)
      tab.start()
      const run = await tab.end
      if (run.state.is !== 'failed') throw new Error(run.state.is)
      expect(innerErrors(run.state.error)).toMatchObject([
        { code: 'InternalServerError', target: id, correlationId: run.correlationId },
      ])
      const waits = (of: string): boolean =>
        plan.resources.some((one) => one.id === of && one.dependsOn.some((on) => on === id || waits(on)))
      expect(states(run)).toEqual(
        Object.fromEntries(
          plan.resources.map((one) => [
            one.id.split('/').at(-1),
            one.id === id ? 'failed' : waits(one.id) ? 'notBegun' : 'succeeded',
          ]),
        ),
      )
      expect(progressOf(run).find(({ resource }) => resource.id === id)?.progress).toMatchObject({
        error: { code: 'InternalServerError', target: expect.stringContaining(name) },
      })
    },
  )

  test('says what the provider of a resource refused at once', async () => {
    const tab = openTab(await world())
    tab.start(withGateway('"name":"VpnGw2AZ","tier":"VpnGw2AZ"', '"name":"VpnGw2","tier":"VpnGw2"'))
    const run = await tab.end
    if (run.state.is !== 'failed') throw new Error(run.state.is)
    expect(innerErrors(run.state.error)).toMatchObject([
      { code: 'NonAzSkusNotAllowedForVPNGateway', target: at.gateway, kind: 'invalid' },
    ])
    expect(states(run)).toMatchObject({ vgw: 'failed', 'pip-vgw-1': 'succeeded', 'cn-malmo-1': 'notBegun' })
  })

  test('is found again by the next visit when the browser was closed in the middle', async () => {
    const on = await world()
    const first = openTab(on)
    first.start()
    await first.until((run) => run.operations.length > 0)
    first.close()
    const second = openTab(on, first.browser)
    expect(second.runs.getSnapshot()).toMatchObject([{ key: 'k', state: { is: 'running' } }])
    expect(states(await second.end)).toEqual(each('succeeded'))
    expect(
      on.sent.filter(({ method, path }) => method === 'PUT' && path.includes('/deployments/')),
    ).toHaveLength(1)
  })

  test.each([
    ['answer', 'succeeded'],
    ['request', 'failed'],
  ] as const)('with its %s lost has %s', async (lost, is) => {
    const on = await world()
    await on.order({ kind: 'dropped', method: 'PUT', path: '/deployments/', lost, times: 1 })
    const tab = openTab(on)
    tab.start()
    const run = await tab.end
    expect(run.state).toMatchObject({ is })
    if (run.state.is === 'failed') expect(run.state.error.code).toBe('NoAnswer')
  })

  test('is canceled, and the gateway goes on', async () => {
    const on = await world()
    await on.emulator.control({ do: 'settings', speed: 'realistic' })
    const tab = openTab(on)
    const key = tab.start()
    await tab.until((run) =>
      run.operations.some(({ targetId, state }) => targetId === at.gateway && state === 'running'),
    )
    expect(await tab.runs.cancel(key)).toEqual({ ok: true, value: undefined })
    const run = await tab.end
    expect(run.state).toMatchObject({ is: 'failed', error: { code: 'Canceled' } })
    expect(states(run)).toMatchObject({
      vgw: expect.stringMatching(/goesOn|canceled/),
      'cn-malmo-1': 'notBegun',
    })
    expect(tab.runs.getSnapshot().filter(isRunning)).toEqual([])
    expect(await provisioned(on, at.gateway)).toBe('Updating')
  })
})
