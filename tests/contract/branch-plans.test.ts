import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ONE_KEY, type Answers, type Keys } from '../../src/model/branch/answers.ts'
import { checksOf } from '../../src/model/branch/checks-of.ts'
import { emptyLink, emptySite } from '../../src/model/branch/empty.ts'
import { planOf } from '../../src/model/branch/plan-of.ts'
import { secretValues } from '../../src/model/branch/secrets.ts'
import { settled } from '../../src/model/branch/settled.ts'
import { startingAnswers } from '../../src/model/branch/starting-answers.ts'
import type { Surroundings } from '../../src/model/branch/surroundings.ts'
import { refusalRemedy } from '../../src/model/branch/refusals.ts'
import { nameOfId } from '../../src/model/paths.ts'
import { GOOD_KEY } from './any-answers.ts'
import { anyBranchAnswers } from './any-branch-answers.ts'
import { deploy, openContoso, readAgain, surroundingsOf } from './plan-runs.ts'

let around: Surroundings

beforeAll(async () => {
  around = await surroundingsOf(await openContoso())
}, 60_000)

const idOf = (name: string) => around.estate.rows.find(({ id }) => id.endsWith(`/${name}`))?.id ?? ''

/** Good answers for so many branches: each with a link, every third with two of them that speak BGP. */
function branches(
  count: number,
  from: Parameters<typeof startingAnswers>[0],
  change: (started: Answers) => Answers = (a) => a,
): Answers {
  const started = change(startingAnswers(from, around))
  const sites = Array.from({ length: count }, (_, index) => {
    const bgp = index % 3 === 2
    const link = (number: number) => ({
      ...emptyLink([]),
      name: `link-${number}`,
      speed: '100',
      endpoint: `198.18.${number}.${index + 1}`,
      ...(bgp && { asn: '64810', peer: `10.19${number}.${index}.1` }),
    })
    return {
      ...emptySite([]),
      key: `s${index + 1}`,
      name: `site-new-${index + 1}`,
      prefixes: [`10.19${index % 3}.${index}.0/24`],
      links: bgp ? [link(1), link(2)] : [link(1)],
    }
  })
  return settled({ ...started, sites }, around)
}

const keysOf = ({ sites }: Answers): Keys =>
  Object.fromEntries([[ONE_KEY, GOOD_KEY], ...sites.map(({ key }) => [key, GOOD_KEY])])

async function judged(answers: Answers, known = around) {
  const keys = keysOf(answers)
  const plan = planOf(answers, known)
  const values = secretValues(answers, keys)
  return {
    errors: checksOf(answers, keys, known).filter(({ is }) => is === 'error'),
    plan,
    deployed: () => openContoso().then((on) => deploy(on, plan, (name) => values[name])),
  }
}

describe('a plan without errors is taken', () => {
  test.each([
    ['one into a hub that has a gateway', 1, { from: 'vhub-weu-01' }, 'azure', 2],
    ['several, each with a key of its own', 4, { from: 'vhub-sea-01' }, 'each', 8],
    ['a hub of a Basic virtual WAN, which gets a gateway', 2, { from: 'vhub-lab' }, 'one', 5],
  ] as const)('%s', async (_, count, { from }, key, resources) => {
    const answers = branches(count, { hubId: idOf(from) }, (a) => ({
      ...a,
      connection: { ...a.connection, key },
    }))
    const { errors, plan, deployed } = await judged(answers)
    expect(errors).toEqual([])
    expect(plan.resources).toHaveLength(resources)
    expect(await deployed()).toBeUndefined()
  })

  test('a virtual WAN, its hub and gateway, a virtual network and branches, in a group of their own', async () => {
    const answers = branches(3, {}, (a) => ({
      ...a,
      goal: { ...a.goal, wan: { is: 'new', name: '' }, group: { is: 'new', name: 'rg-new-wan' } },
      hub: { ...a.hub, use: 'new', networks: [idOf('vnet-shop-weu')] },
      connection: { ...a.connection, policy: 'Strong' },
      touched: ['goal.group'],
    }))
    const { errors, plan, deployed } = await judged(answers)
    expect(errors).toEqual([])
    expect(plan.resources.map(({ id }) => nameOfId(id))).toEqual([
      'vwan-weu',
      'vhub-weu',
      'vpngw-vhub-weu',
      'site-new-1',
      'site-new-2',
      'site-new-3',
      'hvc-vnet-shop-weu',
      'cn-site-new-1',
      'cn-site-new-2',
      'cn-site-new-3',
    ])
    expect(await deployed()).toBeUndefined()
  })
})

test('after a connection that failed, what is left comes with the failed one last, and nothing that is there is written again', async () => {
  const answers = branches(4, { hubId: idOf('vhub-sea-01') })
  const emulator = await openContoso()
  const plan = planOf(answers, around)
  await emulator.control({
    do: 'faults',
    faults: [{ kind: 'failOperation', path: 'cn-site-new-2', code: 'InternalServerError', message: 'no' }],
  })
  expect((await deploy(emulator, plan, () => undefined))?.code).toBe('InternalServerError')
  await emulator.control({ do: 'faults', faults: [] })
  const known = await readAgain(
    around,
    emulator,
    plan.resources.map(({ id }) => id),
  )
  const left = planOf(settled(answers, known), known)
  expect(left.resources.map(({ id }) => nameOfId(id))).toEqual([
    'cn-site-new-3',
    'cn-site-new-4',
    'cn-site-new-2',
  ])
  expect(checksOf(answers, {}, known).filter(({ is }) => is === 'error')).toEqual([])
  expect(await deploy(emulator, left, () => undefined)).toBeUndefined()
})

test('what checks let through is never refused for what they could have seen', async () => {
  let taken = 0
  let stopped = 0
  await fc.assert(
    fc.asyncProperty(anyBranchAnswers(around), async ({ answers, keys }) => {
      if (checksOf(answers, keys, around).some(({ is }) => is === 'error')) return void stopped++
      const plan = planOf(answers, around)
      const values = secretValues(answers, keys)
      const refused = await deploy(await openContoso(), plan, (name) => values[name])
      if (refused === undefined) return void taken++
      if (refusalRemedy(refused.code, refused.message)?.prevented.by === 'explained') return undefined
      throw new Error(
        `${refused.id}: ${refused.code} ${refused.message}\n${JSON.stringify(plan.resources, undefined, 1)}`,
      )
    }),
    { numRuns: 150 },
  )
  // Both happen, or nothing was tried.
  expect(taken).toBeGreaterThan(15)
  expect(stopped).toBeGreaterThan(15)
}, 60_000)
