import { describe, expect, it, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import type { Estate, EstatePerson } from '../../src/emulator/estates/estate.ts'
import { twoTenants } from '../../src/emulator/estates/two-tenants.ts'
import { GROUP, NETWORK, SUBSCRIPTION, testEmulator, tokenOf } from './emulator.ts'

const S = `/subscriptions/${SUBSCRIPTION}`
const OTHER = '/subscriptions/22222222-2222-4222-8222-222222222222'
const SITE = `${NETWORK}/localNetworkGateways/site`
const OTHER_SITE = `${S}/resourceGroups/other/providers/Microsoft.Network/localNetworkGateways/site`
const PERMISSIONS = 'providers/Microsoft.Authorization/permissions'
const LOCKS = 'providers/Microsoft.Authorization/locks'

const person = (digit: number): EstatePerson => ({
  objectId: `${String(digit).repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`,
  name: `Person ${digit}`,
  username: `person${digit}@fabrikam.example`,
  tenantIds: [empty.tenant.tenantId],
})
const [reader, networker, owner, guest, stranger] = [1, 2, 3, 4, 5].map(person) as [
  EstatePerson,
  EstatePerson,
  EstatePerson,
  EstatePerson,
  EstatePerson,
]

const properties = { gatewayIpAddress: '203.0.113.9' }
const site = { location: 'westeurope', properties }

const estate: Estate = {
  ...empty,
  resourceGroups: ['net', 'other'].map((name) => ({
    subscriptionId: SUBSCRIPTION,
    name,
    location: 'westeurope',
  })),
  resources: [SITE, OTHER_SITE].map((id) => ({
    id,
    location: 'westeurope',
    properties,
    tags: { owner: 'x' },
  })),
  roleAssignments: [
    { principalId: reader.objectId, scope: S, role: 'Reader' },
    { principalId: networker.objectId, scope: S, role: 'Network Contributor' },
    { principalId: owner.objectId, scope: S, role: 'Owner' },
    { principalId: guest.objectId, scope: GROUP, role: 'Reader' },
    { principalId: guest.objectId, scope: GROUP, role: 'Contributor' },
  ],
}

const codeOf = ({ body }: { body: { error?: { code: string } } }) => body?.error?.code

describe('what a role does not allow is refused with the caller, the action and the scope', () => {
  const CONNECTION = `${NETWORK}/connections/cn`
  const CASES: [EstatePerson, string, string, string, string | undefined][] = [
    [reader, 'GET', SITE, '', undefined],
    [reader, 'PUT', SITE, 'Microsoft.Network/localNetworkGateways/write', SITE],
    [reader, 'PATCH', SITE, 'Microsoft.Network/localNetworkGateways/write', SITE],
    [reader, 'DELETE', SITE, 'Microsoft.Network/localNetworkGateways/delete', SITE],
    [
      reader,
      'POST',
      `${NETWORK}/virtualNetworkGateways/gw/reset`,
      'Microsoft.Network/virtualNetworkGateways/reset/action',
      `${NETWORK}/virtualNetworkGateways/gw`,
    ],
    [reader, 'GET', `${CONNECTION}/sharedkey`, 'Microsoft.Network/connections/sharedkey/action', CONNECTION],
    [networker, 'PATCH', SITE, '', undefined],
    [networker, 'PATCH', GROUP, 'Microsoft.Resources/subscriptions/resourceGroups/write', GROUP],
    [networker, 'DELETE', GROUP, 'Microsoft.Resources/subscriptions/resourceGroups/delete', GROUP],
    [owner, 'PATCH', GROUP, '', undefined],
    [guest, 'PATCH', SITE, '', undefined],
    [guest, 'GET', OTHER_SITE, 'Microsoft.Network/localNetworkGateways/read', OTHER_SITE],
    [guest, 'PUT', OTHER_SITE, 'Microsoft.Network/localNetworkGateways/write', OTHER_SITE],
    [stranger, 'GET', SITE, 'Microsoft.Network/localNetworkGateways/read', SITE],
    [
      stranger,
      'GET',
      `${S}/providers/Microsoft.Network/virtualWans`,
      'Microsoft.Network/virtualWans/read',
      S,
    ],
  ]
  it.each(CASES)('$0.name $1 $2', async (who, method, path, action, scope) => {
    const emulator = testEmulator({ estates: [estate] })
    const body = method === 'PUT' ? site : method === 'GET' ? undefined : { tags: { owner: 'y' } }
    const before = await emulator.ask('GET', path, undefined, tokenOf(owner))
    const answer = await emulator.ask(method, path, body, tokenOf(who))
    if (scope === undefined) return expect(answer.status).toBe(200)
    expect([answer.status, codeOf(answer)]).toEqual([403, 'AuthorizationFailed'])
    expect(answer.body.error.message).toContain(
      `The client '${who.username}' with object id '${who.objectId}' does not have authorization to perform ` +
        `action '${action}' over scope '${scope}'`,
    )
    expect((await emulator.ask('GET', path, undefined, tokenOf(owner))).body).toEqual(before.body)
  })
})

describe('lists return what may be read', () => {
  const lists = [
    '/subscriptions',
    `${S}/resourcegroups`,
    `${S}/resources`,
    `${S}/providers/Microsoft.Network/virtualNetworks`,
    `${NETWORK}/localNetworkGateways`,
  ]
  const counts = async (who: EstatePerson) => {
    const emulator = testEmulator({ estates: [estate] })
    const answers = await Promise.all(lists.map((path) => emulator.ask('GET', path, undefined, tokenOf(who))))
    return answers.map(({ status, body }) => (status === 200 ? body.value.length : status))
  }

  it.each([
    ['of a subscription', reader, [1, 2, 2, 0, 1]],
    ['of one group', guest, [1, 1, 1, 0, 1]],
    ['of nothing', stranger, [0, 403, 403, 403, 403]],
  ])('%s', async (_, who, expected) => {
    expect(await counts(who)).toEqual(expected)
  })

  it('Resource Graph leaves out the rest without a word', async () => {
    const emulator = testEmulator({ estates: [estate] })
    const query =
      "// hybrid-connectivity-hub/inventory\nresources | where type in~ ('microsoft.network/localnetworkgateways')"
    const rows = async (who: EstatePerson) => {
      const path = '/providers/Microsoft.ResourceGraph/resources'
      const { body } = await emulator.ask(
        'POST',
        path,
        { query, subscriptions: [SUBSCRIPTION, OTHER.slice(15)] },
        tokenOf(who),
      )
      return body.data?.length ?? codeOf({ body })
    }
    expect([await rows(reader), await rows(guest), await rows(stranger)]).toEqual([2, 1, 'BadRequest'])
  })
})

describe('permissions', () => {
  const at = async (who: EstatePerson, scope: string) => {
    const { status, body } = await testEmulator({ estates: [estate] }).ask(
      'GET',
      `${scope}/${PERMISSIONS}`,
      undefined,
      tokenOf(who),
    )
    return status === 200
      ? body.value.map(({ actions }: { actions: string[] }) => actions[0])
      : codeOf({ body })
  }

  it('are one element for each assignment in effect', async () => {
    expect(await at(reader, SITE)).toEqual(['*/read'])
    expect(await at(guest, `${NETWORK}/vpnGateways/g/vpnConnections/c`)).toEqual(['*/read', '*'])
    expect(await at(guest, GROUP)).toEqual(['*/read', '*'])
    expect(await at(guest, S)).toEqual([])
    expect(await at(guest, OTHER_SITE)).toBe('AuthorizationFailed')
    expect(await at(stranger, S)).toBe('AuthorizationFailed')
  })

  it('say what is taken out again, and nothing of data', async () => {
    const { body } = await testEmulator({ estates: [estate] }).ask(
      'GET',
      `${GROUP}/${PERMISSIONS}`,
      undefined,
      tokenOf(guest),
    )
    expect(body.value[1]).toMatchObject({
      notActions: expect.arrayContaining(['Microsoft.Authorization/*/Write']),
      dataActions: [],
      notDataActions: [],
    })
  })

  it('are everything for everybody where nobody is assigned anything', async () => {
    const { body } = await testEmulator().ask('GET', `${S}/${PERMISSIONS}`, undefined, tokenOf(stranger))
    expect(body.value).toEqual([{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }])
  })

  it('tell the demo’s person of contoso what each subscription allows', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const first = await Promise.all(
      contoso.subscriptions.map(({ subscriptionId }) =>
        emulator.ask('GET', `/subscriptions/${subscriptionId}/${PERMISSIONS}`),
      ),
    )
    expect(first.map(({ body }) => body.value[0].actions[0])).toEqual([
      'Microsoft.Authorization/*/read',
      '*/read',
      '*',
    ])
  })
})

