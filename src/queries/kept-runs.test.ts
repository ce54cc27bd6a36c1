import { expect, it } from 'vitest'
import type { PlanRun } from '../model/deployments/run.ts'
import type { HubError } from '../model/errors.ts'
import { GATEWAY, PLAN } from '../model/plan/plan.fixture.ts'
import { jsonOfRun, readRun } from './kept-runs.ts'

const inner: HubError = { kind: 'invalid', code: 'X', message: 'x', target: GATEWAY, details: [] }
const RUN: PlanRun = {
  key: 'k',
  by: 'deployment',
  id: '/d',
  name: 'd',
  startedAt: 1,
  origin: { wizard: 'site-to-site', draft: 'd1' },
  groups: PLAN.groups,
  resources: PLAN.resources.map(({ id, type, settings, dependsOn }) => ({ id, type, settings, dependsOn })),
  uses: ['/u'],
  created: [GATEWAY],
  operations: [{ targetId: GATEWAY, state: 'failed', at: 2, took: 1, error: inner }],
  correlationId: 'c',
  canceling: true,
  state: {
    is: 'failed',
    error: { ...inner, code: 'DeploymentFailed', inner: [inner] },
    during: 'sending',
    at: 3,
  },
}

it('is read as it was kept', () => {
  expect(readRun('k', JSON.parse(JSON.stringify(jsonOfRun(RUN))))).toEqual(RUN)
})

it.each<[string, unknown]>([
  ['no object', 'x'],
  ['no id', { ...jsonOfRun(RUN), id: 1 }],
  ['a wizard nobody knows', { ...jsonOfRun(RUN), origin: { wizard: '../evil' } }],
  ['a state nobody knows', { ...jsonOfRun(RUN), state: { is: 'later' } }],
])('%s is passed over', (_, value) => {
  expect(readRun('k', value)).toBeUndefined()
})

it('parts without their shape are passed over', () => {
  const odd = {
    ...jsonOfRun(RUN),
    groups: [{ name: 1 }, 'x'],
    resources: [{ id: 'a' }, { id: 'a', type: 't', dependsOn: [1, 'b'] }],
    uses: 'x',
    created: 1,
    operations: [
      { targetId: 'a', state: 'odd' },
      { targetId: 'a', state: 'running', at: 'x' },
    ],
  }
  expect(readRun('k', odd)).toMatchObject({
    groups: [],
    resources: [{ id: 'a', type: 't', settings: '', dependsOn: ['b'] }],
    uses: [],
    operations: [{ targetId: 'a', state: 'running' }],
  })
  expect(readRun('k', odd)).not.toHaveProperty('created')
})
