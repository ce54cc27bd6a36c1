import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { newAuthorization } from '../../src/model/edits/authorization.ts'
import { circuitConnectionEdit, typedCircuitConnection } from '../../src/model/edits/circuit-connection.ts'
import { circuitEdit, circuitValues } from '../../src/model/edits/circuit.ts'
import { startTest, stopTest } from '../../src/model/edits/failover-test.ts'
import { newReach } from '../../src/model/edits/global-reach.ts'
import { microsoftPeeringWrite, typedMicrosoftPeering } from '../../src/model/edits/microsoft-peering.ts'
import { typedPeering } from '../../src/model/edits/peering.ts'
import { peeringRemoval, peeringWrite } from '../../src/model/edits/peering-write.ts'
import { linkEdit, typedLink } from '../../src/model/edits/port-link.ts'
import { scaleEdit } from '../../src/model/edits/scale-units.ts'
import { modeEdit, typedModeOf } from '../../src/model/edits/connection-mode.ts'
import { activeActiveEdit, activeStandbyEdit } from '../../src/model/edits/active-active.ts'
import { gatewayBgpEdit, gatewayBgpOf } from '../../src/model/edits/gateway-bgp.ts'
import { PRESETS, policyEdit } from '../../src/model/edits/ipsec-policy.ts'
import { bodyOf } from '../../src/model/edits/edit.ts'
import { heldBy } from '../../src/model/edits/held-by.ts'
import { natRuleEdit, newNatRule, typedNatRuleOf } from '../../src/model/edits/nat-rules.ts'
import { startCapture } from '../../src/model/edits/packet-capture.ts'
import { pointToSiteEdit, sentSecrets, typedPointToSiteOf } from '../../src/model/edits/point-to-site.ts'
import { resetConnection, resetGateway } from '../../src/model/edits/reset.ts'
import { resetKey, setKey } from '../../src/model/edits/shared-key.ts'
import { siteEdit, siteValues } from '../../src/model/edits/site.ts'
import { skuEdit } from '../../src/model/edits/sku.ts'
import { tagsEdit } from '../../src/model/edits/tags.ts'
import { secretOf, type Write } from '../../src/model/edits/write.ts'
import type { WriteState } from '../../src/model/edits/write-state.ts'
import { troubleshoot } from '../../src/model/edits/troubleshoot.ts'
import type { Kind, ResourceOf } from '../../src/model/resources/resource.ts'
import type { Json } from '../../src/lib/json.ts'
import { keptInTab } from '../../src/queries/kept-in-tab.ts'
import { keptList } from '../../src/queries/kept-list.ts'
import { createLedger } from '../../src/queries/ledger.ts'
import { createWriteQueue } from '../../src/queries/write-queue.ts'
import { tabsOfOneBrowser } from '../support/tabs.ts'
import { idOf, onContoso, read, type On } from './on-contoso.ts'

// Every action of a gateway, a connection, a site, a circuit and a port, with trouble in the middle, through the queue and the ledger.

interface Sent {
  write: Write
  secret?: Json
}

async function the<K extends Kind>(on: On, kind: K, name: string): Promise<ResourceOf<K>> {
  const resource = await read(on, idOf(name))
  if (resource.kind !== kind) throw new Error(`${name} is no ${kind}`)
  // Its kind was looked at just now.
  return resource as ResourceOf<K>
}

const gateway = (on: On, name = 'vgw-weu-prod') => the(on, 'virtualNetworkGateway', name)
const connection = (on: On, name = 'cn-weu-to-gdansk') => the(on, 'connection', name)

const circuit = (on: On, name = 'er-dub-eunet-1') => the(on, 'expressRouteCircuit', name)

const PEERING = {
  asn: '64730',
  vlan: '350',
  primary: '172.16.0.40/30',
  secondary: '172.16.0.44/30',
  primary6: '',
  secondary6: '',
  enabled: true,
}

/** A circuit that its provider has just provisioned: it has no peering yet. */
async function provisioned(on: On) {
  await on.emulator.control({ do: 'provider', circuit: idOf('er-ams-equinix-1'), act: 'provision' })
  on.emulator.pass(3600)
  return circuit(on, 'er-ams-equinix-1')
}

/** Sent by somebody else, and done; what is typed goes on from there. */
async function done(on: On, method: string, path: string, body?: unknown): Promise<void> {
  const { status } = await on.emulator.ask(method, path, body)
  expect(status).toBeLessThan(300)
  on.emulator.pass(3600)
}

