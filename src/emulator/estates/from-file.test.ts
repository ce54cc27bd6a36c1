import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estateFromFile } from './from-file.ts'

const SUB = '11111111-1111-4111-8111-111111111111'
const idOf = (type: string, name: string) =>
  `/subscriptions/${SUB}/resourceGroups/rg-net/providers/Microsoft.Network/${type}/${name}`

const vnet = {
  id: idOf('virtualNetworks', 'hub'),
  location: 'westeurope',
  properties: {
    provisioningState: 'Failed',
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    subnets: [{ name: 'GatewaySubnet', properties: { addressPrefix: '10.0.0.0/27' }, futureMember: 1 }],
  },
}

function opened(value: unknown) {
  const file = estateFromFile(typeof value === 'string' ? value : JSON.stringify(value), 'x.json')
  if (file.is === 'refused') throw new Error(JSON.stringify(file.problems))
  return file
}

function problems(value: unknown) {
  const file = estateFromFile(typeof value === 'string' ? value : JSON.stringify(value), 'x.json')
  if (file.is === 'estate') throw new Error('It was opened')
  return file.problems
}

describe('shapes', () => {
  test.each([
    ['an array', [vnet]],
    ['resources', { resources: [vnet] }],
    ['a list answer', { value: [vnet] }],
    ['Resource Graph', { totalRecords: 1, count: 1, resultTruncated: 'false', data: [vnet] }],
    ['one resource', vnet],
  ])('%s', (_, file) => {
    const { estate, report } = opened(file)
    expect(estate.resources.map(({ id }) => id)).toEqual([vnet.id, `${vnet.id}/subnets/GatewaySubnet`])
    expect(report.resources).toBe(2)
  })

  test('a mark of the byte order at the start does not matter', () => {
    expect(opened(`\ufeff${JSON.stringify([vnet])}`).report.resources).toBe(2)
  })

  test('a page of more says so', () => {
    expect(opened({ value: [vnet], nextLink: 'https://management.azure.com/x' }).report.incomplete).toBe(true)
    expect(opened({ data: [vnet], resultTruncated: 'true' }).report.incomplete).toBe(true)
    expect(opened({ value: [vnet] }).report.incomplete).toBe(false)
  })
})

