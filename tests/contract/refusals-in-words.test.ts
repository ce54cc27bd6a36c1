import { expect, test } from 'vitest'
import { createAzure } from '../../src/azure/azure.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { twoTenants } from '../../src/emulator/estates/two-tenants.ts'
import type { Estate, EstatePerson } from '../../src/emulator/estates/estate.ts'
import { decideRight, type RightFacts } from '../../src/model/rights/decide.ts'
import { refusalWords } from '../../src/model/rights/refusals.ts'
import { testEmulator, tokenOf } from './emulator.ts'

const idOf = (name: string) => contoso.resources.find(({ id }) => id.endsWith(`/${name}`))?.id ?? name
const groupId = (name: string) => {
  const group = contoso.resourceGroups.find((one) => one.name === name)
  return `/subscriptions/${group?.subscriptionId}/resourceGroups/${name}`
}

function azureOn(estate: Estate, token = 'x', readOnly = () => false) {
  const emulator = testEmulator({ estates: [estate], speed: 'instant' })
  const sent: string[] = []
  const azure = createAzure({
    send: async ({ url, method, headers, body }) => {
      sent.push(method)
      const answer = await emulator.fetch(new Request(url, { method, headers, body }))
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    },
    credential: { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Infinity }) },
    clock: () => 0,
    sleep: () => Promise.resolve(),
    newId: () => 'id',
    pollIntervalMs: () => 0,
    readOnly,
  })
  return { azure, sent }
}

async function refusal(
  write: { method: 'PATCH' | 'DELETE'; id: string; body?: object },
  readOnly = () => false,
) {
  const { azure, sent } = azureOn(contoso, 'x', readOnly)
  const started = await azure.operations.start({ ...write, body: write.body as never })
  if (!('error' in started)) throw new Error('It was accepted.')
  return { words: refusalWords(started.error), sent }
}

const tags = { tags: { env: 'prod' } }

test.each<[string, Parameters<typeof refusal>[0], RegExp, string]>([
  [
    'a role',
    { method: 'PATCH', id: idOf('vgw.analytics.eus'), body: tags },
    /lacks Microsoft\.Network\/virtualNetworkGateways\/write on vgw\.analytics\.eus/,
    'Microsoft.Network/virtualNetworkGateways/write',
  ],
  [
    'a lock',
    { method: 'DELETE', id: `${groupId('rg-net-weu')}/providers/Microsoft.Network/localNetworkGateways/x` },
    /lock on the resource group rg-net-weu forbids/,
    groupId('rg-net-weu'),
  ],
  [
    'a policy',
    {
      method: 'PATCH',
      id: `${groupId('rg-net-neu')}/providers/Microsoft.Network/virtualNetworks/x`,
      body: tags,
    },
    /policy “Require a cost-center tag on resources”.*rg-net-neu/,
    groupId('rg-net-neu'),
  ],
])('%s says what it refuses over', async (_, write, expected, fact) => {
  const { words } = await refusal(write)
  expect(words?.what).toMatch(expected)
  expect(words?.facts?.map(({ value }) => value)).toContain(fact)
})

test('read-only: nothing is sent', async () => {
  const { words, sent } = await refusal({ method: 'DELETE', id: idOf('vgw.analytics.eus') }, () => true)
  expect(words?.what).toMatch(/Read-only is on/)
  expect(sent).toEqual([])
})

test('a token of another directory', async () => {
  const [kim] = twoTenants.people as [EstatePerson]
  const [, , shared] = twoTenants.resources
  const { azure } = azureOn(twoTenants, tokenOf(kim, twoTenants.tenant.tenantId))
  const read = await azure.list(
    `${shared?.id.split('/').slice(0, 5).join('/')}/providers/Microsoft.Network/virtualWans`,
  )
  if (read.ok) throw new Error('It was answered.')
  expect(refusalWords(read.error)?.facts).toEqual([
    { name: 'Directory', value: twoTenants.otherTenants?.[0]?.tenantId },
  ])
})

/** What Azure answers to a request that needs the action: nothing against it, or what stands in the way. */
async function answer(id: string, action: string): Promise<string | undefined> {
  const { azure } = azureOn(contoso)
  if (action.endsWith('/read')) {
    const read = await azure.resource(id)
    return read.ok ? undefined : (read.error.because?.is ?? read.error.code)
  }
  const method = action.endsWith('/delete') ? 'DELETE' : 'PATCH'
  const started = await azure.operations.start({ method, id, ...(method === 'PATCH' && { body: tags }) })
  return 'error' in started ? (started.error.because?.is ?? started.error.code) : undefined
}

test.each([
  ['vgw.analytics.eus', 'virtualNetworkGateways/write', 'missing', 'right'],
  ['vgw.analytics.eus', 'virtualNetworkGateways/read', 'allowed', undefined],
  ['lng-test_1', 'localNetworkGateways/write', 'locked', 'lock'],
  ['VNET-Lab-Old', 'virtualNetworks/write', 'locked', 'lock'],
  ['vnet-hub-weu', 'virtualNetworks/delete', 'locked', 'lock'],
  ['vnet-hub-weu', 'virtualNetworks/write', 'allowed', undefined],
  // It may be deleted, and is in use: no right, no lock and no policy is against it.
  ['vnet-lab-neu', 'virtualNetworks/delete', 'allowed', 'InUseSubnetCannotBeDeleted'],
])('%s: %s is %s by what was read, and so by what Azure answers', async (name, verb, expected, against) => {
  const { azure } = azureOn(contoso)
  const scope = idOf(name)
  const action = `Microsoft.Network/${verb}`
  const [permissions, locks] = await Promise.all([azure.permissions(scope), azure.locks(scope)])
  if (!permissions.ok || !locks.ok) throw new Error('Not read.')
  const facts: RightFacts = {
    action,
    scope,
    permissions: { is: 'known', value: permissions.value },
    locks: { is: 'known', value: locks.value },
  }
  expect(decideRight(facts).is).toBe(expected)
  expect(await answer(scope, action)).toBe(against)
})
