import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import { testEmulator, type Asked, type TestEmulator } from '../emulator.ts'

/** A contoso in which everything is everybody's, with a clock of its own. */
export function openContoso(): TestEmulator {
  return testEmulator({ estates: [{ ...contoso, roleAssignments: undefined, locks: undefined }] })
}

export function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (found === undefined) throw new Error(`no ${name}`)
  return found.id
}

/** Starts an action, waits for its end, and gives both the first answer and the result. */
export async function act(
  emulator: TestEmulator,
  name: string,
  action: string,
  body?: unknown,
  seconds = 900,
): Promise<{ started: Asked; result: Asked }> {
  const started = await emulator.ask('POST', `${idOf(name)}/${action}`, body)
  emulator.pass(seconds)
  const result = started.headers.get('Location') ?? undefined
  return { started, result: result === undefined ? started : await emulator.ask('GET', result) }
}

export async function properties(emulator: TestEmulator, name: string) {
  return (await emulator.ask('GET', idOf(name))).body.properties
}

/** The status of each tunnel, and the bytes it has received. */
export async function tunnels(
  emulator: TestEmulator,
  name: string,
): Promise<
  { connectionStatus: string; ingressBytesTransferred: number; lastConnectionEstablishedUtcTime: string }[]
> {
  return (await properties(emulator, name)).tunnelConnectionStatus
}

export async function statuses(emulator: TestEmulator, name: string): Promise<string[]> {
  return (await tunnels(emulator, name)).map(({ connectionStatus }) => connectionStatus)
}
