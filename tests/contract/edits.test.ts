import { describe, expect, test } from 'vitest'
import { isJsonObject } from '../../src/lib/json.ts'
import { activeActiveEdit, activeStandbyEdit } from '../../src/model/edits/active-active.ts'
import { type Replacement, reversed } from '../../src/model/edits/edit.ts'
import { heldBy } from '../../src/model/edits/held-by.ts'
import { newNatRule } from '../../src/model/edits/nat-rules.ts'
import { pointToSiteEdit, typedPointToSiteOf } from '../../src/model/edits/point-to-site.ts'
import type { Action, Removal } from '../../src/model/edits/write.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { idOf, onContoso, read } from './on-contoso.ts'

// The three kinds of writes against the emulator.

const SITE = idOf('lng-gdansk')
const CONNECTION = idOf('cn-weu-to-gdansk')

function facts(resource: Resource) {
  return {
    id: resource.id,
    name: resource.name,
    topic: 'x',
    what: resource.name,
    effect: '',
    action: '',
    holds: heldBy(resource),
  }
}

describe('a change of a whole resource', () => {
  const prefixes = ['properties', 'localNetworkAddressSpace', 'addressPrefixes']

  async function adding(on: ReturnType<typeof onContoso>): Promise<Replacement> {
    const site = await read(on, SITE)
    if (site.kind !== 'localNetworkGateway') throw new Error('no site')
    const from = site.addressPrefixes
    const changes = [{ path: prefixes, from, to: [...from, '10.99.0.0/24'] }]
    return { ...facts(site), is: 'edit', method: 'PUT', changes }
  }

  test('keeps every member nobody here knows', async () => {
    const on = onContoso({
      tamper: (body) =>
        body.replace('"localNetworkAddressSpace"', '"later":{"a":[1]},"localNetworkAddressSpace"'),
    })
    const edit = await adding(on)
    const end = await (await on.azure.writes()).send(edit)
    expect(end).toMatchObject({ is: 'done', by: 'answer' })
    const put = on.sent.find(({ method }) => method === 'PUT')?.body
    expect(isJsonObject(put) && put.properties).toMatchObject({
      later: { a: [1] },
      localNetworkAddressSpace: { addressPrefixes: edit.changes[0]?.to },
      gatewayIpAddress: expect.any(String) as string,
    })
    const after = await read(on, SITE)
    expect(after.kind === 'localNetworkGateway' && after.addressPrefixes).toContain('10.99.0.0/24')
  })

  test('is not sent where somebody changed the same meanwhile', async () => {
    const on = onContoso()
    const edit = await adding(on)
    await (
      await on.azure.writes()
    ).send({ ...edit, changes: [{ path: prefixes, from: edit.changes[0]?.from, to: ['10.1.0.0/16'] }] })
    on.sent.length = 0
    expect(await (await on.azure.writes()).send(edit)).toMatchObject({ is: 'conflict' })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
  })
})

describe('a removal', () => {
  test('ends when it is gone, and again is done already', async () => {
    const on = onContoso()
    const removal: Removal = { ...facts(await read(on, CONNECTION)), is: 'removal', method: 'DELETE' }
    const writes = await on.azure.writes()
    expect(await writes.send(removal)).toEqual({ is: 'done', by: 'answer' })
    expect(await writes.look(removal)).toMatchObject({ ok: true, value: { stands: 'asWanted' } })
    expect(await writes.send(removal)).toMatchObject({ is: 'done' })
  })
})

test('a new shared key is followed to the end of the connection’s update, and is in nothing that comes back', async () => {
  const on = onContoso()
  const action: Action = {
    ...facts(await read(on, CONNECTION)),
    is: 'action',
    method: 'PUT',
    segment: 'sharedkey',
    secret: 'the shared key',
  }
  const steps: string[] = []
  const end = await (
    await on.azure.writes()
  ).send(action, {
    secret: { value: 'MARKER-1' },
    onStep: (step) => steps.push(step),
  })
  expect(end).toMatchObject({ is: 'done', by: 'answer', resource: { provisioningState: 'Succeeded' } })
  expect(steps).toEqual(['sending', 'running'])
  expect(JSON.stringify(end)).not.toContain('MARKER-1')
  expect((await on.emulator.ask('GET', `${CONNECTION}/sharedkey`)).body).toEqual({ value: 'MARKER-1' })
})

