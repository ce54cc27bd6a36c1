import type { IpsecPolicy } from '../../src/model/resources/vpn.ts'

/** A policy as ARM has it, and what the two ends then have to agree on. */
export interface PolicyCase {
  name: string
  /** Absent: Azure's defaults. */
  arm?: IpsecPolicy
  /** What the Azure side is told, in strongSwan's words. */
  ike: string
  esp: string
  /** What the device's log has to say was selected; `rekeyed` shows the PFS group. */
  selected: { ike: string; esp: string; rekeyed: string }
}

/** Words and names of device proof 6, typed from its table. */
const IKE_ENCRYPTION: Record<string, [word: string, name: string]> = {
  GCMAES256: ['aes256gcm16', 'AES_GCM_16_256'],
  GCMAES128: ['aes128gcm16', 'AES_GCM_16_128'],
  AES256: ['aes256', 'AES_CBC_256'],
  AES192: ['aes192', 'AES_CBC_192'],
  AES128: ['aes128', 'AES_CBC_128'],
  DES3: ['3des', '3DES_CBC'],
  DES: ['des', 'DES_CBC'],
}
const CBC_INTEGRITY: Record<string, [word: string, name: string]> = {
  SHA384: ['sha384', 'HMAC_SHA2_384_192/PRF_HMAC_SHA2_384'],
  SHA256: ['sha256', 'HMAC_SHA2_256_128/PRF_HMAC_SHA2_256'],
  SHA1: ['sha1', 'HMAC_SHA1_96/PRF_HMAC_SHA1'],
  MD5: ['md5', 'HMAC_MD5_96/PRF_HMAC_MD5'],
}
const GCM_PRF: Record<string, [word: string, name: string]> = {
  SHA384: ['prfsha384', 'PRF_HMAC_SHA2_384'],
  SHA256: ['prfsha256', 'PRF_HMAC_SHA2_256'],
  SHA1: ['prfsha1', 'PRF_HMAC_SHA1'],
  MD5: ['prfmd5', 'PRF_HMAC_MD5'],
}
const GROUP: Record<string, [word: string, name: string]> = {
  DHGroup1: ['modp768', 'MODP_768'],
  DHGroup2: ['modp1024', 'MODP_1024'],
  DHGroup14: ['modp2048', 'MODP_2048'],
  DHGroup2048: ['modp2048', 'MODP_2048'],
  DHGroup24: ['modp2048s256', 'MODP_2048_256'],
  PFS1: ['modp768', 'MODP_768'],
  PFS2: ['modp1024', 'MODP_1024'],
  PFS14: ['modp2048', 'MODP_2048'],
  PFS2048: ['modp2048', 'MODP_2048'],
  PFS24: ['modp2048s256', 'MODP_2048_256'],
  ECP256: ['ecp256', 'ECP_256'],
  ECP384: ['ecp384', 'ECP_384'],
}
const ESP_ENCRYPTION: Record<string, [word: string, name: string]> = {
  ...IKE_ENCRYPTION,
  GCMAES192: ['aes192gcm16', 'AES_GCM_16_192'],
  None: ['null', 'NULL'],
}
const ESP_INTEGRITY: Record<string, [word: string, name: string]> = {
  SHA256: ['sha256', 'HMAC_SHA2_256_128'],
  SHA1: ['sha1', 'HMAC_SHA1_96'],
  MD5: ['md5', 'HMAC_MD5_96'],
}

function at(table: Record<string, [string, string]>, value: string): [string, string] {
  const found = table[value]
  if (found === undefined) throw new Error(`The table of the device proof has no ${value}.`)
  return found
}

function policy(text: string): PolicyCase {
  const [
    ikeEncryption = '',
    ikeIntegrity = '',
    dhGroup = '',
    ipsecEncryption = '',
    ipsecIntegrity = '',
    pfsGroup = '',
  ] = text.split(' ')
  const encryption = at(IKE_ENCRYPTION, ikeEncryption)
  const integrity = at(ikeEncryption.startsWith('GCM') ? GCM_PRF : CBC_INTEGRITY, ikeIntegrity)
  const group = at(GROUP, dhGroup)
  const esp = [at(ESP_ENCRYPTION, ipsecEncryption)]
  if (!ipsecEncryption.startsWith('GCM')) esp.push(at(ESP_INTEGRITY, ipsecIntegrity))
  const pfs = pfsGroup === 'None' ? [] : [at(GROUP, pfsGroup)]
  const words = (parts: [string, string][]) => parts.map(([word]) => word).join('-')
  const names = (parts: [string, string][]) => parts.map(([, name]) => name).join('/')
  return {
    name: text,
    arm: {
      ikeEncryption,
      ikeIntegrity,
      dhGroup,
      ipsecEncryption,
      ipsecIntegrity,
      pfsGroup,
      saLifeTimeSeconds: 27_000,
      saDataSizeKilobytes: 102_400_000,
    },
    ike: words([encryption, integrity, group]),
    esp: words([...esp, ...pfs]),
    selected: {
      ike: `IKE:${names([encryption, integrity, group])}`,
      esp: `ESP:${names(esp)}/NO_EXT_SEQ`,
      rekeyed: `ESP:${names([...esp, ...pfs])}/NO_EXT_SEQ`,
    },
  }
}

/** The two presets of the app, as VPN Gateway 3.5 suggests them. */
export const PRESET_CASES = [
  'GCMAES256 SHA384 ECP384 GCMAES256 GCMAES256 ECP384',
  'AES256 SHA256 DHGroup14 AES256 SHA256 PFS2048',
].map(policy)

/** Device proof 6. */
export const CUSTOM_CASES = [
  'GCMAES256 SHA256 DHGroup14 GCMAES256 GCMAES256 PFS2048',
  'GCMAES128 SHA256 ECP256 GCMAES128 GCMAES128 ECP256',
  'GCMAES128 SHA1 DHGroup24 GCMAES192 GCMAES192 PFS24',
  'GCMAES256 MD5 DHGroup2 GCMAES256 GCMAES256 None',
  'AES256 SHA384 ECP384 AES256 SHA256 ECP384',
  'AES256 SHA1 DHGroup2 AES256 SHA1 None',
  'AES192 SHA256 DHGroup2048 AES192 SHA256 PFS14',
  'AES128 SHA256 ECP256 AES128 SHA256 ECP256',
  'AES128 SHA1 DHGroup2 AES128 SHA1 PFS2',
  'AES256 MD5 DHGroup14 AES256 MD5 PFS2048',
  'AES256 SHA256 DHGroup1 AES256 SHA256 PFS1',
  'AES256 SHA256 DHGroup24 GCMAES256 GCMAES256 PFS24',
  'DES3 SHA1 DHGroup2 DES3 SHA1 PFS2',
  'DES3 SHA256 DHGroup14 DES3 SHA256 None',
  'DES SHA1 DHGroup2 AES256 SHA1 None',
  'AES256 SHA256 DHGroup14 DES SHA1 None',
  'AES256 SHA256 DHGroup14 None SHA256 PFS2048',
  'AES256 SHA256 DHGroup14 None SHA1 None',
  'AES256 SHA256 DHGroup14 None MD5 None',
].map(policy)
