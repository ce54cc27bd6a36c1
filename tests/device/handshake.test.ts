import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PRESETS } from '../../src/model/edits/ipsec-policy.ts'
import type { DeviceSettings } from '../../src/model/device/settings.ts'
import { strongSwan, strongSwanTunnels } from '../../src/model/device/strongswan.ts'
import { type AzureSide, azureSide, DEFAULT_ESP, DEFAULT_IKE } from './azure-side.ts'
import { BOTH_TUNNELS, deviceOf, KEY, textOf } from './device.ts'
import { AZURE_0, AZURE_1, DEVICE, IN_AZURE, Lab, ON_PREMISES, type Side } from './lab.ts'
import { missingForHandshakes, skipWithout } from './needs.ts'
import { CUSTOM_CASES, type PolicyCase, PRESET_CASES } from './policies.ts'

const missing = missingForHandshakes()
let lab: Lab

beforeAll(async () => {
  if (missing !== undefined) return
  lab = new Lab()
  await lab.network()
  for (const side of ['az0', 'az1', 'op'] as const) await lab.daemon(side)
})
afterAll(() => lab?.end())
beforeEach(async (context) => {
  skipWithout(missing, context)
  await lab.clear()
})

const UP = /CHILD_SA \S+\{\d+\} established/

const AGREED: AzureSide = {
  address: AZURE_0,
  device: DEVICE,
  key: KEY,
  ike: 'aes256-sha256-modp2048',
  esp: 'aes256-sha256-modp2048',
}

async function load(side: Side, configuration: string, connections: number) {
  expect(await lab.load(side, configuration)).toContain(`successfully loaded ${connections} connections`)
}

async function ping(): Promise<void> {
  const { output } = await lab.inside('op', `ping -n -I ${ON_PREMISES} -c 1 -W 2 ${IN_AZURE}`)
  expect(output).toContain('1 received')
}

/** As `swanctl --list-sas` tells, by the id of each: what is installed, and how much went through. */
async function children(side: Side): Promise<Map<number, { name: string; out: number }>> {
  const { output } = await lab.swanctl(side, '--list-sas --raw')
  const found = output.matchAll(
    /\bname=([\w-]+) uniqueid=(\d+) reqid=\d+ state=INSTALLED [^}]*?bytes-out=(\d+)/g,
  )
  return new Map([...found].map(([, name = '', id, out]) => [Number(id), { name, out: Number(out) }]))
}

function selected(log: string, phase: 'IKE' | 'ESP'): string | undefined {
  return new RegExp(`selected proposal: (${phase}:\\S+)`).exec(log)?.[1]
}

/** Up as generated, used, renewed, used again. */
async function proves(settings: DeviceSettings, azure: AzureSide, wanted: PolicyCase['selected']) {
  await load('az0', azureSide(azure), 1)
  const from = lab.mark('op')
  await load('op', textOf(strongSwan(settings, KEY)), 1)
  const log = await lab.says('op', from, UP)
  expect(selected(log, 'IKE')).toBe(wanted.ike)
  expect(selected(log, 'ESP')).toBe(wanted.esp)
  const [, name = '', first = ''] = /CHILD_SA ([\w-]+)\{(\d+)\} established/.exec(log) ?? []
  await ping()

  const renewal = lab.mark('op')
  await lab.swanctl('op', `--rekey --child ${name}`)
  const renewed = await lab.says(
    'op',
    renewal,
    settings.protocol === 'IKEv2' ? /outbound CHILD_SA \S+ established|NO_PROPOSAL_CHOSEN/ : UP,
  )
  expect(selected(renewed, 'ESP')).toBe(wanted.rekeyed)
  await ping()
  const fresh = [...(await children('op'))].filter(([id]) => id !== Number(first))
  expect(fresh).toHaveLength(1)
  expect(fresh[0]?.[1].out).toBeGreaterThan(0)
}

