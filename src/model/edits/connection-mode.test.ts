import { describe, expect, it, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import type { Connection } from '../resources/vpn.ts'
import { modeEdit, type ModeEnds, modeProblems, type TypedMode, typedModeOf } from './connection-mode.ts'

const properties = { connectionMode: 'Default', dpdTimeoutSeconds: 0, usePolicyBasedTrafficSelectors: false }
const CONNECTION = connection('c', { connectionMode: 'Default', dpdTimeoutSeconds: 0, body: { properties } })

test('a form that nobody changed changes nothing, whatever Azure left out', () => {
  expect(modeEdit(CONNECTION, typedModeOf(CONNECTION)).changes).toEqual([])
  const bare = connection('c')
  expect(modeEdit(bare, typedModeOf(bare)).changes).toEqual([])
})

test('each field is one member', () => {
  const typed = {
    mode: 'ResponderOnly',
    dpdTimeoutSeconds: '45',
    policyBasedSelectors: true,
    enableBgp: true,
  }
  expect(modeEdit(CONNECTION, typed).changes).toEqual([
    { path: ['properties', 'connectionMode'], from: 'Default', to: 'ResponderOnly' },
    { path: ['properties', 'dpdTimeoutSeconds'], from: 0, to: 45 },
    { path: ['properties', 'usePolicyBasedTrafficSelectors'], from: false, to: true },
    { path: ['properties', 'enableBgp'], to: true },
  ])
})

describe('what does not go is said while typing:', () => {
  it.each<
    [
      what: string,
      typed: Partial<TypedMode>,
      of: Partial<Connection>,
      ends: ModeEnds,
      problem: string | undefined,
    ]
  >([
    ['nothing', {}, {}, {}, undefined],
    ['a timeout too short', { dpdTimeoutSeconds: '8' }, {}, {}, 'error dpdTimeoutSeconds'],
    ['a timeout too long', { dpdTimeoutSeconds: '3601' }, {}, {}, 'error dpdTimeoutSeconds'],
    ['a timeout nobody recommends', { dpdTimeoutSeconds: '120' }, {}, {}, 'advice dpdTimeoutSeconds'],
    [
      'selectors on Basic',
      { policyBasedSelectors: true },
      {},
      { sku: 'Basic' },
      'error policyBasedSelectors',
    ],
    [
      'selectors with NAT',
      { policyBasedSelectors: true },
      { natRuleIds: ['/n'] },
      {},
      'error policyBasedSelectors',
    ],
    [
      'custom selectors without',
      {},
      { trafficSelectors: [{ local: [], remote: [] }] },
      {},
      'error policyBasedSelectors',
    ],
    ['BGP without the gateway’s', { enableBgp: true }, {}, { gatewayHasBgp: false }, 'error enableBgp'],
    ['BGP without the site’s', { enableBgp: true }, {}, { siteHasBgp: false }, 'error enableBgp'],
    ['BGP where the ends are not known', { enableBgp: true }, {}, {}, undefined],
  ])('%s', (_, typed, of, ends, problem) => {
    const problems = modeProblems({ ...CONNECTION, ...of }, { ...typedModeOf(CONNECTION), ...typed }, ends)
    expect(problems.map(({ is, field }) => `${is} ${field}`)).toEqual(problem === undefined ? [] : [problem])
  })
})
