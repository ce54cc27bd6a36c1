import { expect, test } from 'vitest'
import type { HubError } from '../errors.ts'
import type { Refusal } from '../rights/refusal.ts'
import { writeProblem } from './write-problem.ts'

const S = '/subscriptions/3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4'
const G = `${S}/resourceGroups/rg-net`
const ID = `${G}/providers/Microsoft.Network/localNetworkGateways/lng`
const JOIN = 'Microsoft.Network/virtualNetworks/subnets/join/action'
const edit = {
  is: 'edit' as const,
  what: 'the tags of lng',
  name: 'lng',
  id: ID,
  action: 'Microsoft.Network/localNetworkGateways/write',
}

function said(
  change: Partial<HubError>,
  because?: Refusal,
  during: 'reading' | 'sending' = 'sending',
): { text: string; facts: string[] } {
  const error: HubError = {
    kind: 'forbidden',
    code: 'X',
    message: '',
    details: [],
    ...change,
    ...(because && { because }),
  }
  const { heading, why, remedy, facts = [] } = writeProblem(edit, error, { during, demo: false })
  return {
    text: [`${heading}.`, ...why, remedy].join(' '),
    facts: facts.map(({ name, value }) => `${name}: ${value}`),
  }
}

test('the right, the lock and the policy that Azure names are named, with what somebody who can help needs', () => {
  expect(said({}, { is: 'right', action: edit.action, scope: ID, linked: false })).toEqual({
    text: expect.stringMatching(
      /^Azure refused to change the tags of lng\. Your account lacks Microsoft\.Network\/localNetworkGateways\/write on lng\./,
    ) as string,
    facts: [`Missing action: ${edit.action}`, `Scope: ${ID}`],
  })
  expect(said({ kind: 'conflict' }, { is: 'lock', scopes: [G] })).toEqual({
    text: expect.stringContaining('A lock on the resource group rg-net forbids this.') as string,
    facts: [`Locked scope: ${G}`],
  })
  expect(said({}, { is: 'policy', policies: [{ name: 'Tags', scope: G, paths: [] }] })).toEqual({
    text: expect.stringContaining('The policy “Tags”, assigned to the resource group rg-net,') as string,
    facts: ['Policy: Tags', `Assigned to: ${G}`],
  })
})

test('a right that is missing on something else is not said to be missing here', () => {
  const { text, facts } = said({}, { is: 'right', action: JOIN, scope: G, linked: true })
  expect(text).toMatch(/may not use the resource group rg-net for this: it lacks .*join\/action there/)
  expect(`${text} ${facts.join(' ')}`).not.toContain(edit.action)
})

test('what Azure does not name is not made up', () => {
  const { text, facts } = said({})
  expect(text).toMatch(/does not name the right/)
  expect(text).not.toContain(edit.action)
  expect(facts).toEqual([])
})

test('reading comes first, and its right is the one that is missing', () => {
  const action = 'Microsoft.Network/localNetworkGateways/read'
  expect(said({}, { is: 'right', action, scope: ID, linked: false }, 'reading').text).toMatch(
    /^Not changed: the tags of lng\. Your account lacks .*\/read on lng\. lng is read before it is changed/,
  )
})

test.each<[Partial<HubError>, RegExp, RegExp]>([
  [{ code: 'ReadOnly' }, /^Not changed: the tags of lng\. Read-only is on/, /Azure refused/],
  [
    { kind: 'fault', code: 'Fault', message: 'x is undefined' },
    /A part of this app failed.*nothing is known of Azure.*Reload the page/,
    /side of Azure|Azure refused/,
  ],
  [{ kind: 'server', code: 'InternalServerError' }, /The fault is on the side of Azure/, /this app/],
])('%o', (error, expected, not) => {
  const { text } = said(error)
  expect(text).toMatch(expected)
  expect(text).not.toMatch(not)
})