describe('a configuration for strongSwan comes up, is used, renewed and used again', () => {
  test.each([...PRESET_CASES, ...CUSTOM_CASES])('$name', async ({ arm = {}, ike, esp, selected: wanted }) => {
    await proves(deviceOf({ policy: { is: 'custom', policy: arm } }), { ...AGREED, ike, esp }, wanted)
  })

  test('every preset of the app is among them', () => {
    const presets = Object.values(PRESETS).map((one) =>
      [
        one.ikeEncryption,
        one.ikeIntegrity,
        one.dhGroup,
        one.ipsecEncryption,
        one.ipsecIntegrity,
        one.pfsGroup,
      ].join(' '),
    )
    expect(PRESET_CASES.map(({ name }) => name)).toEqual(presets)
  })

  test('Azure’s defaults', async () => {
    await proves(
      deviceOf(),
      { ...AGREED, ike: DEFAULT_IKE, esp: DEFAULT_ESP },
      {
        // strongSwan as responder goes by its own order, which is here the one that Azure publishes.
        ike: 'IKE:AES_CBC_256/HMAC_SHA1_96/PRF_HMAC_SHA1/MODP_1024',
        esp: 'ESP:AES_GCM_16_256/NO_EXT_SEQ',
        rekeyed: 'ESP:AES_GCM_16_256/NO_EXT_SEQ',
      },
    )
  })

  test('Azure’s defaults without GCM', async () => {
    await proves(
      deviceOf(),
      { ...AGREED, ike: 'aes128-sha1-modp1024', esp: 'aes128-sha1' },
      {
        ike: 'IKE:AES_CBC_128/HMAC_SHA1_96/PRF_HMAC_SHA1/MODP_1024',
        esp: 'ESP:AES_CBC_128/HMAC_SHA1_96/NO_EXT_SEQ',
        rekeyed: 'ESP:AES_CBC_128/HMAC_SHA1_96/NO_EXT_SEQ',
      },
    )
  })

  test('IKEv1', async () => {
    const [, compatible] = PRESET_CASES
    await proves(
      deviceOf({ protocol: 'IKEv1', policy: { is: 'custom', policy: compatible?.arm ?? {} } }),
      { ...AGREED, version: 1 },
      {
        ike: 'IKE:AES_CBC_256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048',
        // IKEv1 negotiates the PFS group at once.
        esp: 'ESP:AES_CBC_256/HMAC_SHA2_256_128/MODP_2048/NO_EXT_SEQ',
        rekeyed: 'ESP:AES_CBC_256/HMAC_SHA2_256_128/MODP_2048/NO_EXT_SEQ',
      },
    )
  })

  test('pairs of prefixes', async () => {
    const [, compatible] = PRESET_CASES
    await proves(
      deviceOf({
        policy: { is: 'custom', policy: compatible?.arm ?? {} },
        selectors: { is: 'pairs', pairs: [{ local: '10.1.0.0/16', remote: '192.168.50.0/24' }] },
      }),
      { ...AGREED, own: '10.1.0.0/16', far: '192.168.50.0/24' },
      compatible?.selected ?? { ike: '', esp: '', rekeyed: '' },
    )
  })
})

test('both instances of an active-active gateway: each tunnel is up, and either carries the traffic', async () => {
  const [strong] = PRESET_CASES
  const { arm = {}, ike = '', esp = '' } = strong ?? {}
  const settings = deviceOf({ tunnels: BOTH_TUNNELS, policy: { is: 'custom', policy: arm } })
  await load('az0', azureSide({ ...AGREED, ike, esp }), 1)
  await load('az1', azureSide({ ...AGREED, address: AZURE_1, ike, esp }), 1)
  const from = lab.mark('op')
  await load('op', textOf(strongSwan(settings, KEY)), 2)
  const names = strongSwanTunnels(settings).map(({ name }) => name)
  for (const name of names) await lab.says('op', from, new RegExp(`CHILD_SA ${name}-0\\{\\d+\\} established`))
  expect((await children('op')).size).toBe(2)
  expect((await children('az0')).size).toBe(1)
  expect((await children('az1')).size).toBe(1)
  await ping()

  // The data path of this proof has one interface for both: the tunnel installed last carries, then the other.
  const used = [...(await children('op')).values()].find(({ out }) => out > 0)
  expect(used).toBeDefined()
  const gone = names.find((name) => used?.name.startsWith(name))
  await lab.swanctl('op', `--terminate --ike ${gone ?? ''} --timeout 2`)
  const left = await children('op')
  expect(left.size).toBe(1)
  await ping()
})
