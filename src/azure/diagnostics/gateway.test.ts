import { describe, expect, test } from 'vitest'
import type { Json } from '../../lib/json.ts'
import { azureOn, json, networkId, scripted } from '../scripted.ts'
import { readBgpPeers } from './bgp-peers.ts'
import { makeClientProfile } from './client-profile.ts'
import { readClientSessions } from './client-sessions.ts'
import { readGatewayRoutes } from './gateway-routes.ts'

const ID = networkId('virtualNetworkGateways', 'vgw')

function answering(body: Json) {
  const script = scripted([['POST', json(body)]])
  return { azure: azureOn(script.send), asked: script.asked }
}

describe('what a gateway answers', () => {
  test('BGP peers, as recorded', async () => {
    const { azure, asked } = answering({
      value: [
        {
          localAddress: '10.0.0.254',
          neighbor: '10.1.0.254',
          asn: 1337,
          state: 'Connecting',
          routesReceived: 0,
        },
      ],
    })
    expect(await readBgpPeers(azure, ID)).toEqual({
      ok: true,
      value: [
        {
          localAddress: '10.0.0.254',
          neighbor: '10.1.0.254',
          asn: 1337,
          state: 'Connecting',
          routesReceived: 0,
        },
      ],
    })
    expect(asked[0]?.url).toContain('/vgw/getBgpPeerStatus?')
  })

  test('routes to a peer name it', async () => {
    const { azure, asked } = answering({
      value: [{ network: '10.1.0.0/16', asPath: '', weight: 0, origin: 'Igp' }],
    })
    const read = await readGatewayRoutes(azure, ID, '10.64.0.254')
    expect(read.ok && read.value).toEqual([
      expect.objectContaining({ network: '10.1.0.0/16', origin: 'Igp' }),
    ])
    expect(asked[0]?.url).toContain('/getAdvertisedRoutes?peer=10.64.0.254')
  })

  test('who is connected', async () => {
    const { azure } = answering({
      value: [
        {
          vpnConnectionId: 'IKE2_1',
          vpnUserName: 'ola',
          vpnConnectionDuration: 61,
          egressBytesTransferred: '12',
        },
        {},
      ],
    })
    const read = await readClientSessions(azure, ID)
    expect(read.ok && read.value).toEqual([
      expect.objectContaining({
        vpnConnectionId: 'IKE2_1',
        userName: 'ola',
        durationSeconds: 61,
        egressBytes: 12,
      }),
      expect.objectContaining({ vpnConnectionId: '' }),
    ])
  })

  test.each([null, {}, { value: [] }, { value: null }, { value: 'x' }, [], 'text', { value: [null, 7] }])(
    '%j is nothing, and never a fault',
    async (body) => {
      const { azure } = answering(body)
      expect(await readBgpPeers(azure, ID)).toEqual({ ok: true, value: [] })
      expect(await readGatewayRoutes(azure, ID)).toEqual({ ok: true, value: [] })
      expect(await readClientSessions(azure, ID)).toEqual({ ok: true, value: [] })
    },
  )
})

describe('the address of a profile', () => {
  test('is handed over when it is one of Azure storage', async () => {
    const address = 'https://nfvprod.blob.core.windows.net/x/vpn.zip?sv=1&sig=abc'
    const { azure, asked } = answering(address)
    expect(await makeClientProfile(azure, ID, 'EAPTLS')).toEqual({ ok: true, value: address })
    expect(asked[0]?.body).toBe('{"authenticationMethod":"EAPTLS"}')
  })

  test.each([
    'http://nfvprod.blob.core.windows.net/x?sig=secret',
    'https://nfvprod.blob.core.windows.net.evil.example/x?sig=secret',
    'javascript:alert("secret")',
    'secret',
    null,
    { profileUrl: 'secret' },
  ])('is not, and is not repeated, when it is %j', async (body) => {
    const { azure } = answering(body)
    const made = await makeClientProfile(azure, ID, 'EAPTLS')
    expect(made).toMatchObject({ ok: false, error: { code: 'UnreadableAnswer' } })
    expect(JSON.stringify(made)).not.toContain('secret')
  })
})
