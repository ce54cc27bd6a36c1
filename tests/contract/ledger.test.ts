import { describe, expect, test } from 'vitest'
import type { WriteEnd } from '../../src/azure/write.ts'
import type { Action, Removal, Write } from '../../src/model/edits/write.ts'
import { heldBy } from '../../src/model/edits/held-by.ts'
import type { Operation } from '../../src/model/operations/operation.ts'
import { operationName, whatWords } from '../../src/model/operations/words.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { createLedger } from '../../src/queries/ledger.ts'
import { keptList } from '../../src/queries/kept-list.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { tabsOfOneBrowser } from '../support/tabs.ts'
import { idOf, onContoso, read, type On } from './on-contoso.ts'

// The ledger of operations on the emulator: tabs of one browser that are closed in the middle, and opened again.

const OPAQUE: Fault = { kind: 'opaque', path: '/' }
const SITE = idOf('lng-gdansk')
const GATEWAY = idOf('vgw-weu-prod')
const CONNECTION = idOf('cn-weu-to-gdansk')

function facts(resource: Resource) {
  const { id, name } = resource
  return { id, name, topic: 'x', what: name, effect: '', action: '', holds: heldBy(resource) }
}

async function prefixes(on: On): Promise<Write> {
  const site = await read(on, SITE)
  if (site.kind !== 'localNetworkGateway') throw new Error('no site')
  const path = ['properties', 'localNetworkAddressSpace', 'addressPrefixes']
  const from = site.addressPrefixes
  return {
    ...facts(site),
    is: 'edit',
    method: 'PUT',
    changes: [{ path, from, to: [...from, '10.99.0.0/24'] }],
  }
}

async function reset(on: On): Promise<Action> {
  return { ...facts(await read(on, GATEWAY)), is: 'action', method: 'POST', segment: 'reset' }
}

async function removal(on: On): Promise<Removal> {
  return { ...facts(await read(on, CONNECTION)), is: 'removal', method: 'DELETE' }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20))

/** A tab with its ledger. Once closed, what it sends still arrives, and nobody hears the answer. */
function openTab(on: On, browser = tabsOfOneBrowser(), set = { signIn: false }) {
  const tab = browser.open()
  const ends: WriteEnd[] = []
  let isClosed = false
  const azure = on.azureOf(() => isClosed)
  const ledger = createLedger({
    writes: azure.writes,
    kept: keptList(() => tab.storage, 'operations.1', 'ann', tab.heard),
    locks: tab.locks,
    name: 'ann',
    needsSignIn: () => set.signIn,
    onEnd: (_, end) => ends.push(end),
    onTimed: () => undefined,
    clock: () => on.emulator.now(),
    // Out of reach it is looked at again when the test says so.
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('woken')))),
  })
  const close = () => {
    isClosed = true
    tab.close()
  }
  return {
    ledger,
    browser,
    ends,
    close,
    start(write: Write, key = 'k') {
      const wait = new AbortController()
      return ledger.carry(key, write, async (onStep) => (await azure.writes()).send(write, { onStep }), {
        signal: wait.signal,
        onWait: () => undefined,
      })
    },
    stored: () => [...browser.items.values()].join(),
  }
}

/** Closes the tab as soon as its operation is at a step; what it does after that nobody sees. */
async function closedAt(on: On, write: Write, step: 'reading' | 'sending' | 'running') {
  const tab = openTab(on)
  const isAt = ({ state }: Operation) => state.is === 'running' && state.step === step
  const closed = new Promise<void>((resolve) => {
    tab.ledger.subscribe(() => {
      if (!tab.ledger.getSnapshot().some(isAt)) return
      tab.close()
      resolve()
    })
  })
  void tab.start(write)
  await closed
  await settled()
  return tab.browser
}

