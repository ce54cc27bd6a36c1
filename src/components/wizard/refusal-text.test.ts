import { expect, test } from 'vitest'
import type { HubError } from '../../model/errors.ts'
import { byReason, refusalText } from './refusal-text.ts'

const denied = (target: string, path: string): HubError => ({
  kind: 'forbidden',
  code: 'RequestDisallowedByPolicy',
  message: `Resource '${target}' was disallowed by policy.`,
  target,
  details: [],
  because: { is: 'policy', policies: [{ name: 'Require a tag', paths: [path] }] },
})
const told = (error: HubError) => refusalText(error, () => undefined)

test('a policy that asks for tags is answered with what can be done, since the wizard sets none', () => {
  expect(told(denied('a', 'tags[cost-center]')).text).toMatch(
    /policy “Require a tag”.*sets none of yours yet.*exemption/,
  )
  expect(told(denied('a', 'location')).text).not.toMatch(/sets none/)
})

test('refusals for one reason are one', () => {
  const all = [
    { of: 'a', ...told(denied('a', 'tags[cost-center]')) },
    { of: 'b', ...told(denied('b', 'location')) },
    { of: 'c', ...told(denied('c', 'tags[cost-center]')) },
  ]
  expect(byReason(all).map((same) => same.map(({ of }) => of))).toEqual([['a', 'c'], ['b']])
})
