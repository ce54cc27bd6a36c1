import { expect, test } from 'vitest'
import { site } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  DOWN,
  NOW,
  PARTLY,
  peer,
  REFUSED,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const BGP = { ...UP, enableBgp: true }
import type { Facts } from './facts.ts'
import { bgpSession } from './bgp-session.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['off', {}, undefined, /^$/],
  ['connected at both', { connection: BGP }, 'ruled out', /Connected and brings routes/],
  [
    'down while the tunnels are up',
    { connection: BGP, peers: known([peer(0, { state: 'Connecting' }), peer(1, { state: 'Idle' })], NOW) },
    'very likely',
    /^The tunnel is up, and BGP.*10\.20\.255\.4 to 10\.64\.0\.254: Connecting.*Idle.*ASN 65515.*ASN 64620 at 10\.64\.0\.254/,
  ],
  [
    'at one of two instances',
    { connection: BGP, peers: known([peer(0), peer(1, { state: 'Connecting' })], NOW) },
    'very likely',
    /2 tunnels are up, and 1 of their BGP sessions: 10\.20\.255\.5 is Connecting/,
  ],
  [
    'one tunnel, one session',
    {
      connection: { ...PARTLY, enableBgp: true },
      peers: known([peer(0), peer(1, { state: 'Connecting' })], NOW),
    },
    'ruled out',
    /Connected/,
  ],
  [
    'no such session',
    { connection: BGP, peers: known([], NOW) },
    'possible',
    /names no session with 10\.64\.0\.254/,
  ],
  [
    'no routes',
    { connection: BGP, peers: known([peer(0, { routesReceived: 0 }), peer(1, { routesReceived: 0 })], NOW) },
    'possible',
    /advertises no routes/,
  ],
  [
    'an APIPA peer has to start',
    {
      connection: BGP,
      site: known(site('lng', { bgp: { asn: 65_010, peeringAddress: '169.254.21.2', addresses: [] } }), NOW),
      peers: known([], NOW),
    },
    'possible',
    /device has to start the session/,
  ],
  [
    'down, and Azure does not say whether the tunnel is up',
    { connection: { ...UNKNOWN, enableBgp: true }, peers: known([peer(0, { state: 'Connecting' })], NOW) },
    'possible',
    /^BGP with the site is not Connected\./,
  ],
  [
    'connected, and Azure does not count its routes',
    {
      connection: BGP,
      peers: known([peer(0, { routesReceived: undefined }), peer(1, { routesReceived: undefined })], NOW),
    },
    'ruled out',
    /is Connected$/,
  ],
  ['no tunnel', { connection: { ...DOWN, enableBgp: true } }, 'ruled out', /inside the tunnel/],
  ['the peers may not be read', { connection: BGP, peers: REFUSED }, 'not checked', /BGP peers.*403/],
  [
    'the site was not read',
    { connection: BGP, site: { is: 'none' } },
    'not checked',
    /local network gateway/,
  ],
])('%s', (_, change, verdict, says) => {
  const finding = bgpSession(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
