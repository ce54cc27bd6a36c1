import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import type { Estate, EstateResource } from '../../src/emulator/estates/estate.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, heading, visit } from '../support/app.ts'

const MARKUP = '<img src=x onerror="document.title=\'owned\'">'
const REVERSED = '\u202Egpj.exe\u202C'
const LONG = 'n'.repeat(200)

const GROUP = '/subscriptions/2f1ec0de-aaaa-4bbb-8ccc-1234567890ab/resourceGroups/rg'

function site(name: string, change: Partial<EstateResource> = {}): EstateResource {
  return {
    id: `${GROUP}/providers/Microsoft.Network/localNetworkGateways/${name}`,
    location: 'westeurope',
    properties: {
      gatewayIpAddress: '203.0.113.9',
      localNetworkAddressSpace: { addressPrefixes: ['10.1.0.0/16'] },
    },
    ...change,
  }
}

const hostile: Estate = {
  ...empty,
  name: 'hostile',
  subscriptions: [
    {
      subscriptionId: '2f1ec0de-aaaa-4bbb-8ccc-1234567890ab',
      displayName: MARKUP,
      state: 'Enabled',
      quotaId: 'x',
    },
  ],
  resourceGroups: [
    { subscriptionId: '2f1ec0de-aaaa-4bbb-8ccc-1234567890ab', name: 'rg', location: 'westeurope' },
  ],
  resources: [
    site('plain', { tags: { [MARKUP]: MARKUP, mark: REVERSED, long: LONG }, location: MARKUP }),
    site(LONG),
    site('script', {
      properties: { fqdn: 'javascript:alert(1)', localNetworkAddressSpace: { addressPrefixes: [MARKUP] } },
    }),
  ],
  running: [],
}

test('text from ARM is never markup, in the list or on a page', async () => {
  await visit('/resources?columns=verdict,name,kind,tags,subscription,region', { estates: [hostile] })
  await eventually('link', 'plain')
  expect(document.querySelector('main img')).toBeNull()
  expect(document.title).not.toContain('owned')
  expect(document.querySelector('main')).toHaveTextContent('onerror=')

  await visit(resourcePath(site('plain').id), { estates: [hostile] })
  await heading(/plain/)
  await waitFor(() => expect(document.querySelector('main')).toHaveTextContent('onerror='))
  expect(document.querySelector('main img')).toBeNull()

  await visit(resourcePath(site('script').id), { estates: [hostile] })
  await heading(/script/)
  for (const link of screen.getAllByRole('link'))
    expect(link.getAttribute('href')).not.toMatch(/^javascript:/i)
})

const FOUND_BY = ['id', 'name', 'type']

/** Every text and number below `properties`, but what a thing is found by. */
function leavesNull(value: unknown, inside = false): unknown {
  if (Array.isArray(value)) return value.map((item) => leavesNull(item, inside))
  if (typeof value !== 'object' || value === null) return inside ? null : value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) =>
      FOUND_BY.includes(name) ? [name, member] : [name, leavesNull(member, inside || name === 'properties')],
    ),
  )
}

/** Of each resource everything beside what it is found by: tags, sku, zones, location; and each member of `properties`. */
function membersNull(value: unknown): unknown {
  return eachResource(value, ({ properties, ...rest }) => ({
    ...Object.fromEntries(
      Object.entries(rest).map(([name, member]) => [name, FOUND_BY.includes(name) ? member : null]),
    ),
    properties: Object.fromEntries(Object.keys(properties ?? {}).map((name) => [name, null])),
  }))
}

/** `properties` itself, and lists that hold nothing but null. */
function propertiesNull(value: unknown): unknown {
  return eachResource(value, (resource) => ({
    ...resource,
    properties: null,
    zones: [null],
    tags: { env: null },
  }))
}

type Body = { properties?: object; value?: Body[] } & Record<string, unknown>

function eachResource(value: unknown, change: (resource: Body) => object): unknown {
  // A body of the emulator: one resource, or a list of them.
  const body = value as Body
  return body.value === undefined ? change(body) : { ...body, value: body.value.map(change) }
}

const MODES = { leavesNull, membersNull, propertiesNull }

const nulled = (mode: (body: unknown) => unknown) => (path: string, body: string) =>
  path.includes('Microsoft.Network') && body !== '' ? JSON.stringify(mode(JSON.parse(body))) : body

test.each(Object.entries(MODES))('null breaks no list: %s', async (_, mode) => {
  const tamper = nulled(mode)
  await visit('/', { tamper })
  await heading(/connections/)
  await visit('/resources?q=vgw-weu-prod', { tamper })
  await eventually('grid', 'Resources')
  const found = () => expect(screen.getAllByRole('link', { name: 'vgw-weu-prod' })[0]).toBeVisible()
  await waitFor(found, { timeout: 30_000 })
  expect(screen.queryByText(/stopped because of a fault/)).toBeNull()
})

test.each(Object.entries(MODES))(
  'null breaks no page of any kind: %s',
  async (_, mode) => {
    const kinds = new Map(
      contoso.resources.map(({ id }) => [
        id
          .split('/')
          .filter((_, index) => index > 5 && index % 2 === 1)
          .join('/'),
        id,
      ]),
    )
    for (const id of kinds.values()) {
      await visit(resourcePath(id), { tamper: nulled(mode) })
      await heading(new RegExp((id.split('/').at(-1) ?? '').replaceAll(/[.()]/g, '\\$&')))
      expect(screen.queryByText(/stopped because of a fault|Something went wrong/)).toBeNull()
    }
  },
  240_000,
)
