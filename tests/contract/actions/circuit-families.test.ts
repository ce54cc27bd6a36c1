import { expect, test } from 'vitest'
import { idOf, openContoso } from './contoso.ts'

const CIRCUIT = idOf('er-ams-equinix-1')
const SIX = { primaryPeerAddressPrefix: 'fd00:9::/126', secondaryPeerAddressPrefix: 'fd00:9::4/126' }
const FOUR = { primaryPeerAddressPrefix: '172.16.9.0/30', secondaryPeerAddressPrefix: '172.16.9.4/30' }

/** A private peering with these links on a circuit that its provider has made ready, a while later. */
async function withPeering(properties: object) {
  const on = openContoso()
  await on.control({ do: 'provider', circuit: CIRCUIT, act: 'provision' })
  on.pass(600)
  const put = await on.ask('PUT', `${CIRCUIT}/peerings/AzurePrivatePeering`, {
    properties: { peeringType: 'AzurePrivatePeering', peerASN: 64730, vlanId: 321, ...properties },
  })
  expect(put.status).toBe(201)
  on.pass(600)
  const rows = async (table: string) => {
    const started = await on.ask('POST', `${CIRCUIT}/peerings/AzurePrivatePeering/${table}`)
    on.pass(100)
    return (await on.ask('GET', started.headers.get('Location') ?? '')).body.value
  }
  return { on, rows }
}

test('a peering with IPv6 alone comes up, with its own far ends', async () => {
  const { rows } = await withPeering({ ipv6PeeringConfig: SIX })
  expect(await rows('routeTablesSummary/secondary')).toEqual([
    { neighbor: 'fd00:9::5', v: 6, as: 64730, upDown: expect.any(String), statePfxRcd: '1' },
  ])
  expect(await rows('arpTables/primary')).toMatchObject([
    { interface: 'On-Prem', ipAddress: 'fd00:9::1' },
    { interface: 'Microsoft', ipAddress: 'fd00:9::2' },
  ])
})

test('one with both has a session of each, and IPv4 can be switched off alone', async () => {
  const both = { ...FOUR, ipv6PeeringConfig: SIX }
  const { rows } = await withPeering(both)
  expect(await rows('routeTablesSummary/primary')).toMatchObject([
    { neighbor: '172.16.9.1', v: 4, statePfxRcd: '1' },
    { neighbor: 'fd00:9::1', v: 6, statePfxRcd: '1' },
  ])
  const off = await withPeering({ ...both, state: 'Disabled' })
  expect(await off.rows('routeTablesSummary/primary')).toMatchObject([{ v: 6 }])
})
