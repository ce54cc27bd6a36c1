import { expect, test } from 'vitest'
import type { ProviderAct } from '../../src/emulator/wire/control.ts'
import { idOf, openContoso } from './actions/contoso.ts'
import type { TestEmulator } from './emulator.ts'

const WAITING = idOf('er-ams-equinix-1')
const act = (emulator: TestEmulator, name: string, what: ProviderAct) =>
  emulator.control({ do: 'provider', circuit: idOf(name), act: what })
const circuit = async (emulator: TestEmulator, id: string) => (await emulator.ask('GET', id)).body

test('a circuit that its provider is at work on is not deleted', async () => {
  const emulator = openContoso()
  const before = await circuit(emulator, WAITING)
  await act(emulator, 'er-ams-equinix-1', 'provision')
  const during = await circuit(emulator, WAITING)
  expect(during.properties.serviceProviderProvisioningState).toBe('Provisioning')
  expect(during.etag).not.toBe(before.etag)
  expect((await emulator.ask('DELETE', WAITING)).status).toBe(400)
})

test('it takes minutes, and the circuit is then ready', async () => {
  const emulator = openContoso()
  await act(emulator, 'er-ams-equinix-1', 'provision')
  emulator.pass(300)
  expect(await circuit(emulator, WAITING)).toMatchObject({
    properties: { serviceProviderProvisioningState: 'Provisioned', circuitProvisioningState: 'Enabled' },
  })
  await expect(act(emulator, 'er-ams-equinix-1', 'refuse')).rejects.toThrow(/nothing to refuse/)
  await act(emulator, 'er-ams-equinix-1', 'deprovision')
  emulator.pass(300)
  expect((await circuit(emulator, WAITING)).properties.serviceProviderProvisioningState).toBe(
    'NotProvisioned',
  )
})

test('a refusal leaves a note', async () => {
  const emulator = openContoso()
  await act(emulator, 'er-ams-equinix-1', 'refuse')
  expect((await circuit(emulator, WAITING)).properties).toMatchObject({
    serviceProviderProvisioningState: 'NotProvisioned',
    serviceProviderNotes: expect.stringContaining('refused'),
  })
})

test.each<[string, ProviderAct, RegExp]>([
  ['er-dub-eunet-1', 'deprovision', /has to be deleted before/],
  ['er-dub-eunet-1', 'provision', /only one that is NotProvisioned/],
  ['er-direct-ams-1', 'provision', /no provider/],
  ['vgw-weu-prod', 'provision', /no circuit/],
])('%s, %s', async (name, what, why) => {
  await expect(act(openContoso(), name, what)).rejects.toThrow(why)
})

test('one that runs layer 3 makes the private peering, in numbers of its own, which are its to change', async () => {
  const emulator = openContoso()
  await expect(act(emulator, 'er-ams-equinix-1', 'peer')).rejects.toThrow(/NotProvisioned/)
  await act(emulator, 'er-ams-equinix-1', 'provision')
  emulator.pass(300)
  const before = await circuit(emulator, WAITING)
  await act(emulator, 'er-ams-equinix-1', 'peer')
  const after = await circuit(emulator, WAITING)
  expect(after.etag).not.toBe(before.etag)
  expect(after.properties.peerings).toMatchObject([
    {
      name: 'AzurePrivatePeering',
      properties: {
        provisioningState: 'Succeeded',
        azureASN: 12076,
        lastModifiedBy: 'Provider',
        primaryPeerAddressPrefix: expect.stringMatching(/\.0\/30$/),
        secondaryPeerAddressPrefix: expect.stringMatching(/\.4\/30$/),
      },
    },
  ])
  await expect(act(emulator, 'er-ams-equinix-1', 'peer')).rejects.toThrow(/already/)
})
