/**
 * The Azure side of a handshake, written from the published tables (vpn gateway reference 3.5 and 3.6, device proof 5 and 6) and from
 * nothing of the app: a translation that is wrong there cannot be wrong here as well.
 */
export interface AzureSide {
  address: string
  device: string
  key: string
  /** In strongSwan's words. */
  ike: string
  esp: string
  version?: 1 | 2
  /** Azure's selectors: its own, and the device's. */
  own?: string
  far?: string
}

export function azureSide({ address, device, key, ike, esp, version = 2, own, far }: AzureSide): string {
  return `connections {
  azure {
    version = ${version}
    mobike = no
    local_addrs = ${address}
    remote_addrs = ${device}
    proposals = ${ike}
    dpd_delay = 45s
    local { auth = psk
      id = ${address} }
    remote { auth = psk
      id = ${device} }
    children { net {
      local_ts = ${own ?? '0.0.0.0/0'}
      remote_ts = ${far ?? '0.0.0.0/0'}
      esp_proposals = ${esp} } }
  }
}
secrets { ike-azure { id-1 = ${address}
  id-2 = ${device}
  secret = 0x${Buffer.from(key).toString('hex')} } }
`
}

/** What Azure takes where a connection has no policy (VPN Gateway 3.6): six offers of phase 1, all with group 2. */
export const DEFAULT_IKE = [
  'aes256-sha1',
  'aes256-sha256',
  'aes128-sha1',
  'aes128-sha256',
  '3des-sha1',
  '3des-sha256',
]
  .map((one) => `${one}-modp1024`)
  .join(',')

/** Of phase 2 as responder, in Azure's order. */
export const DEFAULT_ESP = [
  'aes256gcm16',
  'aes256-sha1',
  '3des-sha1',
  'aes256-sha256',
  'aes128-sha1',
  '3des-sha256',
  'des-sha1',
  'aes256-sha1-modp768',
  'aes256-sha1-modp1024',
  'aes256-sha1-modp2048',
  'aes256-sha256-modp2048',
  'aes128-sha256',
  'aes128-sha256-modp2048',
].join(',')
