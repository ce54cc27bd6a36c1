import { expect, test } from 'vitest'
import { connection, gateway, site } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  DOWN,
  GATEWAY_2,
  NOW,
  REFUSED,
  tunnel,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const BGP = { ...UP, enableBgp: true }
const peerAt = (peeringAddress: string, asn = 64_620) =>
  known(site('lng', { bgp: { asn, peeringAddress, addresses: [] } }), NOW)
import type { Facts } from './facts.ts'
import { bgpSettings } from './bgp-settings.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['off', {}, 'ruled out', /BGP is off/],
  ['as it should be', { connection: BGP }, 'ruled out', /go together/],
  [
    'off on the gateway',
    { connection: BGP, gateway: known(gateway('vgw'), NOW) },
    'very likely',
    /enableBgp is false on vgw/,
  ],
  ['the site has none', { connection: BGP, site: known(site('lng'), NOW) }, 'very likely', /no ASN/],
  [
    'one ASN at both ends',
    { connection: BGP, site: peerAt('10.64.0.254', 65_515) },
    'very likely',
    /both have ASN 65515/,
  ],
  [
    'the peer is the endpoint',
    { connection: BGP, site: peerAt('203.0.113.18') },
    'very likely',
    /is its endpoint/,
  ],
  [
    'an APIPA peer and none on the gateway',
    { connection: BGP, site: peerAt('169.254.21.2') },
    'very likely',
    /no custom BGP address/,
  ],
  [
    'an APIPA peer and one on the gateway',
    {
      connection: BGP,
      site: peerAt('169.254.21.2'),
      gateway: known(
        gateway('vgw', {
          enableBgp: true,
          bgp: {
            asn: 65_515,
            addresses: [{ defaultAddresses: [], customAddresses: ['169.254.21.1'], tunnelAddresses: [] }],
          },
        }),
        NOW,
      ),
    },
    'ruled out',
    /go together/,
  ],
  [
    'the peer is inside the network',
    { connection: BGP, site: peerAt('10.20.3.4') },
    'very likely',
    /lies in 10\.20\.0\.0\/16/,
  ],
  [
    'wrong, and no tunnel to matter for',
    { connection: { ...DOWN, enableBgp: true }, site: peerAt('10.64.0.254', 65_515) },
    'unlikely',
    /matters once a tunnel is up/,
  ],
  [
    'wrong, and one tunnel up',
    {
      connection: connection('cn', {
        enableBgp: true,
        tunnels: [tunnel(0, 'Connected'), tunnel(1, 'NotConnected')],
      }),
      site: known(site('lng'), NOW),
    },
    'very likely',
    /no ASN/,
  ],
  ['the site may not be read', { connection: BGP, site: REFUSED }, 'not checked', /local network gateway/],
  ['the gateway was not read', { connection: BGP, gateway: { is: 'none' } }, 'not checked', /gateway/],
  [
    'the network was not read',
    { connection: BGP, network: { is: 'none' } },
    'not checked',
    /virtual network/,
  ],
  ['two networks', { connection: { ...BGP, gateway2Id: GATEWAY_2 } }, undefined, /^$/],
])('%s', (_, change, verdict, says) => {
  const finding = bgpSettings(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