const ACTIONS: Record<string, (on: On) => Promise<Sent>> = {
  tags: async (on) => ({
    write: tagsEdit(await gateway(on, 'vgw-sea-prod'), {}, [{ name: 'env', value: 'prod' }]),
  }),
  SKU: async (on) => ({
    write: skuEdit(await gateway(on, 'vgw-weu-depots'), { is: 'resize', sku: 'VpnGw2AZ' }),
  }),
  'a second instance': async (on) => ({
    write: activeActiveEdit(
      await gateway(on, 'vgw-weu-depots'),
      await the(on, 'publicIPAddress', 'pip-vgw-weu-depots-2'),
    ),
  }),
  'one instance': async (on) => ({ write: activeStandbyEdit(await gateway(on)) }),
  BGP: async (on) => {
    const one = await gateway(on)
    return { write: gatewayBgpEdit(one, { ...gatewayBgpOf(one), apipa: [['169.254.21.9'], []] }) }
  },
  'a new NAT rule': async (on) => ({
    write: newNatRule(await gateway(on), {
      name: 'new-rule',
      type: 'Static',
      mode: 'EgressSnat',
      internal: '10.210.1.0/24',
      external: '192.168.210.0/24',
      ipConfigurationId: '',
    }),
  }),
  'another NAT rule': async (on) => {
    const rule = await the(on, 'natRule', 'nat-dallas-in')
    return {
      write: natRuleEdit(await gateway(on, 'vgw-eus-prod'), rule, {
        ...typedNatRuleOf(rule),
        external: '10.200.0.0/24',
      }),
    }
  },
  'point-to-site with a secret': async (on) => {
    const one = await gateway(on, 'vgw-swc-people')
    const typed = typedPointToSiteOf(one)
    const secrets = new Map([['at 10.80.4.8', 'typed']])
    return {
      write: pointToSiteEdit(one, { ...typed, pool: ['172.28.0.0/24'] }, secrets),
      secret: sentSecrets(typed, secrets),
    }
  },
  'IPsec policy': async (on) => ({ write: policyEdit(await connection(on), PRESETS.Strong) }),
  mode: async (on) => {
    const one = await connection(on)
    return { write: modeEdit(one, { ...typedModeOf(one), mode: 'ResponderOnly' }) }
  },
  'prefixes of a site': async (on) => {
    const one = await the(on, 'localNetworkGateway', 'lng-gdansk')
    const values = siteValues(one)
    return { write: siteEdit(one, { ...values, prefixes: [...values.prefixes, '10.99.0.0/24'] }) }
  },
  'reset of a gateway': async (on) => ({ write: resetGateway(await gateway(on)) }),
  'reset of a connection': async (on) => ({ write: resetConnection(await connection(on)) }),
  'a shared key': async (on) => ({ write: setKey(await connection(on)), secret: { value: 'typed' } }),
  'a shared key of Azure': async (on) => ({ write: resetKey(await connection(on), 64) }),
  'capture of a gateway': async (on) => ({ write: startCapture(await gateway(on), undefined) }),
  'capture of a connection': async (on) => ({ write: startCapture(await connection(on), undefined) }),
  'VPN troubleshoot': async (on) => ({
    write: troubleshoot(
      { id: idOf('NetworkWatcher_westeurope'), name: 'NetworkWatcher_westeurope', location: 'westeurope' },
      await connection(on),
      { storageId: '/x', storagePath: 'https://x.blob.core.windows.net/logs' },
    ),
  }),
  'Global Reach with a key': async (on) => {
    const typed = { name: 'gr', circuit: idOf('er-lon-colt-2'), prefix: '192.168.250.0/29', prefix6: '' }
    return { write: newReach(await circuit(on), typed, true), secret: { authorizationKey: 'typed' } }
  },
  'a Microsoft peering': async (on) => {
    const one = await circuit(on, 'er-ams-colt-1')
    const typed = typedMicrosoftPeering(one)
    return { write: microsoftPeeringWrite(one, { ...typed, prefixes: '198.51.100.0/24' }) }
  },
  'a new private peering with an MD5 key': async (on) => ({
    write: peeringWrite(await provisioned(on), PEERING, true),
    secret: { sharedKey: 'typed' },
  }),
  'another MD5 key of a private peering': async (on) => {
    const one = await circuit(on)
    return {
      write: peeringWrite(one, { ...typedPeering(one), vlan: '331' }, true),
      secret: { sharedKey: 'typed' },
    }
  },
  'deletion of a private peering': async (on) => {
    const empty = await provisioned(on)
    const made = peeringWrite(empty, PEERING)
    await done(on, 'PUT', made.id, bodyOf(made, {}))
    const write = peeringRemoval(await circuit(on, empty.name))
    if (write === undefined) throw new Error('there is no peering')
    return { write }
  },
  'SKU and bandwidth of a circuit': async (on) => {
    const one = await circuit(on)
    return { write: circuitEdit(one, { ...circuitValues(one), tier: 'Premium', bandwidth: '1000' }) }
  },
  'an authorization of a circuit': async (on) => ({ write: newAuthorization(await circuit(on), 'auth-new') }),
  'start of a failover test': async (on) => ({
    write: startTest(await gateway(on, 'ergw-weu-prod'), 'Amsterdam'),
  }),
  'stop of a failover test': async (on) => {
    const one = await gateway(on, 'ergw-weu-prod')
    await done(on, 'POST', `${one.id}/startSiteFailoverTest?peeringLocation=Amsterdam`)
    return { write: stopTest(one, 'Amsterdam', true) }
  },
  'scale units of a gateway': async (on) => {
    const before = await gateway(on, 'ergw-weu-prod')
    await done(on, 'PUT', before.id, bodyOf(skuEdit(before, { is: 'resize', sku: 'ErGwScale' }), before.body))
    const one = await gateway(on, 'ergw-weu-prod')
    return { write: scaleEdit(one, { least: '2', most: '4' }) }
  },
  'weight of a connection': async (on) => {
    const one = await connection(on, 'cn-er-ams-colt-1')
    return { write: circuitConnectionEdit(one, { ...typedCircuitConnection(one), weight: '200' }) }
  },
  'a link of a port': async (on) => {
    const port = await the(on, 'expressRoutePort', 'erport-ams-1')
    return { write: linkEdit(port, { ...typedLink(port, 'link2'), enabled: true }) }
  },
  'scale units of a hub': async (on) => ({
    write: scaleEdit(await the(on, 'expressRouteGateway', 'ergw-vhub-weu-01'), { least: '3', most: '5' }),
  }),
  'weight of a connection of a hub': async (on) => ({
    write: circuitConnectionEdit(await the(on, 'expressRouteConnection', 'erc-lon-colt-2'), {
      weight: '200',
      fastPath: false,
      privateLink: false,
      internet: true,
    }),
  }),
  'an authorization of a port': async (on) => ({
    write: newAuthorization(await the(on, 'expressRoutePort', 'erport-ams-1'), 'auth-new'),
  }),
  'deletion of a connection': async (on) => {
    const one = await connection(on)
    const { id, name } = one
    const facts = { id, name, topic: 'delete', what: `Delete ${name}`, effect: '', action: '' }
    return { write: { is: 'removal', method: 'DELETE', ...facts, holds: heldBy(one) } }
  },
}

