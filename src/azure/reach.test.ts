import type { TokenCredential } from '@azure/core-auth'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Json } from '../lib/json.ts'
import { HubFailure } from '../model/errors.ts'
import { type Azure, createAzure } from './azure.ts'
import { json, type Script, scripted } from './scripted.ts'
import type { WireAnswer, WireRequest } from './transport.ts'

beforeAll(async () => void (await import('./network-sdk.ts')), 60_000)

const HOME = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002'
const CLOSED = 'cccccccc-0000-4000-8000-000000000003'

const [IN_HOME, IN_OTHER, DELEGATED] = ['1', '2', '3'].map(
  (n) => `${n}0000000-0000-4000-8000-000000000000`,
) as [string, string, string]
const subscription = (subscriptionId: string, tenantId: string): Json => ({
  subscriptionId,
  tenantId,
  displayName: subscriptionId,
})

/** A token tells its directory, as a real one does. */
const credential: TokenCredential = {
  getToken: (_, options) =>
    options?.tenantId === CLOSED
      ? Promise.reject(
          new HubFailure({ kind: 'auth', code: 'SignInNeeded', message: 'Sign in.', details: [] }),
        )
      : Promise.resolve({ token: options?.tenantId ?? HOME, expiresOnTimestamp: 1e15 }),
}

const tokenOf = ({ headers }: WireRequest) => headers['authorization']?.replace('Bearer ', '')

const tenantList = json({
  value: [HOME, OTHER, CLOSED].map((tenantId) => ({ tenantId, displayName: tenantId[0] ?? '' })),
})

function listedFor(token: string | undefined): WireAnswer {
  const byToken: Record<string, Json[]> = {
    [HOME]: [subscription(IN_HOME, HOME), subscription(DELEGATED, OTHER)],
    [OTHER]: [subscription(IN_OTHER, OTHER), subscription(DELEGATED, OTHER)],
  }
  return json({ value: byToken[token ?? ''] ?? [] })
}

type Changes = Parameters<typeof scripted>[0]

function estate(changes: Changes = []): Script {
  return scripted([
    ...changes,
    [/\/tenants\?/, tenantList],
    [/\/subscriptions\?/, (request) => listedFor(tokenOf(request))],
    [/ResourceGraph/, json({ data: [] })],
  ])
}

function azureOf({ send }: Script, by = credential): Azure {
  return createAzure({
    send,
    credential: by,
    ownTenant: HOME,
    clock: () => 1_000,
    sleep: () => Promise.resolve(),
    newId: () => 'id',
    pollIntervalMs: () => 10,
  })
}

const tokensFor = ({ asked }: Script, part: string) =>
  new Set(asked.filter(({ url }) => url.includes(part)).map(tokenOf))

test('every directory is asked with its own token, and one that does not let in is part of the answer', async () => {
  const script = estate()
  const read = await azureOf(script).subscriptions()
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value.subscriptions.map(({ subscriptionId }) => subscriptionId)).toEqual([
    IN_HOME,
    DELEGATED,
    IN_OTHER,
  ])
  expect(read.value.tenants.map(({ tenantId }) => tenantId)).toEqual([HOME, OTHER, CLOSED])
  expect(read.value.unreadable).toMatchObject([
    { scope: `/tenants/${CLOSED}`, error: { kind: 'auth', target: `/tenants/${CLOSED}` } },
  ])
  expect(script.asked.every((request) => !('tenantId' in request))).toBe(true)
})

test('a directory that the app registration is not for is counted, and no failure', async () => {
  const script = estate()
  const closed: TokenCredential = {
    getToken: (scopes, options) =>
      options?.tenantId === CLOSED
        ? Promise.reject(
            new HubFailure({ kind: 'auth', code: 'DirectoryNotServed', message: 'Unknown.', details: [] }),
          )
        : credential.getToken(scopes, options),
  }
  const read = await azureOf(script, closed).subscriptions()
  expect(read).toMatchObject({ ok: true, value: { unreadable: [], notServed: 1 } })
})