describe('locks', () => {
  const locked = (level: 'CanNotDelete' | 'ReadOnly', scope: string): Estate => ({
    ...estate,
    locks: [{ scope, name: 'keep', level, notes: 'Because.' }],
  })
  const LINK =
    /^The scope '([^']+)' cannot perform (write|delete) operation because following scope\(s\) are locked: '([^']+)'\. /

  it.each<['CanNotDelete' | 'ReadOnly', string, string, string, string | undefined]>([
    ['CanNotDelete', GROUP, 'DELETE', SITE, 'delete'],
    ['CanNotDelete', SITE, 'DELETE', SITE, 'delete'],
    ['CanNotDelete', SITE, 'DELETE', GROUP, 'delete'],
    ['CanNotDelete', S, 'DELETE', SITE, 'delete'],
    ['CanNotDelete', GROUP, 'PATCH', SITE, undefined],
    ['CanNotDelete', GROUP, 'DELETE', OTHER_SITE, undefined],
    ['ReadOnly', GROUP, 'PATCH', SITE, 'write'],
    ['ReadOnly', GROUP, 'PUT', `${NETWORK}/localNetworkGateways/new`, 'write'],
    ['ReadOnly', GROUP, 'DELETE', SITE, 'delete'],
    ['ReadOnly', SITE, 'PATCH', GROUP, undefined],
    ['ReadOnly', GROUP, 'GET', SITE, undefined],
  ])('%s on %s: %s %s', async (level, scope, method, path, refused) => {
    const emulator = testEmulator({ estates: [locked(level, scope)] })
    const body = method === 'PUT' ? site : method === 'PATCH' ? { tags: { owner: 'y' } } : undefined
    const answer = await emulator.ask(method, path, body, tokenOf(owner))
    if (refused === undefined) return expect(answer.status).toBeLessThan(300)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ScopeLocked'])
    expect(LINK.exec(answer.body.error.message)?.slice(1)).toEqual([path, refused, scope])
  })

  it('are listed at, above and below a scope, and with atScope() not below', async () => {
    const emulator = testEmulator({ estates: [locked('CanNotDelete', GROUP)] })
    const at = async (scope: string, filter = '') =>
      (await emulator.ask('GET', `${scope}/${LOCKS}${filter}`, undefined, tokenOf(reader))).body.value
    expect(await at(SITE)).toEqual([
      {
        id: `${GROUP}/providers/Microsoft.Authorization/locks/keep`,
        type: 'Microsoft.Authorization/locks',
        name: 'keep',
        properties: { level: 'CanNotDelete', notes: 'Because.' },
      },
    ])
    expect((await at(S)).length).toBe(1)
    expect((await at(S, '?$filter=atScope()')).length).toBe(0)
    expect((await at(OTHER_SITE)).length).toBe(0)
  })
})

