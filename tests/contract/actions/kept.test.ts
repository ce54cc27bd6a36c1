import { expect, it } from 'vitest'
import { createMemoryStore } from '../../../src/emulator/store/memory-store.ts'
import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import { psk } from '../../../src/emulator/estates/contoso/places.ts'
import { testEmulator, type TestEmulator } from '../emulator.ts'
import { act, idOf, openContoso, statuses, tunnels } from './contoso.ts'

async function download(emulator: TestEmulator): Promise<string> {
  const answer = await emulator.file({ do: 'download' })
  if (answer.is !== 'file') throw new Error(answer.is)
  return answer.text
}

it('what no answer shows is in no answer, also of a file that has it', async () => {
  const emulator = openContoso()
  const text = await download(emulator)
  // A device's key that is no connection's.
  expect(text).toContain(`"deviceKey": "${psk('gdansk')}"`)
  const opened = testEmulator()
  const frozen = testEmulator()
  await opened.file({ do: 'open', name: 'x.json', text, readOnly: false })
  await frozen.file({ do: 'open', name: 'x.json', text, readOnly: true })
  for (const one of [emulator, opened, frozen]) {
    for (const name of ['cn-weu-to-gdansk', 'vgw-swc-people', 'lng-gdansk']) {
      const id = idOf(name)
      const answers = [id, id.slice(0, id.lastIndexOf('/')), `${id.split('/providers/')[0]}/resources`]
      for (const path of answers) {
        const answer = JSON.stringify((await one.ask('GET', path)).body)
        expect(answer.length).toBeGreaterThan(100)
        expect(answer).not.toMatch(/deviceKey|"inside"|"emulator"|announces|connectedAt/)
        expect(answer).not.toContain(psk('gdansk'))
      }
    }
  }
})

it('an estate that is downloaded in the midst of it goes on where it was', async () => {
  const one = openContoso()
  await act(one, 'vgw-weu-prod', 'reset', undefined, 100)
  await one.ask('PUT', `${idOf('cn-weu-to-lodz')}/sharedkey`, { value: 'another' })
  one.pass(10)
  const other = testEmulator()
  other.pass(110)
  await other.file({ do: 'open', name: 'x.json', text: await download(one), readOnly: false })
  for (const seconds of [0, 60, 900, 4 * 3600]) {
    one.pass(seconds)
    other.pass(seconds)
    for (const name of ['cn-weu-to-rotterdam', 'cn-weu-to-gdansk', 'cn-weu-to-lodz'])
      expect(await tunnels(other, name)).toEqual(await tunnels(one, name))
  }
  expect(await statuses(other, 'cn-weu-to-lodz')).toEqual(['NotConnected'])
})

it('a file that does not say why a tunnel is down keeps it down', async () => {
  const one = openContoso()
  const { body } = await one.ask('GET', idOf('cn-weu-to-gdansk'))
  const other = testEmulator()
  const site = await one.ask('GET', idOf('lng-gdansk'))
  const gateway = await one.ask('GET', idOf('vgw-weu-prod'))
  const text = JSON.stringify([body, site.body, gateway.body])
  await other.file({ do: 'open', name: 'x.json', text, readOnly: false })
  expect(await statuses(other, 'cn-weu-to-gdansk')).toEqual(['Connected', 'NotConnected'])
  await act(other, 'cn-weu-to-gdansk', 'resetconnection')
  expect(await statuses(other, 'cn-weu-to-gdansk')).toEqual(['Connected', 'NotConnected'])
})

it('what one tab does to a tunnel the other one sees', async () => {
  const store = createMemoryStore()
  const estates = [{ ...contoso, roleAssignments: undefined }]
  const [one, other] = [testEmulator({ estates, store }), testEmulator({ estates, store })]
  await one.ask('POST', `${idOf('cn-weu-to-lodz')}/resetconnection`)
  expect(await statuses(other, 'cn-weu-to-lodz')).toEqual(['Connecting'])
})
