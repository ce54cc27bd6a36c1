import { describe, expect, test } from 'vitest'
import { gateway, idOf, publicAddress, site, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import {
  goodAnswers,
  goodKeys,
  surroundings,
  VNET,
  withSiteValues,
} from '../../../tests/support/surroundings.ts'
import { PRESETS } from '../edits/ipsec-policy.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers, Keys } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { refusalRemedy, REFUSALS } from './refusals.ts'
import { rightsNeeded } from './rights-needed.ts'
import { rightKey } from '../wizard/needed-rights.ts'
import type { Surroundings } from './surroundings.ts'

interface Cause {
  beside?: readonly Resource[]
  around?: Partial<Surroundings>
  change?: (answers: Answers) => Answers
  keys?: Keys
}

const hubGateway = (a: Answers): Answers => ({
  ...a,
  goal: { ...a.goal, gateway: 'existing' },
  gateway: { ...a.gateway, existing: idOf('vpnGateways', 'hubgw') },
})
const ADDRESS = idOf('publicIPAddresses', 'pip')
const VGW = gateway('vgw-a', {
  ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
})
const gate =
  (change: Partial<Answers['gateway']>) =>
  (a: Answers): Answers => ({ ...a, gateway: { ...a.gateway, ...change } })
const place =
  (change: Partial<Answers['network']>) =>
  (a: Answers): Answers => ({ ...a, network: { ...a.network, ...change } })
const join =
  (change: Partial<Answers['connection']>) =>
  (a: Answers): Answers => ({ ...a, connection: { ...a.connection, ...change } })
const behind = (change: Parameters<typeof withSiteValues>[2]) => (a: Answers) => withSiteValues(a, 0, change)
const given = (a: Answers): Answers =>
  gate({ addresses: a.gateway.addresses.with(0, { is: 'existing', id: ADDRESS }) })(a)
const asNew = (a: Answers): Answers => ({ ...a, goal: { ...a.goal, gateway: 'new' } })
const locked = (around: Surroundings): Surroundings => {
  const lock = { id: 'l', name: 'as-it-was', level: 'ReadOnly', scope: `/subscriptions/${SUBSCRIPTION}` }
  return {
    ...around,
    rights: new Map(
      rightsNeeded(goodAnswers(around), around).map((one) => [rightKey(one), { is: 'locked', lock }]),
    ),
  }
}
const lacking = (around: Surroundings, action: RegExp): Surroundings => ({
  ...around,
  rights: new Map(
    rightsNeeded(goodAnswers(around), around)
      .filter((one) => action.test(one.action))
      .map((one) => [rightKey(one), { is: 'missing', ...one }]),
  ),
})
const plain = surroundings([VNET])

/** Answers that would bring a refusal about, by its code: one way for each rule that stands against it. */
const CAUSES: Readonly<Record<string, readonly Cause[]>> = {
  NonAzSkusNotAllowedForVPNGateway: [
    { change: gate({ sku: 'VpnGw2' }) },
    { beside: [{ ...VGW, sku: 'VpnGw2' }] },
  ],
  VmssVpnGatewayPublicIpsMustHaveZonesConfigured: [{ beside: [publicAddress('pip')], change: given }],
  RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured: [
    {
      beside: [publicAddress('pip', { zones: ['1', '2', '3'] })],
      change: (a) => given(gate({ sku: 'Basic', generation: 'Generation1' })(a)),
    },
  ],
  PublicIpWithBasicSkuNotAllowedOnVPNGateways: [
    { beside: [publicAddress('pip', { sku: 'Basic' })], change: given },
  ],
  ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations: [
    { change: (a) => gate({ addresses: a.gateway.addresses.slice(1) })(a) },
  ],
  NetworkSecurityGroupCannotBeAttachedToGatewaySubnet: [
    {
      around: {
        gatewaySubnet: {
          is: 'known',
          value: {
            prefixes: ['10.20.255.0/27'],
            delegations: [],
            usedBy: [],
            networkSecurityGroupId: '/nsg',
          },
        },
      },
    },
  ],
  LocalNetworkGatewayCannotHaveZeroAsn: [{ change: behind({ bgp: true, asn: '0' }) }],
  NetcfgSubnetRangeOutsideVnet: [{ change: place({ gatewaySubnet: '10.99.0.0/27' }) }],
  NetcfgSubnetRangesOverlap: [{ change: place({ gatewaySubnet: '10.20.0.0/27' }) }],
  InvalidGatewaySkuSpecifiedForGatewayDeploymentType: [{ change: gate({ sku: 'VpnGw9AZ' }) }],
  GatewaySubnetTooSmall: [{ change: place({ gatewaySubnet: '10.20.255.252/30' }) }],
  MaxGatewayCountInVnetReached: [{ beside: [VGW], change: asNew }],
  PublicIPAddressInUse: [
    {
      beside: [
        publicAddress('pip', {
          zones: ['1', '2', '3'],
          usedBy: `${idOf('virtualNetworkGateways', 'x')}/ipConfigurations/a`,
        }),
      ],
      change: given,
    },
  ],
  InvalidVpnGatewayGeneration: [{ change: gate({ generation: 'Generation1', sku: 'VpnGw5AZ' }) }],
  FeatureNotSupportedByGatewaySku: [{ change: gate({ sku: 'Basic', generation: 'Generation1' }) }],
  ReservedAsnNotAllowed: [
    { change: gate({ bgp: true, asn: '65518' }) },
    { change: behind({ bgp: true, asn: '65515' }) },
  ],
  InvalidCustomBgpIpAddress: [{ change: gate({ bgp: true, apipa: ['169.254.1.1', ''] }) }],
  InvalidIpAddress: [{ change: behind({ address: 'x y' }) }, { change: behind({ address: '10.0.0.1' }) }],
  InvalidAddressPrefixFormat: [
    { change: behind({ prefixes: ['10.1.0.0'] }) },
    { change: place({ network: { is: 'new', name: 'vnet-x' }, addressSpace: '10.1.0.0' }) },
    { change: place({ gatewaySubnet: '10.20.255.0' }) },
  ],
  InvalidVirtualNetworkGatewayConnection: [
    { keys: { s1: 'with a blank' } },
    { change: join({ dpd: '4000' }) },
    { change: behind({ bgp: true }) },
    { change: join({ policyBased: true, selectors: [{ local: [], remote: [] }] }) },
  ],
  InvalidIpsecPolicy: [
    { change: join({ policy: 'custom', custom: { ...PRESETS.Strong, ipsecEncryption: 'AES256' } }) },
  ],
  InvalidResourceName: [{ change: gate({ name: '-' }) }],
  AnotherOperationInProgress: [
    { beside: [{ ...VGW, provisioningState: 'Updating' }] },
    {
      beside: [
        {
          ...publicAddress('pip-vgw-weu-1', {
            provisioningState: 'Updating',
            body: {
              location: 'westeurope',
              sku: { name: 'Standard', tier: 'Regional' },
              zones: ['1', '2', '3'],
              properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
            },
          }),
        },
      ],
      change: (a) =>
        gate({ addresses: a.gateway.addresses.with(0, { is: 'new', name: 'pip-vgw-weu-1' }) })(a),
    },
  ],
  RetryableError: [{ beside: [{ ...VGW, provisioningState: 'Updating' }] }],
  InvalidRequestFormat: [{ change: hubGateway }],
  InvalidJsonReferenceWrongType: [{ change: hubGateway }],
  ReferencedResourceNotProvisioned: [
    {
      beside: [site('lng-x', { provisioningState: 'Updating' })],
      change: (a) => ({
        ...a,
        sites: a.sites.map((one) => ({
          ...one,
          use: 'existing',
          existing: idOf('localNetworkGateways', 'lng-x'),
        })),
      }),
    },
  ],
  RetryableErrorDueToAnotherOperation: [{ beside: [{ ...VGW, provisioningState: 'Updating' }] }],
  AuthorizationFailed: [{ around: lacking(plain, /connections\/write/) }],
  LinkedAuthorizationFailed: [{ around: lacking(plain, /join/) }],
  ScopeLocked: [{ around: locked(plain) }],
  ReadOnlyDisabledSubscription: [
    { around: { subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: 'Lab', state: 'Disabled' }] } },
  ],
}

