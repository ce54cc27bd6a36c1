import { expect, test } from 'vitest'
import {
  act,
  branchFacts,
  CONNECTION,
  HUB,
  hubGateway,
  LINK_END,
  linkFact,
  NOW,
  REFUSED,
  vpnSite,
} from '../../../../tests/support/branch-why-facts.ts'
import { known } from '../asked.ts'
import type { BranchFacts } from './branch-facts.ts'
import { branchSummary, branchTicket, branchTimeline, diagnoseBranch } from './diagnose-branch.ts'

const MINUTE = 60_000
const DOWN = { links: [linkFact('NotConnected', 'none')] }
const POLICY = { ikeEncryption: 'DES3', ikeIntegrity: 'SHA1', dhGroup: 'DHGroup2' }
const BGP = { enableBgp: true }

test.each<[what: string, change: Partial<BranchFacts>, rule: string, cause: RegExp, likelihood: string]>([
  [
    'a site without a hub',
    {
      subject: vpnSite(),
      connection: { is: 'none' },
      gateway: { is: 'none' },
      hub: { is: 'none' },
      links: [],
      routes: { is: 'none' },
    },
    'Connection to a hub',
    /^The site is connected to no hub/,
    'very likely',
  ],
  [
    'a gateway that failed, and a link that is down',
    { ...DOWN, gateway: known(hubGateway({ provisioningState: 'Failed' }), NOW) },
    'Gateway',
    /last change of the gateway vpngw failed/,
    'very likely',
  ],
  [
    'a gateway that is changed while all is up',
    { gateway: known(hubGateway({ provisioningState: 'Updating' }), NOW) },
    'Gateway',
    /vpngw is being changed/,
    'possible',
  ],
  [
    'a router on its way',
    { hub: known({ ...HUB, routingState: 'Provisioning' }, NOW) },
    'Hub and its router',
    /router of vhub is Provisioning/,
    'very likely',
  ],
  [
    'a router that failed',
    { hub: known({ ...HUB, routingState: 'Failed' }, NOW) },
    'Hub and its router',
    /router of vhub Failed/,
    'very likely',
  ],
  [
    'a connection that is written',
    { connection: known({ ...CONNECTION, provisioningState: 'Updating' }, NOW) },
    'Change under way',
    /Azure is still at work/,
    'very likely',
  ],
  [
    'a connection that failed',
    { connection: known({ ...CONNECTION, provisioningState: 'Failed' }, NOW) },
    'Change under way',
    /last change of the connection failed/,
    'very likely',
  ],
  [
    'a link without an address',
    { site: known(vpnSite({ links: [{ ...LINK_END, ipAddress: undefined }] }), NOW) },
    'Address of the device',
    /isp has neither an address nor a name/,
    'very likely',
  ],
  [
    'a private address',
    { site: known(vpnSite({ links: [{ ...LINK_END, ipAddress: '192.168.1.1' }] }), NOW) },
    'Address of the device',
    /is not a public one/,
    'very likely',
  ],
  [
    'the address of another site',
    { ...DOWN, twins: [{ site: 'other', link: 'isp', address: '203.0.113.30' }] },
    'Address of the device',
    /Another site has the same/,
    'possible',
  ],
  [
    'phase 1 without phase 2',
    { links: [linkFact('NotConnected', 'phase 1')] },
    'Phase 2',
    /^Phase 2 of isp is not agreed on/,
    'very likely',
  ],
  ['nothing in phase 1', DOWN, 'Shared key', /may hold different keys/, 'possible'],
  [
    'nothing in phase 1 since a key was set',
    {
      ...DOWN,
      activity: known([act('vpnConnections/vpnLinkConnections/sharedKeys/write', 20 * MINUTE)], NOW),
    },
    'Shared key',
    /^The key differs since/,
    'very likely',
  ],
  ['a device that may be silent', DOWN, 'Reachability', /device at isp may not answer/, 'possible'],
  [
    'a policy of its own',
    { links: [linkFact('NotConnected', 'none', { ipsecPolicies: [POLICY] })] },
    'Phase 1 proposals',
    /may not have the policy of isp/,
    'possible',
  ],
  ['Azure’s default', DOWN, 'Phase 1 proposals', /no proposal of Azure’s default/, 'unlikely'],
  [
    'a link that waits for its device',
    { links: [linkFact('NotConnected', 'none', { mode: 'ResponderOnly' })] },
    'Who starts',
    /waits for the device to start isp/,
    'possible',
  ],
  ['negotiating', { links: [linkFact('Connecting', 'none')] }, 'Negotiation', /are negotiating/, 'possible'],
  [
    'a new link without a status',
    { links: [linkFact(undefined, 'none')] },
    'Negotiation',
    /does not tell yet/,
    'possible',
  ],
  [
    'BGP without an AS number',
    { links: [linkFact('Connected', 'both', BGP, { asn: undefined })] },
    'BGP settings',
    /cannot come up/,
    'very likely',
  ],
  [
    'BGP with Azure’s AS number',
    { links: [linkFact('Connected', 'both', BGP, { asn: 65_515 })] },
    'BGP settings',
    /cannot come up/,
    'very likely',
  ],
  [
    'BGP at the address of the tunnel',
    { links: [linkFact('Connected', 'both', BGP, { bgpPeeringAddress: '203.0.113.30' })] },
    'BGP settings',
    /cannot come up/,
    'very likely',
  ],
  [
    'BGP that brings nothing',
    { links: [linkFact('Connected', 'both', BGP)] },
    'BGP',
    /^BGP over isp brings no route/,
    'very likely',
  ],
  [
    'one instance alone',
    { links: [linkFact('Connected', 'one')] },
    'Second instance',
    /to one instance alone/,
    'very likely',
  ],
  [
    'neither prefixes nor BGP',
    { site: known(vpnSite({ addressPrefixes: [] }), NOW) },
    'Prefixes',
    /no prefixes and no link speaks BGP/,
    'very likely',
  ],
  [
    'prefixes of the hub',
    { site: known(vpnSite({ addressPrefixes: ['10.100.1.0/24'] }), NOW) },
    'Overlap',
    /10\.100\.1\.0\/24 of the site overlaps/,
    'very likely',
  ],
  [
    'nothing comes back',
    { links: [linkFact('Connected', 'both', { ingressBytes: 0 })] },
    'Traffic',
    /^Nothing comes back/,
    'possible',
  ],
  [
    'nothing is sent',
    { links: [linkFact('Connected', 'both', { egressBytes: 0 })] },
    'Traffic',
    /^Azure sends nothing/,
    'possible',
  ],
])('cause: %s', (_, change, rule, title, likelihood) => {
  const found = diagnoseBranch(branchFacts(change)).causes.find((one) => one.rule === rule)
  expect(found).toMatchObject({ title: expect.stringMatching(title) as string, likelihood })
  expect(found?.evidence.length).toBeGreaterThan(0)
  expect(found?.change).toMatch(/\.$/)
})