test('a subscription is read with the token of its directory, through the SDK, raw, and by operations', async () => {
  const script = estate()
  const azure = azureOf(script)
  await azure.subscriptions()
  await azure.inventory(IN_OTHER)
  await azure.inventory(IN_HOME)
  await azure.list(
    `/subscriptions/${DELEGATED}/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/h/hubRouteTables`,
  )
  await azure.operations.start({
    method: 'POST',
    id: `/subscriptions/${IN_OTHER}/resourceGroups/x`,
    action: 'y',
  })
  expect(tokensFor(script, IN_OTHER)).toEqual(new Set([OTHER]))
  expect(tokensFor(script, DELEGATED)).toEqual(new Set([OTHER]))
  expect(tokensFor(script, IN_HOME)).toEqual(new Set([HOME]))
})

test('Resource Graph is asked once for each directory, for what is in it', async () => {
  const script = estate()
  const azure = azureOf(script)
  await azure.subscriptions()
  const seen: number[] = []
  const read = await azure.inventories([IN_HOME, IN_OTHER, DELEGATED], {
    onProgress: (snapshot) => void seen.push(snapshot().inventories.length),
  })
  expect(read.inventories.map(({ subscriptionId }) => subscriptionId)).toEqual([IN_HOME, IN_OTHER, DELEGATED])
  const asked = script.asked
    .filter(({ url, body }) => url.includes('ResourceGraph') && body?.includes('microsoft.network'))
    .map((request) => [
      tokenOf(request),
      (JSON.parse(request.body ?? '') as { subscriptions: string[] }).subscriptions,
    ])
  expect(asked).toEqual([
    [HOME, [IN_HOME]],
    [OTHER, [IN_OTHER, DELEGATED]],
  ])
  expect(seen.at(-1)).toBe(3)
})

test('a link to a resource, before anything else is read, waits for its directory to be known', async () => {
  const script = estate()
  const id = `/subscriptions/${IN_OTHER}/resourceGroups/rg/providers/Microsoft.Network/connections/c`
  await azureOf(script).resource(id)
  expect(tokensFor(script, 'connections/c')).toEqual(new Set([OTHER]))
})

test('what nobody lists is asked of the own directory', async () => {
  const script = estate()
  const id = `/subscriptions/${CLOSED}/resourceGroups/rg/providers/Microsoft.Network/connections/c`
  await azureOf(script).resource(id)
  expect(tokensFor(script, 'connections/c')).toEqual(new Set([HOME]))
})

test('an abort of the reading by one is not the end for another', async () => {
  const script = estate()
  const azure = azureOf(script)
  const leaving = new AbortController()
  const first = azure.subscriptions(leaving.signal)
  const id = `/subscriptions/${IN_OTHER}/resourceGroups/rg/providers/Microsoft.Network/connections/c`
  const second = azure.resource(id)
  leaving.abort()
  await expect(first).rejects.toThrow()
  await second
  expect(tokensFor(script, 'connections/c')).toEqual(new Set([OTHER]))
})

test('without a list of directories the own one is read, and that is said', async () => {
  const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)
  const read = await azureOf(estate([[/\/tenants\?/, refused]])).subscriptions()
  expect(read).toMatchObject({
    ok: true,
    value: { subscriptions: [{}, {}], unreadable: [{ scope: '/tenants', error: { kind: 'forbidden' } }] },
  })
})

test('a directory that fails at a refresh keeps what it had, and its token', async () => {
  let fails = false
  const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)
  const script = estate([
    [
      /\/subscriptions\?/,
      (request) => (fails && tokenOf(request) === OTHER ? refused : listedFor(tokenOf(request))),
    ],
    [/\/tenants\?/, () => (fails ? refused : tenantList)],
  ])
  const azure = azureOf(script)
  await azure.subscriptions()
  fails = true
  const read = await azure.subscriptions()
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value.subscriptions.map(({ subscriptionId }) => subscriptionId)).toEqual([
    IN_HOME,
    DELEGATED,
    IN_OTHER,
  ])
  expect(read.value.tenants.map(({ tenantId }) => tenantId)).toEqual([HOME, OTHER, CLOSED])
  expect(read.value.unreadable.map(({ scope }) => scope)).toEqual([
    `/tenants/${OTHER}`,
    `/tenants/${CLOSED}`,
    '/tenants',
  ])
  await azure.list(`/subscriptions/${IN_OTHER}/resourceGroups/rg/providers/Microsoft.Network/virtualHubs`)
  expect(tokensFor(script, IN_OTHER)).toEqual(new Set([OTHER]))
})

