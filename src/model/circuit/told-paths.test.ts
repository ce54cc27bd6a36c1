import { expect, test } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { err, ok } from '../../lib/result.ts'
import type { HubError } from '../errors.ts'
import { judge } from '../status/judge.ts'
import type { PathName, PeeringReading } from './path-tables.ts'
import { withPaths } from './told-paths.ts'

const error: HubError = { kind: 'server', code: 'No', message: 'No.', details: [] }
const path = (name: PathName, state: string) => ({
  path: name,
  arp: err(error),
  summary: ok([{ neighbor: '172.16.0.1', statePfxRcd: state }]),
})
const reading = (primary: string, secondary: string): PeeringReading => ({
  paths: [path('primary', primary), path('secondary', secondary)],
  counters: err(error),
})
const own = { id: '/er/peerings/AzurePrivatePeering', name: 'AzurePrivatePeering' }
const microsoft = { id: '/er/peerings/MicrosoftPeering', name: 'MicrosoftPeering' }
const one = circuit('er', { peerings: [own] })
const two = circuit('er', { peerings: [own, microsoft] })
const up = reading('214', '214')
const none = reading('Idle', 'Idle')

test.each([
  ['nothing was asked', one, [undefined], 'healthy', /provisioned it; its paths are not checked$/],
  ['both are up', one, [up], 'healthy', /provisioned it; both paths are up$/],
  [
    'one peering was asked',
    two,
    [up, undefined],
    'healthy',
    /both paths of AzurePrivatePeering are up, those/,
  ],
  [
    'one is down',
    one,
    [reading('214', 'Active')],
    'attention',
    /^AzurePrivatePeering: the secondary path is/,
  ],
  ['none is up', one, [none], 'down', /^AzurePrivatePeering: no BGP session is up: [^.]*$/],
  ['none of one peering', two, [up, none], 'attention', /^MicrosoftPeering: no BGP session is up/],
  ['none of what was asked', two, [none, undefined], 'attention', /no BGP session/],
] as const)('a circuit of which %s', (_, er, told, verdict, says) => {
  const found = withPaths(
    judge(er, () => undefined),
    er,
    told,
  )
  expect(found.verdict).toBe(verdict)
  expect(found.sentence).toMatch(says)
})

test('what the circuit itself says is kept', () => {
  const er = circuit('er', { peerings: [own], circuitProvisioningState: 'Disabled' })
  expect(
    withPaths(
      judge(er, () => undefined),
      er,
      [none],
    ).reasons.map(({ text }) => text),
  ).toEqual([
    'circuitProvisioningState is Disabled: it carries no traffic',
    expect.stringMatching(/no BGP session/),
  ])
})