/** The queue of a page, on which a write is put; its waiting moves the emulator's clock. */
function queueOn(on: On) {
  const browser = tabsOfOneBrowser()
  const tab = browser.open()
  const sleep = (milliseconds: number) => {
    on.emulator.pass(milliseconds / 1000)
    return Promise.resolve()
  }
  let id = 0
  const ledger = createLedger({
    writes: on.azure.writes,
    kept: keptList(() => tab.storage, 'operations.1', 'ann', tab.heard),
    locks: tab.locks,
    name: 'ann',
    needsSignIn: () => false,
    onEnd: () => undefined,
    onTimed: () => undefined,
    clock: () => on.emulator.now(),
    sleep,
  })
  const queue = createWriteQueue({
    writes: on.azure.writes,
    ledger,
    needsSignIn: () => false,
    onRead: () => undefined,
    onDone: () => undefined,
    onRemoved: () => undefined,
    onRefused: () => undefined,
    kept: keptInTab(() => tab.storage, 'writes.2', 'ann'),
    clock: () => on.emulator.now(),
    sleep,
    newId: () => `write-${++id}`,
  })
  const states: WriteState['is'][] = []
  queue.subscribe(() => states.push(...queue.getSnapshot().map(({ state }) => state.is)))
  const over = (): Promise<WriteState> =>
    new Promise((resolve) => {
      const look = () => {
        const state = queue.getSnapshot()[0]?.state
        if (state && !/^(waiting|working|busy)$/.test(state.is)) resolve(state)
      }
      queue.subscribe(look)
      look()
    })
  return {
    queue,
    states,
    over,
    stored: () => JSON.stringify([...browser.items, ...ledger.getSnapshot()]),
  }
}

