import { describe, expect, it } from 'vitest'
import { makeLetter, readAuthorizationKey } from '../../../src/azure/diagnostics/express-route-secrets.ts'
import { lab } from '../../../src/emulator/estates/contoso/places.ts'
import { expressRouteCircuit } from '../../../src/azure/from-wire/expressroute.ts'
import { newReach, reachRemovals } from '../../../src/model/edits/global-reach.ts'
import type { ExpressRouteCircuit } from '../../../src/model/resources/expressroute.ts'
import { idOf, onContoso, read, type On } from '../on-contoso.ts'

async function circuit(on: On, id: string): Promise<ExpressRouteCircuit> {
  const resource = await read(on, id)
  if (resource.kind !== 'expressRouteCircuit') throw new Error(`${id} is no circuit`)
  return resource
}

const reach = (other: string) => ({ name: 'gr', circuit: other, prefix: '192.168.250.0/29', prefix6: '' })

describe('Global Reach', () => {
  it('is seen from both sides, holds both peerings, and is deleted from the side that did not begin it', async () => {
    const on = onContoso()
    const [dublin, london] = [idOf('er-dub-eunet-1'), idOf('er-lon-colt-2')]
    const made = await (
      await on.azure.writes()
    ).send(newReach(await circuit(on, dublin), reach(london), false))
    expect(made).toMatchObject({ is: 'done', by: 'answer' })
    const own = (await circuit(on, dublin)).peerings[0]
    expect(own?.reaches).toMatchObject([
      { name: 'gr', status: 'Connected', addressPrefix: '192.168.250.0/29' },
    ])
    expect((await circuit(on, dublin)).globalReachEnabled).toBe(true)

    const far = await circuit(on, london)
    const incoming = far.peerings[0]?.reachedBy?.find(({ connectionName }) => connectionName === 'gr')
    expect(incoming).toMatchObject({
      peerPeeringId: `${dublin}/peerings/AzurePrivatePeering`,
      status: 'Connected',
    })
    // Their names there are others than here.
    expect(incoming?.name).not.toBe('gr')
    const list = await on.azure.ask.pages(`${london}/peerings/AzurePrivatePeering/peerConnections`)
    expect(list.ok && list.value.map(({ name }) => name)).toContain(incoming?.name)

    const held = await on.emulator.ask('DELETE', `${london}/peerings/AzurePrivatePeering`)
    expect(held.body.error.code).toBe('InUseExpressRouteCircuitPeeringCannotBeDeleted')
    const removal = reachRemovals(far, 'global-reach').find(({ name }) => name === 'gr')
    if (removal === undefined) throw new Error('no removal')
    expect(await (await on.azure.writes()).send(removal)).toMatchObject({ is: 'done' })
    expect((await circuit(on, dublin)).peerings[0]?.reaches).toEqual([])
  })

  it('asks for a key of a circuit of another subscription, which is in use from then on', async () => {
    const on = onContoso()
    const dublin = idOf('er-dub-eunet-1')
    const theirs = `/subscriptions/${lab.subscriptionId}/resourceGroups/rg-er-lab/providers/Microsoft.Network/expressRouteCircuits/er-lab`
    await makeCircuit(on, theirs)
    const write = newReach(await circuit(on, dublin), reach(theirs), true)
    const send = async (authorizationKey: string) =>
      (await on.azure.writes()).send(write, { secret: { authorizationKey } })
    expect(await send('no key')).toMatchObject({
      is: 'refused',
      error: { code: 'InvalidExpressRouteCircuitConnection' },
    })
    await on.emulator.ask('PUT', `${theirs}/authorizations/for-dublin`, { properties: {} })
    on.emulator.pass(60)
    const key = await readAuthorizationKey(on.azure, `${theirs}/authorizations/for-dublin`)
    if (!key.ok) throw new Error(key.error.code)
    expect(await send(key.value)).toMatchObject({ is: 'done' })
    // What was sent held the key, and nothing that was read back does.
    expect(JSON.stringify(await read(on, dublin))).not.toContain(key.value)
    expect((await circuit(on, theirs)).authorizations).toMatchObject([
      {
        name: 'for-dublin',
        useStatus: 'InUse',
        connectionId: `${dublin}/peerings/AzurePrivatePeering/connections/gr`,
      },
    ])
  })
})

it('a key is good for one connection, and for another once that is deleted', async () => {
  const on = onContoso()
  const { emulator } = on
  const dublin = idOf('er-dub-eunet-1')
  const plant = idOf('cn-er-dublin-mes')
  const again = `${plant}-again`
  const used = async () =>
    (await circuit(on, dublin)).authorizations.find(({ name }) => name === 'auth-plant-mes')
  const key = await readAuthorizationKey(on.azure, `${dublin}/authorizations/auth-plant-mes`)
  if (!key.ok) throw new Error(key.error.code)
  const { virtualNetworkGateway1, peer } = (await emulator.ask('GET', plant)).body.properties
  const put = async (authorizationKey?: string) => {
    const body = { virtualNetworkGateway1, peer, connectionType: 'ExpressRoute', authorizationKey }
    const answer = await emulator.ask('PUT', again, { location: 'northeurope', properties: body })
    return answer.body.error?.code ?? answer.status
  }
  expect(await used()).toMatchObject({ useStatus: 'InUse', connectionId: plant })
  expect(await put()).toBe('InvalidAuthorizationKey')
  expect(await put(key.value)).toBe('InvalidAuthorizationKey')

  await emulator.ask('DELETE', plant)
  emulator.pass(600)
  expect(await used()).toMatchObject({ useStatus: 'Available', connectionId: undefined })
  expect(await put(key.value)).toBe(201)
  emulator.pass(600)
  expect(await used()).toMatchObject({ useStatus: 'InUse', connectionId: again })
  // A change leaves the key out, as every one of the app does.
  expect(await put()).toBe(200)
  emulator.pass(600)
  expect(await used()).toMatchObject({ useStatus: 'InUse', connectionId: again })
})

