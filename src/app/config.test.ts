import { describe, expect, it } from 'vitest'
import { readSetup, type ConfigAnswer } from './config.ts'

function answer(text: string, status = 200, contentType = 'application/json'): ConfigAnswer {
  return { is: 'answer', status, contentType, text }
}

describe('readSetup', () => {
  it('starts the demo only when an object was read and no client is named', () => {
    expect(readSetup(answer('{}'), {})).toEqual({ is: 'demo' })
    expect(readSetup(answer('{}'), { clientId: '' })).toEqual({ is: 'demo' })
  })

  it('takes the client from the build, and config.json wins over it', () => {
    expect(readSetup(answer('{}'), { clientId: 'built' })).toMatchObject({ is: 'azure', clientId: 'built' })
    expect(readSetup(answer('{"clientId":"file"}'), { clientId: 'built' })).toMatchObject({
      is: 'azure',
      clientId: 'file',
    })
  })

  it.each<[string, ConfigAnswer, RegExp]>([
    ['a fallback page', answer('<!doctype html>', 200, 'text/html'), /HTML page/],
    ['a fallback page under a JSON type', answer('<!doctype html>'), /HTML page/],
    ['a missing file', answer('', 404), /404/],
    ['a failing server', answer('{}', 500), /500/],
    ['half a file', answer('{"clientId":'), /does not parse/],
    ['an array', answer('[]'), /not of the form/],
    ['null', answer('null'), /not of the form/],
    ['a number for the client', answer('{"clientId":1}'), /GUID/],
    ['an empty client', answer('{"clientId":" "}'), /GUID/],
    ['no answer', { is: 'failure', message: 'Failed to fetch' }, /Failed to fetch/],
  ])('never takes %s for the demo', (_, given, why) => {
    const setup = readSetup(given, {})
    expect(setup.is).toBe('problem')
    expect(setup.is === 'problem' && setup.why).toMatch(why)
  })
})
