import { expect, it } from 'vitest'
import { signOuts } from './sign-outs.ts'

function entry(value?: string) {
  let kept = value
  return { read: () => kept, write: (next: string | undefined) => void (kept = next) }
}

it('are told to each tab once for each sign-in, account by account', () => {
  const all = entry()
  const [one, other] = [signOuts(all, entry()), signOuts(all, entry())]
  expect(one.missed('alex')).toBe(false)
  other.announce(['alex', 'sam'])
  expect(['alex', 'sam', 'kim'].map(one.missed)).toEqual([true, true, false])
  one.signedIn('sam')
  expect(['alex', 'sam'].map(one.missed)).toEqual([true, false])
  other.announce(['sam'])
  expect(one.missed('sam')).toBe(true)
})

it.each(['nonsense', '[]', 'null', '{"x":"y"}'])('%s in the storage is passed over', (text) => {
  const outs = signOuts(entry(text), entry(text))
  expect(outs.missed('alex')).toBe(false)
  outs.announce(['alex'])
  expect(outs.missed('alex')).toBe(true)
})
