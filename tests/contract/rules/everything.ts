import { PUTS } from '../bodies.ts'
import { NETWORK, testEmulator, withNetwork, type TestEmulator } from '../emulator.ts'

/** Everything of `PUTS`, each written and over. */
export async function withEverything(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  for (const [path, body] of PUTS) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, body)
    emulator.pass(7200)
  }
  return emulator
}
