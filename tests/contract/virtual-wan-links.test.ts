import { describe, expect, test } from 'vitest'
import { isJsonObject } from '../../src/lib/json.ts'
import { CONNECT_TO_GATEWAY, CONNECT_TO_HUB } from '../../src/model/edits/virtual-wan/connect-site.ts'
import { LINK_KEY, linkKeySegment } from '../../src/model/edits/virtual-wan/link-key.ts'
import { LINK_POLICY, SITE_CONNECTION } from '../../src/model/edits/virtual-wan/site-connection.ts'
import type { DrawnField } from '../../src/model/edits/drawn-form.ts'
import { idOf, type On, onContoso, read } from './on-contoso.ts'
import { fill, send, GATEWAY, LYON, SINGAPORE } from './virtual-wan-forms.ts'

// Links of a site: their keys, labels and policies, by their name.

describe('keys of links', () => {
  const keyOf = async (on: On, link: string) => {
    const { body } = await on.emulator.ask('POST', `${LYON}/${linkKeySegment(link)}/listSharedKey`)
    return JSON.stringify(body)
  }

  test('stay when a link changes, and one can be set', async () => {
    const on = onContoso()
    const before = await keyOf(on, 'link-sfr')
    const change = await fill(on, SITE_CONNECTION, LYON, ({ links }) => ({
      links: links.map((row) => (row.name === 'link-orange' ? { ...row, bandwidth: '300' } : row)),
    }))
    expect(await send(on, change)).toMatchObject({ is: 'done' })
    expect(await keyOf(on, 'link-sfr')).toBe(before)
    const key = await fill(on, LINK_KEY, LYON, () => ({ link: 'link-sfr' }), {
      key: 'Another-Key-Of-Lyon-123',
    })
    const end = await send(on, key)
    expect(end).toMatchObject({ is: 'done' })
    expect(JSON.stringify(end)).not.toContain('Another-Key')
    expect(await keyOf(on, 'link-sfr')).toContain('Another-Key-Of-Lyon-123')
  }, 30_000)

  test('of a new connection are what was typed', async () => {
    const on = onContoso()
    const form = await fill(
      on,
      CONNECT_TO_GATEWAY,
      idOf('vpngw-vhub-sea-01'),
      () => ({ site: idOf('site-lyon'), name: 'branch-lyon-sea' }),
      { 'links/link-orange/key': 'Typed-For-The-First-Link' },
    )
    expect(JSON.stringify(form.write)).not.toContain('Typed-For')
    expect(await send(on, form)).toMatchObject({ is: 'done' })
    const { body } = await on.emulator.ask(
      'POST',
      `${form.write.id}/${linkKeySegment('link-orange')}/listSharedKey`,
    )
    expect(JSON.stringify(body)).toContain('Typed-For-The-First-Link')
  }, 30_000)
})

test('beside a routing intent no labels of a site are asked for or sent', async () => {
  const on = onContoso()
  const labels = (fields: readonly DrawnField[]) =>
    fields.find((one) => 'label' in one && one.name === 'labels')
  const beside = await fill(on, CONNECT_TO_GATEWAY, GATEWAY, () => ({
    site: idOf('site-hanoi'),
    labels: 'shared',
  }))
  expect(labels(CONNECT_TO_GATEWAY.fields(beside.values, beside.about))).toMatchObject({
    locked: expect.stringContaining('routing intent') as string,
  })
  expect(JSON.stringify(beside.write)).not.toContain('routingConfiguration')
  const fromSite = await fill(on, CONNECT_TO_HUB, idOf('site-hanoi'), () => ({
    gateway: GATEWAY,
    labels: 'shared',
  }))
  expect(JSON.stringify(fromSite.write)).not.toContain('routingConfiguration')
  const free = await fill(on, CONNECT_TO_GATEWAY, idOf('vpngw-vhub-sea-01'), () => ({
    site: idOf('site-lyon'),
    labels: 'shared',
  }))
  expect(JSON.stringify(free.write)).toContain('propagatedRouteTables')
}, 30_000)

test('the policy of the link that is chosen stands in the form, and is not taken away unseen', async () => {
  const on = onContoso()
  const set = await fill(on, LINK_POLICY, SINGAPORE, () => ({
    link: 'link-starhub',
    policy: 'custom',
    saLifeTimeSeconds: '7200',
  }))
  expect(await send(on, set)).toMatchObject({ is: 'done' })
  const looked = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub' }))
  expect(looked.values).toMatchObject({ policy: 'custom', saLifeTimeSeconds: '7200' })
  expect(looked.write).toMatchObject({ changes: [] })
  const first = looked.about.resource.links[0]?.name ?? ''
  const other = await fill(on, LINK_POLICY, SINGAPORE, () => ({ policy: 'custom', link: 'link-starhub' }))
  expect(other.values).toMatchObject({ saLifeTimeSeconds: '7200' })
  expect((await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: first }))).values).toMatchObject({
    policy: 'default',
  })
  const gone = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub', policy: 'default' }))
  expect(gone.problems.map(({ text }) => text)).toEqual(['The custom policy of link-starhub is taken away.'])
}, 30_000)

describe('links are changed by their name, whatever their place is by then', () => {
  const reorder = async (on: On) => {
    const { body } = await on.emulator.ask('GET', SINGAPORE)
    if (!isJsonObject(body) || !isJsonObject(body.properties)) throw new Error('no connection')
    const links = body.properties.vpnLinkConnections
    if (!Array.isArray(links)) throw new Error('no links')
    const made = await on.emulator.ask('PUT', SINGAPORE, {
      ...body,
      properties: { ...body.properties, vpnLinkConnections: links.toReversed() },
    })
    expect(made.status).toBeLessThan(300)
    on.emulator.pass(3600)
    expect((await read(on, SINGAPORE)) as { links?: unknown }).toMatchObject({
      links: links.toReversed().map((link) => ({ name: isJsonObject(link) ? link.name : '' })),
    })
  }

  test('of its settings', async () => {
    const on = onContoso()
    const form = await fill(on, SITE_CONNECTION, SINGAPORE, ({ links }) => ({
      links: links.map((row) => (row.name === 'link-starhub' ? { ...row, protocol: 'IKEv1' } : row)),
    }))
    await reorder(on)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)

  test('of its policy', async () => {
    const on = onContoso()
    const form = await fill(on, LINK_POLICY, SINGAPORE, () => ({ link: 'link-starhub', policy: 'custom' }))
    await reorder(on)
    expect(await send(on, form)).toMatchObject({ is: 'conflict' })
  }, 30_000)
})