test('a policy denies what lacks its tag, and says which policy it is', async () => {
  const policies = [
    { scope: GROUP, name: 'require-owner', displayName: 'Require an owner', requires: { tag: 'owner' } },
  ]
  const emulator = testEmulator({ estates: [{ ...estate, policies }] })
  const ask = (method: string, path: string, body: object) => emulator.ask(method, path, body, tokenOf(owner))
  const answer = await ask('PATCH', SITE, { tags: { env: 'prod' } })
  expect([answer.status, codeOf(answer), answer.body.error.target]).toEqual([
    403,
    'RequestDisallowedByPolicy',
    'site',
  ])
  expect(answer.body.error.additionalInfo).toMatchObject([
    {
      type: 'PolicyViolation',
      info: {
        policyAssignmentDisplayName: 'Require an owner',
        policyAssignmentScope: GROUP,
        evaluationDetails: { evaluatedExpressions: [{ path: 'tags[owner]', operator: 'Exists' }] },
      },
    },
  ])
  expect(codeOf(await ask('PUT', SITE, site))).toBe('RequestDisallowedByPolicy')
  expect((await ask('PUT', SITE, { ...site, tags: { Owner: 'z' } })).status).toBe(200)
  expect((await ask('PUT', OTHER_SITE, site)).status).toBe(200)
})

