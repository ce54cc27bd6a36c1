import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { known, type DeviceSettings } from '../../src/model/device/settings.ts'
import { strongSwan } from '../../src/model/device/strongswan.ts'
import { type LogMarkKind, readDeviceLog } from '../../src/model/why/device-log.ts'
import { diagnose } from '../../src/model/why/diagnose.ts'
import { facts, NEVER_UP } from '../support/why-facts.ts'
import { type AzureSide, azureSide } from './azure-side.ts'
import { deviceOf, KEY, textOf } from './device.ts'
import { AZURE_0, DEVICE, IN_AZURE, Lab, NOBODY, ON_PREMISES } from './lab.ts'
import { missingForHandshakes, skipWithout } from './needs.ts'
import { PRESET_CASES } from './policies.ts'

const missing = missingForHandshakes()
let lab: Lab

beforeAll(async () => {
  if (missing !== undefined) return
  lab = new Lab()
  await lab.network()
  for (const side of ['az0', 'op'] as const) await lab.daemon(side)
})
afterAll(() => lab?.end())
beforeEach(async (context) => {
  skipWithout(missing, context)
  await lab.clear()
})

const [, COMPATIBLE] = PRESET_CASES
const DEVICE_SIDE: Partial<DeviceSettings> = { policy: { is: 'custom', policy: COMPATIBLE?.arm ?? {} } }
const AZURE: AzureSide = {
  address: AZURE_0,
  device: DEVICE,
  key: KEY,
  ike: 'aes256-sha256-modp2048',
  esp: 'aes256-sha256-modp2048',
}

interface Mismatch {
  azure?: Partial<AzureSide>
  device?: Partial<DeviceSettings>
  /** What the log of the device says in the end, and what the app reads in it. */
  says: RegExp
  reads: LogMarkKind
  /** The rule of “Why it is not up” whose cause stands first, and its title. */
  rule: string
  title: RegExp
  /** What to do about it names this. */
  change?: RegExp
}

const FAILED: Record<string, Mismatch> = {
  'another key': {
    azure: { key: 'another' },
    says: /received AUTHENTICATION_FAILED notify error/,
    reads: 'authentication',
    rule: 'Shared key',
    title: /^The shared key differs/,
  },
  'no common proposal of phase 1': {
    azure: { ike: 'aes128-sha1-modp2048' },
    says: /received NO_PROPOSAL_CHOSEN notify error/,
    reads: 'phase1Proposal',
    rule: 'Phase 1 and 2 proposals',
    title: /proposal/,
  },
  'another DH group': {
    azure: { ike: 'aes256-sha256-modp1024' },
    says: /received NO_PROPOSAL_CHOSEN notify error/,
    reads: 'phase1Proposal',
    rule: 'Phase 1 and 2 proposals',
    title: /proposal/,
  },
  'no common proposal of phase 2': {
    azure: { esp: 'aes128-sha1' },
    says: /received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built/,
    reads: 'phase2Proposal',
    rule: 'Phase 1 and 2 proposals',
    title: /proposal/,
  },
  'other traffic selectors': {
    azure: { own: '10.2.0.0/16', far: '192.168.60.0/24' },
    device: { selectors: { is: 'pairs', pairs: [{ local: '10.1.0.0/16', remote: '192.168.50.0/24' }] } },
    says: /received TS_UNACCEPTABLE notify, no CHILD_SA built/,
    reads: 'selectors',
    rule: 'Traffic selectors',
    title: /selectors/,
  },
  // The log does not tell it from another key, so the app names both.
  'another identity of the device': {
    device: {
      device: { by: 'address', endpoint: known('10.99.0.9') },
      nat: { is: 'behind', address: known(DEVICE) },
    },
    says: /received AUTHENTICATION_FAILED notify error/,
    reads: 'authentication',
    rule: 'Shared key',
    title: /^The shared key differs/,
    change: /identity/,
  },
  'another address of Azure': {
    device: { tunnels: [{ label: 'Instance 0', address: known(NOBODY), bgpPeer: known(NOBODY) }] },
    says: /giving up after 2 retransmits/,
    reads: 'silence',
    rule: 'Device and path',
    title: /does not answer/,
  },
  'IKEv1 on the device alone': {
    device: { protocol: 'IKEv1' },
    says: /received NO_PROPOSAL_CHOSEN error notify/,
    reads: 'phase1Proposal',
    rule: 'Phase 1 and 2 proposals',
    title: /IKE version/,
  },
}

test.each(Object.entries(FAILED))('%s', async (_, { azure, device, says, reads, rule, title, change }) => {
  expect(await lab.load('az0', azureSide({ ...AZURE, ...azure }))).toContain('successfully loaded 1')
  const from = lab.mark('op')
  const text = textOf(strongSwan(deviceOf({ ...DEVICE_SIDE, ...device }), KEY))
  expect(await lab.load('op', text)).toContain('successfully loaded 1')
  const log = await lab.says('op', from, says)
  expect(log).not.toMatch(/CHILD_SA \S+ established/)
  const cause = expectPredicted(log, reads, rule, title)
  if (change !== undefined) expect(cause?.change).toMatch(change)
})

/** The app reads it so, puts that cause first, and the cause names what this very log says. */
function expectPredicted(log: string, reads: LogMarkKind, rule: string, title: RegExp) {
  const marks = readDeviceLog(log)
  expect(marks.map(({ kind }) => kind)).toContain(reads)
  const [first] = diagnose(facts({ connection: NEVER_UP, deviceLog: marks })).causes
  expect(first).toMatchObject({ rule, likelihood: 'very likely' })
  expect(first?.title).toMatch(title)
  return first
}

test.each([
  ['another PFS group', 'aes256-sha256-ecp384'],
  ['PFS on the device alone', 'aes256-sha256'],
])('%s: up and used, until phase 2 is renewed', async (_, esp) => {
  expect(await lab.load('az0', azureSide({ ...AZURE, esp }))).toContain('successfully loaded 1')
  const from = lab.mark('op')
  await lab.load('op', textOf(strongSwan(deviceOf(DEVICE_SIDE), KEY)))
  const up = await lab.says('op', from, /CHILD_SA \S+ established/)
  const { output } = await lab.inside('op', `ping -n -I ${ON_PREMISES} -c 1 -W 2 ${IN_AZURE}`)
  expect(output).toContain('1 received')

  const renewal = lab.mark('op')
  const [, name = ''] = /CHILD_SA ([\w-]+)\{/.exec(up) ?? []
  await lab.swanctl('op', `--rekey --child ${name}`)
  const log = await lab.says('op', renewal, /CHILD_SA rekeying failed/)
  const first = expectPredicted(log, 'phase2Proposal', 'Phase 1 and 2 proposals', /PFS group/)
  expect(first?.title).toMatch(/PFS/)
})
