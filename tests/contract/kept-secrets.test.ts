import { expect, test } from 'vitest'
import { isJsonObject } from '../../src/lib/json.ts'
import { modeEdit, typedModeOf } from '../../src/model/edits/connection-mode.ts'
import { memberAt } from '../../src/model/edits/edit.ts'
import { pointToSiteEdit, sentSecrets, typedPointToSiteOf } from '../../src/model/edits/point-to-site.ts'
import { gatewayBgpEdit, gatewayBgpOf } from '../../src/model/edits/gateway-bgp.ts'
import { idOf, onContoso, read } from './on-contoso.ts'

// A PUT of the whole carries the secrets a reading leaves out, and nothing that comes back holds them.

const CONNECTION = idOf('cn-weu-to-gdansk')
const GATEWAY = idOf('vgw-swc-people')

/** What a GET of newer services gives. */
const without = (member: string) => (body: string) =>
  body === ''
    ? ''
    : JSON.stringify(JSON.parse(body, (name, value: unknown) => (name === member ? undefined : value)))

function putIn({ sent }: ReturnType<typeof onContoso>) {
  const body = sent.find(({ method }) => method === 'PUT')?.body
  if (!isJsonObject(body)) throw new Error('nothing was put')
  return body
}

/** What the app keeps of it all. */
const kept = (on: ReturnType<typeof onContoso>, end: unknown) =>
  JSON.stringify([end, on.azure.requestLog.getSnapshot()])

test('a connection keeps its shared key', async () => {
  const on = onContoso({ tamper: without('sharedKey') })
  const stop = on.azure.requestLog.recordBodies()
  await on.emulator.ask('PUT', `${CONNECTION}/sharedkey`, { value: 'MARKER-KEY' })
  on.emulator.pass(120)
  const connection = await read(on, CONNECTION)
  if (connection.kind !== 'connection') throw new Error('no connection')
  const edit = modeEdit(connection, { ...typedModeOf(connection), mode: 'ResponderOnly' })
  const end = await (await on.azure.writes()).send(edit)
  stop()
  expect(end).toMatchObject({ is: 'done', by: 'answer' })
  expect(memberAt(putIn(on), ['properties', 'sharedKey'])).toBe('MARKER-KEY')
  expect(kept(on, end)).toContain('sharedKey')
  expect(kept(on, end)).not.toContain('MARKER-KEY')
})

test('a gateway keeps the secret of its RADIUS server', async () => {
  const on = onContoso({ tamper: without('radiusServerSecret') })
  const stop = on.azure.requestLog.recordBodies()
  const gateway = await read(on, GATEWAY)
  if (gateway.kind !== 'virtualNetworkGateway') throw new Error('no gateway')
  const edit = gatewayBgpEdit(gateway, { ...gatewayBgpOf(gateway), asn: '64901' })
  const end = await (await on.azure.writes()).send(edit)
  stop()
  expect(end).toMatchObject({ is: 'done', by: 'answer' })
  const secret = memberAt(putIn(on), ['properties', 'vpnClientConfiguration', 'radiusServerSecret'])
  expect(secret).toMatch(/SECRET/)
  expect(kept(on, end)).not.toContain(secret)
})

/** A new secret for the server that the gateway has. */
async function typedSecret(on: ReturnType<typeof onContoso>) {
  const gateway = await read(on, GATEWAY)
  if (gateway.kind !== 'virtualNetworkGateway') throw new Error('no gateway')
  const typed = typedPointToSiteOf(gateway)
  const secrets = new Map([['at 10.80.4.8', 'MARKER-RADIUS']])
  return { edit: pointToSiteEdit(gateway, typed, secrets), secret: sentSecrets(typed, secrets) }
}

test('a RADIUS secret that was typed is sent, although nothing else changes, and kept nowhere', async () => {
  const on = onContoso()
  const stop = on.azure.requestLog.recordBodies()
  const { edit, secret } = await typedSecret(on)
  const end = await (await on.azure.writes()).send(edit, { secret })
  stop()
  expect(end).toMatchObject({ is: 'done', by: 'answer' })
  const { body } = await on.emulator.ask('POST', `${GATEWAY}/listRadiusSecrets`)
  expect(body.value).toEqual([{ radiusServerAddress: '10.80.4.8', radiusServerSecret: 'MARKER-RADIUS' }])
  expect(kept(on, [end, edit])).not.toContain('MARKER-RADIUS')
})

test('whether it was set cannot be read: a lost answer stays unknown', async () => {
  const on = onContoso()
  const { edit, secret } = await typedSecret(on)
  await on.order({ kind: 'dropped', method: 'PUT', path: GATEWAY, lost: 'answer', times: 1 })
  const writes = await on.azure.writes()
  expect(await writes.send(edit, { secret })).toMatchObject({ is: 'unknown' })
  expect(await writes.look(edit)).toMatchObject({ ok: true, value: { stands: 'notTold' } })
})
