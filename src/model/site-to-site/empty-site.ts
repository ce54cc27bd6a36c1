import type { SiteValues } from '../edits/site.ts'
import type { Site } from './answers.ts'

export const NO_VALUES: SiteValues = {
  by: 'address',
  address: '',
  fqdn: '',
  prefixes: [],
  bgp: false,
  asn: '',
  peer: '',
  weight: '',
}

/** A site with nothing in it yet, with a key that no other has. */
export function emptySite(others: readonly Site[]): Site {
  const number = others.reduce((most, { key }) => Math.max(most, Number(/^s(\d+)$/.exec(key)?.[1] ?? 0)), 0)
  return { key: `s${number + 1}`, use: 'new', existing: '', name: '', values: NO_VALUES, connection: '' }
}
