import { describe, expect, it } from 'vitest'
import { empty } from '../../src/emulator/estates/empty.ts'
import {
  body,
  DEPLOYMENT,
  failed,
  GATEWAY_ID,
  OPERATIONS,
  operationsOf,
  siteToSite,
  stateOf,
  whatIf,
  withGroup,
} from './deployments.ts'
import { NETWORK, testEmulator } from './emulator.ts'

// What fails while a deployment runs: the code of the network provider comes out as the inner error of one resource.

const VNET = { addressSpace: { addressPrefixes: ['10.20.0.0/16'] } }
const subnets = (...all: [name: string, prefix: string, more?: object][]) => ({
  network: {
    properties: {
      ...VNET,
      subnets: all.map(([name, addressPrefix, more]) => ({ name, properties: { addressPrefix, ...more } })),
    },
  },
})
const GATEWAY_SUBNET: [string, string] = ['GatewaySubnet', '10.20.255.0/27']
const site = (properties: object) => ({
  site: {
    properties: {
      gatewayIpAddress: '198.51.100.9',
      localNetworkAddressSpace: { addressPrefixes: ['10.50.0.0/16'] },
      ...properties,
    },
  },
})
const peers = (...names: string[]) => ({
  bgpSettings: {
    asn: 65515,
    bgpPeeringAddresses: names.map((name) => ({
      ipconfigurationId: `${GATEWAY_ID}/ipConfigurations/${name}`,
      customBgpIpAddresses: [],
    })),
  },
})
const configurations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    properties: {
      subnet: { id: `${NETWORK}/virtualNetworks/lab-vnet/subnets/GatewaySubnet` },
      publicIPAddress: { id: `${NETWORK}/publicIPAddresses/ip` },
    },
  }))
const POOL = {
  vpnClientConfiguration: {
    vpnClientAddressPool: { addressPrefixes: ['10.20.128.0/24'] },
    vpnAuthenticationTypes: ['Certificate'],
  },
}

/** The number in the VPN gateway document 5.5, the code, the resource that fails, and what makes it. */
const FAILURES: [
  number: number,
  code: string,
  resource: string,
  changes: Parameters<typeof siteToSite>[0],
][] = [
  [1, 'NonAzSkusNotAllowedForVPNGateway', 'lab-gw', { gateway: { sku: { name: 'VpnGw2', tier: 'VpnGw2' } } }],
  [2, 'VmssVpnGatewayPublicIpsMustHaveZonesConfigured', 'lab-gw', { address: { zones: [] } }],
  [5, 'IPv4BasicSkuPublicIpCountLimitReached', 'ip', { address: { sku: { name: 'Basic' }, zones: [] } }],
  [6, 'LocationNotSupportAvailabilityZones', 'ip', { address: { location: 'westus' } }],
  [
    7,
    'ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations',
    'lab-gw',
    { gateway: { activeActive: true, ipConfigurations: configurations(1) } },
  ],
  [
    8,
    'ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations',
    'lab-gw',
    {
      gateway: {
        activeActive: true,
        ipConfigurations: configurations(2),
        vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['172.16.0.0/24'] } },
      },
    },
  ],
  [
    9,
    'BgpPeeringAddressesCountNotCorrect',
    'lab-gw',
    {
      gateway: {
        activeActive: true,
        enableBgp: true,
        ipConfigurations: configurations(2),
        ...peers('c0'),
      },
    },
  ],
  [
    10,
    'NetworkSecurityGroupCannotBeAttachedToGatewaySubnet',
    'lab-vnet',
    subnets([...GATEWAY_SUBNET, { networkSecurityGroup: { id: `${NETWORK}/networkSecurityGroups/nsg` } }]),
  ],
  [
    15,
    'AddressPrefixStringCannotBeNullOrEmpty',
    'site',
    site({ localNetworkAddressSpace: { addressPrefixes: [''] } }),
  ],
  [16, 'LocalNetworkGatewayCannotHaveZeroAsn', 'site', site({ bgpSettings: { asn: 0 } })],
  [17, 'NetcfgSubnetRangeOutsideVnet', 'lab-vnet', subnets(['GatewaySubnet', '10.99.0.0/27'])],
  [18, 'NetcfgSubnetRangesOverlap', 'lab-vnet', subnets(['apps', '10.20.0.0/16'], GATEWAY_SUBNET)],
  [
    19,
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    'lab-gw',
    { gateway: { sku: { name: 'ErGw1AZ', tier: 'ErGw1AZ' } } },
  ],
  [21, 'VpnClientAddressPoolOverlapsWithVirtualNetwork', 'lab-gw', { gateway: POOL }],
  [
    22,
    'NatRuleExternalMappingExceedsSizeLimit',
    'lab-gw',
    {
      gateway: {
        natRules: [
          {
            name: 'nat',
            properties: {
              type: 'Dynamic',
              mode: 'IngressSnat',
              internalMappings: [{ addressSpace: '10.4.0.0/24' }],
              externalMappings: [{ addressSpace: '192.168.0.0/24' }],
            },
          },
        ],
      },
    },
  ],
  [
    24,
    'StandardSkuPublicIPAddressMustBeStatic',
    'ip',
    { address: { properties: { publicIPAllocationMethod: 'Dynamic' } } },
  ],
]