const PREVENTED = REFUSALS.flatMap(({ code = '', prevented }) =>
  prevented.by === 'rules' ? [[code, prevented.rules] as const] : [],
)

describe('what rules prevent', () => {
  test.each(PREVENTED)('%s', (code, rules) => {
    const causes = CAUSES[code] ?? []
    const raised = causes.map(({ beside = [], around, change = (good) => good, keys }) => {
      const known = surroundings([VNET, ...beside], around)
      const answers = change(goodAnswers(known))
      return (
        checksOf(answers, keys ?? goodKeys(answers), known)
          // Of rights it is the review's button that stops.
          .filter(({ is, rule }) => is === 'error' || rule === 'rights')
          .map(({ rule }) => rule)
      )
    })
    // Each cause is stopped by one of the rules, and each rule stops one.
    expect(raised.filter((errors) => !errors.some((rule) => rules.includes(rule)))).toEqual([])
    expect(rules.filter((rule) => !raised.some((errors) => errors.includes(rule)))).toEqual([])
  })

  test('no cause of what is not in the table', () => {
    expect(Object.keys(CAUSES).filter((code) => !PREVENTED.some(([known]) => known === code))).toEqual([])
  })
})

/** VPN Gateway 5.5, and the generic codes below its table. */
const DOCUMENTED = [
  'NonAzSkusNotAllowedForVPNGateway VmssVpnGatewayPublicIpsMustHaveZonesConfigured PublicIpWithBasicSkuNotAllowedOnVPNGateways',
  'RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured IPv4BasicSkuPublicIpCountLimitReached BgpPeeringAddressesCountNotCorrect',
  'LocationNotSupportAvailabilityZones ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations InUseSubnetCannotBeDeleted',
  'ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations NetworkSecurityGroupCannotBeAttachedToGatewaySubnet RetryableError',
  'PublicIPAddressCannotBeDeleted AnotherOperationInProgress ReferencedResourceNotProvisioned AddressPrefixStringCannotBeNullOrEmpty',
  'NetcfgSubnetRangeOutsideVnet NetcfgSubnetRangesOverlap InvalidGatewaySkuSpecifiedForGatewayDeploymentType InvalidRequestFormat',
  'InvalidJsonReferenceWrongType ResourceNotFound ExpressRouteVirtualNetworkGatewayAutoscaleBoundsNotValid AuthorizationFailed',
  'LinkedAuthorizationFailed RequestDisallowedByPolicy ScopeLocked MissingSubscriptionRegistration SubscriptionNotFound',
  'InvalidResourceReference PublicIPCountLimitReached InvalidTemplateDeployment Conflict Canceled InternalServerError',
  'TooManyRequests ResourceGroupNotFound',
].flatMap((line) => line.split(' '))

test('every documented code is explained, in any casing', () => {
  expect(DOCUMENTED.filter((code) => refusalRemedy(code.toUpperCase()) === undefined)).toEqual([])
})

test.each([
  ['The local network gateway lng cannot have an ASN of zero', /AS 0/],
  ['The VPN client address pool overlaps with the virtual network’s address space', /pool of clients/],
  ['The external mapping subnet that exceeds size limits. Maximum for Dynamic NAT is /26', /\/26 at most/],
  ['Static IP allocation must be used when creating Standard SKU public IP addresses', /has to be static/],
])('known by its words: %s', (message, why) => {
  expect(refusalRemedy('BadRequest', message)?.why).toMatch(why)
})

test('a code nobody knows is not explained', () => {
  expect(refusalRemedy('SomethingNew', 'Something new.')).toBeUndefined()
})

test('each says what, why and what to do, in sentences, once', () => {
  for (const { code, what, why, todo } of REFUSALS)
    for (const text of [what, why, todo]) expect(text, code).toMatch(/^[A-Z].*\.$/)
  const codes = REFUSALS.flatMap(({ code }) => code ?? [])
  expect(new Set(codes).size).toBe(codes.length)
})
