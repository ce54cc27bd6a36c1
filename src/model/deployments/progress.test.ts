import { describe, expect, it } from 'vitest'
import { whatWords } from '../operations/words.ts'
import { CONNECTIONS, GATEWAY, PLAN, SUBNET } from '../plan/plan.fixture.ts'
import type { DeploymentOperation } from './deployment.ts'
import { gatewayTurn, progressOf, runHeadline, timeLeft, toGoWords, withoutRemoved } from './progress.ts'
import { type PlanRun, readyWords, runPath } from './run.ts'
import { NOW, error, run } from './run.fixture.ts'

describe('the progress of a run', () => {
  const named = (of: PlanRun) =>
    progressOf(of).map(({ resource, progress }) => {
      const name = resource.id.split('/').at(-1)
      return progress.is === 'waiting'
        ? `${name} waits for ${progress.on.map(({ id }) => id.split('/').at(-1)).join()}`
        : `${name} ${progress.is}`
    })
  const operation = (targetId: string, state: DeploymentOperation['state'], more = {}) => ({
    targetId,
    state,
    ...more,
  })
  const ips = PLAN.resources.slice(1, 3).map(({ id }) => id.toUpperCase())
  const before = [
    operation(SUBNET, 'succeeded', { took: 8000 }),
    ...ips.map((id) => operation(id, 'succeeded')),
  ]

  it('says what each waits for, and since when what runs does', () => {
    const of = run({ operations: [...before, operation(GATEWAY, 'running', { at: 900_000, took: 100_000 })] })
    expect(named(of)).toEqual([
      'GatewaySubnet succeeded',
      'pip-vgw-1 succeeded',
      'pip-vgw-2 succeeded',
      'vgw running',
      'lng-malmo-1 waits for ',
      'lng-malmo-2 waits for ',
      'cn-malmo-1 waits for vgw,lng-malmo-1',
      'cn-malmo-2 waits for vgw,lng-malmo-2',
    ])
    expect(progressOf(of)[3]?.progress).toEqual({ is: 'running', since: 800_000 })
    expect(progressOf(of)[0]?.progress).toEqual({ is: 'succeeded', took: 8000 })
    expect([readyWords(of), runHeadline({ ...of, canceling: true })]).toEqual([
      '3 of 8 resources are ready',
      'Azure is canceling the deployment',
    ])
    const turn = { is: 'waiting' as const, behind: 'the tags of vgw' }
    expect([runHeadline({ ...of, turn }), whatWords({ ...of, turn })]).toEqual([
      'The deployment waits for its turn',
      'waits for the tags of vgw',
    ])
  })

  it('says what is left to wait: of what runs the rest, and what comes after it', () => {
    const typicalOf = ({ id }: { id: string }) => {
      const length = id === GATEWAY ? 1_000_000 : CONNECTIONS.includes(id) ? 50_000 : 10_000
      return { from: length, to: length * 2, of: 'azure' as const }
    }
    const of = run({ operations: [...before, operation(GATEWAY, 'running', { at: 900_000, took: 100_000 })] })
    expect(timeLeft(of, NOW, typicalOf)).toEqual({ from: 850_000, to: 1_900_000, of: 'azure' })
    expect(
      timeLeft({ ...of, state: { is: 'succeeded', by: 'answer', at: 1 } }, NOW, typicalOf),
    ).toBeUndefined()
  })

  it('says what a wait is worth in the demo, which is faster than Azure', () => {
    const left = { from: 1_500_000, to: 1_500_000 }
    expect([
      toGoWords({ ...left, of: 'azure' }, false),
      toGoWords({ ...left, of: 'azure' }, true),
      toGoWords({ ...left, of: 'browser' }, true),
    ]).toEqual([
      'about 25\u2009min to go',
      'Azure would take about 25\u2009min more, the demo is faster',
      'about 25\u2009min to go',
    ])
  })

  it('knows whether a gateway is begun, is to come, or is none of it', () => {
    const turnOf = (change: Parameters<typeof run>[0]) => gatewayTurn(run(change))
    expect([
      turnOf({ operations: before }),
      turnOf({ operations: [operation(GATEWAY, 'running', { at: 5 })] }),
      turnOf({ operations: [operation(GATEWAY, 'succeeded')] }),
      turnOf({ resources: PLAN.resources.slice(0, 2) }),
    ]).toEqual(['toCome', 'begun', 'none', 'none'])
    const ofHub = { id: '/g', type: 'Microsoft.Network/expressRouteGateways', settings: '', dependsOn: [] }
    expect(turnOf({ resources: [ofHub] })).toBe('toCome')
  })

  it('says after an end what failed, what goes on, and what was never begun', () => {
    const of = run({
      state: { is: 'failed', error: error('Canceled'), during: 'sending', at: NOW },
      operations: [
        ...before,
        operation(GATEWAY, 'running', { at: 5, took: 2 }),
        operation(PLAN.resources[4]?.id ?? '', 'failed', { error: error('X') }),
        operation(PLAN.resources[5]?.id ?? '', 'canceled'),
      ],
    })
    expect(named(of).slice(3)).toEqual([
      'vgw goesOn',
      'lng-malmo-1 failed',
      'lng-malmo-2 canceled',
      'cn-malmo-1 notBegun',
      'cn-malmo-2 notBegun',
    ])
    expect(runHeadline(of)).toBe('Canceled: 3 of 8 resources are ready')
  })

  it('says that it was not sent, whoever ended it', () => {
    for (const code of ['PageLeft', 'Canceled'])
      expect(
        runHeadline(run({ state: { is: 'failed', error: error(code), during: 'reading', at: NOW } })),
      ).toBe('The deployment was not sent')
  })

  it('has all of it where the deployment succeeded, whatever its list says', () => {
    const of = run({ state: { is: 'succeeded', by: 'answer', at: NOW } })
    expect(new Set(progressOf(of).map(({ progress }) => progress.is))).toEqual(new Set(['succeeded']))
    expect([readyWords(of), runHeadline(of)]).toEqual([
      '8 of 8 resources are ready',
      'All 8 resources are ready',
    ])
  })

  it('is shown by its wizard', () => {
    expect(runPath(run())).toBe('/create/site-to-site/deploy?run=k%201')
  })
})

it('what was removed since is ready no more', () => {
  const ended = run({
    operations: PLAN.resources.slice(0, 2).map(({ id }) => ({ targetId: id, state: 'succeeded' as const })),
    state: { is: 'failed', error: error('InternalServerError'), during: 'sending', at: NOW },
  })
  const total = PLAN.resources.length
  expect(runHeadline(ended)).toBe(`Failed: 2 of ${total} resources are ready`)
  const gone = new Set([SUBNET.toLowerCase()])
  expect(runHeadline(ended, gone)).toBe(`Failed: 1 of ${total} resources are ready, 1 removed again`)
  expect(
    withoutRemoved(progressOf(ended), gone)
      .map(({ progress }) => progress.is)
      .slice(0, 2),
  ).toEqual(['removed', 'succeeded'])
})
