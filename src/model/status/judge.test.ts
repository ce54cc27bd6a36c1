import { describe, expect, it } from 'vitest'
import { circuit, connection, gateway, hub, port, siteConnection } from '../../../tests/support/resources.ts'
import type { Resource } from '../resources/resource.ts'
import { judge } from './judge.ts'
import type { Verdict } from './verdict.ts'

const tunnel = (name: string, connectionStatus: string) => ({ name, connectionStatus })
const link = (name: string, connectionStatus?: string) => ({
  name,
  enableBgp: false,
  ipsecPolicies: [],
  ...(connectionStatus !== undefined && { connectionStatus }),
})

const cases: [what: string, resource: Resource, verdict: Verdict, says: RegExp][] = [
  ['a connected connection', connection('c'), 'healthy', /Connected/],
  [
    'a connection that is not connected',
    connection('c', { connectionStatus: 'NotConnected' }),
    'down',
    /NotConnected/,
  ],
  ['other casing', connection('c', { connectionStatus: 'notconnected' }), 'down', /notconnected/],
  [
    'a connection from a list',
    connection('c', { source: 'list', connectionStatus: undefined }),
    'notChecked',
    /not been read/,
  ],
  [
    'a read without a status',
    connection('c', { connectionStatus: undefined }),
    'unknown',
    /gives no connectionStatus/,
  ],
  ['Unknown', connection('c', { connectionStatus: 'Unknown' }), 'unknown', /Unknown/],
  [
    'Unknown while it is created',
    connection('c', { connectionStatus: 'Unknown', provisioningState: 'Updating' }),
    'inProgress',
    /Updating/,
  ],
  [
    'down while it is updated',
    connection('c', { connectionStatus: 'NotConnected', provisioningState: 'Updating' }),
    'down',
    /NotConnected/,
  ],
  ['Connecting', connection('c', { connectionStatus: 'Connecting' }), 'inProgress', /negotiating/],
  ['a status ARM added later', connection('c', { connectionStatus: 'Dreaming' }), 'unknown', /“Dreaming”/],
  [
    'one of two tunnels',
    connection('c', { tunnels: [tunnel('a', 'Connected'), tunnel('b', 'NotConnected')] }),
    'attention',
    /1 of 2 tunnels is not connected: b is NotConnected/,
  ],
  [
    'both tunnels up',
    connection('c', { tunnels: [tunnel('a', 'Connected'), tunnel('b', 'Connected')] }),
    'healthy',
    /2 of 2 tunnels/,
  ],
  [
    'a failed change of a connected connection',
    connection('c', { provisioningState: 'Failed' }),
    'attention',
    /last change Failed/,
  ],
  ['a gateway being deleted', gateway('g', { provisioningState: 'Deleting' }), 'inProgress', /deleting/],
  ['a canceled change', gateway('g', { provisioningState: 'Canceled' }), 'attention', /Canceled/],
  [
    'a state that is new and ends in ing',
    gateway('g', { provisioningState: 'Migrating' }),
    'inProgress',
    /Migrating/,
  ],
  ['a state that is new', gateway('g', { provisioningState: 'Odd' }), 'unknown', /“Odd”/],
  ['no state at all', gateway('g', { provisioningState: undefined }), 'unknown', /no provisioningState/],
  [
    'a site with one link down of two',
    siteConnection('s', { links: [link('a', 'Connected'), link('b', 'NotConnected')] }),
    'attention',
    /1 of 2 links/,
  ],
  [
    'a site without its own status, all links down',
    siteConnection('s', { connectionStatus: undefined, links: [link('a', 'NotConnected')] }),
    'down',
    /none of its links/,
  ],
  ['a healthy circuit', circuit('c'), 'healthy', /Enabled.*its paths are not checked$/],
  [
    'a circuit that waits',
    circuit('c', { serviceProviderProvisioningState: 'NotProvisioned', peerings: [] }),
    'attention',
    /waits for its provider: Colt/,
  ],
  [
    'a circuit the provider works on',
    circuit('c', { serviceProviderProvisioningState: 'Provisioning' }),
    'inProgress',
    /Colt is provisioning/,
  ],
  [
    'the other spelling of deprovisioned',
    circuit('c', { serviceProviderProvisioningState: 'DeProvisioned' }),
    'attention',
    /taken it down/,
  ],
  [
    'a circuit whose public prefixes wait for proof',
    circuit('c', {
      peerings: [
        {
          id: 'm',
          name: 'MicrosoftPeering',
          state: 'Enabled',
          microsoft: { prefixes: ['198.51.100.0/24'], prefixesState: 'ValidationNeeded' },
        },
      ],
    }),
    'attention',
    /ValidationNeeded: BGP stays down/,
  ],
  [
    'a circuit whose IPv6 prefixes alone wait for proof',
    circuit('c', {
      peerings: [
        {
          id: 'm',
          name: 'MicrosoftPeering',
          state: 'Enabled',
          microsoft: { prefixes: ['198.51.100.0/24'], prefixesState: 'Configured' },
          ipv6: { microsoft: { prefixes: ['2001:db8::/48'], prefixesState: 'ValidationNeeded' } },
        },
      ],
    }),
    'attention',
    /IPv6 public prefixes of MicrosoftPeering are ValidationNeeded/,
  ],
  [
    'a circuit whose links overlap',
    circuit('c', {
      peerings: [
        {
          id: 'p',
          name: 'AzurePrivatePeering',
          state: 'Enabled',
          primaryPrefix: '172.16.0.0/30',
          secondaryPrefix: '172.16.0.0/30',
        },
      ],
    }),
    'attention',
    /links of AzurePrivatePeering overlap/,
  ],
  [
    'a circuit whose links of IPv6 overlap',
    circuit('c', {
      peerings: [
        {
          id: 'p',
          name: 'AzurePrivatePeering',
          state: 'Enabled',
          primaryPrefix: '172.16.0.0/30',
          secondaryPrefix: '172.16.0.4/30',
          ipv6: { primaryPrefix: 'fd00:1::/126', secondaryPrefix: 'fd00:1::/126' },
        },
      ],
    }),
    'attention',
    /links of AzurePrivatePeering overlap, fd00:1::\/126 and fd00:1::\/126/,
  ],
  ['a disabled circuit', circuit('c', { circuitProvisioningState: 'Disabled' }), 'down', /Disabled/],
  ['a circuit without a peering', circuit('c', { peerings: [] }), 'attention', /no peering/],
  [
    'a circuit on a port has no provider',
    circuit('c', { serviceProviderProvisioningState: undefined, expressRoutePortId: '/x' }),
    'healthy',
    /Direct port/,
  ],
  [
    'a peering that is off',
    circuit('c', { peerings: [{ id: 'p', name: 'AzurePrivatePeering', state: 'Disabled' }] }),
    'attention',
    /AzurePrivatePeering is Disabled/,
  ],
  [
    'a port with one link off',
    port('p', {
      links: [
        { name: 'link1', adminState: 'Enabled' },
        { name: 'link2', adminState: 'Disabled' },
      ],
    }),
    'attention',
    /link2 is Disabled/,
  ],
  [
    'a new port',
    port('p', { links: [{ name: 'link1', adminState: 'Disabled' }] }),
    'attention',
    /nobody has enabled/,
  ],
  [
    'a dark port with circuits',
    port('p', { circuitIds: ['/c'], links: [{ name: 'link1', adminState: 'Disabled' }] }),
    'down',
    /circuits sit on it/,
  ],
  ['a hub that is ready', hub('h'), 'healthy', /Provisioned/],
  [
    'a hub whose router still comes',
    hub('h', { routingState: 'Provisioning' }),
    'inProgress',
    /Succeeded, but its router is Provisioning/,
  ],
  ['a hub whose router failed', hub('h', { routingState: 'Failed' }), 'attention', /router Failed/],
  ['a Basic hub has no router', hub('h', { routingState: 'None', sku: 'Basic' }), 'healthy', /./],
  ['a Standard hub without a router', hub('h', { routingState: 'None', sku: 'Standard' }), 'unknown', /None/],
  [
    'Connected as a whole while no tunnel is',
    connection('c', { tunnels: [tunnel('a', 'NotConnected'), tunnel('b', 'NotConnected')] }),
    'attention',
    /none of its 2 tunnels/,
  ],
  [
    'one tunnel that nobody knows of',
    connection('c', { tunnels: [tunnel('a', 'Connected'), tunnel('b', 'Unknown')] }),
    'unknown',
    /tunnel b as Unknown/,
  ],
  [
    'one tunnel in a state ARM added later',
    connection('c', { tunnels: [tunnel('a', 'Connected'), tunnel('b', 'Odd')] }),
    'unknown',
    /“Odd”/,
  ],
  [
    'a site without its own status, all links unknown',
    siteConnection('s', { connectionStatus: undefined, links: [link('a', 'Unknown'), link('b', 'Unknown')] }),
    'unknown',
    /link a as Unknown/,
  ],
  [
    'a site without its own status, one link down and one unknown',
    siteConnection('s', {
      connectionStatus: undefined,
      links: [link('a', 'NotConnected'), link('b', 'Unknown')],
    }),
    'attention',
    /1 of 2 links/,
  ],
  [
    'a circuit that is being created',
    circuit('c', {
      circuitProvisioningState: 'Disabled',
      serviceProviderProvisioningState: 'NotProvisioned',
      provisioningState: 'Updating',
      peerings: [],
    }),
    'attention',
    /Disabled/,
  ],
  ['a port without links', port('p', { links: [] }), 'healthy', /last change Succeeded/],
]

describe('judge', () => {
  it.each(cases)('%s', (_, resource, verdict, says) => {
    const judgement = judge(resource, () => undefined)
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.sentence).toMatch(says)
  })

  it('explains Unknown by a Basic gateway', () => {
    const basic = gateway('vgw', { sku: 'Basic' })
    const judgement = judge(connection('c', { connectionStatus: 'Unknown' }), () => basic)
    expect(judgement.sentence).toMatch(/Basic gateway/)
  })

  it('keeps every state as a fact with the time it was read', () => {
    const { facts } = judge(connection('c', { tunnels: [tunnel('a', 'Connected')] }), () => undefined)
    expect(facts.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'connectionStatus=Connected',
      'tunnel a=Connected',
      'provisioningState=Succeeded',
    ])
  })
})
