import { expect, test } from 'vitest'
import { custom, deviceSettings, preset } from '../../../tests/support/device-settings.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'
import { type EspProposal, type IkeProposal, proposalsOf } from './proposals.ts'

function of(policy: ReturnType<typeof custom>, protocol: 'IKEv1' | 'IKEv2' = 'IKEv2') {
  return proposalsOf(deviceSettings({ policy, protocol }))
}

test.each<[what: string, policy: ReturnType<typeof custom>, ike: IkeProposal, esp: EspProposal]>([
  [
    'Strong',
    preset('Strong'),
    { encryption: 'gcmaes256', hash: 'sha384', group: 20 },
    { is: 'gcm', encryption: 'gcmaes256', pfs: 20 },
  ],
  [
    'Compatible',
    preset('Compatible'),
    { encryption: 'aes256', hash: 'sha256', group: 14 },
    { is: 'cbc', encryption: 'aes256', hash: 'sha256', pfs: 14 },
  ],
  [
    'other spellings of Azure',
    custom({ dhGroup: 'DHGroup2048', pfsGroup: 'PfsNone', ikeEncryption: 'Aes128' }),
    { encryption: 'aes128', hash: 'sha256', group: 14 },
    { is: 'cbc', encryption: 'aes256', hash: 'sha256' },
  ],
  [
    'without encryption',
    custom({ ipsecEncryption: 'None', ipsecIntegrity: 'SHA1', pfsGroup: 'PFS24' }),
    { encryption: 'aes256', hash: 'sha256', group: 14 },
    { is: 'cbc', encryption: 'null', hash: 'sha1', pfs: 24 },
  ],
])('%s', (_, policy, ike, esp) => {
  expect(of(policy)).toMatchObject({ ok: true, value: { ike: [ike], esp: [esp], seconds: 27_000 } })
})

test('Azure’s defaults are spelt out: AES, the strongest first, DH group 2, without PFS', () => {
  const proposals = proposalsOf(deviceSettings())
  expect(proposals).toEqual({
    ok: true,
    value: {
      ike: [
        { encryption: 'aes256', hash: 'sha256', group: 2 },
        { encryption: 'aes256', hash: 'sha1', group: 2 },
        { encryption: 'aes128', hash: 'sha256', group: 2 },
        { encryption: 'aes128', hash: 'sha1', group: 2 },
      ],
      esp: [
        { is: 'gcm', encryption: 'gcmaes256' },
        { is: 'cbc', encryption: 'aes256', hash: 'sha256' },
        { is: 'cbc', encryption: 'aes256', hash: 'sha1' },
        { is: 'cbc', encryption: 'aes128', hash: 'sha256' },
        { is: 'cbc', encryption: 'aes128', hash: 'sha1' },
      ],
      ikeSeconds: 28_800,
      seconds: 27_000,
      kilobytes: 102_400_000,
    },
  })
})

test('lifetimes are the connection’s own, and Azure’s where it gives none', () => {
  expect(of(custom({ saLifeTimeSeconds: 3_600, saDataSizeKilobytes: 2_048 }))).toMatchObject({
    value: { seconds: 3_600, kilobytes: 2_048 },
  })
  expect(of(custom({ saLifeTimeSeconds: 0, saDataSizeKilobytes: undefined }))).toMatchObject({
    value: { seconds: 27_000, kilobytes: 102_400_000 },
  })
})

test.each<[change: Partial<IpsecPolicy>, says: RegExp]>([
  [{ dhGroup: 'None' }, /IKE cannot start without one/],
  [{ pfsGroup: 'PFSMM' }, /PFSMM as PFS group is not documented/],
  [{ ikeIntegrity: 'GCMAES256' }, /GCMAES256 as integrity of phase 1.*choose SHA384 or SHA256/],
  [{ ipsecEncryption: 'GCMAES256' }, /GCMAES256 does not go together with SHA256/],
  [{ ipsecIntegrity: 'GCMAES256' }, /AES256 does not go together with GCMAES256/],
  [{ ikeEncryption: 'CHACHA20' }, /CHACHA20 as encryption of phase 1 is not documented/],
  [{ ipsecIntegrity: undefined }, /does not tell its integrity of phase 2/],
  [{ dhGroup: 'DHGroup31' }, /DHGroup31/],
])('%j is refused', (change, says) => {
  const answer = of(custom(change))
  expect(answer.ok).toBe(false)
  expect(answer.ok ? '' : answer.error.join(' ')).toMatch(says)
})

test('GCM in phase 1 is refused with IKEv1, and taken with IKEv2', () => {
  expect(of(preset('Strong'), 'IKEv1')).toMatchObject({ ok: false })
  expect(of(preset('Compatible'), 'IKEv1').ok).toBe(true)
})