test('up on both instances, every rule is ruled out', () => {
  const { causes, notChecked, ruledOut, rules, isUp } = diagnoseBranch(branchFacts())
  expect(causes).toEqual([])
  expect(notChecked).toEqual([])
  expect(ruledOut).toHaveLength(rules)
  expect(isUp).toBe(true)
})

test('routes with an AS path speak for BGP, and a private address is right over ExpressRoute', () => {
  const { causes } = diagnoseBranch(
    branchFacts({
      links: [linkFact('Connected', 'both', { ...BGP, useLocalAzureIpAddress: true })],
      site: known(vpnSite({ links: [{ ...LINK_END, ipAddress: '10.90.0.9' }] }), NOW),
      routes: known([{ prefix: '10.90.0.0/22', asPath: '64801' }], NOW),
    }),
  )
  expect(causes).toEqual([])
})

test('what cannot be read is not ruled out, and no cause is made of it', () => {
  const { causes, notChecked } = diagnoseBranch(
    branchFacts({
      links: [linkFact('NotConnected', 'unread')],
      site: REFUSED,
      hub: REFUSED,
      routes: REFUSED,
    }),
  )
  expect(causes).toEqual([])
  expect(notChecked.map(({ rule }) => rule)).toEqual([
    'Hub and its router',
    'Address of the device',
    'Phase 2',
    'Shared key',
    'Reachability',
    'Phase 1 proposals',
  ])
})

test.each<[change: Partial<BranchFacts>, says: RegExp]>([
  [{}, /^Its link is up, and \d+ rules found nothing.*If it fails, look here/],
  [DOWN, /^Its link is not up\. What may be: the two ends may hold different keys\.$/],
  [
    { links: [linkFact('Connected', 'both'), linkFact('NotConnected', 'none', { name: 'two' })] },
    /^1 of 2 links is not up\./,
  ],
  [
    { links: [linkFact('NotConnected', 'asking')] },
    /^Its link is not up; what it rests on is still being read/,
  ],
])('in one sentence', (change, says) => {
  expect(branchSummary(diagnoseBranch(branchFacts(change)))).toMatch(says)
})

test('a ticket tells links, instances, causes and what happened', () => {
  const facts = branchFacts({ ...DOWN, activity: known([act('vpnConnections/write', 30 * MINUTE)], NOW) })
  const text = branchTicket(facts, diagnoseBranch(facts))
  expect(text).toContain('isp  NotConnected  Instance 0: No association  Instance 1: No association')
  expect(text).toMatch(/1\. The two ends may hold different keys \(possible\)/)
  expect(branchTimeline(facts).map(({ is, what }) => [is, what])).toEqual([
    ['write', 'Connection changed'],
    ['now down', 'isp is NotConnected'],
  ])
})

test.each([
  ['never carried anything', 0, 1],
  ['carried something once', 1_000, 0],
])('of a key that may be wrong it is told that it %s', (_, bytes, told) => {
  const links = [linkFact('NotConnected', 'none', { ingressBytes: bytes, egressBytes: bytes })]
  const cause = diagnoseBranch(branchFacts({ links })).causes.find(({ rule }) => rule === 'Shared key')
  const texts = cause?.evidence.map(({ text }) => text) ?? []
  expect(texts.filter((text) => text.includes('no key was ever seen to work'))).toHaveLength(told)
  expect(texts.join()).not.toContain('Nobody set')
})
