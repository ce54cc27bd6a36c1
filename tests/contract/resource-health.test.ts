import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { connections } from '../../src/emulator/estates/contoso/vpn-connections.ts'
import { gateways, sites } from '../../src/emulator/estates/contoso/vpn.ts'
import { sharedData } from '../support/shared-data.ts'
import { testEmulator } from './emulator.ts'
import { loadSchemas } from './schemas.ts'

const STATUSES = 'providers/Microsoft.ResourceHealth/availabilityStatuses'
const circuitWith = (state: string): string =>
  contoso.resources.find(({ properties }) => properties.serviceProviderProvisioningState === state)?.id ?? ''

describe('resource health', () => {
  it.each([
    ['a connection that is up', connections.rotterdam.id, 'Available', undefined],
    ['one with a tunnel down', connections.gdansk.id, 'Degraded', 'Unplanned'],
    ['one without a tunnel up', connections.denver.id, 'Unavailable', 'Unplanned'],
    ['one that was just made', connections.umea.id, 'Unknown', undefined],
    ['a gateway', gateways.weu.id, 'Available', undefined],
    ['a gateway that is being resized', gateways.analytics.id, 'Degraded', 'UserInitiated'],
    ['a circuit', circuitWith('Provisioned'), 'Available', undefined],
    ['a circuit that waits for its provider', circuitWith('NotProvisioned'), 'Unknown', undefined],
  ])('of %s', async (_, id, state, reason) => {
    const emulator = testEmulator({ estates: [contoso] })
    const { status, body } = await emulator.ask('GET', `${id}/${STATUSES}/current`)
    expect([status, body.name, body.id]).toEqual([200, 'current', `${id}/${STATUSES}/current`])
    expect([body.properties.availabilityState, body.properties.reasonType]).toEqual([state, reason])
  })

  it('has the resets of a gateway in its history', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const { body } = await emulator.ask('GET', `${gateways.eus.id}/${STATUSES}`)
    const [now, reset] = body.value
    expect([now.name, reset.properties.availabilityState, reset.properties.reasonType]).toEqual([
      'current',
      'Unavailable',
      'UserInitiated',
    ])
  })

  it('is not there for other types and for what is not there', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const codes: unknown[] = []
    for (const id of [sites.gdansk.id, `${connections.gdansk.id}-none`]) {
      const answer = await emulator.ask('GET', `${id}/${STATUSES}/current`)
      codes.push([answer.status, answer.body.error.code])
    }
    expect(codes).toEqual([
      [404, 'UnsupportedResourceType'],
      [404, 'ResourceNotFound'],
    ])
  })

  it('lists what a group and a subscription have, as the published schema has it', async ({ skip }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const emulator = testEmulator({ estates: [contoso], pageSize: 1000 })
    const [subscription, group] = [3, 5].map((parts) =>
      connections.gdansk.id.split('/').slice(0, parts).join('/'),
    )
    const sizes: number[] = []
    for (const path of [
      `${subscription}/${STATUSES}`,
      `${group}/${STATUSES}`,
      `${gateways.eus.id}/${STATUSES}`,
    ]) {
      const { body } = await emulator.ask('GET', path)
      expect([path, schemas.byOpenApi('GET', path, 200, body)]).toEqual([path, []])
      sizes.push(body.value.length)
    }
    const [all = 0, some = 0] = sizes
    expect(all).toBeGreaterThan(some)
    const known = contoso.resources.filter(({ id }) =>
      /\/(connections|expressRouteCircuits|virtualNetworkGateways)\/[^/]+$/i.test(id),
    )
    expect(some).toBe(known.filter(({ id }) => id.startsWith(`${group}/`)).length)
    const path = `${gateways.eus.id}/${STATUSES}/current`
    expect(schemas.byOpenApi('GET', path, 200, (await emulator.ask('GET', path)).body)).toEqual([])
  })
})
