import { expect, test } from 'vitest'
import { readActivity } from '../../src/azure/diagnostics/activity.ts'
import { makeClientProfile } from '../../src/azure/diagnostics/client-profile.ts'
import {
  clientSessionsIn,
  readClientTotals,
  writeClientSessions,
} from '../../src/azure/diagnostics/hub-clients.ts'
import { readInboundRoutes } from '../../src/azure/diagnostics/hub-inbound.ts'
import { readIke } from '../../src/azure/diagnostics/ike.ts'
import type { Result } from '../../src/lib/result.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import type { HubError } from '../../src/model/errors.ts'
import { hubInstances } from '../../src/model/virtual-wan/hub-instances.ts'
import { linkTunnels } from '../../src/model/virtual-wan/link-tunnels.ts'
import { known, valueOf, type Asked } from '../../src/model/why/asked.ts'
import { branchEstateFacts } from '../../src/model/why/branch/branch-estate-facts.ts'
import type { BranchFacts } from '../../src/model/why/branch/branch-facts.ts'
import { diagnoseBranch } from '../../src/model/why/branch/diagnose-branch.ts'
import { inventory } from '../support/resources.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'

// What the emulator answers of branches, read by the app's own layer and judged by its rules: two sides that share none.

const DAY = 86_400_000
const GATEWAYS = {
  weu: [idOf('vpngw-vhub-weu-01'), idOf('vhub-weu-01')],
  sea: [idOf('vpngw-vhub-sea-01'), idOf('vhub-sea-01')],
} as const

async function factsOf(
  on: On,
  hub: keyof typeof GATEWAYS,
  branch: string,
  site: string,
): Promise<BranchFacts> {
  const { azure, emulator } = on
  const [gatewayId, hubId] = GATEWAYS[hub]
  const id = `${gatewayId}/vpnConnections/${branch}`
  const all = await Promise.all([id, gatewayId, hubId, idOf(site)].map((one) => read(on, one)))
  const subscriptionId = all[0]?.subscriptionId ?? ''
  const estate = buildEstate([{ subscriptionId, displayName: 'One' }], [inventory(all, { subscriptionId })])
  const now = emulator.now()
  const asked = <T>(result: Result<T, HubError>): Asked<T> =>
    result.ok ? known(result.value, now) : { is: 'failed', error: result.error }
  const log = async (of: string) => asked(await readActivity(azure, of, { from: now - 7 * DAY, to: now }))
  const subject = all[0]
  if (subject?.kind !== 'vpnConnection') throw new Error('no connection')
  const base = branchEstateFacts(subject, estate, now, false)
  const gateway = valueOf(base.gateway)
  const links = []
  for (const one of base.links) {
    const ike = asked(await readIke(azure, one.link.id ?? ''))
    links.push({ ...one, ike, tunnels: linkTunnels(gateway ? hubInstances(gateway) : [], ike) })
  }
  return {
    ...base,
    links,
    routes: asked(await readInboundRoutes(azure, hubId, id)),
    activity: await log(id),
    gatewayActivity: await log(gatewayId),
    siteActivity: await log(idOf(site)),
  }
}

const told = (facts: BranchFacts) =>
  diagnoseBranch(facts).causes.map(({ rule, likelihood }) => `${rule}: ${likelihood}`)

test('Lyon: one of its two links has a tunnel to one instance alone, and BGP brings routes', async () => {
  const facts = await factsOf(onContoso(), 'weu', 'branch-lyon', 'site-lyon')
  expect(facts.links.map(({ link, tunnels }) => [link.name, ...tunnels.map(({ state }) => state)])).toEqual([
    ['link-orange', 'up', 'up'],
    ['link-sfr', 'up', 'none'],
  ])
  expect(told(facts)).toEqual(['Second instance: very likely'])
  expect(valueOf(facts.routes)).toContainEqual({ prefix: '10.90.0.0/22', asPath: '64801' })
})

test('Hanoi: another key on the device, which is up once it has Azure’s', async () => {
  const on = onContoso()
  const before = await factsOf(on, 'sea', 'branch-hanoi', 'site-hanoi')
  expect(told(before)).toEqual([
    'Shared key: possible',
    'Reachability: possible',
    'Phase 1 proposals: unlikely',
  ])
  const id = `${GATEWAYS.sea[0]}/vpnConnections/branch-hanoi`
  await on.emulator.control({ do: 'farSide', connection: id, device: 'up' })
  on.emulator.pass(600)
  expect(told(await factsOf(on, 'sea', 'branch-hanoi', 'site-hanoi'))).toEqual([])
})

test('Singapore: the silent link is told, and the one that is up ruled out', async () => {
  const facts = await factsOf(onContoso(), 'sea', 'branch-singapore', 'site-singapore')
  expect(diagnoseBranch(facts).state).toBe('1 of 2 links is not up')
  expect(told(facts)).toContain('Reachability: possible')
})

test('clients of a hub: how many, who, and where the profile is', async () => {
  const on = onContoso()
  const id = idOf('p2s-vhub-weu-01')
  const totals = await readClientTotals(on.azure, id)
  expect(totals).toMatchObject({ ok: true, value: { clients: 2, addresses: ['172.28.0.2', '172.28.0.3'] } })
  const address = 'https://contoso.blob.storage.example/clients/one.json'
  expect(await writeClientSessions(on.azure, id, `${address}?sig=x`)).toEqual({ ok: true, value: undefined })
  const sent = on.sent.findLast(({ path }) => path.endsWith('getP2sVpnConnectionHealthDetailed'))
  expect(sent?.body).toEqual({ vpnUserNamesFilter: [], outputBlobSasUrl: `${address}?sig=x` })
  const profile = await makeClientProfile(on.azure, id, 'EAPTLS')
  expect(profile).toMatchObject({
    ok: true,
    value: expect.stringMatching(/^https:\/\/vpnprofiles\.blob\./) as string,
  })
})

test('the file with the clients is read, and another one is not taken for it', () => {
  expect(
    clientSessionsIn('[{"vpnConnectionId":"a","vpnUserName":"m@contoso.com","vpnConnectionDuration":60}]'),
  ).toEqual([
    expect.objectContaining({ vpnConnectionId: 'a', userName: 'm@contoso.com', durationSeconds: 60 }),
  ])
  expect(clientSessionsIn('<xml/>')).toBeUndefined()
})

test('what the pages show of a gateway, a site and a server configuration is read, without a secret', async () => {
  const on = onContoso()
  const configuration = await read(on, idOf('vsc-staff'))
  expect(configuration).toMatchObject({
    kind: 'vpnServerConfiguration',
    radiusServers: [
      { address: '10.20.2.10', score: 30 },
      { address: '10.20.2.11', score: 20 },
    ],
    policyGroups: [
      expect.objectContaining({ name: 'group-staff', isDefault: true }),
      expect.objectContaining({ name: 'group-partners', priority: 1 }),
    ],
  })
  expect(JSON.stringify(configuration)).not.toContain('SECRET')
  expect(await read(on, idOf('p2s-vhub-weu-01'))).toMatchObject({
    configurations: [{ addressPools: ['172.28.0.0/20'], enableInternetSecurity: true }],
  })
})
