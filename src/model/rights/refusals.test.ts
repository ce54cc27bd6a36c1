import { expect, test } from 'vitest'
import type { HubError } from '../errors.ts'
import type { Refusal } from './refusal.ts'
import { refusalWords } from './refusals.ts'

const S = '/subscriptions/3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4'
const G = `${S}/resourceGroups/rg-net`
const ID = `${G}/providers/Microsoft.Network/connections/cn`
const subscriptions = [{ subscriptionId: S.slice(15), displayName: 'Connectivity' }]
const WRITE = 'Microsoft.Network/connections/write'

const refused = (because?: Refusal, more: Partial<HubError> = {}): HubError => ({
  kind: 'forbidden',
  code: 'X',
  message: 'x',
  details: [],
  ...more,
  ...(because && { because }),
})

test.each<[HubError, RegExp]>([
  [
    refused({ is: 'right', action: WRITE, scope: ID, linked: false }),
    /lacks Microsoft\.Network\/connections\/write on cn\..*Network Contributor.*given just now/,
  ],
  [refused({ is: 'right', action: WRITE, scope: S, linked: false }), /on the subscription Connectivity/],
  [refused({ is: 'right', action: WRITE, linked: false }, { target: G }), /on the resource group rg-net/],
  [
    refused({ is: 'right', action: WRITE, linked: false }),
    /lacks Microsoft\.Network\/connections\/write on it/,
  ],
  [
    refused({
      is: 'right',
      action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
      scope: G,
      linked: true,
    }),
    /may not use the resource group rg-net for this/,
  ],
  [
    refused({ is: 'lock', scopes: [G, S] }),
    /lock on the resource group rg-net and on the subscription Connectivity forbids this/,
  ],
  [
    refused({ is: 'policy', policies: [{ name: 'Tags', scope: G, paths: ['tags[a]'] }] }),
    /policy “Tags”, assigned to the resource group rg-net, does not let this through\. What was looked at: tags\[a\]\./,
  ],
  [
    refused({
      is: 'policy',
      policies: [
        { name: 'A', paths: [] },
        { name: 'B', paths: [] },
      ],
    }),
    /policies “A” and “B” do not let this through\. Change it/,
  ],
  [refused({ is: 'tenant', tenantId: 'd' }), /another directory.*Sign in to its directory/],
  [refused(undefined, { code: 'ReadOnly' }), /Read-only is on.*Turn it off/],
])('%o', (error, expected) => {
  const words = refusalWords(error, subscriptions)
  expect(`${words?.what} ${words?.remedy}`).toMatch(expected)
})

test('what somebody who can help needs to know is there to copy', () => {
  expect(refusalWords(refused({ is: 'right', action: WRITE, scope: ID, linked: false }))?.facts).toEqual([
    { name: 'Missing action', value: WRITE },
    { name: 'Scope', value: ID },
  ])
  expect(
    refusalWords(refused({ is: 'policy', policies: [{ name: 'Tags', scope: G, paths: [] }] }))?.facts,
  ).toEqual([
    { name: 'Policy', value: 'Tags' },
    { name: 'Assigned to', value: G },
  ])
})

test('other errors have words of their own elsewhere', () => {
  expect(refusalWords(refused())).toBeUndefined()
})
