import { describe, expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { circuit } from '../../../tests/support/resources.ts'
import { checksOf } from './checks-of.ts'
import {
  HUB,
  PORT,
  PROVISIONED,
  link,
  gate,
  meant,
  peer,
  onCircuit,
  direct,
  onPort,
  made,
} from './checks/cases/case.fixture.ts'
import { GOAL_CASES } from './checks/cases/goal.fixture.ts'
import { CIRCUITS_CASES } from './checks/cases/circuits.fixture.ts'
import { PEERING_CASES } from './checks/cases/peering.fixture.ts'
import { MICROSOFT_CASES } from './checks/cases/microsoft.fixture.ts'
import { GATEWAY_CASES } from './checks/cases/gateway.fixture.ts'
import { CONNECTION_CASES } from './checks/cases/connection.fixture.ts'
import { REFUSALS } from './refusals.ts'

const CASES = [
  ...GOAL_CASES,
  ...CIRCUITS_CASES,
  ...PEERING_CASES,
  ...MICROSOFT_CASES,
  ...GATEWAY_CASES,
  ...CONNECTION_CASES,
]

describe('good answers', () => {
  test.each([
    ['two circuits', {}],
    ['a Metro circuit', { resiliency: 'high' }],
  ] as const)('have no error, and nothing to advise: %s', (_, goal) => {
    const around = aroundExpressRoute()
    expect(checksOf(goodExpressRoute(around, goal), {}, around)).toEqual([])
  })
})

test.each(CASES)('%s', (_, one) => {
  const { around, answers, keys } = made(one)
  const [rule = '', field = ''] = one.raises.split(' ')
  const here = (checks: ReturnType<typeof checksOf>) =>
    checks.filter((check) => check.rule === rule && check.field === field)
  const [check] = here(checksOf(answers, keys, around))
  expect(check?.is).toBe(one.is ?? 'error')
  expect(check?.text).toMatch(/\.$/)
  if (one.remedy === undefined) return
  expect(check?.remedy?.label).toContain(one.remedy)
  const after = check?.remedy?.change(answers)
  expect(after && here(checksOf(after, keys, around))).toEqual([])
})

const STEPS = [
  [/^goal\./, 'resiliency'],
  [/^order\./, 'order'],
  [/^gateway\./, 'gateway'],
  [/^circuits\.\d\.(peering|md5Key)/, 'peering'],
  [/^circuits\.\d\.microsoft/, 'microsoft'],
  [/^circuits\.\d\.(connection|authorizationKey)/, 'connection'],
  [/^circuits\.\d$/, 'provider'],
  [/^circuits/, 'circuits'],
] as const

test('each is told on the step that asks its field', () => {
  for (const [, one] of CASES) {
    const { around, answers, keys } = made(one)
    for (const { step, field } of checksOf(answers, keys, around))
      expect([field, step]).toEqual([field, STEPS.find(([place]) => place.test(field))?.[1]])
  }
})

test('a Microsoft peering in order has no error, and one that is not wanted is asked nothing', () => {
  const around = aroundExpressRoute()
  const good = meant(0)(goodExpressRoute(around))
  const errors = (answers: typeof good) =>
    checksOf(answers, {}, around).filter(({ step }) => step === 'microsoft')
  expect(errors(good)).toEqual([])
  expect(errors(meant(0, { wanted: false, asn: '', prefixes: '', routeFilter: '' })(good))).toEqual([])
})

test('no peering is asked for of a circuit that was not read, since none is made', () => {
  const asked = (beside: Parameters<typeof aroundExpressRoute>[0]) => {
    const around = aroundExpressRoute(beside)
    const answers = peer(0, { asn: '', vlan: 'x', md5: true })(
      onCircuit(PROVISIONED.id)(goodExpressRoute(around)),
    )
    return checksOf(answers, {}, around).filter(
      ({ step, field }) => step === 'peering' && field.startsWith('circuits.0.'),
    ).length
  }
  expect([asked([circuit('er-one', { peerings: [] })]), asked([])]).toEqual([3, 0])
})

test('nothing is said of a bandwidth that Azure does not tell', () => {
  const around = aroundExpressRoute([
    circuit('er-one', { bandwidthInMbps: undefined, tier: 'Standard', peeringLocation: 'Amsterdam' }),
  ])
  const checks = checksOf(onCircuit(PROVISIONED.id)(goodExpressRoute(around)), {}, around)
  expect(checks.filter(({ rule }) => rule === 'pair-bandwidth' || rule === 'ER-039')).toEqual([])
})

test('in a hub FastPath of a circuit on an own port is taken from 5 units on', () => {
  const around = aroundExpressRoute([HUB, PORT])
  const good = onPort(goodExpressRoute(around, direct, { hubId: HUB.id }))
  const answers = link(0, { fastPath: true })(gate({ units: { min: '5', max: '5' } })(good))
  const rules = checksOf(answers, {}, around).map(({ rule }) => rule)
  expect(rules).not.toContain('hub-fast-path')
  expect(rules).not.toContain('ER-016')
})

describe('the table of refusals', () => {
  const raised = new Set(CASES.map(([, { raises }]) => raises.split(' ')[0]))

  test('rules that stand against a refusal exist, and their cause is in the table above', () => {
    const rules = REFUSALS.flatMap(({ prevented }) => (prevented.by === 'rules' ? prevented.rules : []))
    expect(rules.filter((rule) => !raised.has(rule))).toEqual([])
  })

  test('each says what, why and what to do, in sentences', () => {
    for (const { what, why, todo } of REFUSALS)
      for (const text of [what, why, todo]) expect(text).toMatch(/^[A-Z].*\.$/)
  })

  test('one code is there once', () => {
    const codes = REFUSALS.flatMap(({ code }) => code?.toLowerCase() ?? [])
    expect(codes).toEqual([...new Set(codes)])
  })
})
