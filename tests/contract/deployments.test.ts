import { describe, expect, it } from 'vitest'
import { sharedData } from '../support/shared-data.ts'
import {
  body,
  CONNECTION_ID,
  DEPLOYMENT,
  DEPLOYMENTS,
  GATEWAY_ID,
  KEY,
  OPERATIONS,
  operationsOf,
  siteToSite,
  whatIf,
  withGroup,
} from './deployments.ts'
import { GROUP, NETWORK, SUBSCRIPTION, testEmulator, type Asked } from './emulator.ts'
import { loadSchemas } from './schemas.ts'

describe('a deployment', () => {
  it('is accepted, runs each resource when what it waits for is done, and ends', async () => {
    const emulator = await withGroup(testEmulator())
    const made = await emulator.ask('PUT', DEPLOYMENT, body())
    expect([made.status, made.body.properties.provisioningState]).toEqual([201, 'Accepted'])
    const status = made.headers.get('Azure-AsyncOperation') ?? ''
    expect(status).toMatch(
      new RegExp(`^https://management.azure.com${DEPLOYMENT}/operationStatuses/[^?]+\\?api-version=`),
    )
    expect([made.headers.get('Location'), made.headers.get('Retry-After')]).toEqual([null, null])
    expect(made.body.properties.parameters).toEqual({
      location: { type: 'String', value: 'westeurope' },
      prefix: { type: 'String', value: 'lab' },
      sharedKey: { type: 'SecureString' },
    })
    expect(await operationsOf(emulator)).toEqual({})

    emulator.pass(3)
    expect((await emulator.ask('GET', status)).body).toEqual({ status: 'Running' })
    expect(await operationsOf(emulator)).toEqual({ 'lab-vnet': 'Running', ip: 'Running', site: 'Running' })
    emulator.pass(60)
    expect(await operationsOf(emulator)).toEqual({
      'lab-vnet': 'Succeeded',
      ip: 'Succeeded',
      site: 'Succeeded',
      'lab-gw': 'Running',
    })
    // The gateway takes as long as one that was put by hand, from the moment its network and address were done.
    emulator.pass(960)
    expect(await operationsOf(emulator)).toMatchObject({ 'lab-gw': 'Running' })
    emulator.pass(30)
    expect(await operationsOf(emulator)).toMatchObject({ 'lab-gw': 'Succeeded', 'to-site': 'Running' })
    emulator.pass(60)
    expect((await emulator.ask('GET', status)).body).toEqual({ status: 'Succeeded' })
    const { body: end } = await emulator.ask('GET', DEPLOYMENT)
    expect(end.properties).toMatchObject({
      provisioningState: 'Succeeded',
      mode: 'Incremental',
      duration: expect.stringMatching(/^PT1[78]M[\d.]+S$/),
      outputs: {
        gateway: { type: 'String', value: GATEWAY_ID },
        asn: { type: 'Int', value: 65515 },
        key: { type: 'SecureString' },
        told: { type: 'String', value: 'the key is *******' },
      },
    })
    expect(end.properties.outputResources.map(({ id }: { id: string }) => id)).toContain(CONNECTION_ID)
    expect((await emulator.ask('GET', `${CONNECTION_ID}/sharedkey`)).body.value).toBe(KEY)
    expect(await operationsOf(emulator)).toMatchObject({ EvaluateDeploymentOutput: 'Succeeded' })
  })

  it('has happened by the time somebody asks, however late', async () => {
    const often = await withGroup(testEmulator())
    const late = await withGroup(testEmulator())
    for (const emulator of [often, late]) await emulator.ask('PUT', DEPLOYMENT, body())
    for (let turn = 0; turn < 200; turn++) {
      often.pass(10)
      await often.ask('GET', GROUP)
    }
    late.pass(2000)
    const times = async (emulator: typeof often) =>
      (await emulator.ask('GET', OPERATIONS)).body.value.map(
        ({ properties }: { properties: { timestamp: string; duration: string } }) => [
          properties.timestamp,
          properties.duration,
        ],
      )
    expect(await times(late)).toEqual(await times(often))
    expect((await late.ask('GET', GATEWAY_ID)).body.properties.provisioningState).toBe('Succeeded')
  })

  it('is listed, exported, found by HEAD and deleted; what it made stays', async () => {
    const emulator = await withGroup(testEmulator())
    expect((await emulator.ask('HEAD', DEPLOYMENT)).status).toBe(404)
    await emulator.ask('PUT', DEPLOYMENT, body())
    expect((await emulator.ask('DELETE', DEPLOYMENT)).body.error.code).toBe('DeploymentActive')
    expect((await emulator.ask('PUT', DEPLOYMENT, body())).body.error.code).toBe('DeploymentActive')
    emulator.pass(2000)
    const list = async (query: string) => (await emulator.ask('GET', `${DEPLOYMENTS}/?${query}`)).body.value
    expect(await list('')).toHaveLength(1)
    expect(await list("$filter=provisioningState eq 'Failed'")).toEqual([])
    expect(await list("$filter=provisioningState eq 'Succeeded'&$top=1")).toHaveLength(1)
    expect((await emulator.ask('HEAD', DEPLOYMENT)).status).toBe(204)
    const { body: exported } = await emulator.ask('POST', `${DEPLOYMENT}/exportTemplate`)
    expect(exported.template.resources).toHaveLength(5)
    expect((await emulator.ask('PUT', DEPLOYMENT, body())).status).toBe(200)
    emulator.pass(600)
    const removed = await emulator.ask('DELETE', DEPLOYMENT)
    expect(removed.status).toBe(202)
    emulator.pass(60)
    expect((await emulator.ask('GET', removed.headers.get('Location') ?? '')).status).toBe(204)
    expect((await emulator.ask('GET', DEPLOYMENT)).body.error.code).toBe('DeploymentNotFound')
    expect((await emulator.ask('GET', GATEWAY_ID)).status).toBe(200)
  })

  it('is validated without being done', async () => {
    const emulator = await withGroup(testEmulator())
    const { status, body: valid } = await emulator.ask('POST', `${DEPLOYMENT}/validate`, body())
    expect([status, valid.properties.provisioningState]).toEqual([200, 'Succeeded'])
    expect(valid.properties.validatedResources).toContainEqual({ id: GATEWAY_ID })
    expect((await emulator.ask('GET', DEPLOYMENT)).status).toBe(404)
    const nowhere = `/subscriptions/${SUBSCRIPTION}/resourceGroups/none/providers/Microsoft.Resources/deployments/x`
    const missing = await emulator.ask('POST', `${nowhere}/validate`, body())
    expect([missing.status, missing.body.error.code]).toEqual([404, 'ResourceGroupNotFound'])
  })

  it('is told before by what-if what it will do, and after what it did', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/publicIPAddresses/other`, {
      location: 'westeurope',
      sku: { name: 'Standard' },
      properties: { publicIPAllocationMethod: 'Static' },
    })
    const types = async (sent = body()) => {
      const { status, body: answer } = await whatIf(emulator, sent)
      expect([status, answer.status]).toEqual([200, 'Succeeded'])
      return answer.properties.changes.map((one: { resourceId: string; changeType: string }) => [
        one.resourceId.split('/').at(-1),
        one.changeType,
      ])
    }
    const of = (changeType: string) => [
      ['lab-vnet', changeType],
      ['ip', changeType],
      ['site', changeType],
      ['lab-gw', changeType],
      ['to-site', changeType],
      ['other', 'Ignore'],
    ]
    expect(await types()).toEqual(of('Create'))
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(2000)
    expect(await types()).toEqual(of('NoChange'))
    const site = { properties: { gatewayIpAddress: '198.51.100.10' }, tags: { a: 'b' } }
    const { body: answer } = await whatIf(emulator, body(siteToSite({ site })))
    const changed = answer.properties.changes.find(
      ({ changeType }: { changeType: string }) => changeType === 'Modify',
    )
    expect(changed.delta).toEqual([
      {
        path: 'properties.gatewayIpAddress',
        propertyChangeType: 'Modify',
        before: '198.51.100.9',
        after: '198.51.100.10',
      },
      { path: 'tags', propertyChangeType: 'Create', after: { a: 'b' } },
    ])
    const idsOnly = body()
    const brief = await whatIf(emulator, {
      properties: { ...idsOnly.properties, whatIfSettings: { resultFormat: 'ResourceIdOnly' } },
    })
    expect(brief.body.properties.changes[0]).toEqual({
      resourceId: `${NETWORK}/virtualNetworks/lab-vnet`,
      changeType: 'Deploy',
    })
  })
})

describe('the published schemas', () => {
  it('have every answer: of a good deployment, of one that fails, of one that is refused', async ({
    skip,
  }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const emulator = await withGroup(testEmulator())
    const complaints: unknown[] = []
    // The path of the description is in lower case.
    const spelled = (path: string) => path.replace('/resourceGroups/', '/resourcegroups/').split('?')[0] ?? ''
    const check = (method: string, path: string, { status, body: answer }: Asked) => {
      const found = schemas.byOpenApi(method, spelled(path), status, answer)
      // The schema wants objects in a delta, where the published example has texts.
      const odd =
        found === 'unknown'
          ? ['unknown']
          : found.filter((one) => !/delta.*(before|after) must be object/.test(one))
      if (odd.length > 0) complaints.push([method, path, status, odd])
    }
    const asked = async (method: string, path: string, sent?: object) => {
      const answer = await emulator.ask(method, path, sent)
      check(method, path, answer)
      return answer
    }
    const bad = siteToSite({ site: { properties: { localNetworkAddressSpace: { addressPrefixes: [''] } } } })
    for (const template of [siteToSite(), bad]) {
      await asked('POST', `${DEPLOYMENT}/validate`, body(template))
      const told = await whatIf(emulator, body(template))
      check('POST', `${DEPLOYMENT}/whatIf`, told)
      await asked('PUT', DEPLOYMENT, body(template))
      for (const seconds of [0, 30, 2000]) {
        emulator.pass(seconds)
        await asked('GET', DEPLOYMENT)
        await asked('GET', `${DEPLOYMENTS}/`)
        const { body: list } = await asked('GET', OPERATIONS)
        for (const { operationId } of list.value) await asked('GET', `${OPERATIONS}/${operationId}`)
      }
      await asked('POST', `${DEPLOYMENT}/exportTemplate`)
    }
    await asked('POST', `${DEPLOYMENT}/validate`, body(siteToSite({ site: { location: 'nowhere' } })))
    expect(complaints).toEqual([])
  })
})
