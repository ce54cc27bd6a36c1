import { madeKey } from '../../model/edits/shared-key.ts'
import type { ConnectionAnswers, Keys, Site } from '../../model/site-to-site/answers.ts'

/** Letters and digits alone, which every device takes: 48 of them are beyond guessing. */
const LENGTH = 48

/** What of the answers tells which keys there are to be. */
interface Asking {
  connection: Pick<ConnectionAnswers, 'key' | 'oneKey'>
  sites: readonly Pick<Site, 'key'>[]
}

/**
 * The keys there are, and in place of those that are missing random ones, where they are to be made here.
 * @param made sites whose connection is made already: theirs are left as they are, also where there is one key for all
 */
export function completeKeys(
  { connection, sites }: Asking,
  keys: Keys,
  made: ReadonlyMap<string, unknown>,
): Keys {
  const sent = sites.filter(({ key }) => !made.has(key))
  const left = sites.flatMap(({ key }) => (made.has(key) && keys[key] ? [[key, keys[key]] as const] : []))
  const [first] = sent
  const shared = first && (keys[first.key] ?? '')
  const random = () => madeKey(LENGTH, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const missing = connection.key === 'generated' ? random : () => ''
  const one = connection.oneKey ? shared || missing() : undefined
  return Object.fromEntries([
    ...left,
    ...sent.map(({ key }) => [key, one ?? (keys[key] || missing())] as const),
  ])
}
