import { madeKey } from '../../model/edits/shared-key.ts'
import type { Answers, Keys } from '../../model/site-to-site/answers.ts'

/** Letters and digits alone, which every device takes: 48 of them are beyond guessing. */
const LENGTH = 48

/** The keys there are, and in place of those that are missing random ones, where they are to be made here. */
export function completeKeys({ connection, sites }: Pick<Answers, 'connection' | 'sites'>, keys: Keys): Keys {
  const [first] = sites
  const shared = first && (keys[first.key] ?? '')
  const made = () => madeKey(LENGTH, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const missing = connection.key === 'generated' ? made : () => ''
  const one = connection.oneKey ? shared || missing() : undefined
  return Object.fromEntries(sites.map(({ key }) => [key, one ?? (keys[key] || missing())]))
}
