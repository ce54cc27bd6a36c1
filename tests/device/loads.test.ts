import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DeviceSettings } from '../../src/model/device/settings.ts'
import { known, open } from '../../src/model/device/settings.ts'
import { strongSwan } from '../../src/model/device/strongswan.ts'
import { BOTH_TUNNELS, deviceOf, KEY, textOf } from './device.ts'
import { Lab } from './lab.ts'
import { missingForLoading, skipWithout } from './needs.ts'
import { CUSTOM_CASES, PRESET_CASES } from './policies.ts'

const missing = missingForLoading()
let lab: Lab

beforeAll(async () => {
  if (missing !== undefined) return
  lab = new Lab()
  await lab.network()
  await lab.daemon('op', false)
})
afterAll(() => lab?.end())
beforeEach((context) => skipWithout(missing, context))

const HOSTILE = 'cn }\n#{"\'\u2028\u0000; secrets { ike-x { secret = "y" } } $(reboot) `id` ? \\ \u202e'

/** Nothing starts in a load check: the names have to be right, not the peers. */
const quiet = (settings: DeviceSettings): DeviceSettings => ({ ...settings, starts: 'azure' })

test.each<[what: string, settings: DeviceSettings, key: string | undefined, connections: number]>([
  ['Azure’s defaults', deviceOf(), KEY, 1],
  ...[...PRESET_CASES, ...CUSTOM_CASES].map(
    ({ name, arm = {} }): [string, DeviceSettings, string, number] => [
      name,
      deviceOf({ policy: { is: 'custom', policy: arm } }),
      KEY,
      1,
    ],
  ),
  ['the key still to be put in', deviceOf(), undefined, 1],
  ['both instances', deviceOf({ tunnels: BOTH_TUNNELS }), KEY, 2],
  [
    'BGP over APIPA addresses',
    deviceOf({
      tunnels: BOTH_TUNNELS,
      bgp: { azureAsn: known('65515'), deviceAsn: known('65010'), devicePeer: known('169.254.21.2') },
    }),
    KEY,
    2,
  ],
  ['behind NAT', deviceOf({ nat: { is: 'behind', address: known('10.99.0.2') } }), KEY, 1],
  [
    'a device known by name',
    deviceOf({ device: { by: 'name', endpoint: known('vpn.example.com') } }),
    KEY,
    1,
  ],
  [
    'addresses that nobody knows yet',
    deviceOf({
      tunnels: [
        {
          label: 'Instance 0',
          address: open('AZURE_ADDRESS_0', 'x'),
          bgpPeer: open('AZURE_BGP_PEER_0', 'x'),
        },
      ],
    }),
    undefined,
    1,
  ],
  [
    'hostile names',
    deviceOf({ connection: HOSTILE, gateway: HOSTILE, site: HOSTILE, notes: [HOSTILE] }),
    KEY,
    1,
  ],
  [
    'a hundred pairs of prefixes',
    deviceOf({
      selectors: {
        is: 'pairs',
        pairs: Array.from({ length: 100 }, (_, at) => ({
          local: '10.1.0.0/16',
          remote: `192.168.${at}.0/24`,
        })),
      },
    }),
    KEY,
    1,
  ],
])('strongSwan loads %s', async (_, settings, key, connections) => {
  const text = textOf(strongSwan(quiet(settings), key))
  const output = await lab.load('op', text)
  expect(output).toContain(`successfully loaded ${connections} connections,`)
  expect(output.match(/loaded ike secret/g)).toHaveLength(connections)
})

test('a proposal that strongSwan does not know is seen', async () => {
  const text = textOf(strongSwan(quiet(deviceOf()), KEY)).replace('aes256gcm16', 'aes257')
  expect(await lab.load('op', text)).toContain('1 failed to load')
})
