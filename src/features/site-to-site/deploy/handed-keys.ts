import type { Keys, Site } from '../../../model/site-to-site/answers.ts'

/**
 * The keys of a draft to be copied: one where all connections have the same.
 * @param sites those whose connection the run sends: what was made before has a key that may be another
 */
export function handedKeys(
  keys: Keys,
  sites: readonly Pick<Site, 'key' | 'connection'>[],
): { label: string; key: string }[] {
  const known = sites.flatMap(({ key, connection }) => {
    const value = keys[key] ?? ''
    return value === '' ? [] : [{ label: `Copy key of ${connection.trim()}`, key: value }]
  })
  const [first] = known
  if (first && known.every(({ key }) => key === first.key)) return [{ label: 'Copy key', key: first.key }]
  return known
}
