import { describe, expect, it } from 'vitest'
import { people } from '../../src/emulator/estates/contoso/access.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { connections } from '../../src/emulator/estates/contoso/vpn-connections.ts'
import { gateways } from '../../src/emulator/estates/contoso/vpn.ts'
import { sharedData } from '../support/shared-data.ts'
import { testEmulator, tokenOf, type Asked, type TestEmulator } from './emulator.ts'
import { loadSchemas } from './schemas.ts'

const NETWORK = (id: string): string => id.split('/').slice(0, 3).join('/')
const watcherOf = (id: string, region: string): string =>
  `${NETWORK(id)}/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/NetworkWatcher_${region}`
const body = (targetResourceId: string): object => ({
  targetResourceId,
  properties: {
    storageId: `${NETWORK(targetResourceId)}/x`,
    storagePath: 'https://x.blob.core.windows.net/logs',
  },
})

/** Alex, whom the demo signs in as, only reads in Production. */
const OWNER = people.flatMap((one) => (one.name.startsWith('Marek') ? tokenOf(one) : [])).at(0)

async function troubleshoot(emulator: TestEmulator, id: string, region: string): Promise<Asked> {
  return emulator.ask('POST', `${watcherOf(id, region)}/troubleshoot`, body(id), OWNER)
}

async function resultOf(emulator: TestEmulator, id: string, region: string): Promise<Asked> {
  const started = await troubleshoot(emulator, id, region)
  expect([started.status, started.body]).toEqual([202, null])
  expect(started.headers.get('Azure-AsyncOperation')).toBeNull()
  const location = started.headers.get('Location') ?? ''
  expect((await emulator.ask('GET', location)).status).toBe(202)
  emulator.pass(600)
  return emulator.ask('GET', location)
}

describe('VPN troubleshoot', () => {
  it.each([
    [connections.rotterdam.id, 'westeurope', 'Healthy', 'NoFault'],
    [connections.gdansk.id, 'westeurope', 'UnHealthy', 'Authentication'],
    [connections.denver.id, 'eastus', 'UnHealthy', 'PeerReachability'],
    [gateways.eus.id, 'eastus', 'UnHealthy', 'ConnectionsNotConnected'],
    [gateways.analytics.id, 'eastus', 'UnHealthy', 'UserDrivenUpdate'],
    [gateways.depots.id, 'westeurope', 'Healthy', 'NoFault'],
  ])('%s', async (id, region, code, fault) => {
    const emulator = testEmulator({ estates: [contoso] })
    const { status, body: result } = await resultOf(emulator, id, region)
    expect([status, result.code, result.results.map((one: { id: string }) => one.id)]).toEqual([
      200,
      code,
      [fault],
    ])
    expect(Object.keys(result)).toEqual(['startTime', 'endTime', 'code', 'results'])
    expect(Object.keys(result.results[0])).toEqual(['id', 'summary', 'detail', 'recommendedActions'])
    // Recorded: 221 seconds for a sound connection, 535 for one that is not.
    const took = (Date.parse(result.endTime) - Date.parse(result.startTime)) / 1000
    expect(took).toBe(fault === 'NoFault' ? 221 : 535)
  })

  it('runs once at a time in a subscription', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    expect((await troubleshoot(emulator, connections.gdansk.id, 'westeurope')).status).toBe(202)
    const second = await troubleshoot(emulator, connections.denver.id, 'eastus')
    expect([second.status, second.body.error.code]).toEqual([409, 'TroubleshootInProgress'])
    // Another subscription has its own.
    expect((await troubleshoot(emulator, gateways.analytics.id, 'eastus')).status).toBe(202)
    emulator.pass(600)
    expect((await troubleshoot(emulator, connections.denver.id, 'eastus')).status).toBe(202)
  })

  it('refuses what it cannot look at', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const circuit = contoso.resources.find(({ id }) => /expressRouteCircuits\/[^/]+$/.test(id))
    const watcher = watcherOf(circuit?.id ?? '', circuit?.location ?? '')
    const codes: unknown[] = []
    for (const sent of [
      body(circuit?.id ?? ''),
      body(connections.denver.id),
      body(`${connections.gdansk.id}-none`),
      { targetResourceId: connections.gdansk.id },
    ]) {
      const answer = await emulator.ask('POST', `${watcher}/troubleshoot`, sent)
      codes.push([answer.status, answer.body.error.code])
    }
    expect(codes).toEqual([
      [400, 'TroubleshootTargetNotSupported'],
      [400, 'InvalidResourceReference'],
      [400, 'InvalidResourceReference'],
      [400, 'InvalidRequestFormat'],
    ])
    const none = await troubleshoot(emulator, connections.gdansk.id, 'nowhere')
    expect([none.status, none.body.error.code]).toEqual([404, 'ResourceNotFound'])
  })

  it('answers as the published schema has it, and so do the watchers', async ({ skip }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const emulator = testEmulator({ estates: [contoso] })
    const path = `${watcherOf(connections.gdansk.id, 'westeurope')}/troubleshoot`
    const { body: result } = await resultOf(emulator, connections.gdansk.id, 'westeurope')
    expect(schemas.byOpenApi('POST', path, 200, result)).toEqual([])
    const list = `${NETWORK(connections.gdansk.id)}/providers/Microsoft.Network/networkWatchers`
    const watchers = await emulator.ask('GET', list)
    expect(watchers.body.value.map((one: { location: string }) => one.location).sort()).toEqual([
      'eastus',
      'northeurope',
      'southeastasia',
      'swedencentral',
      'westeurope',
    ])
    expect(schemas.byOpenApi('GET', list, 200, watchers.body)).toEqual([])
  })
})