async function makeCircuit(on: On, id: string) {
  const group = id.split('/providers/')[0] ?? ''
  await on.emulator.ask('PUT', group.replace('resourceGroups', 'resourcegroups'), { location: 'westeurope' })
  await on.emulator.ask('PUT', id, {
    location: 'westeurope',
    sku: { name: 'Premium_MeteredData', tier: 'Premium', family: 'MeteredData' },
    properties: {
      serviceProviderProperties: {
        serviceProviderName: 'Equinix',
        peeringLocation: 'Frankfurt',
        bandwidthInMbps: 500,
      },
    },
  })
  on.emulator.pass(120)
  await on.emulator.ask('PUT', `${id}/peerings/AzurePrivatePeering`, {
    properties: {
      peerASN: 64800,
      vlanId: 7,
      primaryPeerAddressPrefix: '172.17.0.0/30',
      secondaryPeerAddressPrefix: '172.17.0.4/30',
    },
  })
  on.emulator.pass(120)
}

describe('keys and letters', () => {
  it('a key comes by the action, and from the authorization where a cloud has no such action', async () => {
    const on = onContoso()
    const id = `${idOf('er-dub-eunet-1')}/authorizations/auth-spare`
    const wanted = { ok: true, value: '2b6e91c0-f4d8-4a75-8037-dc15a9e3b864' }
    expect(await readAuthorizationKey(on.azure, id)).toEqual(wanted)
    expect(on.sent.map(({ method }) => method)).toEqual(['POST'])
    await on.order({
      kind: 'status',
      method: 'POST',
      path: id,
      status: 404,
      code: 'NotFound',
      message: 'No such action.',
    })
    expect(await readAuthorizationKey(on.azure, id)).toEqual(wanted)
  })

  it('who may not read a key is told so, and asks no other way', async () => {
    const on = onContoso()
    const id = `${idOf('erport-ams-1')}/authorizations/auth-port-lab`
    await on.order({
      kind: 'status',
      method: 'POST',
      path: id,
      status: 403,
      code: 'AuthorizationFailed',
      message: 'No.',
    })
    expect(await readAuthorizationKey(on.azure, id)).toMatchObject({
      ok: false,
      error: { kind: 'forbidden' },
    })
    expect(on.sent).toHaveLength(1)
  })

  it('a letter is a PDF that names the customer and both links; without a name there is none', async () => {
    const on = onContoso()
    const letter = await makeLetter(on.azure, idOf('erport-ams-1'), 'Contoso (Gdańsk)')
    const text = letter.ok ? new TextDecoder().decode(letter.value) : ''
    expect(text).toMatch(/^%PDF-1\.4/)
    expect(text).toContain('Customer: Contoso \\(Gda sk\\)')
    expect(text).toContain('link2, exr02.ams, xe-1/0/4:1')
    expect(text.trimEnd()).toMatch(/%%EOF$/)
    expect(await makeLetter(on.azure, idOf('erport-ams-1'), ' ')).toMatchObject({ ok: false })
  })
})

it('a peering tells its IPv6 half, its prefixes and its filter', () => {
  const properties = {
    peerings: [
      {
        name: 'MicrosoftPeering',
        properties: {
          microsoftPeeringConfig: { advertisedPublicPrefixes: ['203.0.113.0/24'], customerASN: 0 },
          routeFilter: { id: '/rf' },
          ipv6PeeringConfig: { primaryPeerAddressPrefix: '2001:db8::/126', routeFilter: { id: '/rf6' } },
        },
      },
    ],
  }
  const envelope = { body: {} } as Parameters<typeof expressRouteCircuit>[0]
  expect(expressRouteCircuit(envelope, properties).peerings).toMatchObject([
    {
      microsoft: { prefixes: ['203.0.113.0/24'], customerASN: 0, routeFilterId: '/rf' },
      ipv6: { primaryPrefix: '2001:db8::/126', microsoft: { prefixes: [], routeFilterId: '/rf6' } },
    },
  ])
})

it('the route filters of a subscription are listed, each with the peerings that take it', async () => {
  const on = onContoso()
  const filter = idOf('rf-office')
  const listed = await on.azure.list(
    `${filter.split('/resourceGroups/')[0] ?? ''}/providers/Microsoft.Network/routeFilters`,
  )
  expect(listed.ok && listed.value).toMatchObject([
    {
      name: 'rf-office',
      body: {
        properties: {
          rules: [{ name: 'allow', properties: { communities: ['12076:5010', '12076:5020'] } }],
          peerings: [{ id: `${idOf('er-ams-colt-1')}/peerings/MicrosoftPeering` }],
        },
      },
    },
  ])
})
