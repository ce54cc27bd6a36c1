import type { Site, SiteLink } from './answers.ts'

/** A link with nothing in it but a name that no other link of its site has. */
export function emptyLink(others: readonly Pick<SiteLink, 'name'>[]): SiteLink {
  const names = new Set(others.map(({ name }) => name.trim().toLowerCase()))
  let number = others.length + 1
  while (names.has(`link-${number}`)) number += 1
  return { name: `link-${number}`, provider: '', speed: '', endpoint: '', asn: '', peer: '' }
}

/** A site with nothing in it yet, with a key that no other has. */
export function emptySite(others: readonly Pick<Site, 'key'>[]): Site {
  return {
    key: nextKey(others),
    use: 'new',
    existing: '',
    name: '',
    vendor: '',
    model: '',
    prefixes: [],
    links: [emptyLink([])],
  }
}

export function nextKey(others: readonly Pick<Site, 'key'>[]): string {
  const most = others.reduce((so, { key }) => Math.max(so, Number(/^s(\d+)$/.exec(key)?.[1] ?? 0)), 0)
  return `s${most + 1}`
}
