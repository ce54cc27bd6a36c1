import type { Section } from '../details/field.ts'
import { absent, code, text } from '../details/values.ts'
import type { FieldValue } from '../details/field.ts'
import type { Connection, IpsecPolicy, VirtualNetworkGateway } from '../resources/vpn.ts'
import {
  type Offer,
  PHASE_1,
  PHASE_1_POLICY_BASED,
  PHASE_1_ROUTE_BASED,
  PHASE_2_INITIATOR,
  PHASE_2_LIFETIMES,
  PHASE_2_RESPONDER,
} from './default-offers.ts'
import { type PolicyMember, weakness } from './weak.ts'

const LABELS: readonly [member: PolicyMember, label: string, phase: 1 | 2][] = [
  ['ikeEncryption', 'Encryption', 1],
  ['ikeIntegrity', 'Integrity', 1],
  ['dhGroup', 'DH group', 1],
  ['ipsecEncryption', 'Encryption', 2],
  ['ipsecIntegrity', 'Integrity', 2],
  ['pfsGroup', 'PFS group', 2],
]

/** The custom policy of a connection, both phases; the first of them, as Azure takes one (VPN Gateway 3.5). */
export function customPolicy(policy: IpsecPolicy): Section {
  const rows = LABELS.map(([member, label, phase]) => ({
    key: member,
    cells: [text(`Phase ${phase}`), text(label), algorithm(member, policy[member])],
  }))
  return {
    title: 'Custom policy',
    columns: [{ label: 'Phase' }, { label: 'Part' }, { label: 'Value' }],
    rows: [...rows.slice(0, 3), lifetimeOfPhase1(), ...rows.slice(3), ...lifetimesOfPhase2(policy)],
    empty: '',
  }
}

function lifetimeOfPhase1() {
  const value: FieldValue = { is: 'text', text: `${PHASE_1.lifetimeSeconds} s, fixed by Azure` }
  return { key: 'phase1', cells: [text('Phase 1'), text('Lifetime'), value] }
}

function lifetimesOfPhase2({ saLifeTimeSeconds, saDataSizeKilobytes }: IpsecPolicy) {
  return [
    { key: 'seconds', label: 'Lifetime', value: saLifeTimeSeconds, unit: 's' },
    { key: 'size', label: 'Data', value: saDataSizeKilobytes, unit: 'KB' },
  ].map(({ key, label, value, unit }) => ({
    key,
    cells: [
      text('Phase 2'),
      text(label),
      value === undefined ? absent('not given by Azure') : text(`${value} ${unit}`),
    ],
  }))
}

function algorithm(member: PolicyMember, value: string | undefined): FieldValue {
  if (value === undefined) return absent('not given by Azure')
  const weak = weakness(member, value)
  return weak === undefined ? code(value) : { is: 'state', text: value, verdict: 'attention', meaning: weak }
}

/** Azure's published offers in their order, for a gateway of its type (VPN Gateway 3.6). */
export function defaultOffers(gateway: VirtualNetworkGateway | undefined): Section[] {
  if (isPolicyBased(gateway))
    return [offers('Phase 1, policy-based gateway', PHASE_1_POLICY_BASED, phase1Note())]
  const { seconds, kilobytes } = PHASE_2_LIFETIMES.routeBased
  const note = `${seconds} s, ${kilobytes} KB`
  return [
    offers('Phase 1, both roles', PHASE_1_ROUTE_BASED, phase1Note()),
    offers('Phase 2, Azure initiates', PHASE_2_INITIATOR, note),
    offers('Phase 2, Azure responds', PHASE_2_RESPONDER, note),
  ]
}

export function isPolicyBased(gateway: VirtualNetworkGateway | undefined): boolean {
  return gateway?.vpnType?.toLowerCase() === 'policybased'
}

function phase1Note(): string {
  return `${PHASE_1.dhGroup}, ${PHASE_1.lifetimeSeconds} s`
}

function offers(title: string, list: readonly Offer[], note: string): Section {
  const phase2 = list.some(({ pfs }) => pfs !== undefined)
  const [encryption, integrity]: PolicyMember[] = phase2
    ? ['ipsecEncryption', 'ipsecIntegrity']
    : ['ikeEncryption', 'ikeIntegrity']
  return {
    title,
    note,
    columns: [
      { label: 'Order' },
      { label: 'Encryption' },
      { label: 'Integrity' },
      ...(phase2 ? [{ label: 'PFS group' }] : []),
    ],
    rows: list.map((offer, index) => ({
      key: String(index),
      cells: [
        text(index + 1),
        algorithm(encryption ?? 'ikeEncryption', offer.encryption),
        algorithm(integrity ?? 'ikeIntegrity', offer.integrity),
        ...(offer.pfs === undefined
          ? []
          : [offer.pfs === 'None' ? code('None') : algorithm('pfsGroup', offer.pfs)]),
      ],
    })),
    empty: '',
  }
}

/** 0 on the wire means Azure's default, 45 seconds (ARM contract 9.3); 30 to 45 is recommended (VPN Gateway 3.3). */
export function dpdWords(seconds: number | undefined): FieldValue {
  if (seconds === undefined) return absent('not given by Azure')
  if (seconds === 0) return text('0: Azure’s default, 45 s')
  const value = `${seconds} s`
  return seconds < 30 || seconds > 45
    ? { is: 'state', text: value, verdict: 'attention', meaning: '30 to 45 s is recommended' }
    : text(value)
}

/** What the mode lets each end do (VPN Gateway 3.3). */
export function modeWords(mode: string | undefined): FieldValue {
  switch (mode?.toLowerCase()) {
    case undefined:
      return absent('not given by Azure')
    case 'default':
      return text('Default: Azure initiates and responds')
    case 'initiatoronly':
      return text('InitiatorOnly: Azure initiates, the device must answer')
    case 'responderonly':
      return text('ResponderOnly: the device must initiate')
    default:
      return code(mode)
  }
}

/** What somebody has to know of a policy before anything else, as sentences. */
export function policyNotes(connection: Connection, gateway: VirtualNetworkGateway | undefined): string[] {
  const policy = connection.ipsecPolicies[0]
  const notes: string[] = []
  if (policy) {
    notes.push(
      'Both ends need exactly these algorithms and groups. Lifetimes may differ: each end keeps its own.',
    )
    if (policy.ikeEncryption && algorithmIsGcm(policy.ikeEncryption))
      notes.push('With GCM in phase 1 the integrity value is the PRF.')
    if (connection.ipsecPolicies.length > 1)
      notes.push('Azure takes one policy for a connection; the others are in JSON.')
    return notes
  }
  notes.push('This connection has no policy of its own, so Azure offers its defaults and the device chooses.')
  if (!isPolicyBased(gateway))
    notes.push(
      'As published, they use DH group 2 in phase 1, and no PFS where Azure initiates. A device that demands more needs a custom policy here.',
    )
  return notes
}

function algorithmIsGcm(value: string): boolean {
  return /^gcm/i.test(value)
}