test('what a directory no longer lists, and a directory that is gone, are not kept', async () => {
  let gone = false
  const script = estate([
    [/\/tenants\?/, () => (gone ? json({ value: [{ tenantId: HOME }] }) : tenantList)],
    [/\/subscriptions\?/, (request) => (gone ? json({ value: [] }) : listedFor(tokenOf(request)))],
  ])
  const azure = azureOf(script)
  await azure.subscriptions()
  gone = true
  expect(await azure.subscriptions()).toMatchObject({
    ok: true,
    value: { subscriptions: [], unreadable: [], tenants: [{}] },
  })
})

describe('a directory that hangs', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const never = new Promise<WireAnswer>(() => undefined)
  const hanging = () =>
    estate([
      [/\/subscriptions\?/, (request) => (tokenOf(request) === OTHER ? never : listedFor(tokenOf(request)))],
    ])

  test('is given up after ten seconds and said; the others are read', async () => {
    const reading = azureOf(hanging()).subscriptions()
    await vi.advanceTimersByTimeAsync(10_000)
    const read = await reading
    if (!read.ok) throw new Error(read.error.code)
    expect(read.value.subscriptions.map(({ subscriptionId }) => subscriptionId)).toEqual([IN_HOME, DELEGATED])
    expect(read.value.unreadable).toMatchObject([
      { scope: `/tenants/${OTHER}`, error: { kind: 'network', code: 'NoAnswer' } },
      { scope: `/tenants/${CLOSED}` },
    ])
  })

  test('does not keep back a read of the own one, which does not wait for a list of directories either', async () => {
    const script = estate([[/\/tenants\?/, () => never]])
    const id = `/subscriptions/${IN_HOME}/resourceGroups/rg/providers/Microsoft.Network/connections/c`
    await azureOf(script).resource(id)
    expect(tokensFor(script, 'connections/c')).toEqual(new Set([HOME]))
    const other = hanging()
    await azureOf(other).resource(id)
    expect(tokensFor(other, 'connections/c')).toEqual(new Set([HOME]))
  })

  test('does not keep back what is there for longer than two seconds, the first time', async () => {
    const azure = azureOf(hanging())
    const onEarly = vi.fn()
    const reading = azure.subscriptions(undefined, onEarly)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(onEarly).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(onEarly).toHaveBeenCalledWith(
      expect.objectContaining({
        subscriptions: [expect.anything(), expect.anything()],
        stillReading: 'otherDirectories',
      }),
    )
    // And is read at once, a delegated one too.
    await azure.resource(
      `/subscriptions/${DELEGATED}/resourceGroups/rg/providers/Microsoft.Network/connections/c`,
    )
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await reading).not.toHaveProperty('value.stillReading')
    const again = azure.subscriptions(undefined, onEarly)
    await vi.advanceTimersByTimeAsync(10_000)
    await again
    expect(onEarly).toHaveBeenCalledOnce()
  })

  test('what answers in time is handed over once, whole', async () => {
    const onEarly = vi.fn()
    await azureOf(estate()).subscriptions(undefined, onEarly)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(onEarly).not.toHaveBeenCalled()
  })

  test('a list of directories that hangs is given up too', async () => {
    const reading = azureOf(estate([[/\/tenants\?/, () => never]])).subscriptions()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await reading).toMatchObject({
      ok: true,
      value: { subscriptions: [{}, {}], unreadable: [{ scope: '/tenants', error: { kind: 'network' } }] },
    })
  })
})

test('it fails only where no directory could be read', async () => {
  const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)
  const read = await azureOf(estate([[/\/subscriptions\?/, refused]])).subscriptions()
  expect(read).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
})

test('one directory is one request, as in the demo', async () => {
  const script = estate()
  const getToken = vi.fn(() => Promise.resolve({ token: HOME, expiresOnTimestamp: 1e15 }))
  const azure = createAzure({
    send: script.send,
    credential: { getToken },
    clock: () => 1_000,
    sleep: () => Promise.resolve(),
    newId: () => 'id',
    pollIntervalMs: () => 10,
  })
  await azure.subscriptions()
  expect(script.asked).toHaveLength(1)
})
