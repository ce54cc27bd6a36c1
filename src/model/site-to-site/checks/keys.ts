import { keyRemarks } from '../../edits/shared-key.ts'
import { keyOfSite } from '../secrets.ts'
import { error, advice, type Looked, type WizardCheck } from './check.ts'

/** VAL-CON-02. Keys are no answers: the field is `keys.<index of the site>`, the first where there is one for all. The key's text is never repeated. */
export function keyChecks({ answers, keys }: Looked): WizardCheck[] {
  const { connection, sites } = answers
  const asked = connection.oneKey ? sites.slice(0, 1) : sites
  return asked.flatMap((site, index) => {
    const at = ['connection', `keys.${index}`] as const
    const whose = connection.oneKey || sites.length === 1 ? '' : ` of ${site.connection.trim()}`
    const key = keyOfSite(answers, site, keys) ?? ''
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