describe('a resource that the network provider refuses', () => {
  it.each(FAILURES)('number %i, %s, fails %s when it is its turn', async (_, code, resource, changes) => {
    const emulator = await withGroup(testEmulator())
    const sent = body(siteToSite(changes))
    // Neither a validation nor a what-if sees it.
    expect((await emulator.ask('POST', `${DEPLOYMENT}/validate`, sent)).status).toBe(200)
    expect((await whatIf(emulator, sent)).body.status).toBe('Succeeded')
    expect((await emulator.ask('PUT', DEPLOYMENT, sent)).status).toBe(201)
    emulator.pass(7200)
    const details = await failed(emulator)
    expect(details).toHaveLength(1)
    expect(details[0]).toMatchObject({ code, target: expect.stringMatching(new RegExp(`/${resource}$`)) })
    const { body: list } = await emulator.ask('GET', OPERATIONS)
    const operation = list.value.find(
      ({ properties }: { properties: { provisioningState: string } }) =>
        properties.provisioningState === 'Failed',
    )
    expect(operation.properties).toMatchObject({
      statusCode: 'BadRequest',
      statusMessage: { error: { code } },
      targetResource: { resourceName: resource },
    })
    // What waits for it never begins, what does not is done all the same.
    const states = await operationsOf(emulator)
    expect(states['to-site']).toBeUndefined()
    if (resource === 'lab-vnet' || resource === 'ip') expect(states['lab-gw']).toBeUndefined()
    if (resource !== 'site') expect(states.site).toBe('Succeeded')
  })

  it('numbers 3 and 4: old addresses, on a gateway of the years before and on one of today', async () => {
    for (const [sku, address, at, code] of [
      [
        'VpnGw1',
        { sku: { name: 'Standard' }, zones: ['1'] },
        Date.UTC(2025, 5, 1),
        'RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured',
      ],
      [
        'VpnGw1AZ',
        { sku: { name: 'Basic' } },
        Date.UTC(2026, 10, 25),
        'PublicIpWithBasicSkuNotAllowedOnVPNGateways',
      ],
    ] as const) {
      let now: number = at
      const estate = {
        ...empty,
        resources: [
          {
            id: `${NETWORK}/publicIPAddresses/old`,
            location: 'westeurope',
            ...address,
            zones: 'zones' in address ? [...address.zones] : undefined,
            properties: { publicIPAllocationMethod: 'Static' },
          },
        ],
      }
      const emulator = await withGroup(testEmulator({ estates: [estate], clock: () => now }))
      const [configuration] = configurations(1)
      const ipConfigurations = [
        {
          ...configuration,
          properties: {
            ...configuration?.properties,
            publicIPAddress: { id: `${NETWORK}/publicIPAddresses/old` },
          },
        },
      ]
      await emulator.ask(
        'PUT',
        DEPLOYMENT,
        body(siteToSite({ gateway: { sku: { name: sku }, ipConfigurations } })),
      )
      now += 7_200_000
      expect((await failed(emulator))[0].code).toBe(code)
    }
  })

  it('number 20: a gateway of another kind in the place of the connection’s', async () => {
    const emulator = await withGroup(testEmulator())
    const template = siteToSite()
    const [connection] = template.resources.slice(-1)
    Object.assign(connection?.properties ?? {}, {
      virtualNetworkGateway1: { id: `${NETWORK}/vpnGateways/hub-gw` },
    })
    await emulator.ask('PUT', DEPLOYMENT, body(template))
    emulator.pass(7200)
    expect(await failed(emulator)).toMatchObject([
      { code: 'InvalidRequestFormat', details: [{ code: 'InvalidJsonReferenceWrongType' }] },
    ])
  })

  it('number 11: a network that leaves out the subnet of a gateway', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(7200)
    await emulator.ask('PUT', DEPLOYMENT, body(siteToSite(subnets(['apps', '10.20.0.0/24']))))
    emulator.pass(7200)
    expect((await failed(emulator))[0].code).toBe('InUseSubnetCannotBeDeleted')
    const address = await emulator.ask('DELETE', `${NETWORK}/publicIPAddresses/ip`)
    expect(address.body.error.code).toBe('PublicIPAddressCannotBeDeleted')
  })

  it('number 13: a write soon after a new key, which a deployment tries again', async () => {
    const emulator = await withGroup(testEmulator())
    await emulator.ask('PUT', DEPLOYMENT, body())
    emulator.pass(7200)
    const connection = `${NETWORK}/connections/to-site`
    await emulator.ask('PUT', `${connection}/sharedkey`, { value: 'another-key' })
    const refused = await emulator.ask('PUT', connection, (await emulator.ask('GET', connection)).body)
    expect([refused.status, refused.body.error.code]).toEqual([429, 'AnotherOperationInProgress'])
    expect(refused.body.error.message).toMatch(
      /^Another operation on this or dependent resource is in progress\..*\/locations\/westeurope\/operations\//,
    )
    await emulator.ask('PUT', `${DEPLOYMENT}-2`, body())
    emulator.pass(600)
    expect(await stateOf(emulator, `${DEPLOYMENT}-2`)).toBe('Succeeded')
  })

  it('number 14: what a resource names is still being made; the deployment waits, a PUT from outside does not', async () => {
    const emulator = await withGroup(testEmulator())
    const template = siteToSite()
    const gateway = template.resources.find(({ type }) => type.endsWith('virtualNetworkGateways'))
    Object.assign(gateway ?? {}, {
      dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', 'lab-vnet')]"],
    })
    const connection = template.resources.at(-1)
    Object.assign(connection ?? {}, {
      dependsOn: ['site', 'Microsoft.Network/publicIPAddresses/ip', 'lab-vnet'],
    })
    await emulator.ask('PUT', DEPLOYMENT, body(template))
    emulator.pass(30)
    const refused = await emulator.ask('PUT', `${NETWORK}/connections/by-hand`, {
      location: 'westeurope',
      properties: {
        connectionType: 'IPsec',
        virtualNetworkGateway1: { id: GATEWAY_ID },
        localNetworkGateway2: { id: `${NETWORK}/localNetworkGateways/site` },
      },
    })
    expect([refused.status, refused.body.error]).toMatchObject([
      429,
      { code: 'RetryableError', details: [{ code: 'ReferencedResourceNotProvisioned' }] },
    ])
    emulator.pass(1500)
    expect(await stateOf(emulator)).toBe('Succeeded')
  })
})
