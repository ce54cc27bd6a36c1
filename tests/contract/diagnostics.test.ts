import { describe, expect, test } from 'vitest'
import { readActivity } from '../../src/azure/diagnostics/activity.ts'
import { readIke } from '../../src/azure/diagnostics/ike.ts'
import { readSharedKey } from '../../src/azure/diagnostics/shared-key.ts'
import { lastChangeBefore } from '../../src/model/diagnostics/last-change.ts'
import { resetKey, setKey } from '../../src/model/edits/shared-key.ts'
import { startCapture, stopCapture } from '../../src/model/edits/packet-capture.ts'
import type { Connection } from '../../src/model/resources/vpn.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'

const GDANSK = idOf('cn-weu-to-gdansk')
const DAY = 86_400_000

async function connection(on: On): Promise<Connection> {
  const found = await read(on, GDANSK)
  if (found.kind !== 'connection') throw new Error('not a connection')
  return found
}

describe('questions about a connection', () => {
  test('IKE security associations, of the tunnel that is up', async () => {
    const { azure } = onContoso()
    const answer = await readIke(azure, GDANSK)
    expect(answer).toMatchObject({
      ok: true,
      value: [{ localEndpoint: '198.51.100.22', lifetimeSeconds: 28_800 }],
    })
  })

  test('activity, and the last change before a moment', async () => {
    const { azure, emulator } = onContoso()
    const to = emulator.now()
    const answer = await readActivity(azure, GDANSK, { from: to - 7 * DAY, to })
    if (!answer.ok) throw new Error(answer.error.code)
    const last = lastChangeBefore(answer.value, to)
    expect(last).toMatchObject({ caller: 'a.nowak@contoso.com', status: 'Succeeded' })
    expect(last?.operation).toMatch(/sharedkey\/write$/i)
  })
})

describe('the shared key', () => {
  test('is read, set and made by Azure; no result holds it', async () => {
    const on = onContoso()
    const writes = await on.azure.writes()
    const one = await connection(on)
    const set = await writes.send(setKey(one), { secret: { value: 'MARKERkeyMARKERkey42' } })
    expect(set).toMatchObject({ is: 'done', by: 'answer' })
    expect(JSON.stringify(set)).not.toContain('MARKER')
    expect(await readSharedKey(on.azure, GDANSK)).toEqual({ ok: true, value: 'MARKERkeyMARKERkey42' })

    const made = await writes.send(resetKey(one, 40))
    expect(made).toMatchObject({ is: 'done', by: 'answer' })
    const now = await readSharedKey(on.azure, GDANSK)
    if (!now.ok) throw new Error(now.error.code)
    expect(now.value).toHaveLength(40)
    expect(JSON.stringify(made)).not.toContain(now.value)
  })
})

describe('a packet capture', () => {
  test('is started and stopped; a stop without one fails as recorded', async () => {
    const on = onContoso()
    const writes = await on.azure.writes()
    const one = await connection(on)
    const secret = { sasUrl: 'https://acc.blob.core.windows.net/c?sig=MARKER' }
    expect(await writes.send(stopCapture(one), { secret })).toMatchObject({
      is: 'refused',
      error: { code: 'NoPacketCaptureResponseDataFound' },
    })
    expect(await writes.send(startCapture(one, undefined))).toMatchObject({
      is: 'done',
      result: { Status: 'Successful', Data: '' },
    })
    const stopped = await writes.send(stopCapture(one), { secret })
    expect(stopped).toMatchObject({ is: 'done' })
    expect(JSON.stringify(stopped)).not.toContain('MARKER')
  })
})
