import { keyRemarks } from '../../edits/shared-key.ts'
import { madeConnections } from '../made-connections.ts'
import { error, advice, type Looked, type WizardCheck } from './check.ts'

/**
 * VAL-CON-02, for what the plan sends. Keys are no answers: the field is `keys.<index of the site>`, the first that is sent where there
 * is one for all. The key's text is never repeated.
 */
export function keyChecks({ answers, keys, around }: Looked): WizardCheck[] {
  const { connection, sites } = answers
  const made = madeConnections(answers, around)
  const sent = sites.filter((site) => !made.has(site.key))
  const asked = connection.oneKey ? sent.slice(0, 1) : sent
  return asked.flatMap((site) => {
    const at = ['connection', `keys.${sites.indexOf(site)}`] as const
    const whose = asked.length === 1 && sent.length === sites.length ? '' : ` of ${site.connection.trim()}`
    const key = keys[site.key] ?? ''
    if (key === '')
      return [
        error(
          'VAL-CON-02',
          at,
          connection.key === 'generated'
            ? `Generate the key${whose}. A key is kept in memory only, and is gone once the page was left.`
            : `Enter the key${whose}. A key is kept in memory only, and is gone once the page was left.`,
        ),
      ]
    return keyRemarks(key).map(({ level, text }) =>
      (level === 'error' ? error : advice)('VAL-CON-02', at, `The key${whose}: ${lowerFirst(text)}`),
    )
  })
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
