import type { EstatePerson, PastActivity } from '../estate.ts'
import type { Built } from '../build/build.ts'
import { people } from './access.ts'
import { groups } from './places.ts'
import { hubs } from './virtual-wan.ts'
import { connections } from './vpn-connections.ts'
import { gateways, sites } from './vpn.ts'

const minutes = 60
const days = 86_400

/** Application ids of Microsoft's own clients, as sign-in logs show them. */
const CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'
const POWERSHELL = '1950a258-227b-4e31-a9cf-717495945fc2'
const PORTAL = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c'

type Caller = PastActivity['caller']

const caller = (objectId: string, name: string, appId: string): Caller => ({ name, objectId, appId })
const person = (username: string, appId: string): Caller => {
  const { objectId = '' }: Partial<EstatePerson> = people.find((one) => one.username === username) ?? {}
  return caller(objectId, username, appId)
}

/** Of the company, without a right of their own in it any more. */
const nowak = caller('7a90d4c5-3e18-4b62-8f0d-51c2e7a6b938', 'a.nowak@contoso.com', CLI)
const chen = caller('c1f5e820-96b7-4d3a-a248-0b7d9e3f6c51', 'm.chen@contoso.com', PORTAL)
const alex = person('alex@contoso.example', PORTAL)
const marek = person('m.zielinski@contoso.example', POWERSHELL)

const write = (target: Built, type: string): Pick<PastActivity, 'scope' | 'action' | 'method'> => ({
  scope: target.id,
  action: `Microsoft.Network/${type}/write`,
  method: 'PUT',
})
const act = (target: Built, action: string): Pick<PastActivity, 'scope' | 'action' | 'method'> => ({
  scope: target.id,
  action: `Microsoft.Network/${action}/action`,
  method: 'POST',
})

const withoutTag =
  `/subscriptions/${groups.netNeu.subscriptionId}/resourceGroups/${groups.netNeu.name}` +
  '/providers/Microsoft.Network/localNetworkGateways/lng-cork'

/** What people did before the estate was opened, and what came of it. */
export const past: PastActivity[] = [
  // One of its tunnels was lost eleven minutes later, at its first renewal after this.
  {
    ...write(connections.gdansk, 'connections/sharedkey'),
    caller: nowak,
    when: { secondsAgo: 105 * minutes },
    status: 200,
    seconds: 40,
  },
  // The resize that is under way.
  {
    ...write(gateways.analytics, 'virtualNetworkGateways'),
    caller: chen,
    when: 'running',
    status: 200,
  },
  // The site and its connection that nobody has heard of yet.
  {
    ...write(sites.umea, 'localNetworkGateways'),
    caller: alex,
    when: { secondsAgo: 9 * minutes },
    status: 201,
    seconds: 11,
  },
  {
    ...write(connections.umea, 'connections'),
    caller: alex,
    when: { secondsAgo: 6 * minutes },
    status: 201,
    seconds: 20,
  },
  // Its router is still being made.
  {
    ...write(hubs.eus, 'virtualHubs'),
    caller: marek,
    when: { secondsAgo: 14 * minutes + 379 },
    status: 201,
    seconds: 379,
  },
  // What left the gateway Failed; code and text as recorded.
  {
    ...write(gateways.neu, 'virtualNetworkGateways'),
    caller: marek,
    when: { secondsAgo: 2 * days + 37 * minutes },
    status: 200,
    seconds: 21 * minutes,
    failure: { code: 'InternalServerError', message: 'An error occurred.' },
  },
  {
    scope: withoutTag,
    action: 'Microsoft.Network/localNetworkGateways/write',
    method: 'PUT',
    caller: nowak,
    when: { secondsAgo: 3 * days + 95 * minutes },
    status: 403,
    failure: {
      code: 'RequestDisallowedByPolicy',
      message: "Resource 'lng-cork' was disallowed by policy: Require a cost-center tag on resources.",
    },
  },
  {
    scope: gateways.depots.id,
    action: 'Microsoft.Network/virtualNetworkGateways/delete',
    method: 'DELETE',
    caller: nowak,
    when: { secondsAgo: 5 * days + 12 * minutes },
    status: 409,
    failure: {
      code: 'ScopeLocked',
      message: `The scope '${gateways.depots.id}' cannot perform delete operation because following scope(s) are locked: keep-the-hub.`,
    },
  },
  {
    ...act(connections.denver, 'connections/resetconnection'),
    caller: alex,
    when: { secondsAgo: 1 * days + 140 * minutes },
    status: 202,
    seconds: 60,
  },
  {
    ...act(gateways.eus, 'virtualNetworkGateways/reset'),
    caller: marek,
    when: { secondsAgo: 12 * days + 230 * minutes },
    status: 202,
    seconds: 480,
  },
  {
    ...write(connections.rotterdam, 'connections'),
    caller: marek,
    when: { secondsAgo: 24 * days + 51 * minutes },
    status: 200,
    seconds: 33,
  },
]
