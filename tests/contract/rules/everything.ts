import { empty } from '../../../src/emulator/estates/empty.ts'
import { PUTS } from '../bodies.ts'
import { circuit, location, peering, ref } from './bodies.ts'
import { NETWORK, SUBSCRIPTION, testEmulator, withNetwork, type TestEmulator } from '../emulator.ts'

const OTHERS = empty.subscriptions[1]?.subscriptionId ?? ''

/** A circuit of the other subscription. */
export const THEIRS = `${NETWORK.replace(SUBSCRIPTION, OTHERS)}/expressRouteCircuits/theirs`

/** Everything of `PUTS`, each written and over, a circuit on the port, and one of the other subscription. */
export async function withEverything(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  for (const [path, body] of PUTS) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, body)
    emulator.pass(7200)
  }
  await emulator.ask('PUT', THEIRS.split('/providers/')[0] ?? '', { location })
  for (const [id, body] of [
    [
      `${NETWORK}/expressRouteCircuits/direct`,
      { location, properties: { expressRoutePort: ref('expressRoutePorts/port'), bandwidthInGbps: 5 } },
    ],
    [THEIRS, circuit({})],
    [`${THEIRS}/peerings/AzurePrivatePeering`, peering({})],
  ] as const) {
    await emulator.ask('PUT', id, body)
    emulator.pass(7200)
  }
  return emulator
}
