import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import { layoutOf } from './layout.ts'
import type { Plan, PlannedResource } from './plan.ts'
import { idIn, PLAN, versionFor } from './plan.fixture.ts'
import { parametersOf, templateOf } from './template.ts'

const resourcesOf = (template: JsonObject) =>
  Array.isArray(template.resources) ? template.resources.filter(isJsonObject) : []
const named = (template: JsonObject, name: string) => {
  const found = resourcesOf(template).find((one) => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

function bare(id: string, dependsOn: string[] = [], body: JsonObject = {}): PlannedResource {
  return { id, type: 'Microsoft.Network/x', body, dependsOn, settings: '' }
}

describe('the template of a plan', () => {
  const template = templateOf(PLAN, versionFor)

  it('has a securestring for each key, and the keys nowhere else', () => {
    expect(template.parameters).toEqual({
      sharedKeyMalmo1: { type: 'securestring', metadata: { description: 'the shared key of cn-malmo-1' } },
      sharedKeyMalmo2: { type: 'securestring', metadata: { description: 'the shared key of cn-malmo-2' } },
    })
    expect(parametersOf(PLAN).map(({ parameter }) => parameter)).toEqual([
      'sharedKeyMalmo1',
      'sharedKeyMalmo2',
    ])
    expect(named(template, 'cn-malmo-2')).toEqual({
      type: 'Microsoft.Network/connections',
      apiVersion: '2025-05-01',
      name: 'cn-malmo-2',
      location: 'swedencentral',
      properties: {
        connectionType: 'IPsec',
        connectionProtocol: 'IKEv2',
        enableBgp: true,
        virtualNetworkGateway1: { id: `[resourceId('Microsoft.Network/virtualNetworkGateways', 'vgw')]` },
        localNetworkGateway2: { id: `[resourceId('Microsoft.Network/localNetworkGateways', 'lng-malmo-2')]` },
        sharedKey: `[parameters('sharedKeyMalmo2')]`,
      },
      dependsOn: [
        `[resourceId('Microsoft.Network/virtualNetworkGateways', 'vgw')]`,
        `[resourceId('Microsoft.Network/localNetworkGateways', 'lng-malmo-2')]`,
      ],
    })
  })

  it('has what is of another subscription in a nested deployment, which others wait for', () => {
    const nested = named(template, 's2s-vgw-rg-hub-1')
    expect(nested).toMatchObject({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2025-04-01',
      subscriptionId: '22222222-2222-4222-8222-222222222222',
      resourceGroup: 'rg-hub',
      properties: {
        mode: 'Incremental',
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: {},
        template: { resources: [{ name: 'vnet-hub/GatewaySubnet' }] },
      },
    })
    expect(named(template, 'vgw')).toMatchObject({
      dependsOn: [
        `[resourceId('22222222-2222-4222-8222-222222222222', 'rg-hub', 'Microsoft.Resources/deployments', 's2s-vgw-rg-hub-1')]`,
        `[resourceId('Microsoft.Network/publicIPAddresses', 'pip-vgw-1')]`,
        `[resourceId('Microsoft.Network/publicIPAddresses', 'pip-vgw-2')]`,
      ],
      properties: {
        bgpSettings: {
          bgpPeeringAddresses: [
            {
              ipconfigurationId: `[resourceId('Microsoft.Network/virtualNetworkGateways/ipConfigurations', 'vgw', 'first')]`,
            },
            {},
          ],
        },
        ipConfigurations: [
          {
            properties: {
              subnet: {
                id: `[resourceId('22222222-2222-4222-8222-222222222222', 'rg-hub', 'Microsoft.Network/virtualNetworks/subnets', 'vnet-hub', 'GatewaySubnet')]`,
              },
            },
          },
          {},
        ],
      },
    })
  })

  it('hands secure parameters through to a nested deployment', () => {
    const secret = { path: ['properties', 'sharedKey'], parameter: 'k1', what: 'the key' }
    const plan: Plan = {
      ...PLAN,
      resources: [{ ...bare(idIn('rg-b', 'connections/c')), secrets: [secret] }],
    }
    expect(named(templateOf(plan, versionFor, { name: 'run-7' }), 'run-7-rg-b-1')).toMatchObject({
      properties: {
        parameters: { k1: { value: `[parameters('k1')]` } },
        template: {
          parameters: { k1: { type: 'securestring' } },
          resources: [{ properties: { sharedKey: `[parameters('k1')]` } }],
        },
      },
    })
  })

  it.each<[text: string, sent: string]>([
    ['[concat(1)]', '[[concat(1)]'],
    ['[[x]', '[[[x]'],
    ['[open', '[open'],
    ["it's", "it's"],
  ])('takes %s for text', (text, sent) => {
    const plan: Plan = {
      ...PLAN,
      resources: [bare(idIn('rg-net', 'x/a'), [], { tags: { note: text, [text]: 'x' } })],
    }
    expect(named(templateOf(plan, versionFor), 'a').tags).toEqual({ note: sent, [sent]: 'x' })
  })

  it('doubles an apostrophe in a reference', () => {
    const first = idIn('rg-net', "x/it's")
    const plan: Plan = { ...PLAN, resources: [bare(first), bare(idIn('rg-net', 'x/b'), [first])] }
    expect(named(templateOf(plan, versionFor), 'b').dependsOn).toEqual([
      `[resourceId('Microsoft.Network/x', 'it''s')]`,
    ])
  })
})

describe('nested deployments', () => {
  it('never wait in a circle', () => {
    const [b1, a1, b2, a2, b3] = ['b x/b1', 'a x/a1', 'b x/b2', 'a x/a2', 'b x/b3'].map((one) => {
      const [group = '', path = ''] = one.split(' ')
      return idIn(group === 'a' ? 'rg-net' : 'rg-b', path)
    })
    const chain = [b1, a1, b2, a2, b3].map((id, at, all) =>
      bare(id ?? '', at === 0 ? [] : [all[at - 1] ?? '']),
    )
    const plan: Plan = { ...PLAN, resources: [...chain, bare(idIn('rg-b', 'x/free'))] }
    const { nested } = layoutOf(plan)
    expect(
      nested.map(({ name, resources }) => [name, resources.map(({ id }) => id.split('/').at(-1))]),
    ).toEqual([
      ['s2s-vgw-rg-b-1', ['b1', 'free']],
      ['s2s-vgw-rg-b-2', ['b2']],
      ['s2s-vgw-rg-b-3', ['b3']],
    ])
    expect(nested.map(({ dependsOn }) => dependsOn)).toEqual([
      [],
      [{ is: 'resource', id: a1 }],
      [{ is: 'resource', id: a2 }],
    ])
  })

  it('wait for another one, and keep what they wait for inside', () => {
    const [network, gateway, connection] = [
      idIn('rg-b', 'x/network'),
      idIn('rg-c', 'x/gateway'),
      idIn('rg-c', 'x/connection'),
    ]
    const plan: Plan = {
      ...PLAN,
      resources: [bare(network), bare(gateway, [network]), bare(connection, [gateway, network])],
    }
    const template = templateOf(plan, versionFor)
    const second = named(template, 's2s-vgw-rg-c-2')
    expect(second.dependsOn).toEqual([
      `[resourceId('11111111-1111-4111-8111-111111111111', 'rg-b', 'Microsoft.Resources/deployments', 's2s-vgw-rg-b-1')]`,
    ])
    expect(second).toMatchObject({
      properties: {
        template: {
          resources: [{ name: 'gateway' }, { dependsOn: [`[resourceId('Microsoft.Network/x', 'gateway')]`] }],
        },
      },
    })
  })

  it('have names that fit', () => {
    const plan: Plan = { ...PLAN, resources: [bare(idIn(`rg ${'é'.repeat(90)}`, 'x/a'))] }
    expect(layoutOf(plan).nested[0]?.name).toMatch(/^s2s-vgw-rg-[\w.()-]{51}-1$/)
  })
})
