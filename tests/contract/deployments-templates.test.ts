import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { body, DEPLOYMENT, DEPLOYMENTS, siteToSite, withGroup } from './deployments.ts'
import { GROUP, NETWORK, SUBSCRIPTION, testEmulator } from './emulator.ts'

const HEAD = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
}
const address = (more: object = {}) => ({
  type: 'Microsoft.Network/publicIPAddresses',
  apiVersion: '2024-05-01',
  name: 'ip',
  location: 'westeurope',
  sku: { name: 'Standard' },
  properties: { publicIPAllocationMethod: 'Static' },
  ...more,
})
const withResources = (...resources: object[]) => ({ ...HEAD, resources })

describe('the template language', () => {
  /** Each is the value of an output of its own. */
  const VALUES: [expression: string, value: unknown][] = [
    ["[concat('a', 1, parameters('text'))]", 'a1Text'],
    ["[format('{0}-{1}-{0}', 'x', variables('one'))]", 'x-1-x'],
    ['[[concat(1)]', '[concat(1)]'],
    ["[concat('it''s')]", "it's"],
    ['[resourceGroup().location]', 'westeurope'],
    ['[resourceGroup().name]', 'net'],
    ['[resourceGroup().id]', GROUP],
    ['[subscription().subscriptionId]', SUBSCRIPTION],
    ['[subscription().id]', `/subscriptions/${SUBSCRIPTION}`],
    ['[deployment().name]', 'site-to-site'],
    [
      "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'a', 'b')]",
      `${NETWORK}/virtualNetworks/a/subnets/b`,
    ],
    [
      "[resourceId('other', 'Microsoft.Network/virtualNetworks', 'a')]",
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/a`,
    ],
    [
      "[resourceId('s', 'g', 'Microsoft.Network/virtualNetworks', 'a')]",
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/a',
    ],
    ["[toLower(parameters('text'))]", 'text'],
    ['[json(\'{"a":[1,2]}\').a[1]]', 2],
    ["[variables('object').inner.list[0]]", 'first'],
    ["[variables('OBJECT')['inner'].LIST[0]]", 'first'],
    ["[if(equals(parameters('text'), 'Text'), 'yes', variables('none'))]", 'yes'],
    ['[length(createArray(1, 2, 3))]', 3],
    ["[parameters('derived')]", 'Text-net'],
    ["[concat(createArray('a'), createArray('b'))]", ['a', 'b']],
    ["[union(variables('object'), json('{\"b\":true}')).b]", true],
  ]

  it.each(VALUES)('%s', async (expression, value) => {
    const emulator = await withGroup(testEmulator())
    const template = {
      ...HEAD,
      parameters: {
        text: { type: 'string' },
        derived: { type: 'string', defaultValue: "[concat(parameters('text'), '-', resourceGroup().name)]" },
      },
      variables: { one: 1, object: { inner: { list: ['first'] } } },
      resources: [],
      outputs: { out: { type: 'object', value: expression } },
    }
    const made = await emulator.ask('PUT', DEPLOYMENT, body(template, { text: { value: 'Text' } }))
    expect(made.status).toBe(201)
    emulator.pass(60)
    const { properties } = (await emulator.ask('GET', DEPLOYMENT)).body
    expect([properties.error, properties.outputs?.out.value]).toEqual([undefined, value])
  })

  it('gives the same uniqueString for the same text', async () => {
    const emulator = await withGroup(testEmulator())
    const template = {
      ...withResources(),
      outputs: {
        one: { type: 'string', value: '[uniqueString(resourceGroup().id)]' },
        again: { type: 'string', value: '[uniqueString(resourceGroup().id)]' },
        other: { type: 'string', value: "[uniqueString('x')]" },
      },
    }
    await emulator.ask('PUT', DEPLOYMENT, body(template, {}))
    emulator.pass(60)
    const { one, again, other } = (await emulator.ask('GET', DEPLOYMENT)).body.properties.outputs
    expect(one.value).toMatch(/^[a-z2-7]{13}$/)
    expect([again.value, other.value === one.value]).toEqual([one.value, false])
  })

  it('leaves out what its condition leaves out, and nobody waits for it', async () => {
    const emulator = await withGroup(testEmulator())
    const template = withResources(
      address({ condition: "[equals('a', 'b')]" }),
      address({ name: 'other', condition: true, dependsOn: ['ip'] }),
    )
    await emulator.ask('PUT', DEPLOYMENT, body(template, {}))
    emulator.pass(60)
    expect((await emulator.ask('GET', `${NETWORK}/publicIPAddresses/ip`)).status).toBe(404)
    expect((await emulator.ask('GET', `${NETWORK}/publicIPAddresses/other`)).status).toBe(200)
  })
})

const parameter = (declaration: object) => ({ ...withResources(), parameters: { one: declaration } })
const BAD: [what: string, template: object, parameters: object, message: RegExp][] = [
  [
    'an unknown function',
    withResources(address({ name: "[nothing('x')]" })),
    {},
    /template function 'nothing' is not valid/,
  ],
  [
    'an unknown function in an output',
    { ...withResources(), outputs: { a: { type: 'string', value: '[nope()]' } } },
    {},
    /'nope' is not valid/,
  ],
  [
    'a broken expression',
    withResources(address({ name: "[concat('a'" + ',]' })),
    {},
    /Unable to parse language expression/,
  ],
  [
    'an unknown parameter',
    withResources(address({ name: "[parameters('x')]" })),
    {},
    /template parameter 'x' is not found/,
  ],
  [
    'an unknown variable',
    withResources(address({ name: "[variables('x')]" })),
    {},
    /template variable 'x' is not found/,
  ],
  [
    'a missing value',
    parameter({ type: 'string' }),
    {},
    /The value for the template parameter 'one' .* is not provided/,
  ],
  [
    'a value nobody declared',
    withResources(),
    { more: { value: 1 } },
    /template parameters 'more' .* are not valid/,
  ],
  [
    'a value of another type',
    parameter({ type: 'int' }),
    { one: { value: 'a' } },
    /Expected a value of type 'Int'/,
  ],
  [
    'a value that is not allowed',
    parameter({ type: 'string', allowedValues: ['a'] }),
    { one: { value: 'b' } },
    /not part of the allowed value/,
  ],
  ['a type nobody knows', parameter({ type: 'text' }), {}, /its type 'text' is not known/],
  [
    'a dependency that is not there',
    withResources(address({ dependsOn: ['other'] })),
    {},
    /'other' is not defined in the template/,
  ],
  [
    'a circle',
    withResources(address({ dependsOn: ['b'] }), address({ name: 'b', dependsOn: ['ip'] })),
    {},
    /Circular dependency detected on resource/,
  ],
  ['the same resource twice', withResources(address(), address()), {}, /defined multiple times/],
  ['a name with too many parts', withResources(address({ name: 'a/b' })), {}, /incorrect segment lengths/],
  ['no apiVersion', withResources(address({ apiVersion: undefined })), {}, /'apiVersion' not found/],
  ['no schema', { contentVersion: '1.0.0.0', resources: [] }, {}, /'\$schema' not found/],
]

describe('a template that ARM refuses', () => {
  it.each(BAD)(
    '%s: 400 InvalidTemplate at once, on all three ways',
    async (_, template, parameters, message) => {
      const emulator = await withGroup(testEmulator())
      const sent = body(template, parameters)
      for (const [method, path] of [
        ['PUT', DEPLOYMENT],
        ['POST', `${DEPLOYMENT}/validate`],
        ['POST', `${DEPLOYMENT}/whatIf`],
      ] as const) {
        const { status, body: answer } = await emulator.ask(method, path, sent)
        expect([status, answer.error?.code]).toEqual([400, 'InvalidTemplate'])
        expect(answer.error.message).toMatch(message)
        expect(answer.error.additionalInfo[0].type).toBe('TemplateViolation')
      }
      expect((await emulator.ask('GET', DEPLOYMENT)).status).toBe(404)
    },
  )

  it.each([
    ['the mode Complete', { properties: { mode: 'Complete', template: withResources() } }],
    ['a link', { properties: { mode: 'Incremental', templateLink: { uri: 'https://x.example' } } }],
    ['a loop', body(withResources(address({ copy: { name: 'c', count: 2 } })), {})],
    ['reference() in a resource', body(withResources(address({ tags: { a: "[reference('x').y]" } })), {})],
  ])('%s: 501, never taken for something else', async (_, sent) => {
    const emulator = await withGroup(testEmulator())
    const { status, body: answer } = await emulator.ask('PUT', DEPLOYMENT, sent)
    expect([status, answer.error.code]).toEqual([501, 'NotImplemented'])
  })

  it('tells no secret of a value that is not allowed', async () => {
    const emulator = await withGroup(testEmulator())
    const template = parameter({ type: 'securestring', minLength: 30 })
    const { body: answer } = await emulator.ask(
      'PUT',
      DEPLOYMENT,
      body(template, { one: { value: 'MARKER' } }),
    )
    expect(answer.error.code).toBe('InvalidTemplate')
    expect(JSON.stringify(answer)).not.toContain('MARKER')
  })

  it('has a name of at most 64 letters', async () => {
    const emulator = await withGroup(testEmulator())
    const { body: answer } = await emulator.ask('PUT', `${DEPLOYMENTS}/${'x'.repeat(65)}`, body())
    expect(answer.error.code).toBe('InvalidDeploymentName')
  })
})

describe('a read-only estate', () => {
  it('answers questions about deployments and starts none', async () => {
    const emulator = testEmulator({ estates: [{ ...contoso, readOnly: true }] })
    const [subscription] = contoso.subscriptions
    const at = `/subscriptions/${subscription?.subscriptionId}/resourceGroups/rg-net-weu/providers/Microsoft.Resources/deployments/x`
    expect((await emulator.ask('POST', `${at}/validate`, body(siteToSite()))).status).toBe(200)
    expect((await emulator.ask('POST', `${at}/whatIf`, body(siteToSite()))).status).toBe(202)
    for (const [method, path] of [
      ['PUT', at],
      ['POST', `${at}/cancel`],
    ] as const)
      expect((await emulator.ask(method, path, body(siteToSite()))).body.error.code).toBe('ScopeLocked')
  })
})
