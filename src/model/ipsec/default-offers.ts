/** What Azure offers where a connection has no policy of its own; from the one place that publishes it. */
export interface Offer {
  encryption: string
  integrity: string
  /** Phase 2; `None`: without. */
  pfs?: string
}

/**
 * The text has no date and may be years old, and 3DES and DES may have gone since (VPN Gateway 3.6, 11 point 3): shown as
 * published, never as what Azure does today.
 */
export const OFFERS_SOURCE = {
  title: 'About VPN devices for Azure VPN Gateway',
  address: 'https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-devices',
}

/** Both roles (VPN Gateway 3.6). */
export const PHASE_1 = { dhGroup: 'DHGroup2', lifetimeSeconds: 28_800 }

const AES256_SHA1: Offer = { encryption: 'AES256', integrity: 'SHA1' }
const AES256_SHA256: Offer = { encryption: 'AES256', integrity: 'SHA256' }
const AES128_SHA1: Offer = { encryption: 'AES128', integrity: 'SHA1' }
const AES128_SHA256: Offer = { encryption: 'AES128', integrity: 'SHA256' }
const DES3_SHA1: Offer = { encryption: 'DES3', integrity: 'SHA1' }
const DES3_SHA256: Offer = { encryption: 'DES3', integrity: 'SHA256' }

/** In Azure's order, whether it initiates or responds. */
export const PHASE_1_ROUTE_BASED: readonly Offer[] = [
  AES256_SHA1,
  AES256_SHA256,
  AES128_SHA1,
  AES128_SHA256,
  DES3_SHA1,
  DES3_SHA256,
]

/** With IKEv1. */
export const PHASE_1_POLICY_BASED: readonly Offer[] = [AES256_SHA256, AES256_SHA1, AES128_SHA1, DES3_SHA1]

const withPfs = (offer: Offer, ...groups: string[]): Offer[] => groups.map((pfs) => ({ ...offer, pfs }))

export const PHASE_2_INITIATOR: readonly Offer[] = [
  { encryption: 'GCMAES256', integrity: 'GCMAES256', pfs: 'None' },
  ...withPfs(AES256_SHA1, 'None'),
  ...withPfs(DES3_SHA1, 'None'),
  ...withPfs(AES256_SHA256, 'None'),
  ...withPfs(AES128_SHA1, 'None'),
  ...withPfs(DES3_SHA256, 'None'),
]

export const PHASE_2_RESPONDER: readonly Offer[] = [
  ...PHASE_2_INITIATOR,
  { encryption: 'DES', integrity: 'SHA1', pfs: 'None' },
  ...withPfs(AES256_SHA1, 'PFS1', 'PFS2', 'PFS2048'),
  ...withPfs(AES128_SHA1, 'PFS1', 'PFS2', 'PFS2048'),
  ...withPfs(DES3_SHA1, 'PFS1', 'PFS2'),
  ...withPfs(DES3_SHA256, 'PFS2'),
  ...withPfs(AES256_SHA256, 'PFS1', 'PFS2', 'PFS2048'),
  ...withPfs(AES256_SHA1, 'PFS24'),
  ...withPfs(AES256_SHA256, 'PFS24'),
  ...withPfs(AES128_SHA256, 'None', 'PFS1', 'PFS2', 'PFS2048'),
  ...withPfs(DES3_SHA1, 'PFS2048'),
]

/** Phase 2 lifetimes where no policy says otherwise. */
export const PHASE_2_LIFETIMES = {
  routeBased: { seconds: 27_000, kilobytes: 102_400_000 },
  policyBased: { seconds: 3_600, kilobytes: 102_400_000 },
}