describe.each<[string, Fault[]]>([
  ['with every header', []],
  ['without readable headers', [OPAQUE]],
])('a tab closed in the middle, %s', (profile, faults) => {
  test.each<[what: string, write: (on: On) => Promise<Write>, at: 'sending' | 'running', is: string]>([
    ['a change', prefixes, 'sending', 'succeeded'],
    ['a change', prefixes, 'running', 'succeeded'],
    ['a removal', removal, 'sending', 'succeeded'],
    ['a removal', removal, 'running', 'succeeded'],
    // Whether a reset was accepted cannot be read of the gateway.
    ['a reset', reset, 'sending', 'unknown'],
    ['a reset', reset, 'running', 'succeeded'],
  ])('%s is found again (%#)', async (_, write, at, is) => {
    const on = onContoso()
    const wanted = await write(on)
    await on.order(...faults)
    const browser = await closedAt(on, wanted, at)
    const { ledger, ends } = openTab(on, browser)
    expect(ledger.getSnapshot()).toMatchObject([{ key: 'k', state: { is: 'running' } }])
    expect(await ledger.endOf('k')).toMatchObject({ is })
    expect(ends).toHaveLength(1)
    expect(on.sent.filter(({ method }) => method === wanted.method)).toHaveLength(1)
  })

  test(`before anything was sent it is not listed, ${profile}`, async () => {
    const on = onContoso()
    const wanted = await prefixes(on)
    await on.order(...faults)
    const tab = openTab(on)
    tab.ledger.subscribe(() => undefined)
    const never = new Promise<WriteEnd>(() => undefined)
    void tab.ledger.carry('k', wanted, () => never, {
      signal: new AbortController().signal,
      onWait: () => undefined,
    })
    await settled()
    tab.close()
    const next = openTab(on, tab.browser)
    expect(await next.ledger.endOf('k')).toBeUndefined()
  })
})

describe('two tabs', () => {
  test('see the same operation, and one of them follows it', async () => {
    const on = onContoso()
    const write = await reset(on)
    await on.order({ kind: 'stuckOperation', path: '/vgw-weu-prod' })
    const browser = await closedAt(on, write, 'running')
    // Each waits to be woken, so that what is asked can be counted.
    await on.order({ kind: 'dropped', path: '/', lost: 'request' })
    const [one, other] = [openTab(on, browser), openTab(on, browser)]
    one.ledger.subscribe(() => undefined)
    other.ledger.subscribe(() => undefined)
    await expect
      .poll(() => other.ledger.getSnapshot())
      .toMatchObject([{ state: { heldUp: { kind: 'network' } } }])
    const asked = on.sent.length
    other.ledger.wake()
    await settled()
    expect(on.sent).toHaveLength(asked)
    one.close()
    await expect.poll(() => on.sent.length).toBeGreaterThan(asked)
  })

  test('that write the same take turns', async () => {
    const on = onContoso()
    const one = openTab(on)
    const other = openTab(on, one.browser)
    const [first, second] = [await removal(on), await reset(on)]
    const ends = await Promise.all([one.start(first, 'a'), other.start(second, 'b')])
    expect(ends).toMatchObject([{ is: 'done' }, { is: 'done' }])
    expect(one.ledger.getSnapshot()).toHaveLength(2)
    expect(one.ledger.getSnapshot()).toEqual(other.ledger.getSnapshot())
  })
})

test('an expired sign-in pauses the following, and it goes on after', async () => {
  const on = onContoso()
  const write = await reset(on)
  const set = { signIn: true }
  const tab = openTab(on, undefined, set)
  tab.ledger.subscribe(() => undefined)
  let faulty = false
  tab.ledger.subscribe(() => {
    const [first] = tab.ledger.getSnapshot()
    if (faulty || first?.state.is !== 'running' || first.state.step !== 'running') return
    faulty = true
    void on.order({ kind: 'expiredToken', path: '/' })
  })
  const end = tab.start(write)
  await expect.poll(() => tab.ledger.getSnapshot()).toMatchObject([{ state: { heldUp: { kind: 'auth' } } }])
  await on.order()
  tab.ledger.wake()
  await settled()
  expect(tab.ledger.getSnapshot()).toMatchObject([{ state: { is: 'running' } }])
  set.signIn = false
  tab.ledger.wake()
  expect(await end).toMatchObject({ is: 'done' })
})

