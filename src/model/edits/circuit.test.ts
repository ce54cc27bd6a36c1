import { expect, test } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { authorizationNameProblem, authorizationRemoval, newAuthorization } from './authorization.ts'
import {
  bandwidthChoices,
  circuitEdit,
  circuitValues,
  familyChoices,
  tierChoices,
  whyNoCircuitChange,
  whyNotDeletable,
} from './circuit.ts'
import { bodyOf } from './edit.ts'

const er = circuit('er', {
  tier: 'Standard',
  family: 'MeteredData',
  bandwidthInMbps: 1000,
  body: {
    sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
    properties: {
      serviceProviderProperties: { serviceProviderName: 'Colt', bandwidthInMbps: 1000 },
      kept: 1,
    },
  },
})

/** ExpressRoute document 1.3. */
test('only more bandwidth is offered', () => {
  expect(bandwidthChoices(er).map(({ value }) => value)).toEqual(['1000', '2000', '5000', '10000'])
  const direct = circuit('er', { bandwidthInMbps: undefined, bandwidthInGbps: 5 })
  const on = (bandwidthInGbps: number, provisionedBandwidthInGbps = 5) =>
    bandwidthChoices(direct, { port: { name: 'pair', bandwidthInGbps, provisionedBandwidthInGbps } })
  expect(on(10).map(({ value }) => value)).toEqual(['5', '10'])
  expect(on(100).map(({ value }) => value)).toEqual(['5', '10', '40', '100'])
  expect(bandwidthChoices(direct).map(({ value }) => value)).toEqual(['5'])
  // Twice the port is given away already, or nearly.
  expect(on(10, 20).map(({ why }) => why)).toEqual([undefined, 'pair has room for no more.'])
  expect(on(100, 197).map(({ why }) => why?.replace(/\u2009|\u00a0/g, ' '))).toEqual([
    undefined,
    'pair has room for 3 Gbps more.',
    'pair has room for 3 Gbps more.',
    'pair has room for 3 Gbps more.',
  ])
  // As Azure lists the provider.
  expect(bandwidthChoices(er, { offered: [1000, 10_000] }).map(({ why }) => why !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ])
  const waiting = circuit('er', { bandwidthInMbps: 1000, serviceProviderProvisioningState: 'Provisioning' })
  expect(bandwidthChoices(waiting).map(({ why }) => why !== undefined)).toEqual([false, true, true, true])
})

test.each([
  ['MeteredData', 'Standard', undefined, /UnlimitedData alone/],
  ['UnlimitedData', 'Standard', /does not change UnlimitedData back/, undefined],
  ['UnlimitedData', 'Local', /does not change UnlimitedData back/, undefined],
] as const)('of a circuit with %s and %s', (family, tier, metered, local) => {
  const one = circuit('er', { family, tier })
  const why = (choices: { value: string; why?: string }[], value: string) =>
    choices.find((choice) => choice.value === value)?.why
  expect(why(familyChoices(one, tier), 'MeteredData') ?? '').toMatch(metered ?? /^$/)
  expect(why(tierChoices(one, family), 'Local') ?? '').toMatch(local ?? /^$/)
})

const reach = { id: '/x/peerings/AzurePrivatePeering/connections/g', name: 'g' }
const peerings = {
  none: [],
  microsoft: [{ id: '/x/peerings/MicrosoftPeering', name: 'MicrosoftPeering' }],
  reached: [{ id: '/x/peerings/AzurePrivatePeering', name: 'AzurePrivatePeering', reaches: [reach] }],
}
/** What Azure refuses for certain (ExpressRoute document 1.1, 1.3, 1.4): Local, Standard, Premium. */
test.each<[string, keyof typeof peerings, number, (RegExp | undefined)[]]>([
  ['Premium', 'none', 10, [undefined, undefined, undefined]],
  ['Premium', 'none', 11, [/11 links/, /11 links.*take 10/, undefined]],
  ['Premium', 'microsoft', 0, [/Microsoft peering needs Premium/, /delete the peering first/, undefined]],
  ['Premium', 'reached', 1, [/no Global Reach/, undefined, undefined]],
  ['Standard', 'reached', 1, [/no Global Reach/, undefined, undefined]],
  ['Local', 'none', 1, [undefined, undefined, undefined]],
])('of a %s circuit with %s and %i links', (tier, has, links, whys) => {
  const one = circuit('er', { tier, family: 'UnlimitedData', peerings: peerings[has] })
  expect(tierChoices(one, 'UnlimitedData', links).map(({ why }) => why)).toEqual(
    whys.map((text) => (text === undefined ? undefined : expect.stringMatching(text))),
  )
  expect(circuitEdit(one, { ...circuitValues(one), tier: 'Premium' }).effect).not.toMatch(/refuses/)
  if (tier === 'Premium')
    expect(circuitEdit(one, { ...circuitValues(one), tier: 'Standard' }).effect).toMatch(/refuses/)
})

test('an edit changes SKU and bandwidth together, and nothing else', () => {
  expect(circuitEdit(er, circuitValues(er)).changes).toEqual([])
  const edit = circuitEdit(er, { tier: 'Premium', family: 'UnlimitedData', bandwidth: '2000' })
  expect(bodyOf(edit, er.body)).toEqual({
    sku: { name: 'Premium_UnlimitedData', tier: 'Premium', family: 'UnlimitedData' },
    properties: {
      serviceProviderProperties: { serviceProviderName: 'Colt', bandwidthInMbps: 2000 },
      kept: 1,
    },
  })
})

test.each([
  ['NotProvisioned', false, false],
  ['Provisioning', false, true],
  ['Provisioned', false, true],
  ['Deprovisioning', true, true],
  ['DeProvisioned', false, false],
  [undefined, false, false],
])('provider state %s: unchangeable %s, undeletable %s', (state, fixed, kept) => {
  const one = circuit('er', { serviceProviderProvisioningState: state })
  expect(whyNoCircuitChange(one) !== undefined).toBe(fixed)
  expect(whyNotDeletable(one) !== undefined).toBe(kept)
})

test('authorizations are made by name and deleted', () => {
  const one = circuit('er', {
    authorizations: [{ id: `${er.id}/authorizations/a`, name: 'a', useStatus: 'InUse' }],
  })
  expect(authorizationNameProblem(one.authorizations, 'A')).toMatch(/already/)
  expect(authorizationNameProblem(one.authorizations, 'b c')).toMatch(/letters/)
  expect(authorizationNameProblem(one.authorizations, 'plant')).toBeUndefined()
  const made = newAuthorization(one, 'plant')
  expect(made).toMatchObject({ id: `${one.id}/authorizations/plant`, creates: true })
  expect(bodyOf(made, {})).toEqual({ properties: {} })
  expect(one.authorizations.map((each) => authorizationRemoval(one, each))).toMatchObject([
    { method: 'DELETE', id: `${er.id}/authorizations/a` },
  ])
})
