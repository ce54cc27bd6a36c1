import { readCertificate } from '../../lib/certificate.ts'
import { exactTime } from '../format.ts'
import type { Verdict } from '../status/verdict.ts'
import type { Field, FieldValue, Section } from './field.ts'
import { absent, code, codes, field, text } from './values.ts'

/** What a gateway for clients and a configuration of a hub have alike of who may connect. */

const WARNING_DAYS = 60
const DAY = 86_400_000

interface Certificates {
  rootCertificates?: readonly { name: string; data?: string }[]
  revokedCertificates?: readonly { name: string; thumbprint?: string }[]
}

/**
 * Certificates that clients are held against, with when each root ends, as far as it can be read; a warning from 60 days before
 * (VPN Gateway 8, VPN-S08).
 * @param now in milliseconds since 1970
 */
export function certificatesSection(
  { rootCertificates = [], revokedCertificates = [] }: Certificates,
  now: number,
): Section {
  return {
    title: 'Certificates',
    columns: [{ label: 'Certificate' }, { label: 'Trusted as' }, { label: 'Ends' }],
    rows: [
      ...rootCertificates.map(({ name, data }, index) => ({
        key: `root ${index}`,
        cells: [text(name), text('root'), endOf(data, now)],
      })),
      ...revokedCertificates.map(({ name, thumbprint }, index) => ({
        key: `revoked ${index}`,
        cells: [text(name), text('revoked'), code(thumbprint, '–')],
      })),
    ],
    empty: 'No certificate is trusted here.',
  }
}

function endOf(data: string | undefined, now: number): FieldValue {
  const read = data === undefined ? undefined : readCertificate(data)
  if (!read) return absent('cannot be read')
  const left = read.notAfter - now
  const verdict: Verdict = left < 0 ? 'down' : left < WARNING_DAYS * DAY ? 'attention' : 'healthy'
  const meaning =
    left < 0 ? 'has ended' : left < WARNING_DAYS * DAY ? `in ${Math.floor(left / DAY)} days` : undefined
  return { is: 'state', text: exactTime(read.notAfter), verdict, ...(meaning !== undefined && { meaning }) }
}

/** RADIUS servers with what they are preferred by. */
export function radiusField(servers: readonly { address: string; score?: number }[]): Field {
  return field(
    'RADIUS servers',
    codes(
      servers.map(({ address, score }) => (score === undefined ? address : `${address} (score ${score})`)),
      'none',
    ),
  )
}
