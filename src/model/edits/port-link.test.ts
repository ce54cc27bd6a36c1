import { expect, test } from 'vitest'
import { circuit, inventory, port, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { portUse } from '../circuit/port-use.ts'
import { bodyOf } from './edit.ts'
import { linkConsequences, linkEdit, linkProblems, type TypedLink, typedLink } from './port-link.ts'

const er = circuit('er')
const pair = port('pair', {
  circuitIds: [er.id],
  body: {
    properties: {
      links: [
        { name: 'link1', properties: { adminState: 'Enabled', macSecConfig: { cipher: 'GcmAes128' } } },
        { name: 'link2', properties: { adminState: 'Enabled', macSecConfig: { cipher: 'GcmAes128' } } },
      ],
    },
  },
})
const estate = buildEstate(
  [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
  [inventory([er, pair])],
)
const IDENTITY = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader`
const CKN = 'https://kv-er.vault.azure.net/secrets/CKN/614091550a364bcdad992db14a70d395'
const CAK = 'https://kv-er.vault.azure.net/secrets/CAK'
const typed: TypedLink = { ...typedLink(pair, 'link2'), ckn: CKN, cak: CAK, identity: IDENTITY }

test('both keys and an identity fit, and so does no MACsec', () => {
  expect(linkProblems(pair, typed)).toEqual([])
  expect(linkProblems(pair, typedLink(pair, 'link1'))).toEqual([])
  expect(linkProblems(port('has', { identityIds: [IDENTITY] }), { ...typed, identity: '' })).toEqual([])
})

/** ExpressRoute document 1.5. */
test.each<[string, Partial<TypedLink>, keyof TypedLink, RegExp]>([
  ['one key', { cak: '' }, 'cak', /or neither/],
  ['a key itself', { ckn: '614091550a364bcd' }, 'ckn', /identifier of a Key Vault secret/],
  ['http', { ckn: CKN.replace('https', 'http') }, 'ckn', /identifier/],
  ['the same twice', { cak: CKN }, 'cak', /secret of its own/],
  ['no identity', { identity: '' }, 'identity', /no identity yet/],
  ['a name as identity', { identity: 'reader' }, 'identity', /resource id/],
])('%s', (_, change, field, text) =>
  expect(linkProblems(pair, { ...typed, ...change })).toContainEqual({
    field,
    is: 'error',
    text: expect.stringMatching(text) as string,
  }),
)

test('one link is changed, the other and the rest stay as they are', () => {
  const sent = bodyOf(linkEdit(pair, { ...typed, enabled: false, sci: true }), pair.body)
  expect(sent).toEqual({
    identity: { type: 'UserAssigned', userAssignedIdentities: { [IDENTITY]: {} } },
    properties: {
      links: [
        { name: 'link1', properties: { adminState: 'Enabled', macSecConfig: { cipher: 'GcmAes128' } } },
        {
          name: 'link2',
          properties: {
            adminState: 'Disabled',
            macSecConfig: {
              cipher: 'GcmAes128',
              cknSecretIdentifier: CKN,
              cakSecretIdentifier: CAK,
              sciState: 'Enabled',
            },
          },
        },
      ],
    },
  })
  expect(linkEdit(pair, typedLink(pair, 'link1')).changes).toEqual([])
})

test.each<[string, Partial<TypedLink>, RegExp | undefined]>([
  ['nothing', { ckn: '', cak: '', identity: '' }, undefined],
  ['off', { ckn: '', cak: '', enabled: false }, /One of the two paths/],
  ['keys', {}, /no clear text/],
])('what drops: %s', (_, change, drops) => {
  const found = linkConsequences(pair, { ...typed, ...change }, estate)
  expect(found.depends).toMatchObject([{ name: 'er' }])
  if (drops === undefined) expect(found.drops).toBeUndefined()
  else expect(found.drops).toMatch(drops)
})

test('a link that names no cipher is not made to name one, and keys that go say that nothing is encrypted', () => {
  const bare = port('bare', {
    body: { properties: { links: [{ name: 'link1', properties: { adminState: 'Disabled' } }] } },
    links: [{ name: 'link1', adminState: 'Disabled' }],
  })
  expect(linkEdit(bare, { ...typedLink(bare, 'link1'), enabled: true }).changes).toEqual([
    { path: ['properties', 'links', '0', 'properties', 'adminState'], from: 'Disabled', to: 'Enabled' },
  ])
  const keyed = port('keyed', {
    links: [{ name: 'link1', adminState: 'Enabled', cknSecretIdentifier: CKN, cakSecretIdentifier: CAK }],
  })
  const off = linkConsequences(keyed, { ...typedLink(keyed, 'link1'), ckn: '', cak: '' }, estate)
  expect(off.drops).toMatch(/not encrypted/)
  expect(off.drops).not.toMatch(/no clear text/)
})

test('the last link that is on takes everything', () => {
  const last = port('last', {
    links: [
      { name: 'link1', adminState: 'Enabled' },
      { name: 'link2', adminState: 'Disabled' },
    ],
  })
  expect(linkConsequences(last, { ...typedLink(last, 'link1'), enabled: false }, estate).drops).toMatch(
    /^Everything/,
  )
})

/** Twice the port may be sold on it (ExpressRoute document 1.5). */
test.each([
  [10, 0, 'healthy', /take nothing of 10/],
  [10, 10, 'healthy', /up to 20/],
  [10, 12, 'attention', /oversubscribed/],
  [10, 25, 'attention', /more than Azure sells/],
  [undefined, 2, 'unknown', /does not say/],
])('a port of %s Gbps with %s: %s', (bandwidthInGbps, provisionedBandwidthInGbps, verdict, text) => {
  const found = portUse(
    port('p', { ...(bandwidthInGbps && { bandwidthInGbps }), provisionedBandwidthInGbps }),
  )
  expect(found.verdict).toBe(verdict)
  expect(found.sentence.replaceAll(/\s/g, ' ')).toMatch(text)
})