async function begun(name: string, faults: (write: Write) => Fault[]) {
  const on = onContoso()
  const make = ACTIONS[name]
  if (!make) throw new Error(`no ${name}`)
  const { write, secret } = await make(on)
  await on.order(...faults(write))
  const page = queueOn(on)
  on.sent.length = 0
  page.queue.add(write, secret === undefined ? {} : { secret })
  const end = await page.over()
  const sends = on.sent.filter(
    ({ method, path }) => method === write.method && !/getikesas|listRadius/i.test(path),
  )
  return { on, write, end, sends, ...page }
}

describe.each(Object.keys(ACTIONS))('%s', (name) => {
  test('a failing service: a write is never sent twice by itself, and is done when it is asked for again', async () => {
    const { on, write, end, sends, queue, over } = await begun(name, ({ id, method }) => [
      {
        kind: 'status',
        method,
        path: id,
        status: 500,
        code: 'InternalServerError',
        message: 'Broken.',
        times: 1,
      },
    ])
    expect(sends).toHaveLength(1)
    // A reading tells of an edit that it was not done; of an action, and of what is not there, nothing.
    const isEdit = write.is === 'edit' && !('creates' in write)
    expect(end.is).toBe(isEdit ? 'refused' : 'unknown')
    expect('error' in end && end.error).toMatchObject({ code: 'InternalServerError', status: 500 })
    if (!isEdit) return
    await on.order()
    queue.again(queue.getSnapshot()[0]?.key ?? '')
    expect(await over()).toMatchObject({ is: 'done' })
  })

  test('a lost answer: what a reading can tell is told, and nothing is sent twice', async () => {
    const { on, write, end, sends, queue, over } = await begun(name, ({ id, method }) => [
      { kind: 'dropped', method, path: id, lost: 'answer', times: 1 },
    ])
    expect(sends).toHaveLength(1)
    if (write.is === 'action') return expect(end.is).toBe('unknown')
    if (end.is === 'done') return
    // Some of what is wanted is there only when Azure has ended: until then it is not known.
    expect(end).toMatchObject({ is: 'unknown', read: true })
    on.emulator.pass(3600)
    queue.again(queue.getSnapshot()[0]?.key ?? '')
    expect(await over()).toMatchObject({ is: 'done', by: 'reading' })
    expect(sends).toHaveLength(1)
  })

  test('a busy resource: it is tried again', async () => {
    const { end, states } = await begun(name, ({ id }) => [{ kind: 'busy', path: id, times: 1 }])
    expect(states).toContain('busy')
    expect(end).toMatchObject({ is: 'done' })
  })

  // A PATCH of tags is over at once: it has no middle.
  if (name !== 'tags')
    test('Azure fails in the middle: its own error is kept, and an edit is sent once more when it is asked for', async () => {
      const { on, write, end, sends, queue, over } = await begun(name, ({ id }) => [
        { kind: 'failOperation', path: id, code: 'GatewayBroke', message: 'It broke.' },
      ])
      expect(sends).toHaveLength(1)
      expect(end).toMatchObject({
        is: 'refused',
        during: 'sending',
        error: {
          message: expect.stringContaining('It broke.') as string,
          correlationId: expect.any(String) as string,
        },
      })
      // To instances Azure has added members by then: their form makes the change anew from what there is.
      if (write.is !== 'edit' || name.endsWith(' instance')) return
      await on.order()
      queue.again(queue.getSnapshot()[0]?.key ?? '')
      expect(await over()).toMatchObject({ is: 'done', by: 'answer' })
      expect(
        on.sent.filter(({ method, path }) => method === write.method && path === sends[0]?.path),
      ).toHaveLength(2)
    })

  test('an expired sign-in: nothing is sent, nothing is lost, and it goes when it is asked for', async () => {
    const { on, write, end, queue, over, stored } = await begun(name, () => [
      { kind: 'expiredToken', path: '/' },
    ])
    expect(end).toEqual({ is: 'unsent', why: 'signIn' })
    await on.order()
    queue.again(queue.getSnapshot()[0]?.key ?? '')
    expect(await over()).toMatchObject({ is: 'done' })
    if (secretOf(write) !== undefined) expect(stored()).not.toContain('"typed"')
  })
})
