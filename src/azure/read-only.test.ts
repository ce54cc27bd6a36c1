import { expect, test } from 'vitest'
import { whileWritable } from './read-only.ts'

const BASE = 'https://management.azure.com/subscriptions/s'
const NETWORK = `${BASE}/resourceGroups/g/providers/Microsoft.Network`
const GRAPH =
  'https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'

test.each([
  ['GET', BASE, true],
  ['HEAD', BASE, true],
  ['POST', GRAPH, true],
  ['POST', `${BASE}/x/reset?like=/providers/Microsoft.ResourceGraph/resources`, false],
  ['POST', `${BASE}/x/reset`, false],
  ['POST', `${NETWORK}/connections/c/getikesas?api-version=2025-05-01`, true],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/getBgpPeerStatus?api-version=2025-05-01`, true],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/GetLearnedRoutes`, true],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/getAdvertisedRoutes?peer=10.0.0.1`, true],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/getVpnClientConnectionHealth`, true],
  ['PUT', `${NETWORK}/connections/c/getikesas`, false],
  ['POST', `${NETWORK}/connections/getikesas/reset`, false],
  ['POST', `${NETWORK}/connections/c/getikesas/reset`, false],
  ['POST', `${NETWORK}/connections/c/reset?like=/connections/c/getikesas`, false],
  ['POST', `${NETWORK}/connections/c/getBgpPeerStatus`, false],
  ['POST', `${NETWORK}/connections/c/sharedkey/reset`, false],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/generatevpnprofile`, false],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/startPacketCapture`, false],
  ['POST', `${NETWORK}/virtualNetworkGateways/v/disconnectVirtualNetworkGatewayVpnConnections`, false],
  ['PUT', BASE, false],
  ['PATCH', BASE, false],
  ['DELETE', BASE, false],
  ['get', BASE, false],
])('%s %s is sent: %s', async (method, url, sent) => {
  let on = true
  const asked: string[] = []
  const send = whileWritable(
    (request) => {
      asked.push(request.method)
      return Promise.resolve({ status: 200, headers: {}, body: '' })
    },
    () => on,
  )
  const outcome = await send({ url, method, headers: {} }).catch((error: unknown) => error)
  expect(asked).toHaveLength(sent ? 1 : 0)
  if (!sent) expect(outcome).toMatchObject({ error: { code: 'ReadOnly', kind: 'forbidden' } })
  on = false
  await send({ url, method, headers: {} })
  expect(asked).toHaveLength(sent ? 2 : 1)
})
