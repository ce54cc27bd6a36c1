import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { body, DEPLOYMENT, failed, GATEWAY_ID, KEY, operationsOf, stateOf, withGroup } from './deployments.ts'
import { GROUP, NETWORK, testEmulator } from './emulator.ts'

// Trouble that was ordered, in the middle of a deployment.

describe('ordered faults', () => {
  const ordered = async (...faults: Fault[]) => {
    const emulator = await withGroup(testEmulator())
    await emulator.control({ do: 'faults', faults })
    await emulator.ask('PUT', DEPLOYMENT, body())
    return emulator
  }

  it('a write that fails at its end', async () => {
    const emulator = await ordered({
      kind: 'failOperation',
      path: '/virtualNetworkGateways/lab-gw',
      code: 'InternalServerError',
      message: `An error occurred. It repeats ${KEY}.`,
    })
    emulator.pass(900)
    expect(await operationsOf(emulator)).toMatchObject({ 'lab-gw': 'Running' })
    emulator.pass(900)
    expect(await failed(emulator)).toEqual([
      {
        code: 'ResourceDeploymentFailure',
        message: expect.stringContaining("terminal provisioning state 'Failed'"),
        target: GATEWAY_ID,
        details: [{ code: 'InternalServerError', message: 'An error occurred. It repeats *******.' }],
      },
    ])
    expect((await emulator.ask('GET', GATEWAY_ID)).body.properties.provisioningState).toBe('Failed')
    const { body: log } = await emulator.ask(
      'GET',
      `/subscriptions/${GROUP.split('/')[2]}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01` +
        `&$filter=eventTimestamp ge '2026-11-01T00:00:00Z'`,
    )
    expect(JSON.stringify(log)).not.toContain(KEY)
    const events = log.value.map((one: { operationName: { value: string }; status: { value: string } }) => [
      one.operationName.value,
      one.status.value,
    ])
    expect(events).toContainEqual(['Microsoft.Resources/deployments/write', 'Accepted'])
    expect(events).toContainEqual(['Microsoft.Resources/deployments/write', 'Failed'])
    expect(events).toContainEqual(['Microsoft.Network/virtualNetworkGateways/write', 'Failed'])
    expect(events).not.toContainEqual(['Microsoft.Network/connections/write', 'Started'])
    expect(new Set(log.value.map((one: { correlationId: string }) => one.correlationId)).size).toBe(2)
  })

  it('one 500, one that never ends, a right that is missing, one that is busy for a while', async () => {
    const path = '/localNetworkGateways/site'
    const spoiled = await ordered({
      kind: 'status',
      method: 'PUT',
      path,
      status: 500,
      code: 'InternalServerError',
      message: 'x',
      times: 1,
    })
    spoiled.pass(7200)
    expect(await failed(spoiled)).toMatchObject([{ code: 'InternalServerError', message: 'x' }])
    expect(await operationsOf(spoiled)).toMatchObject({ 'lab-gw': 'Succeeded', site: 'Failed' })

    const stuck = await ordered({ kind: 'stuckOperation', path })
    stuck.pass(72_000)
    expect(await stateOf(stuck)).toBe('Running')
    expect(await operationsOf(stuck)).toMatchObject({ 'lab-gw': 'Succeeded', site: 'Running' })

    const forbidden = await ordered({
      kind: 'forbidden',
      scope: GROUP,
      action: 'Microsoft.Network/localNetworkGateways/write',
    })
    forbidden.pass(7200)
    expect(await failed(forbidden)).toMatchObject([
      { code: 'AuthorizationFailed', target: `${NETWORK}/localNetworkGateways/site` },
    ])

    const busy = await ordered({ kind: 'busy', path, times: 3 })
    busy.pass(7200)
    expect(await stateOf(busy)).toBe('Succeeded')
    const ever = await ordered({ kind: 'busy', path })
    ever.pass(7200)
    expect((await failed(ever))[0].code).toBe('RetryableError')
  })

  it('fail every resource in its turn', async () => {
    for (const name of ['lab-vnet', 'ip', 'site', 'lab-gw', 'to-site']) {
      const emulator = await ordered({
        kind: 'failOperation',
        path: `/${name}`,
        code: 'Broken',
        message: name,
      })
      emulator.pass(7200)
      expect((await failed(emulator))[0].target.split('/').at(-1)).toBe(name)
    }
  })
})
