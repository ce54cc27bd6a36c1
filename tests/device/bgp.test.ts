import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { known } from '../../src/model/device/settings.ts'
import { strongSwan, strongSwanTunnels } from '../../src/model/device/strongswan.ts'
import { azureSide } from './azure-side.ts'
import { BOTH_TUNNELS, deviceOf, KEY, textOf } from './device.ts'
import { AZURE_0, AZURE_1, DEVICE, Lab, pause, type Side } from './lab.ts'
import { missingForBgp, skipWithout } from './needs.ts'
import { PRESET_CASES } from './policies.ts'

const missing = missingForBgp()
let lab: Lab

beforeAll(async () => {
  if (missing !== undefined) return
  lab = new Lab()
  await lab.network()
  for (const side of ['az0', 'az1', 'op'] as const) await lab.daemon(side)
})
afterAll(() => lab?.end())
beforeEach((context) => skipWithout(missing, context))

const DEVICE_PEER = '169.254.21.2'
const PEERS = ['169.254.21.1', '169.254.21.5'] as const

/** Azure does not start a session with an APIPA peer: it waits. */
function azureBird(peer: string): string {
  return `router id ${peer};
protocol device { }
protocol static links { ipv4; route ${DEVICE_PEER}/32 via "ipsec0"; }
protocol static own { ipv4; route 10.1.0.0/16 unreachable; }
protocol bgp device0 {
  local ${peer} as 65515;
  neighbor ${DEVICE_PEER} as 65010;
  multihop 2;
  passive on;
  ipv4 { import all; export where net = 10.1.0.0/16; };
}
`
}

async function bird(side: Side, configuration: string) {
  writeFileSync(lab.path(side, 'bird.conf'), configuration)
  await lab.must(
    `ip netns exec ${side} bird -c ${lab.path(side, 'bird.conf')} -s ${lab.path(side, 'bird.sock')} -P ${lab.path(side, 'bird.pid')}`,
  )
}

test('the BIRD configuration beside the tunnels brings up both BGP sessions', async () => {
  const [strong] = PRESET_CASES
  const { arm = {}, ike = '', esp = '' } = strong ?? {}
  const settings = deviceOf({
    tunnels: BOTH_TUNNELS,
    policy: { is: 'custom', policy: arm },
    bgp: { azureAsn: known('65515'), deviceAsn: known('65010'), devicePeer: known(DEVICE_PEER) },
  })
  for (const [side, address, peer] of [
    ['az0', AZURE_0, PEERS[0]],
    ['az1', AZURE_1, PEERS[1]],
  ] as const) {
    await lab.must(`ip -n ${side} addr add ${peer}/32 dev lo`)
    await lab.load(side, azureSide({ address, device: DEVICE, key: KEY, ike, esp }))
  }
  await lab.must(`ip -n op addr add ${DEVICE_PEER}/32 dev lo`)

  // The data path of this proof has one interface for both tunnels, so each gets its own peer instead of everything.
  const text = textOf(strongSwan(settings, KEY))
  const [first = '', second = ''] = text.split(/(?=^ {2}azure-cn-lab-1 \{)/m)
  const narrow = (part: string, peer: string) =>
    part.replace('remote_ts = 0.0.0.0/0', `remote_ts = ${peer}/32`)
  const from = lab.mark('op')
  await lab.load('op', narrow(first, PEERS[0]) + narrow(second, PEERS[1]))
  for (const { name } of strongSwanTunnels(settings))
    await lab.says('op', from, new RegExp(`CHILD_SA ${name}-0\\{\\d+\\} established`))

  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.includes('router id'))
  const generated = lines.slice(start).map((line) => line.replace(/^# {3}/, ''))
  for (const [side, peer] of [
    ['az0', PEERS[0]],
    ['az1', PEERS[1]],
  ] as const)
    await bird(side, azureBird(peer))
  await bird(
    'op',
    generated
      .join('\n')
      .replaceAll(/"azure\d"/g, '"ipsec0"')
      .replaceAll('multihop 2;', 'multihop 2; connect delay time 1;'),
  )

  const shown = async (command: string) =>
    (await lab.run(`birdc -s ${lab.path('op', 'bird.sock')} ${command}`)).output
  const end = Date.now() + 15_000
  while (Date.now() < end && ((await shown('show protocols')).match(/Established/g) ?? []).length < 2)
    await pause(200)
  expect((await shown('show protocols')).match(/Established/g)).toHaveLength(2)
  const routes = await shown('show route 10.1.0.0/16 all')
  for (const peer of PEERS) expect(routes).toContain(`BGP.next_hop: ${peer}`)
  const heard = await lab.run(`birdc -s ${lab.path('az1', 'bird.sock')} show route 192.168.50.0/24`)
  expect(heard.output).toContain('192.168.50.0/24')
})