test('where the answer is lost, what Azure went on with is followed to its end', async () => {
  const on = onContoso()
  const write = await prefixes(on)
  await on.order({ kind: 'dropped', method: 'PUT', path: '/lng-gdansk', lost: 'answer' })
  const tab = openTab(on)
  const steps = new Set<string>()
  tab.ledger.subscribe(() => {
    const [first] = tab.ledger.getSnapshot()
    if (first?.state.is === 'running') steps.add(first.state.step)
  })
  expect(await tab.start(write)).toMatchObject({ is: 'done' })
  expect([...steps]).toEqual(['reading', 'sending', 'running'])
  expect(tab.ledger.getSnapshot()).toMatchObject([{ state: { is: 'succeeded' } }])
})

test('what somebody else began is listed and followed', async () => {
  const on = onContoso()
  await on.emulator.ask('POST', `${GATEWAY}/reset`)
  const gateway = await read(on, GATEWAY)
  const tab = openTab(on)
  tab.ledger.subscribe(() => undefined)
  tab.ledger.note([gateway])
  tab.ledger.note([gateway])
  expect(tab.ledger.getSnapshot()).toMatchObject([
    { by: 'azure', name: 'vgw-weu-prod', provisioningState: 'Updating', state: { is: 'running' } },
  ])
  expect(await tab.ledger.endOf(`noted ${gateway.key}`)).toMatchObject({ is: 'succeeded' })
  expect(tab.ends).toMatchObject([{ resource: { provisioningState: 'Succeeded' } }])
  // The reading is older than the end.
  tab.ledger.note([gateway])
  expect(tab.ledger.getSnapshot()).toMatchObject([{ state: { is: 'succeeded' } }])
})

test('the router of a hub, which comes up after the hub, is listed and followed', async () => {
  const on = onContoso()
  const wan = idOf('vwan-contoso')
  const hub = `${wan.split('/virtualWans/')[0]}/virtualHubs/vhub-new`
  const body = {
    location: 'westeurope',
    properties: { addressPrefix: '10.250.0.0/23', sku: 'Standard', virtualWan: { id: wan } },
  }
  await on.emulator.ask('PUT', hub, body)
  on.emulator.pass(400)
  const made = await read(on, hub)
  expect(made).toMatchObject({ provisioningState: 'Succeeded', routingState: 'Provisioning' })

  const tab = openTab(on)
  tab.ledger.subscribe(() => undefined)
  tab.ledger.note([made])
  const [listed] = tab.ledger.getSnapshot()
  expect(listed).toMatchObject({ name: 'vhub-new', of: 'router', state: { is: 'running' } })
  expect(listed && [operationName(listed), whatWords(listed)]).toEqual([
    'Start router',
    'router Provisioning',
  ])
  // A page that is loaded anew goes on with it.
  tab.close()
  on.emulator.pass(60)
  const later = openTab(on, tab.browser)
  later.ledger.subscribe(() => undefined)
  expect(await later.ledger.endOf(`noted ${made.key}`)).toMatchObject({ is: 'succeeded' })
  expect(later.ends).toMatchObject([{ resource: { routingState: 'Provisioned' } }])
})

test('what is needed to resume is kept as long as it runs, and in nothing that is handed out at its end', async () => {
  const on = onContoso()
  const tab = openTab(on)
  let during = ''
  tab.ledger.subscribe(() => {
    if (tab.stored().includes('operationUrl')) during = tab.stored()
  })
  await tab.start(await reset(on))
  expect(during).toMatch(/https:\/\/management\.azure\.com\/.*\/operations\//)
  expect(tab.stored()).not.toContain('https://')
})