describe('something new', () => {
  const creating = async (on: ReturnType<typeof onContoso>): Promise<Replacement> => {
    const gateway = await read(on, idOf('vgw-weu-prod'))
    if (gateway.kind !== 'virtualNetworkGateway') throw new Error('no gateway')
    return newNatRule(gateway, {
      name: 'new-rule',
      type: 'Static',
      mode: 'EgressSnat',
      internal: '10.210.1.0/24',
      external: '192.168.210.0/24',
      ipConfigurationId: '',
    })
  }

  test('is made, once', async () => {
    const on = onContoso()
    const edit = await creating(on)
    const writes = await on.azure.writes()
    expect(await writes.send(edit)).toMatchObject({
      is: 'done',
      resource: { kind: 'natRule', name: 'new-rule' },
    })
    on.sent.length = 0
    expect(await writes.send(edit)).toMatchObject({ is: 'done', by: 'reading' })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
  })

  test('is not put over what somebody else made meanwhile', async () => {
    const on = onContoso()
    const edit = await creating(on)
    const writes = await on.azure.writes()
    await writes.send({
      ...edit,
      changes: edit.changes.map((change) =>
        change.path.at(-1) === 'mode' ? { ...change, to: 'IngressSnat' } : change,
      ),
    })
    expect(await writes.send(edit)).toMatchObject({ is: 'conflict', resource: { mode: 'IngressSnat' } })
  })
})

describe('what was changed is put back', () => {
  const gateway = async (on: ReturnType<typeof onContoso>, name: string) => {
    const resource = await read(on, idOf(name))
    if (resource.kind !== 'virtualNetworkGateway') throw new Error(`${name} is no gateway`)
    return resource
  }
  const address = async (on: ReturnType<typeof onContoso>, name: string) => {
    const resource = await read(on, idOf(name))
    if (resource.kind !== 'publicIPAddress') throw new Error(`${name} is no address`)
    return resource
  }

  /** Each: the edit on the gateway as it is read; what stands in it is compared without what Azure alone sets. */
  const EDITS: [
    what: string,
    name: string,
    make: (on: ReturnType<typeof onContoso>) => Promise<Replacement>,
  ][] = [
    [
      'a second instance',
      'vgw-weu-depots',
      async (on) =>
        activeActiveEdit(await gateway(on, 'vgw-weu-depots'), await address(on, 'pip-vgw-weu-depots-2')),
    ],
    ['one instance', 'vgw-weu-prod', async (on) => activeStandbyEdit(await gateway(on, 'vgw-weu-prod'))],
    [
      'a root certificate',
      'vgw-swc-people',
      async (on) => {
        const people = await gateway(on, 'vgw-swc-people')
        const typed = typedPointToSiteOf(people)
        const roots = [...typed.roots, { key: 9, name: 'new-root', data: 'MIIB' }]
        return pointToSiteEdit(people, { ...typed, roots })
      },
    ],
    [
      'certificates and servers that come and go',
      'vgw-swc-people',
      async (on) => {
        const people = await gateway(on, 'vgw-swc-people')
        return pointToSiteEdit(people, {
          ...typedPointToSiteOf(people),
          roots: [{ key: 9, name: 'new-root', data: 'MIIB' }],
          revoked: [{ key: 0, name: 'lost', thumbprint: 'ab'.repeat(20) }],
          servers: [{ key: 0, address: '10.80.4.9', score: '30' }],
        })
      },
    ],
    [
      'point-to-site turned off',
      'vgw-swc-people',
      async (on) => {
        const people = await gateway(on, 'vgw-swc-people')
        return pointToSiteEdit(people, { ...typedPointToSiteOf(people), pool: [] })
      },
    ],
  ]

  test.each(EDITS)('%s', async (_, name, make) => {
    const on = onContoso()
    const before = await gateway(on, name)
    const edit = await make(on)
    const writes = await on.azure.writes()
    expect(await writes.send(edit)).toMatchObject({ is: 'done', by: 'answer' })
    expect(await writes.look(edit)).toMatchObject({ ok: true, value: { stands: 'asWanted' } })
    const back = { ...edit, changes: reversed(edit.changes) }
    expect(await writes.send(back)).toMatchObject({ is: 'done', by: 'answer' })
    expect(await writes.look(back)).toMatchObject({ ok: true, value: { stands: 'asWanted' } })
    expect(settings(await gateway(on, name))).toEqual(settings(before))
  })

  test.each([
    ['a second instance', 'pip-vgw-weu-depots-2'],
    ['a root certificate', 'MIIB'],
  ])('%s, but not over what somebody changed since', async (what, sent) => {
    let other = sent
    const on = onContoso({ tamper: (body) => body.replaceAll(sent, other) })
    const edit = await EDITS.find(([name]) => name === what)?.[2](on)
    if (!edit) throw new Error('no edit')
    const writes = await on.azure.writes()
    await writes.send(edit)
    on.sent.length = 0
    other = 'another'
    expect(await writes.send({ ...edit, changes: reversed(edit.changes) })).toMatchObject({ is: 'conflict' })
    expect(on.sent.map(({ method }) => method)).toEqual(['GET'])
  })
})

/** What somebody set of a gateway, without what Azure alone sets. */
function settings({ body }: Resource): unknown {
  const text = JSON.stringify(body.properties, (name, value: unknown) =>
    /^(etag|provisioningState|bgpPeeringAddress|defaultBgpIpAddresses|tunnelIpAddresses|vpnClientConnectionHealth)$/.test(
      name,
    )
      ? undefined
      : value,
  )
  return JSON.parse(text) as unknown
}
