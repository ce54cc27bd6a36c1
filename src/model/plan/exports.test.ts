import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../lib/json.ts'
import { azScriptOf } from './az-script.ts'
import { bicepOf } from './bicep.ts'
import { changeRequestOf } from './change-request.ts'
import type { Plan, PlannedResource } from './plan.ts'
import { idIn, PLAN, SUBNET, versionFor } from './plan.fixture.ts'
import { requestsOf } from './requests.ts'
import { templateOf } from './template.ts'

interface Sent {
  args: string[]
  body: unknown
}

/** What a script tells the Azure CLI: a stand-in writes down its words, and the body it is given. */
function run(script: string, typed: string): Sent[] {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  try {
    const log = join(folder, 'log')
    const az = join(folder, 'az')
    const stand = [
      '#!/bin/sh',
      `exec >> '${log}'`,
      String.raw`for word in "$@"; do printf '%s\0' "$word"; done`,
      'case " $* " in *" @- "*) cat;; esac',
      String.raw`printf '\001'`,
    ]
    writeFileSync(az, stand.join('\n'))
    chmodSync(az, 0o755)
    execFileSync('sh', ['-c', script], {
      env: { PATH: `${folder}:/usr/bin:/bin` },
      input: typed,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    return readFileSync(log, 'utf8')
      .split('\u0001')
      .slice(0, -1)
      .map((entry) => {
        const words = entry.split('\0')
        const body = words.pop() ?? ''
        return { args: words, body: body === '' ? undefined : (JSON.parse(body) as unknown) }
      })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
const ascii = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
})

describe('the script of a plan', () => {
  const script = azScriptOf(PLAN, versionFor)

  it('makes everything in order, and sends the keys that were typed', () => {
    const keys = [`a"b\\c'd$e\`f!`, ' two  blanks ']
    const sent = run(script, `${keys.join('\n')}\n`)
    expect(sent.map(({ args }) => args.slice(0, 4).join(' '))).toEqual([
      'group create --subscription 11111111-1111-4111-8111-111111111111',
      'network vnet subnet create',
      'network public-ip create --subscription',
      'network public-ip create --subscription',
      'rest --method put --url',
      expect.stringContaining('resource wait --ids'),
      'network local-gateway create --subscription',
      'network local-gateway create --subscription',
      'rest --method put --url',
      expect.stringContaining('resource wait --ids'),
      'rest --method put --url',
      expect.stringContaining('resource wait --ids'),
    ])
    const bodies = sent.flatMap(({ body }) => (body === undefined ? [] : [body]))
    expect(bodies).toMatchObject([
      PLAN.resources.find(({ type }) => type.endsWith('virtualNetworkGateways'))?.body ?? {},
      { properties: { sharedKey: keys[0] } },
      { properties: { sharedKey: keys[1] } },
    ])
    expect(sent.flatMap(({ args }) => args).join('\n')).not.toContain(keys[0])
  })

  it('says what a command can say, every value', () => {
    expect(run(script, 'k\nk\n')[6]?.args.slice(3)).toEqual([
      '--subscription',
      '11111111-1111-4111-8111-111111111111',
      '--resource-group',
      'rg-net',
      '--name',
      'lng-malmo-1',
      '--location',
      'swedencentral',
      '--gateway-ip-address',
      '203.0.113.130',
      '--local-address-prefixes',
      '10.90.0.0/16',
      '10.91.0.0/16',
      '--asn',
      '64710',
      '--bgp-peering-address',
      '10.90.0.1',
      '--output',
      'none',
    ])
  })

  it('sends a site by its DNS name whole, since no command knows one', () => {
    const site = { location: 'x', properties: { fqdn: 'malmo.example.com' } }
    const id = idIn('rg-net', 'localNetworkGateways/lng')
    const plan = only({
      id,
      type: 'Microsoft.Network/localNetworkGateways',
      body: site,
      dependsOn: [],
      settings: '',
    })
    expect(run(azScriptOf(plan, versionFor), '')[0]?.body).toEqual(site)
  })

  it('carries every printable character', () => {
    const values = fc.array(fc.tuple(printable, printable, ascii), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(values, (all) => {
        const bodies = all.map(([value]) => ({
          location: value,
          tags: { [value]: value },
          properties: { note: value },
        }))
        const resources = all.map(([, settings], at) => ({
          id: idIn('rg-net', `connections/cn${at}`),
          type: 'Microsoft.Network/connections',
          body: bodies[at] ?? {},
          secrets: [{ path: ['properties', 'sharedKey'], parameter: `k${at}`, what: settings }],
          dependsOn: [],
          settings,
        }))
        const script = azScriptOf({ ...PLAN, groups: [], resources, name: all[0]?.[1] ?? '' }, versionFor)
        const sent = run(script, all.map(([, , key]) => `${key}\n`).join(''))
        expect(sent.flatMap(({ body }) => (body === undefined ? [] : [body]))).toEqual(
          all.map(([value, , sharedKey], at) => ({ ...bodies[at], properties: { note: value, sharedKey } })),
        )
      }),
      { numRuns: 2 },
    )
  })
})

function only(resource: PlannedResource): Plan {
  return { ...PLAN, groups: [], resources: [resource], uses: [] }
}

describe('no export', () => {
  it('holds a secret that got into a body', () => {
    const names = fc.constantFrom(
      'sharedKey',
      'preSharedKey',
      'authorizationKey',
      'radiusServerSecret',
      'password',
    )
    fc.assert(
      fc.property(names, fc.array(fc.constantFrom('properties', 'a', 'list')), (member, path) => {
        const marker = 'MARKER-3f2a'
        const body = path.reduceRight<JsonObject>(
          (inner, name) => ({ [name]: name === 'list' ? [inner] : inner }),
          { [member]: marker },
        )
        const [first, ...rest] = PLAN.resources
        if (!first) throw new Error('no plan')
        const plan: Plan = { ...PLAN, resources: [{ ...first, body }, ...rest] }
        const exported = [
          JSON.stringify(templateOf(plan, versionFor)),
          JSON.stringify(requestsOf(plan, versionFor)),
          azScriptOf(plan, versionFor),
          ...bicepOf(plan, versionFor).map(({ text }) => text),
          changeRequestOf(plan, { findings: [] }),
        ]
        for (const text of exported) expect(text).not.toContain(marker)
      }),
    )
  })
})

it('single requests are whole, with a placeholder for each key', () => {
  const requests = requestsOf(PLAN, versionFor)
  expect(requests.map(({ method, url }) => `${method} ${url.replace(/.*(?=\/)/, '')}`)).toEqual([
    'PUT /rg-net?api-version=2025-04-02',
    'PUT /GatewaySubnet?api-version=2025-05-01',
    'PUT /pip-vgw-1?api-version=2025-05-01',
    'PUT /pip-vgw-2?api-version=2025-05-01',
    'PUT /vgw?api-version=2025-05-01',
    'PUT /lng-malmo-1?api-version=2025-05-01',
    'PUT /lng-malmo-2?api-version=2025-05-01',
    'PUT /cn-malmo-1?api-version=2025-05-01',
    'PUT /cn-malmo-2?api-version=2025-05-01',
  ])
  expect(requests.at(-1)?.body).toMatchObject({
    json: { properties: { sharedKey: '<sharedKeyMalmo2>', connectionType: 'IPsec' } },
  })
})

describe('Bicep', () => {
  const [main, module] = bicepOf(PLAN, versionFor)

  it('has a module for the other subscription, and refers by name', () => {
    expect(module).toEqual({
      name: 's2s-vgw-rg-hub-1.bicep',
      text: [
        "resource GatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2025-05-01' = {",
        "  name: 'vnet-hub/GatewaySubnet'",
        '  properties: {',
        "    addressPrefix: '10.60.255.0/27'",
        '  }',
        '}',
        '',
      ].join('\n'),
    })
    expect(main?.text).toContain(
      [
        "module module1 's2s-vgw-rg-hub-1.bicep' = {",
        "  name: 's2s-vgw-rg-hub-1'",
        "  scope: resourceGroup('22222222-2222-4222-8222-222222222222', 'rg-hub')",
        '}',
      ].join('\n'),
    )
    expect(main?.text).toContain(
      [
        "resource cn_malmo_2 'Microsoft.Network/connections@2025-05-01' = {",
        "  name: 'cn-malmo-2'",
        "  location: 'swedencentral'",
        '  properties: {',
        "    connectionType: 'IPsec'",
        "    connectionProtocol: 'IKEv2'",
        '    enableBgp: true',
        '    virtualNetworkGateway1: {',
        '      id: vgw.id',
        '    }',
        '    localNetworkGateway2: {',
        '      id: lng_malmo_2.id',
        '    }',
        '    sharedKey: sharedKeyMalmo2',
        '  }',
        '}',
      ].join('\n'),
    )
    // An id inside a resource of the file is taken from that.
    const [network, gateway] = [
      idIn('rg-net', 'virtualNetworks/vnet-new'),
      idIn('rg-net', 'virtualNetworkGateways/vgw-new'),
    ]
    const whole = PLAN.resources.find(({ id }) => id.endsWith('/vgw'))
    const body = JSON.parse(
      JSON.stringify(whole?.body).replaceAll(SUBNET, `${network}/subnets/GatewaySubnet`),
    ) as JsonObject
    const [alone] = bicepOf(
      {
        ...PLAN,
        resources: [
          { id: network, type: 'Microsoft.Network/virtualNetworks', body: {}, dependsOn: [], settings: '' },
          {
            id: gateway,
            type: 'Microsoft.Network/virtualNetworkGateways',
            body,
            dependsOn: [network],
            settings: '',
          },
        ],
      },
      versionFor,
    )
    expect(alone?.text).toContain("id: '${vnet_new.id}/subnets/GatewaySubnet'")
    expect(alone?.text).not.toContain('dependsOn')
    // The subnet is in another module, so nothing in the gateway names it.
    expect(main?.text).toContain('  dependsOn: [\n    module1\n  ]')
    expect(main?.text).toContain(
      "@secure()\n@description('the shared key of cn-malmo-1')\nparam sharedKeyMalmo1 string",
    )
  })

  it.each([
    [`it's`, String.raw`'it\'s'`],
    ['${x}', String.raw`'\${x}'`],
    ['a\\b', String.raw`'a\\b'`],
    ['a\nb', String.raw`'a\u{a}b'`],
  ])('takes %j for text', (note, text) => {
    const plan = only({
      id: idIn('rg-net', 'x/for'),
      type: 'T',
      body: { note, n: 1.5, '1-a': [] },
      dependsOn: [],
      settings: '',
    })
    expect(bicepOf(plan, versionFor)[0]?.text).toBe(
      `resource for_2 'T@2025-05-01' = {\n  name: 'for'\n  note: ${text}\n  n: json('1.5')\n  '1-a': []\n}\n`,
    )
  })
})
