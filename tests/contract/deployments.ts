import { expect } from 'vitest'
import { GROUP, NETWORK, type Asked, type TestEmulator } from './emulator.ts'

export const DEPLOYMENTS = `${GROUP}/providers/Microsoft.Resources/deployments`
const NAME = 'site-to-site'
export const DEPLOYMENT = `${DEPLOYMENTS}/${NAME}`
export const OPERATIONS = `${GROUP}/deployments/${NAME}/operations`
export const KEY = 'MARKER-key-0123456789'

const API = '2024-05-01'
const idOf = (type: string, name: string) => `[resourceId('Microsoft.Network/${type}', ${name})]`

/** A network, an address and a site at once, the gateway after the first two, the connection last. */
export function siteToSite(
  changes: { gateway?: object; address?: object; network?: object; site?: object } = {},
) {
  const location = "[parameters('location')]"
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      location: { type: 'string', defaultValue: '[resourceGroup().location]' },
      prefix: { type: 'string', defaultValue: 'lab' },
      sharedKey: { type: 'securestring' },
    },
    variables: {
      network: "[concat(parameters('prefix'), '-vnet')]",
      gateway: "[format('{0}-gw', parameters('prefix'))]",
    },
    resources: [
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: API,
        name: "[variables('network')]",
        location,
        properties: {
          addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
          subnets: [{ name: 'GatewaySubnet', properties: { addressPrefix: '10.20.255.0/27' } }],
        },
        ...changes.network,
      },
      {
        type: 'Microsoft.Network/publicIPAddresses',
        apiVersion: API,
        name: 'ip',
        location,
        sku: { name: 'Standard', tier: 'Regional' },
        zones: ['1', '2', '3'],
        properties: { publicIPAllocationMethod: 'Static' },
        ...changes.address,
      },
      {
        type: 'Microsoft.Network/localNetworkGateways',
        apiVersion: API,
        name: 'site',
        location,
        properties: {
          gatewayIpAddress: '198.51.100.9',
          localNetworkAddressSpace: { addressPrefixes: ['10.50.0.0/16'] },
        },
        ...changes.site,
      },
      {
        type: 'Microsoft.Network/virtualNetworkGateways',
        apiVersion: API,
        name: "[variables('gateway')]",
        location,
        dependsOn: [
          idOf('virtualNetworks', "variables('network')"),
          'Microsoft.Network/publicIPAddresses/ip',
        ],
        properties: {
          gatewayType: 'Vpn',
          vpnType: 'RouteBased',
          sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' },
          ipConfigurations: [
            {
              name: 'default',
              properties: {
                subnet: { id: idOf('virtualNetworks/subnets', "variables('network'), 'GatewaySubnet'") },
                publicIPAddress: { id: idOf('publicIPAddresses', "'ip'") },
              },
            },
          ],
          ...changes.gateway,
        },
      },
      {
        type: 'Microsoft.Network/connections',
        apiVersion: API,
        name: 'to-site',
        location,
        dependsOn: ["[variables('gateway')]", idOf('localNetworkGateways', "'site'")],
        properties: {
          connectionType: 'IPsec',
          virtualNetworkGateway1: { id: idOf('virtualNetworkGateways', "variables('gateway')") },
          localNetworkGateway2: { id: idOf('localNetworkGateways', "'site'") },
          sharedKey: "[parameters('sharedKey')]",
        },
      },
    ],
    outputs: {
      gateway: { type: 'string', value: idOf('virtualNetworkGateways', "variables('gateway')") },
      asn: { type: 'int', value: "[reference(variables('gateway')).bgpSettings.asn]" },
      key: { type: 'securestring', value: "[parameters('sharedKey')]" },
      told: { type: 'string', value: "[concat('the key is ', parameters('sharedKey'))]" },
    },
  }
}

export function body(template: object = siteToSite(), parameters: object = { sharedKey: { value: KEY } }) {
  return { properties: { mode: 'Incremental', template, parameters } }
}

/** An emulator with the resource group alone. */
export async function withGroup(emulator: TestEmulator): Promise<TestEmulator> {
  await emulator.ask('PUT', GROUP, { location: 'westeurope' })
  return emulator
}

export async function stateOf(emulator: TestEmulator, id = DEPLOYMENT): Promise<string> {
  return (await emulator.ask('GET', id)).body.properties.provisioningState
}

/** The states of the resources that were begun, by their name. */
export async function operationsOf(
  emulator: TestEmulator,
  path = OPERATIONS,
): Promise<Record<string, string>> {
  const { body: list } = await emulator.ask('GET', path)
  return Object.fromEntries(
    list.value.map(({ properties }: Asked['body']) => [
      properties.targetResource?.resourceName ?? properties.provisioningOperation,
      properties.provisioningState,
    ]),
  )
}

/** What a what-if answers in the end. */
export async function whatIf(emulator: TestEmulator, sent: object, id = DEPLOYMENT) {
  const started = await emulator.ask('POST', `${id}/whatIf`, sent)
  if (started.status !== 202) return started
  emulator.pass(60)
  return emulator.ask('GET', started.headers.get('Location') ?? '')
}

export const GATEWAY_ID = `${NETWORK}/virtualNetworkGateways/lab-gw`
export const CONNECTION_ID = `${NETWORK}/connections/to-site`

/** The inner errors of a deployment that failed, one for each resource. */
export async function failed(emulator: TestEmulator, path = DEPLOYMENT) {
  const { body: end } = await emulator.ask('GET', path)
  expect(end.properties).toMatchObject({
    provisioningState: 'Failed',
    error: {
      code: 'DeploymentFailed',
      message: expect.stringMatching(/^At least one resource deployment operation failed\./),
    },
  })
  return end.properties.error.details
}