describe('what is in it', () => {
  test('a state, an etag and a GUID are the file’s', () => {
    const [resource] = opened([
      { ...vnet, etag: 'W/"1"', properties: { ...vnet.properties, resourceGuid: 'g' } },
    ]).estate.resources
    expect(resource).toMatchObject({ provisioningState: 'Failed', etag: 'W/"1"', resourceGuid: 'g' })
    expect(resource?.properties).toEqual({ addressSpace: { addressPrefixes: ['10.0.0.0/16'] } })
  })

  test('unknown types, unknown members and generic items are kept and counted', () => {
    const { estate, report } = opened([
      { ...vnet, extendedLocation: { name: 'edge' }, futureEnvelope: 1 },
      { id: idOf('quantumLinks', 'q'), type: 'Microsoft.Network/quantumLinks', properties: { qubits: 3 } },
      {
        id: idOf('virtualHubs', 'weu'),
        type: 'microsoft.network/virtualhubs',
        properties: null,
        sku: null,
        kind: '',
      },
    ])
    expect(report.unknownTypes).toEqual([{ name: 'Microsoft.Network/quantumLinks', count: 1 }])
    expect(report.unknownMembers).toEqual([
      { name: 'futureEnvelope', count: 1 },
      { name: 'futureMember', count: 1 },
    ])
    expect(report.generic).toBe(1)
    expect(estate.resources.find(({ id }) => id.endsWith('/q'))?.body).toHaveProperty('properties.qubits', 3)
  })

  test('subscriptions and groups that only ids name are made up, in the casing of the first id', () => {
    const lower = { ...vnet, id: vnet.id.toLowerCase().replace('/hub', '/other') }
    const { estate, report } = opened([vnet, lower])
    expect(report.madeUpSubscriptions).toEqual([SUB])
    expect(report.madeUpGroups).toEqual(['rg-net'])
    expect(estate.resourceGroups).toEqual([{ subscriptionId: SUB, name: 'rg-net', location: 'westeurope' }])
  })

  test('subscriptions and groups that the file describes are taken, beside resources or among them', () => {
    const group = {
      id: `/subscriptions/${SUB}/resourcegroups/RG-Net`,
      type: 'Microsoft.Resources/resourceGroups',
      location: 'northeurope',
    }
    const { estate, report } = opened({
      subscriptions: [{ subscriptionId: SUB, displayName: 'Contoso', state: 'Warned' }],
      resources: [vnet, group],
    })
    expect(report.madeUpSubscriptions).toEqual([])
    expect(report.madeUpGroups).toEqual([])
    expect(estate.subscriptions).toMatchObject([{ displayName: 'Contoso', state: 'Warned' }])
    expect(estate.resourceGroups).toMatchObject([{ name: 'RG-Net', location: 'northeurope' }])
    expect(estate.resources).toHaveLength(2)
  })

  test('what stands in it twice counts once, and a whole one beats a generic one', () => {
    const { estate, report } = opened([vnet, { id: vnet.id.toUpperCase(), type: 'x/y' }])
    expect(report.repeated).toBe(1)
    expect(estate.resources.filter(({ id }) => id.toLowerCase() === vnet.id.toLowerCase())).toMatchObject([
      { provisioningState: 'Failed' },
    ])
  })

  test('a child that stands in its parent and by itself is not repeated, and counts as it stands by itself', () => {
    const gateway = `/subscriptions/${SUB}/resourceGroups/rg-net/providers/Microsoft.Network/vpnGateways/g`
    const child = { id: `${gateway}/vpnConnections/c`, name: 'c' }
    const { estate, report } = opened([
      { id: gateway, properties: { connections: [{ ...child, properties: { connectionBandwidth: 10 } }] } },
      { ...child, properties: { connectionBandwidth: 10, connectionStatus: 'Connected' } },
    ])
    expect(report.repeated).toBe(0)
    expect(estate.resources).toHaveLength(2)
    expect(estate.resources[1]?.properties).toHaveProperty('connectionStatus', 'Connected')
  })

  test('a group that is named without its location is where its resources are', () => {
    const id = `/subscriptions/${SUB}/resourceGroups/rg-net`
    const { estate, report } = opened({ resourceGroups: [{ id }], resources: [vnet] })
    expect(report.madeUpGroups).toEqual([])
    expect(estate.resourceGroups).toMatchObject([{ name: 'rg-net', location: 'westeurope' }])
  })

  test('a snapshot is read-only and says when and of what it was taken', () => {
    const { estate } = opened({
      snapshot: {
        takenAt: '2026-11-25T09:30:00Z',
        scope: 'Contoso',
        unreadable: [
          {
            scope: `/subscriptions/${SUB}`,
            action: 'Microsoft.Network/vpnSites/read',
            error: { status: 403, code: 'AuthorizationFailed', message: 'no' },
          },
        ],
        cut: ['properties.serviceKey', 7],
      },
      resources: [vnet],
    })
    expect(estate.readOnly).toBe(true)
    expect(estate.snapshot).toMatchObject({
      takenAt: '2026-11-25T09:30:00.000Z',
      scope: 'Contoso',
      unread: [{ status: 403 }],
      cut: ['properties.serviceKey'],
    })
  })
})

