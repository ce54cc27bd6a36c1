import { describe, expect, it } from 'vitest'
import { type ConfigAnswer, readSetup } from './config.ts'
import type { BuiltIn } from './setup.ts'

const CLIENT = '11111111-aaaa-4bbb-8ccc-222222222222'
const TENANT = '33333333-aaaa-4bbb-8ccc-444444444444'

function answer(text: string, status = 200, contentType = 'application/json'): ConfigAnswer {
  return { is: 'answer', status, contentType, text }
}

function file(values: object): ConfigAnswer {
  return answer(JSON.stringify(values))
}

const CUSTOM = {
  clientId: 'hub-test',
  cloud: 'custom',
  armEndpoint: 'https://arm.example.com/',
  authorityHost: 'https://login.example.com:8443',
  scope: 'https://arm.example.com/.default',
}

describe('readSetup', () => {
  it('starts the demo only when an object was read and nothing is named', async () => {
    expect(await readSetup(answer('{}'), {})).toEqual({ is: 'demo' })
    expect(await readSetup(answer('{}'), { clientId: '', cloud: ' ' })).toEqual({ is: 'demo' })
  })

  it('takes the client from the build; config.json that names a client is taken alone, else key by key', async () => {
    const built = { clientId: CLIENT, tenantId: TENANT }
    expect(await readSetup(answer('{}'), built)).toMatchObject({ is: 'azure', ...built })
    expect(await readSetup(file({ tenantId: 'contoso.example' }), built)).toMatchObject({
      clientId: CLIENT,
      tenantId: 'contoso.example',
    })
    expect(await readSetup(file({ clientId: TENANT }), { ...built, cloud: 'china' })).toMatchObject({
      clientId: TENANT,
      tenantId: 'organizations',
      cloud: { name: 'public' },
    })
  })

  it('knows each cloud by its name', async () => {
    expect(await readSetup(file({ clientId: CLIENT, cloud: 'us-government' }), {})).toMatchObject({
      cloud: {
        armEndpoint: 'https://management.usgovcloudapi.net',
        scope: 'https://management.usgovcloudapi.net/.default',
        authorityHost: 'https://login.microsoftonline.us',
      },
    })
    expect(await readSetup(file({ clientId: CLIENT, cloud: 'china' }), {})).toMatchObject({
      cloud: { armEndpoint: 'https://management.chinacloudapi.cn' },
    })
    expect(await readSetup(file(CUSTOM), {})).toEqual({
      is: 'azure',
      clientId: 'hub-test',
      tenantId: 'organizations',
      cloud: {
        name: 'custom',
        title: 'Azure',
        armEndpoint: 'https://arm.example.com',
        authorityHost: 'https://login.example.com:8443',
        scope: 'https://arm.example.com/.default',
      },
    })
  })

  it.each<[string, ConfigAnswer, RegExp]>([
    ['a fallback page', answer('<!doctype html>', 200, 'text/html'), /HTML page/],
    ['a fallback page under a JSON type', answer('<!doctype html>'), /HTML page/],
    ['a missing file', answer('', 404), /404/],
    ['a failing server', answer('{}', 500), /500/],
    ['half a file', answer('{"clientId":'), /does not parse.*Unexpected end/],
    ['an array', answer('[]'), /not of the form/],
    ['null', answer('null'), /not of the form/],
    ['a number for the client', answer('{"clientId":1}'), /text in quotes/],
    ['an empty client', answer('{"clientId":" "}'), /text in quotes/],
    ['no answer', { is: 'failure', message: 'Failed to fetch' }, /Failed to fetch/],
  ])('never takes %s for the demo', async (_, given, why) => {
    const setup = await readSetup(given, {})
    expect(setup.is).toBe('problem')
    expect(setup.is === 'problem' && setup.why).toMatch(why)
  })

  it.each([
    ['there is none', answer('', 404), /^Put a config\.json beside/],
    ['it cannot be had', answer('', 502), /then try again/],
    ['it is misspelled', answer('{ "clientId": "x", }'), /^Mend the file/],
  ])('tells what to do where %s', async (_, given, remedy) => {
    expect(await readSetup(given, {})).toMatchObject({ is: 'problem', remedy: expect.stringMatching(remedy) })
  })

  // What is wrong, what it must be, where it is set.
  it.each<[string, object, BuiltIn, RegExp, RegExp, RegExp]>([
    ['a key in the wrong case', { clientID: CLIENT }, {}, /clientID/, /spelled clientId/, /config\.json/],
    ['an unknown key', { colour: 'red' }, {}, /colour/, /clientId, tenantId, cloud/, /config\.json/],
    [
      'a tenant without a client',
      { tenantId: TENANT },
      {},
      /clientId is missing/,
      /nobody can/,
      /VITE_CLIENT_ID/,
    ],
    ['a built-in cloud without a client', {}, { cloud: 'china' }, /clientId/, /VITE_CLOUD/, /VITE_CLIENT_ID/],
    [
      'a client that is no GUID',
      { clientId: 'hub' },
      {},
      /clientId in config/,
      /"hub".*GUID/,
      /config\.json/,
    ],
    ['zeros', { clientId: CLIENT.replace(/\w/g, '0') }, {}, /clientId/, /GUID/, /config\.json/],
    ['a built-in client', {}, { clientId: 'hub' }, /VITE_CLIENT_ID/, /GUID/, /build again/],
    [
      'a personal tenant',
      { clientId: CLIENT, tenantId: 'consumers' },
      {},
      /tenantId/,
      /school/,
      /config\.json/,
    ],
    ['a tenant by name', { clientId: CLIENT, tenantId: 'Contoso' }, {}, /tenantId/, /GUID.*domain/, /config/],
    ['a cloud', { clientId: CLIENT, cloud: 'germany' }, {}, /cloud/, /us-government, china/, /config\.json/],
    ['a cloud named like a method', { clientId: CLIENT, cloud: 'toString' }, {}, /cloud/, /china/, /config/],
    [
      'a scope that counts for nothing',
      { clientId: CLIENT, scope: 'a://b/c' },
      {},
      /scope/,
      /custom/,
      /config/,
    ],
    [
      'a custom cloud without its scope',
      { ...CUSTOM, scope: undefined },
      {},
      /scope is missing/,
      /custom/,
      /VITE_SCOPE/,
    ],
    [
      'a scope without a resource',
      { ...CUSTOM, scope: '.default' },
      {},
      /scope/,
      /\.default/,
      /config\.json/,
    ],
    [
      'a plain http endpoint',
      { ...CUSTOM, armEndpoint: 'http://arm' },
      {},
      /armEndpoint/,
      /https/,
      /config\.json/,
    ],
    [
      'an authority with a tenant',
      { ...CUSTOM, authorityHost: 'https://a.b/c' },
      {},
      /authorityHost/,
      /path/,
      /config/,
    ],
    ['a portal that is no address', { ...CUSTOM, portal: 'portal' }, {}, /portal/, /https/, /config\.json/],
    [
      'a client with a blank',
      { ...CUSTOM, clientId: 'a b' },
      {},
      /clientId/,
      /app registration/,
      /config\.json/,
    ],
  ])(
    'says what is wrong with %s, what it must be and where it is set',
    async (_, values, builtIn, what, why, remedy) => {
      const setup = await readSetup(file(values), builtIn)
      if (setup.is !== 'problem') throw new Error(`not a problem: ${JSON.stringify(setup)}`)
      expect(setup.what).toMatch(what)
      expect(setup.why).toMatch(why)
      expect(setup.remedy).toMatch(remedy)
    },
  )
})
