import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/emulator/store/memory-store.ts'
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
  stateOf,
  whatIf,
  withGroup,
} from './deployments.ts'
import { GROUP, NETWORK, SUBSCRIPTION, testEmulator } from './emulator.ts'

const HEAD = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
}

describe('a deployment that is canceled', () => {
  it('begins nothing more, and what is under way goes on', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(100)
    expect((await emulator.ask('POST', `${DEPLOYMENT}/cancel`)).status).toBe(204)
    expect(await stateOf(emulator)).toBe('Canceled')
    expect(await operationsOf(emulator)).toMatchObject({ 'lab-gw': 'Running' })
    emulator.pass(2000)
    expect(await stateOf(emulator)).toBe('Canceled')
    expect(await operationsOf(emulator)).toMatchObject({ 'lab-gw': 'Succeeded' })
    expect((await emulator.ask('GET', GATEWAY_ID)).body.properties.provisioningState).toBe('Succeeded')
    expect((await emulator.ask('GET', CONNECTION_ID)).status).toBe(404)
    const again = await emulator.ask('POST', `${DEPLOYMENT}/cancel`)
    expect([again.status, again.body.error.code]).toEqual([409, 'DeploymentCannotBeCancelled'])
  })
})

describe('a browser that is closed', () => {
  it('leaves a deployment that goes on in the next one, each step once', async () => {
    const store = createMemoryStore()
    const first = await withGroup(testEmulator({ store }))
    await first.ask('PUT', DEPLOYMENT, body())
    first.pass(20)
    expect(await operationsOf(first)).toMatchObject({ 'lab-vnet': 'Succeeded' })
    const [one, other] = [testEmulator({ store }), testEmulator({ store })]
    for (const next of [one, other]) next.pass(2000)
    const answers = await Promise.all([
      one.ask('GET', DEPLOYMENT),
      other.ask('GET', DEPLOYMENT),
      one.ask('GET', GATEWAY_ID),
      other.ask('GET', GATEWAY_ID),
    ])
    expect(answers[0]?.body.properties).toEqual(answers[1]?.body.properties)
    expect(answers[0]?.body.properties.provisioningState).toBe('Succeeded')
    expect(answers[2]?.body).toEqual(answers[3]?.body)
    const { body: log } = await one.ask(
      'GET',
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01` +
        `&$filter=eventTimestamp ge '2026-11-01T00:00:00Z'`,
    )
    const writes = log.value.filter(
      (event: { eventName: { value: string }; resourceId: string }) =>
        event.eventName.value === 'BeginRequest' && event.resourceId === GATEWAY_ID,
    )
    expect(writes).toHaveLength(1)
  })

  it('goes on while only questions about other things are asked, and counts as a change', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(2000)
    const state = await emulator.control({ do: 'describe' })
    expect(state.changed).toBe(true)
    const file = await emulator.file({ do: 'download' })
    expect(file.is === 'file' ? file.text : '').toContain('lab-gw')
  })
})

describe('two things at once', () => {
  it('are written at the same time, and what waits for both begins when the later one is done', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(2000)
    const { body: list } = await emulator.ask('GET', OPERATIONS)
    const times = new Map<string, [begun: number, ended: number]>(
      list.value.map(
        ({
          properties,
        }: {
          properties: { timestamp: string; duration: string; targetResource?: object }
        }) => {
          const ended = Date.parse(properties.timestamp)
          const [, minutes = '0', seconds = '0'] = /PT(?:(\d+)M)?([\d.]+)S/.exec(properties.duration) ?? []
          const target = properties.targetResource
          const name = target !== undefined && 'resourceName' in target ? target.resourceName : 'outputs'
          return [name, [ended - Number(minutes) * 60_000 - Number(seconds) * 1000, ended]]
        },
      ),
    )
    const of = (name: string) => times.get(name) ?? [NaN, NaN]
    expect(of('ip')[0]).toBe(of('lab-vnet')[0])
    expect(of('lab-gw')[0]).toBe(Math.max(of('ip')[1], of('lab-vnet')[1]))
    expect(of('to-site')[0]).toBe(Math.max(of('lab-gw')[1], of('site')[1]))
  })
})

describe('a nested deployment', () => {
  const OTHER = `/subscriptions/${SUBSCRIPTION}/resourceGroups/shared`
  const nested = (scope: 'inner' | 'outer', sku = 'Standard') => ({
    ...HEAD,
    parameters: { tag: { type: 'string' }, secret: { type: 'securestring' } },
    variables: { name: 'shared-ip' },
    resources: [
      {
        type: 'Microsoft.Resources/deployments',
        apiVersion: '2022-09-01',
        name: 'inside',
        resourceGroup: 'shared',
        properties: {
          mode: 'Incremental',
          expressionEvaluationOptions: { scope },
          parameters:
            scope === 'inner'
              ? { tag: { value: "[parameters('tag')]" }, secret: { value: "[parameters('secret')]" } }
              : undefined,
          template: {
            ...HEAD,
            parameters:
              scope === 'inner' ? { tag: { type: 'string' }, secret: { type: 'securestring' } } : undefined,
            variables: scope === 'inner' ? { name: 'shared-ip' } : undefined,
            resources: [
              {
                type: 'Microsoft.Network/publicIPAddresses',
                apiVersion: '2024-05-01',
                name: "[variables('name')]",
                location: 'westeurope',
                sku: { name: sku },
                tags: { from: "[parameters('tag')]", hidden: "[parameters('secret')]" },
                properties: { publicIPAllocationMethod: 'Static' },
              },
            ],
          },
        },
      },
      {
        type: 'Microsoft.Network/localNetworkGateways',
        apiVersion: '2024-05-01',
        name: 'after',
        location: '[resourceGroup().location]',
        dependsOn: ["[resourceId('Microsoft.Resources/deployments', 'inside')]"],
        properties: {
          gatewayIpAddress: '198.51.100.9',
          localNetworkAddressSpace: { addressPrefixes: ['10.50.0.0/16'] },
        },
      },
    ],
  })
  const given = { tag: { value: '[not an expression' }, secret: { value: KEY } }
  const withGroups = async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', OTHER, { location: 'northeurope' })
    return emulator
  }
  const INSIDE = `${OTHER}/providers/Microsoft.Resources/deployments/inside`

  it.each(['inner', 'outer'] as const)('writes in another group, with the scope %s', async (scope) => {
    const emulator = await withGroups()
    const sent = body(nested(scope), given)
    const { body: told } = await whatIf(emulator, sent)
    const ip = `${OTHER}/providers/Microsoft.Network/publicIPAddresses/shared-ip`
    expect(told.properties.changes).toMatchObject([
      {
        resourceId: ip,
        changeType: 'Create',
        after: { tags: { from: '[not an expression', hidden: '*******' } },
      },
      { resourceId: `${NETWORK}/localNetworkGateways/after`, changeType: 'Create' },
    ])
    expect((await emulator.ask('PUT', DEPLOYMENT, sent)).status).toBe(201)
    emulator.pass(4)
    expect(await operationsOf(emulator)).toEqual({ inside: 'Running' })
    expect(await stateOf(emulator, INSIDE)).toBe('Accepted')
    emulator.pass(120)
    expect(await stateOf(emulator)).toBe('Succeeded')
    expect(await stateOf(emulator, INSIDE)).toBe('Succeeded')
    expect((await emulator.ask('GET', ip)).body.tags.from).toBe('[not an expression')
    expect(await operationsOf(emulator, `${OTHER}/deployments/inside/operations`)).toMatchObject({
      'shared-ip': 'Succeeded',
    })
    for (const path of [DEPLOYMENT, INSIDE]) {
      const { body: exported } = await emulator.ask('POST', `${path}/exportTemplate`)
      expect(JSON.stringify([exported, (await emulator.ask('GET', path)).body])).not.toContain(KEY)
    }
  })

  it('fails with what failed in it, and what waits for it is not begun', async () => {
    const emulator = await withGroups()
    await emulator.ask('PUT', DEPLOYMENT, body(nested('outer', 'Basic'), given))
    emulator.pass(120)
    const { body: end } = await emulator.ask('GET', DEPLOYMENT)
    expect(end.properties.error).toMatchObject({
      code: 'DeploymentFailed',
      details: [
        {
          code: 'DeploymentFailed',
          target: INSIDE,
          details: [{ code: 'IPv4BasicSkuPublicIpCountLimitReached' }],
        },
      ],
    })
    expect(await operationsOf(emulator)).toEqual({ inside: 'Failed' })
  })

  it('needs its group: seen before, and the inner error of who goes on all the same', async () => {
    const emulator = await withGroup(testEmulator())
    const sent = body(nested('inner'), given)
    const refused = await emulator.ask('POST', `${DEPLOYMENT}/validate`, sent)
    expect(refused.body.error.details[0].code).toBe('ResourceGroupNotFound')
    await emulator.ask('PUT', DEPLOYMENT, sent)
    emulator.pass(120)
    const { body: end } = await emulator.ask('GET', DEPLOYMENT)
    expect(end.properties.error.details[0]).toMatchObject({ code: 'ResourceGroupNotFound', target: INSIDE })
  })

  it('is canceled with the one around it', async () => {
    const emulator = await withGroups()
    await emulator.ask('PUT', DEPLOYMENT, body(nested('inner'), given))
    emulator.pass(4)
    await emulator.ask('GET', DEPLOYMENT)
    expect((await emulator.ask('POST', `${DEPLOYMENT}/cancel`)).status).toBe(204)
    emulator.pass(60)
    expect(await stateOf(emulator, INSIDE)).toBe('Canceled')
    expect((await emulator.ask('GET', `${NETWORK}/localNetworkGateways/after`)).status).toBe(404)
  })

  it('gives a network of another group its gateway subnet, and the gateway here waits for it', async () => {
    const emulator = await withGroups()
    const network = `${OTHER}/providers/Microsoft.Network/virtualNetworks/hub`
    await emulator.ask('PUT', network, {
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
        subnets: [{ name: 'apps', properties: { addressPrefix: '10.20.0.0/24' } }],
      },
    })
    emulator.pass(30)
    const subnet =
      "[resourceId('shared', 'Microsoft.Network/virtualNetworks/subnets', 'hub', 'GatewaySubnet')]"
    const template = siteToSite({
      gateway: {
        ipConfigurations: [
          {
            name: 'default',
            properties: {
              subnet: { id: subnet },
              publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'ip')]" },
            },
          },
        ],
      },
    })
    const inOther = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'subnet',
      resourceGroup: 'shared',
      properties: {
        mode: 'Incremental',
        template: {
          ...HEAD,
          resources: [
            {
              type: 'Microsoft.Network/virtualNetworks/subnets',
              apiVersion: '2024-05-01',
              name: 'hub/GatewaySubnet',
              properties: { addressPrefix: '10.20.255.0/27' },
            },
          ],
        },
      },
    }
    const [, address, site, gateway, connection] = template.resources
    const waiting = { ...gateway, dependsOn: ['subnet', 'ip'] }
    const sent = body({ ...template, outputs: {}, resources: [inOther, address, site, waiting, connection] })
    const { body: told } = await whatIf(emulator, sent)
    expect(
      told.properties.changes.map((one: { resourceId: string; changeType: string }) => [
        one.resourceId.split('/').at(-1),
        one.changeType,
      ]),
    ).toEqual([
      ['GatewaySubnet', 'Create'],
      ['ip', 'Create'],
      ['site', 'Create'],
      ['lab-gw', 'Create'],
      ['to-site', 'Create'],
      ['hub', 'Ignore'],
    ])
    await emulator.ask('PUT', DEPLOYMENT, sent)
    emulator.pass(2000)
    expect(await stateOf(emulator)).toBe('Succeeded')
    const { body: hub } = await emulator.ask('GET', network)
    expect(hub.properties.subnets.map(({ name }: { name: string }) => name)).toEqual([
      'apps',
      'GatewaySubnet',
    ])
  })

  it('at a subscription makes its group first', async () => {
    const emulator = testEmulator()
    const at = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Resources/deployments/whole`
    const template = {
      ...HEAD,
      resources: [
        {
          type: 'Microsoft.Resources/resourceGroups',
          apiVersion: '2022-09-01',
          name: 'net',
          location: 'westeurope',
        },
        {
          type: 'Microsoft.Resources/deployments',
          apiVersion: '2022-09-01',
          name: 'inside',
          resourceGroup: 'net',
          dependsOn: ['net'],
          properties: {
            mode: 'Incremental',
            expressionEvaluationOptions: { scope: 'inner' },
            parameters: { sharedKey: { value: KEY } },
            template: siteToSite(),
          },
        },
      ],
    }
    const sent = { location: 'westeurope', ...body(template, {}) }
    expect((await emulator.ask('PUT', at, body(template, {}))).body.error.code).toBe('LocationRequired')
    expect((await emulator.ask('POST', `${at}/validate`, sent)).status).toBe(200)
    expect((await emulator.ask('PUT', at, sent)).status).toBe(201)
    emulator.pass(2000)
    expect(await stateOf(emulator, at)).toBe('Succeeded')
    expect((await emulator.ask('GET', GATEWAY_ID)).status).toBe(200)
    expect((await emulator.ask('GET', `${DEPLOYMENTS}/inside`)).status).toBe(200)
  })
})

describe('a secure value', () => {
  it('comes back nowhere', async () => {
    const emulator = await withGroup(testEmulator())
    const template = siteToSite({ site: { tags: { leak: "[parameters('sharedKey')]" } } })
    const answers = [
      await emulator.ask('POST', `${DEPLOYMENT}/validate`, body(template)),
      await whatIf(emulator, body(template)),
      await emulator.ask('PUT', DEPLOYMENT, body(template)),
    ]
    emulator.pass(2000)
    answers.push(
      await emulator.ask('GET', DEPLOYMENT),
      await emulator.ask('GET', DEPLOYMENTS),
      await emulator.ask('GET', OPERATIONS),
      await emulator.ask('POST', `${DEPLOYMENT}/exportTemplate`),
      await whatIf(emulator, body(template)),
    )
    for (const { body: told } of answers) expect(JSON.stringify(told)).not.toContain(KEY)
    answers.push(
      await whatIf(emulator, body(template, { sharedKey: { value: 'another key, with a blank' } })),
      await emulator.ask(
        'PUT',
        DEPLOYMENT,
        body(template, { sharedKey: { value: 'another key, with a blank' } }),
      ),
    )
    emulator.pass(2000)
    answers.push(await emulator.ask('GET', DEPLOYMENT), await emulator.ask('GET', OPERATIONS))
    expect(answers.at(-2)?.body.properties.provisioningState).toBe('Failed')
    for (const { body: told } of answers) expect(JSON.stringify(told)).not.toContain('another key')
  })
})

describe('a resource group that goes', () => {
  it('takes its deployments along', async () => {
    const emulator = await withGroup(testEmulator())
    const template = siteToSite()
    const resources = template.resources.slice(1, 2)
    await emulator.ask('PUT', DEPLOYMENT, body({ ...template, resources, outputs: {} }))
    emulator.pass(60)
    expect(await stateOf(emulator)).toBe('Succeeded')
    const gone = await emulator.ask('DELETE', GROUP)
    expect(gone.status).toBe(202)
    emulator.pass(7200)
    await emulator.ask('PUT', GROUP, { location: 'westeurope' })
    expect((await emulator.ask('GET', DEPLOYMENT)).status).toBe(404)
  })
})