describe('a bad file says where', () => {
  test.each([
    ['[{"id": 1,}]', 'line 1, column 11'],
    ['[\n  {"id": "a"\n  "b": 1}\n]', 'line 3, column 3'],
    ['{"resources": [', 'line 1, column 16'],
    ['[1] x', 'line 1, column 5'],
    ['["a\nb"]', 'line 1, column 2'],
    ['', 'line 1, column 1'],
    ['[]', 'line 1, column 1'],
    ['"text"', 'line 1, column 1'],
    ['{"value": {}}', 'value'],
    ['{"resources": [{"name": "x"}]}', 'resources[0].id'],
    ['{"value": [{"id": 5}]}', 'value[0].id'],
    ['[{"id": "vnet-1"}]', '[0].id'],
    ['[{"id": "/subscriptions//resourceGroups/x"}]', '[0].id'],
    [`[{"id": "${vnet.id}", "properties": []}]`, '[0].properties'],
    [`[{"id": "${vnet.id}", "tags": {"a": 1}}]`, '[0].tags'],
    [`[{"id": "${vnet.id}", "properties": {"subnets": [{"name": "a"}, 7]}}]`, '[0].properties.subnets[1]'],
    [
      `[{"id": "${vnet.id}", "properties": {"subnets": [{"name": "a/b"}]}}]`,
      '[0].properties.subnets[0].name',
    ],
    [`{"snapshot": {"takenAt": "yesterday"}, "resources": [{"id": "${vnet.id}"}]}`, 'snapshot.takenAt'],
    [`{"access": {"locks": [{"scope": "x"}]}, "resources": [{"id": "${vnet.id}"}]}`, 'access.locks[0]'],
    [
      `{"access": {"roleAssignments": [{"principalId": "x", "scope": "/subscriptions/s", "role": "God"}]}, "value": []}`,
      'access.roleAssignments[0]',
    ],
    [`{"access": {"people": {}}, "resources": [{"id": "${vnet.id}"}]}`, 'access.people'],
    [`{"access": 7, "resources": [{"id": "${vnet.id}"}]}`, 'access'],
    [`{"running": [{}], "resources": [{"id": "${vnet.id}"}]}`, 'running[0]'],
    [`[${'['.repeat(5000)}${']'.repeat(5000)}]`, '[0][0]'],
    [
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": []}',
      '$schema',
    ],
    ['{"data": {"columns": [], "rows": []}}', 'data'],
  ])('%.60s', (file, where) => {
    expect(problems(file)[0]?.where).toBe(where)
  })

  test.each<[string, number, string | undefined]>([
    ['the deepest there may be', 97, undefined],
    ['one deeper', 98, 'value[1]'],
    ['deep enough to break who walks to its end', 50_000, 'value[1]'],
  ])('%s', (_, levels, where) => {
    const deep = `{"id":"${vnet.id}","properties":${'['.repeat(levels)}${']'.repeat(levels)}}`
    const text = `{"value":[${JSON.stringify(vnet)},${deep.replace(':[', ':{"x":[').replace(/]}$/, ']}}')}]}`
    const file = estateFromFile(text, 'x.json')
    expect(file.is === 'refused' ? file.problems.map((one) => one.where) : undefined).toEqual(
      where === undefined ? undefined : [where],
    )
  })

  test('every problem is told, up to fifty', () => {
    expect(problems([{}, vnet, { id: 'x' }]).map(({ where }) => where)).toEqual(['[0].id', '[2].id'])
    expect(problems(Array.from({ length: 80 }, () => ({})))).toHaveLength(51)
  })
})

describe('whatever is in the file', () => {
  const near = fc.constantFrom(
    'id',
    'properties',
    'tags',
    'resources',
    'value',
    'data',
    'snapshot',
    'running',
    'subscriptions',
    'subnets',
    '__proto__',
    'x',
  )
  const text = fc.constantFrom(vnet.id, `/subscriptions/${SUB}`, `${vnet.id}/subnets/a`, 'x', '', '/a/b')
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(near, tie('tree'), { maxKeys: 6 }),
    ),
  }))

  test('it never throws, and opens whole or says where', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          tree.map((value) => JSON.stringify(value)),
        ),
        (file) => {
          const read = estateFromFile(file, 'x.json')
          if (read.is === 'refused') {
            expect(read.problems.length).toBeGreaterThan(0)
            for (const { where, what } of read.problems) expect(where && what).toBeTruthy()
          } else {
            expect(read.report.resources).toBe(read.estate.resources.length)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('one bad item among good ones opens nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.constantFrom<unknown>({}, 5, null, { id: '' }, { id: vnet.id, sku: 'x' }),
        (at, bad) => {
          const items: unknown[] = Array.from({ length: 20 }, (_, index) => ({
            ...vnet,
            id: `${vnet.id}${index}`,
          }))
          items.splice(at, 0, bad)
          expect(
            problems({ resources: items }).every(({ where }) => where.startsWith(`resources[${at}]`)),
          ).toBe(true)
        },
      ),
    )
  })

  test('the place of a fault is where a broken text differs from JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, seed) => {
        const at = seed % (json.length + 1)
        const text = `${json.slice(0, at)}\u0001${json.slice(at)}`
        const [problem] = problems(text)
        expect(problem?.where).toMatch(/^line \d+, column \d+$/)
      }),
    )
  })
})
