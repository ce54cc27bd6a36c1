import { describe, expect, it } from 'vitest'
import { GATEWAY, GROUP, NETWORK, testEmulator, withNetwork } from './emulator.ts'

const VNET = `${NETWORK}/virtualNetworks/hub`
const BODY = { location: 'westeurope', properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } } }

describe('a resource group', () => {
  it('takes no writes while it is being deleted, and reads on', async () => {
    const emulator = await withNetwork(testEmulator())
    expect((await emulator.ask('DELETE', GROUP)).status).toBe(202)
    const writes: [method: string, path: string, body?: unknown][] = [
      ['PUT', VNET, BODY],
      ['PUT', `${NETWORK}/virtualNetworks/other`, BODY],
      ['PATCH', VNET, { tags: {} }],
      ['PUT', `${NETWORK}/connections/c/sharedkey`, { value: 'x' }],
      ['DELETE', VNET],
      ['PATCH', GROUP, { tags: {} }],
      ['DELETE', GROUP],
    ]
    for (const [method, path, body] of writes) {
      const { status, body: answer } = await emulator.ask(method, path, body)
      expect([method, path, status, answer.error.code]).toEqual([
        method,
        path,
        409,
        'ResourceGroupBeingDeleted',
      ])
    }
    expect((await emulator.ask('GET', VNET)).body.properties.provisioningState).toBe('Deleting')
  })

  it('is gone for everything in it once it is deleted', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('DELETE', GROUP)
    emulator.pass(1000)
    const requests: [method: string, path: string, body?: unknown][] = [
      ['GET', `${NETWORK}/virtualNetworks`],
      ['GET', VNET],
      ['GET', `${VNET}/subnets`],
      ['GET', `${GROUP}/resources`],
      ['GET', `${NETWORK}/vpnSites/site/vpnSiteLinks`],
      ['GET', `${NETWORK}/connections/c/sharedkey`],
      ['PUT', VNET, BODY],
      ['PATCH', VNET, { tags: {} }],
      ['DELETE', VNET],
    ]
    for (const [method, path, body] of requests) {
      const { status, body: answer } = await emulator.ask(method, path, body)
      expect([method, path, status, answer?.error?.code]).toEqual([
        method,
        path,
        404,
        'ResourceGroupNotFound',
      ])
    }
  })
})

describe('a resource group with something in use in it', () => {
  it('is not deleted but for what nothing uses, as recorded, and is deleted the second time', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    emulator.pass(3600)
    const started = await emulator.ask('DELETE', GROUP)
    expect(started.status).toBe(202)
    const result = started.headers.get('Location') ?? ''
    expect((await emulator.ask('GET', result)).status).toBe(202)
    expect((await emulator.ask('GET', GROUP)).body.properties.provisioningState).toBe('Deleting')
    expect((await emulator.ask('PUT', VNET, BODY)).status).toBe(409)
    emulator.pass(1600)
    const ended = await emulator.ask('GET', result)
    expect([ended.status, ended.body.Error.Code]).toEqual([409, 'ResourceGroupDeletionBlocked'])
    expect(ended.body.Error.Message).toContain(
      "'Microsoft.Network/virtualNetworks/hub,Microsoft.Network/publicIPAddresses/gw-ip'",
    )
    const details: { Target: string; Message: string }[] = ended.body.Error.Details
    expect(details.map((one) => [one.Target, JSON.parse(one.Message).error.code])).toEqual([
      [VNET, 'InUseSubnetCannotBeDeleted'],
      [`${NETWORK}/publicIPAddresses/gw-ip`, 'PublicIPAddressCannotBeDeleted'],
    ])
    expect((await emulator.ask('GET', GROUP)).body.properties.provisioningState).toBe('Succeeded')
    expect((await emulator.ask('GET', VNET)).body.properties.provisioningState).toBe('Succeeded')
    expect((await emulator.ask('GET', `${NETWORK}/virtualNetworkGateways/gw`)).status).toBe(404)
    await emulator.ask('DELETE', GROUP)
    emulator.pass(1600)
    expect((await emulator.ask('GET', GROUP)).status).toBe(404)
  })
})

describe('PATCH of tags', () => {
  it('is answered while another write is under way, which goes on', async () => {
    const emulator = await withNetwork(testEmulator())
    const path = `${NETWORK}/virtualNetworkGateways/gw`
    await emulator.ask('PUT', path, GATEWAY)
    const patched = await emulator.ask('PATCH', path, { tags: { team: 'net' } })
    expect([patched.status, patched.body.tags, patched.body.properties.provisioningState]).toEqual([
      200,
      { team: 'net' },
      'Updating',
    ])
    emulator.pass(7200)
    const after = await emulator.ask('GET', path)
    expect([after.body.tags, after.body.properties.provisioningState]).toEqual([{ team: 'net' }, 'Succeeded'])
  })
})
