import { expect, test } from 'vitest'
import type { JsonObject } from '../lib/json.ts'
import { resourceFromWire } from './from-wire/resource.ts'
import { networkId } from './scripted.ts'
import { withoutSecrets } from './secrets.ts'

const M = 'MARKER'

const PLACES: [type: string, body: JsonObject][] = [
  ['connections', { properties: { sharedKey: M, authorizationKey: M, routingWeight: 1 } }],
  ['connections/sharedKey', { value: M }],
  [
    'virtualNetworkGateways',
    {
      properties: {
        vpnClientConfiguration: {
          radiusServerSecret: M,
          radiusServers: [{ radiusServerSecret: M, radiusServerScore: 1 }],
        },
      },
    },
  ],
  [
    'expressRouteCircuits',
    {
      properties: {
        authorizationKey: M,
        authorizations: [{ id: '/a', properties: { authorizationKey: M } }],
        peerings: [{ properties: { connections: [{ properties: { authorizationKey: M } }] } }],
      },
    },
  ],
  ['expressRouteCircuits/authorizations', { properties: { authorizationKey: M } }],
  ['expressRoutePorts/authorizations', { properties: { authorizationKey: M } }],
  [
    'expressRouteGateways',
    { properties: { expressRouteConnections: [{ properties: { authorizationKey: M } }] } },
  ],
  ['expressRouteGateways/expressRouteConnections', { properties: { authorizationKey: M } }],
  [
    'vpnGateways',
    {
      properties: {
        connections: [
          { properties: { sharedKey: M, vpnLinkConnections: [{ properties: { sharedKey: M } }] } },
        ],
      },
    },
  ],
  ['vpnGateways/vpnConnections', { properties: { vpnLinkConnections: [{ properties: { sharedKey: M } }] } }],
  [
    'vpnServerConfigurations',
    { properties: { radiusServerSecret: M, radiusServers: [{ radiusServerSecret: M }] } },
  ],
  [
    'packetCaptures',
    { properties: { sasUrl: M, storageLocation: { storagePath: `https://x.blob/y?sv=1&sig=${M}` } } },
  ],
  ['vpnSites', { properties: { siteKey: M, ipAddress: '192.0.2.1' } }],
  ['unheardOf', { properties: { nested: [{ SharedKey: M, Password: M }] } }],
]

test.each(PLACES)('%s: no secret is left, the body is not changed, the rest stays', (type, body) => {
  const before = structuredClone(body)
  const cleaned = withoutSecrets(`Microsoft.Network/${type}`, body)
  expect(JSON.stringify(cleaned)).not.toContain(M)
  expect(body).toEqual(before)
  const resource = resourceFromWire(
    { id: networkId('some', 'x'), type: `Microsoft.Network/${type}`, ...body },
    { source: 'get', at: 0 },
  )
  expect(JSON.stringify(resource)).not.toContain(M)
})

test('what is not secret stays, and a body without secrets is handed back as it is', () => {
  const body = { properties: { serviceKey: 'key', mode: null, sharedKeyLength: 4 } }
  expect(withoutSecrets('Microsoft.Network/expressRouteCircuits', body)).toBe(body)
  const connection = { properties: { sharedKey: M, routingWeight: 1 } }
  expect(withoutSecrets('Microsoft.Network/connections', connection)).toEqual({
    properties: { routingWeight: 1 },
  })
})

test('a signed address keeps what stands before its query', () => {
  expect(withoutSecrets('x/y', { url: 'https://x.blob/y.zip?sv=1&sig=abc' })).toEqual({
    url: 'https://x.blob/y.zip?…',
  })
})

test('a tag with the name of a secret stays, without its value', () => {
  const tags = { env: 'prod', Password: M, link: `https://x.blob/y?sv=1&sig=${M}` }
  const cleaned = withoutSecrets('Microsoft.Network/vpnSites', { tags })
  expect(cleaned).toEqual({ tags: { env: 'prod', Password: '<password>', link: 'https://x.blob/y?…' } })
})
