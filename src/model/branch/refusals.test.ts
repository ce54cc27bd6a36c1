import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STEPS } from './answers.ts'
import { REFUSALS, refusalRemedy } from './refusals.ts'

/** All that rules of the wizard are made from: each names its rule as text. */
const CODE = ['.', 'checks', '../wizard']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, import.meta.url))
      .filter((name) => name.endsWith('.ts') && !/\.test\.|refus/.test(name))
      .map((name) => readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')),
  )
  .join('\n')

test('a refusal that rules prevent names rules that there are, and leads to a step that there is', () => {
  for (const { prevented, at, code } of REFUSALS) {
    const rules = prevented.by === 'rules' ? prevented.rules : []
    for (const rule of rules) expect(CODE, `${code}: ${rule}`).toContain(`'${rule}'`)
    if (at) expect(STEPS).toContain(at.step)
  }
})

test.each([
  ['anotheroperationinprogress', '', /router is still being made/],
  ['InvalidConnectedSiteId', '', /VPN site is gone, or has links/],
  ['x', 'The VPN gateway deployment operation failed due to an intermittent error', /says that this passes/],
  ['ScopeLocked', '', /locked/],
])('%s is explained', (code, message, why) => expect(refusalRemedy(code, message)?.why).toMatch(why))

test('what nobody knows is left to Azure’s words', () =>
  expect(refusalRemedy('Unheard', 'of')).toBeUndefined())