describe('two directories', () => {
  const [home, partner] = [twoTenants.tenant, ...(twoTenants.otherTenants ?? [])].map(
    ({ tenantId }) => tenantId,
  )
  const [kim, sam] = twoTenants.people as [EstatePerson, EstatePerson]
  const emulator = testEmulator({ estates: [twoTenants] })
  const names = async (path: string, token: string) =>
    (await emulator.ask('GET', path, undefined, token)).body.value.map(
      ({ displayName }: { displayName: string }) => displayName,
    )

  it('are listed whichever one the token is for; their subscriptions are not', async () => {
    expect(await names('/tenants', tokenOf(kim, home))).toEqual(['Northwind', 'Tailspin'])
    expect(await names('/tenants', tokenOf(sam, partner))).toEqual(['Tailspin'])
    expect(await names('/subscriptions', tokenOf(kim, home))).toEqual(['Northwind Network'])
    expect(await names('/subscriptions', tokenOf(kim, partner))).toEqual(['Tailspin Shared'])
    expect(await names('/subscriptions', tokenOf(sam, home))).toEqual([])
  })

  it('a token of one is refused for what is in the other, with the right authority', async () => {
    const [, , shared] = twoTenants.resources
    const path = shared?.id ?? ''
    const answer = await emulator.ask('GET', path, undefined, tokenOf(kim, home))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'InvalidAuthenticationTokenTenant'])
    expect(answer.headers.get('WWW-Authenticate')).toMatch(
      new RegExp(
        `^Bearer authorization_uri="https://login\\.microsoftonline\\.com/${partner}", error="invalid_token"`,
      ),
    )
    expect((await emulator.ask('GET', path, undefined, tokenOf(kim, partner))).status).toBe(200)
  })
})

test.each([
  ['no token at all of this kind', 'x'],
  ['three parts of nothing', 'a.b.c'],
  ['a payload that is no object', `a.${Buffer.from('[1]').toString('base64url')}.c`],
  ['claims of other types', `a.${Buffer.from('{"oid":1,"tid":{}}').toString('base64url')}.c`],
])('%s is the demo’s person', async (_, token) => {
  const emulator = testEmulator({ estates: [{ ...estate, roleAssignments: [] }] })
  const { body } = await emulator.ask('GET', SITE, undefined, token)
  expect(body.error.message).toContain("'alex@contoso.example'")
  expect((await emulator.ask('GET', '/subscriptions', undefined, token)).body.value).toEqual([])
})

test('a challenge: claims in WWW-Authenticate, as often as ordered', async () => {
  const emulator = testEmulator()
  await emulator.control({ do: 'faults', faults: [{ kind: 'challenge', path: '/', times: 1 }] })
  const answer = await emulator.ask('GET', '/subscriptions')
  expect(answer.status).toBe(401)
  const [, claims = ''] =
    /^Bearer realm="", authorization_uri="[^"]+", error="insufficient_claims", claims="([^"]+)"$/.exec(
      answer.headers.get('WWW-Authenticate') ?? '',
    ) ?? []
  expect(JSON.parse(atob(claims))).toMatchObject({ access_token: { nbf: { essential: true } } })
  expect((await emulator.ask('GET', '/subscriptions')).status).toBe(200)
})
