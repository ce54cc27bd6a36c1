import { expect, test } from 'vitest'
import { errorFromAnswer } from './arm-error.ts'
import type { Refusal } from '../model/rights/refusal.ts'

const S = '/subscriptions/3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4'
const G = `${S}/resourceGroups/rg-net`
const ID = `${G}/providers/Microsoft.Network/connections/cn`

function becauseOf(error: object): Refusal | undefined {
  return errorFromAnswer({ status: 403, headers: {}, body: JSON.stringify({ error }) }).because
}

const WRITE = 'Microsoft.Network/connections/write'
const tells = (action: string, scope: string) =>
  `The client 'x' with object id 'y' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid.`
const JOIN = 'Microsoft.Network/virtualNetworks/subnets/join/action'
const violation = (info: unknown) => ({ type: 'PolicyViolation', info })

test.each<[string, object, Refusal | undefined]>([
  [
    'a missing right',
    { code: 'AuthorizationFailed', message: tells(WRITE, ID) },
    { is: 'right', action: WRITE, scope: ID, linked: false },
  ],
  [
    'one on what is referred to',
    {
      code: 'LinkedAuthorizationFailed',
      message: `The client has permission to perform action '${WRITE}' on scope '${ID}'; however, it does not have permission to perform action(s) '${JOIN}' on the linked scope(s) '${G}' (respectively).`,
    },
    { is: 'right', action: JOIN, scope: G, linked: true },
  ],
  [
    'no scope that is one',
    { code: 'AuthorizationFailed', message: tells(WRITE, 'javascript:alert(1)') },
    { is: 'right', action: WRITE, linked: false },
  ],
  ['no action that is one', { code: 'AuthorizationFailed', message: tells('<b>all</b>', ID) }, undefined],
  [
    'an endless action',
    { code: 'AuthorizationFailed', message: tells(`a/${'b'.repeat(2000)}`, ID) },
    undefined,
  ],
  ['no words', { code: 'AuthorizationFailed' }, undefined],
  ['other words', { code: 'AuthorizationFailed', message: 'Geht nicht.' }, undefined],
  [
    'two locks',
    {
      code: 'ScopeLocked',
      message: `The scope '${ID}' cannot perform delete operation because following scope(s) are locked: '${G}', '${S}'. Please remove the lock.`,
    },
    { is: 'lock', scopes: [G, S] },
  ],
  ['a lock nobody names', { code: 'ScopeLocked', message: 'Locked.' }, undefined],
  [
    'a policy',
    {
      code: 'RequestDisallowedByPolicy',
      message: 'No.',
      additionalInfo: [
        { type: 'Other', info: {} },
        violation({
          policyAssignmentDisplayName: 'Tags',
          policyAssignmentScope: G,
          evaluationDetails: {
            evaluatedExpressions: [{ path: 'tags[a]' }, { path: 'tags[a]' }, { path: {} }],
          },
        }),
      ],
    },
    { is: 'policy', policies: [{ name: 'Tags', scope: G, paths: ['tags[a]'] }] },
  ],
  [
    'a policy that only the message names',
    {
      code: 'RequestDisallowedByPolicy',
      message: `Resource 'x' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Tags","id":"${G}/providers/Microsoft.Authorization/policyAssignments/t"}}]'.`,
    },
    { is: 'policy', policies: [{ name: 'Tags', scope: G, paths: [] }] },
  ],
  [
    'policy information of other types',
    { code: 'RequestDisallowedByPolicy', message: 'x', additionalInfo: [violation('x'), violation(null), 7] },
    undefined,
  ],
  [
    'broken identifiers',
    { code: 'RequestDisallowedByPolicy', message: "Policy identifiers: '[{]'" },
    undefined,
  ],
  [
    'another directory',
    {
      code: 'InvalidAuthenticationTokenTenant',
      message:
        "wrong issuer 'https://sts.windows.net/11111111-1111-4111-8111-111111111111/'. It must match the tenant 'https://sts.windows.net/22222222-2222-4222-8222-222222222222/' associated",
    },
    { is: 'tenant', tenantId: '22222222-2222-4222-8222-222222222222' },
  ],
  [
    'another directory without its name',
    { code: 'InvalidAuthenticationTokenTenant', message: 'x' },
    { is: 'tenant' },
  ],
  ['any other error', { code: 'InUse', message: tells(WRITE, ID) }, undefined],
])('%s', (_, error, expected) => {
  expect(becauseOf(error)).toEqual(expected)
})
