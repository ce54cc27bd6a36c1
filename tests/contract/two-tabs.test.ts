import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/emulator/store/memory-store.ts'
import { GATEWAY, GROUP, NETWORK, testEmulator, withNetwork } from './emulator.ts'

describe('two emulators on one store', () => {
  it('see each other and conflict as two people on Azure do', async () => {
    const store = createMemoryStore()
    const one = await withNetwork(testEmulator({ store }))
    const other = testEmulator({ store })
    expect((await other.ask('GET', `${NETWORK}/virtualNetworks/hub`)).status).toBe(200)
    const answers = await Promise.all([
      one.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY),
      other.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY),
    ])
    expect(answers.map((answer) => answer.status).sort((one, other) => one - other)).toEqual([201, 429])
  })

  it('start afresh together after a reset', async () => {
    const store = createMemoryStore()
    const one = await withNetwork(testEmulator({ store }))
    const other = testEmulator({ store })
    await other.control({ do: 'reset' })
    expect((await one.ask('GET', GROUP)).body.error.code).toBe('ResourceGroupNotFound')
  })

  it('share speed and page size', async () => {
    const store = createMemoryStore()
    const one = testEmulator({ store })
    const other = testEmulator({ store })
    await one.control({ do: 'settings', speed: 'instant', pageSize: 3 })
    expect(await other.control({ do: 'describe' })).toMatchObject({
      speed: 'instant',
      pageSize: 3,
      estate: 'empty',
    })
  })
})
