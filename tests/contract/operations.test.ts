import { describe, expect, it } from 'vitest'
import { GATEWAY, GROUP, NETWORK, SUBSCRIPTION, testEmulator, withNetwork } from './emulator.ts'

describe('a long-running PUT', () => {
  it('answers 201 with the whole resource and only the async header, and settles by the clock', async () => {
    const emulator = await withNetwork(testEmulator())
    const started = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    expect(started.status).toBe(201)
    expect(started.body.properties.provisioningState).toBe('Updating')
    expect(started.body.properties.ipConfigurations[0].properties.provisioningState).toBe('Updating')
    expect(started.headers.get('Location')).toBeNull()
    expect(started.headers.get('Retry-After')).toBe('10')
    const poll = started.headers.get('Azure-AsyncOperation') ?? ''
    expect(poll).toMatch(/\/locations\/westeurope\/operations\/[0-9a-f-]{36}\?api-version=2025-05-01&t=/)

    expect((await emulator.ask('GET', poll)).body).toEqual({ status: 'InProgress' })
    emulator.pass(3600)
    const done = await emulator.ask('GET', poll)
    expect(done.body).toEqual({ status: 'Succeeded' })
    expect(done.headers.get('Retry-After')).toBeNull()

    const read = await emulator.ask('GET', `${NETWORK}/virtualNetworkGateways/GW`)
    expect(read.body.name).toBe('gw')
    expect(read.body.etag).not.toBe(started.body.etag)
    expect(read.body.properties).toMatchObject({
      provisioningState: 'Succeeded',
      sku: { capacity: 2 },
      bgpSettings: { asn: 65515, bgpPeeringAddress: '10.0.255.30' },
    })
    expect(read.body.properties.vpnClientConfiguration).toBeUndefined()
    const listed = await emulator.ask('GET', `${NETWORK}/virtualNetworkGateways`)
    expect(listed.body.value[0].properties.vpnClientConfiguration.vpnClientRootCertificates).toEqual([])
  })

  it('is busy for a second writer: 429 RetryableError naming the operation', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    const second = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    expect(second.status).toBe(429)
    expect(second.body.error.code).toBe('RetryableError')
    expect(second.body.error.details[0].code).toBe('RetryableErrorDueToAnotherOperation')
    expect(second.body.error.details[0].message).toMatch(/^Operation PutVirtualNetworkGatewayOperation \(/)
  })

  it('leaves a failed resource behind, whose children are refused', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.control({
      do: 'faults',
      faults: [
        {
          kind: 'failOperation',
          path: '/virtualNetworkGateways/gw',
          code: 'InternalServerError',
          message: 'No.',
        },
      ],
    })
    const started = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    emulator.pass(3600)
    const poll = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
    expect(poll.status).toBe(200)
    expect(poll.body).toEqual({
      status: 'Failed',
      error: { code: 'InternalServerError', message: 'No.', details: [] },
    })
    const read = await emulator.ask('GET', `${NETWORK}/virtualNetworkGateways/gw`)
    expect(read.body.properties.provisioningState).toBe('Failed')
    const child = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw/natRules/n`, {
      properties: {},
    })
    expect(child.body.error.code).toBe('ParentResourceIsInFailedState')
  })
})

describe('a DELETE', () => {
  it('answers 202 with both headers, reads Deleting, ends with 204 and 404', async () => {
    const emulator = await withNetwork(testEmulator())
    const gone = await emulator.ask('DELETE', `${NETWORK}/publicIPAddresses/gw-ip`)
    expect([gone.status, gone.body]).toEqual([202, undefined])
    const result = gone.headers.get('Location') ?? ''
    const during = await emulator.ask('GET', `${NETWORK}/publicIPAddresses/gw-ip`)
    expect(during.body.properties.provisioningState).toBe('Deleting')
    const waiting = await emulator.ask('GET', result)
    expect([waiting.status, waiting.body]).toEqual([202, null])
    emulator.pass(60)
    expect((await emulator.ask('GET', result)).status).toBe(204)
    const after = await emulator.ask('GET', `${NETWORK}/publicIPAddresses/gw-ip`)
    expect(after.status).toBe(404)
    expect(after.body.error.code).toBe('ResourceNotFound')
    expect(after.body.error.details).toBeUndefined()
    expect(after.headers.get('x-ms-failure-cause')).toBe('gateway')
    expect((await emulator.ask('DELETE', `${NETWORK}/publicIPAddresses/gw-ip`)).status).toBe(204)
  })

  it('refuses what is in use', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    emulator.pass(3600)
    const subnet = await emulator.ask('DELETE', `${NETWORK}/virtualNetworks/hub/subnets/GatewaySubnet`)
    expect([subnet.status, subnet.body.error.code]).toEqual([400, 'InUseSubnetCannotBeDeleted'])
    const address = await emulator.ask('DELETE', `${NETWORK}/publicIPAddresses/gw-ip`)
    expect([address.status, address.body.error.code]).toEqual([400, 'PublicIPAddressCannotBeDeleted'])
    const network = await emulator.ask('GET', `${NETWORK}/virtualNetworks/hub`)
    expect(network.body.properties.subnets[0].properties.ipConfigurations[0].id).toBe(
      `${NETWORK}/virtualNetworkGateways/gw/ipConfigurations/default`,
    )
  })
})

describe('the envelope', () => {
  it('matches without case, collapses slashes, answers in the casing first written', async () => {
    const emulator = await withNetwork(testEmulator())
    const path = `//SUBSCRIPTIONS/${SUBSCRIPTION}/resourcegroups/NET/providers/microsoft.NETWORK/VIRTUALNETWORKS/HUB`
    const read = await emulator.ask('GET', `https://management.azure.com${path}`)
    expect(read.body.id).toBe(`${NETWORK}/virtualNetworks/hub`)
  })

  it('tells the two kinds of 404 apart', async () => {
    const emulator = await withNetwork(testEmulator())
    const child = await emulator.ask('GET', `${NETWORK}/virtualNetworks/hub/subnets/none`)
    expect(child.body.error).toEqual({
      code: 'NotFound',
      message: `Resource ${NETWORK}/virtualNetworks/hub/subnets/none not found.`,
      details: [],
    })
    expect(child.headers.get('x-ms-failure-cause')).toBeNull()
    const group = await emulator.ask('GET', `${GROUP}x/providers/Microsoft.Network/virtualNetworks`)
    expect(group.body.error.code).toBe('ResourceGroupNotFound')
    const list = await emulator.ask(
      'GET',
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/virtualNetworkGateways`,
    )
    expect([list.status, list.body.error.code]).toEqual([404, 'InvalidResourceType'])
    const other = await emulator.ask(
      'GET',
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups',
    )
    expect(other.body.error.code).toBe('SubscriptionNotFound')
  })

  it('wants a token and a version', async () => {
    const emulator = testEmulator()
    const anonymous = await emulator.fetch(
      new Request('https://management.azure.com/subscriptions?api-version=2022-12-01'),
    )
    expect(anonymous.status).toBe(401)
    const headers = { Authorization: 'Bearer x' }
    const bare = await emulator.fetch(new Request('https://management.azure.com/subscriptions', { headers }))
    expect(await bare.json()).toMatchObject({ error: { code: 'MissingApiVersionParameter' } })
    const odd = await emulator.ask('GET', '/subscriptions?api-version=latest')
    expect(odd.body.error.code).toBe('InvalidApiVersionParameter')
  })

  it('pages with an absolute link and none on the last page', async () => {
    const emulator = await withNetwork(testEmulator({ pageSize: 2 }))
    for (const name of ['a', 'b', 'c']) {
      await emulator.ask('PUT', `${NETWORK}/localNetworkGateways/${name}`, {
        location: 'West Europe',
        properties: {},
      })
    }
    const first = await emulator.ask('GET', `${NETWORK}/localNetworkGateways`)
    expect(first.body.value).toHaveLength(2)
    expect(first.body.nextLink).toMatch(/^https:\/\/management\.azure\.com\/.*skipToken/)
    const second = await emulator.ask('GET', first.body.nextLink)
    expect(second.body.value).toHaveLength(1)
    expect('nextLink' in second.body).toBe(false)
  })

  it('answers 403 in the recorded words', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.control({ do: 'faults', faults: [{ kind: 'forbidden', scope: GROUP }] })
    const read = await emulator.ask('GET', `${NETWORK}/connections`)
    expect(read.status).toBe(403)
    expect(read.body.error.message).toContain(
      `does not have authorization to perform action 'Microsoft.Network/connections/read' over scope '${GROUP}'`,
    )
  })
})
