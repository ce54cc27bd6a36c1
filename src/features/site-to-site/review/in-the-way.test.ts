import { expect, test } from 'vitest'
import { keptRun } from '../../../../tests/support/runs.ts'
import { runOfTheSame } from '../../../model/deployments/run.ts'
import { GATEWAY, PLAN, SUBNET } from '../../../model/plan/plan.fixture.ts'
import { readRun } from '../../../queries/kept-runs.ts'
import { inTheWay } from './in-the-way.ts'

const OTHERS = [`${SUBNET}-2`, `${GATEWAY}-2`] as const

function obstacleOf(ids: readonly [string, string], more: object) {
  const run = readRun('k', JSON.parse(keptRun(ids, 0, more)))
  if (!run) throw new Error('no run')
  const running = runOfTheSame([run], { ids: PLAN.resources.map(({ id }) => id), draft: 'd1' })
  const values = { sharedKeyMalmo1: 'x', sharedKeyMalmo2: 'x' }
  return inTheWay({ plan: PLAN, checks: [], keysGone: false, values, running })
}

const draft = (key: string) => ({ origin: { wizard: 'site-to-site', draft: key } })
const over = { state: { is: 'succeeded', by: 'answer', at: 1 } }

test.each<[what: string, ids: readonly [string, string], more: object, inTheWay: boolean]>([
  ['of this draft', OTHERS, draft('d1'), true],
  ['of one of its resources, in another spelling', [OTHERS[0], GATEWAY.toUpperCase()], draft('d2'), true],
  ['of others', OTHERS, draft('d2'), false],
  ['that is over', [SUBNET, GATEWAY], { ...draft('d1'), ...over }, false],
])('a run %s', (_, ids, more, is) => {
  expect(obstacleOf(ids, more)).toEqual(is ? expect.objectContaining({ run: expect.anything() }) : undefined)
})
