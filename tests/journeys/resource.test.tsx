import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { eventually, goTo, heading, visit } from '../support/app.ts'

function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}

test('a deep link in other casing opens the resource, says why, and takes ARM’s casing', async () => {
  const id = idOf('cn-weu-to-gdansk')
  await visit(resourcePath(id.toUpperCase()))
  await heading(/cn-weu-to-gdansk/)
  expect(await screen.findByText(/1 of 2 tunnels is not connected/, {}, { timeout: 20_000 })).toBeVisible()
  expect(window.location.pathname).toBe(resourcePath(id))
  expect(screen.getAllByRole('link', { name: 'lng-gdansk' })[0]).toHaveAttribute(
    'href',
    resourcePath(idOf('lng-gdansk')),
  )
})

/** Names that look like something else, and kinds of which the list knows little. */
const ODD = [
  'lng.branch-01.js',
  'lng-test_1',
  'defaultRouteTable',
  'hubRoutingIntent',
  'azfw-vhub-weu-01',
  'rs-swc-01',
]

test('every kind of the estate has its page, so do odd names, and no page shows a secret', async () => {
  const kinds = new Map(
    contoso.resources.map(({ id }) => [
      id
        .split('/')
        .filter((_, i) => i > 5 && i % 2 === 1)
        .join('/'),
      id,
    ]),
  )
  const secrets = JSON.stringify(contoso).match(/[^"]*SECRET[^"]*/g) ?? []
  expect(secrets.length).toBeGreaterThan(5)
  const { user } = await visit('/resources')
  await heading('All resources')
  for (const id of new Set([...kinds.values(), ...ODD.map(idOf)])) {
    goTo(resourcePath(id, 'json'))
    await heading(id.split('/').at(-1) ?? '')
    for (const secret of secrets) expect(document.body.textContent).not.toContain(secret)
    await user.click(await eventually('link', 'Overview'))
    await eventually('link', 'JSON')
    for (const secret of secrets) expect(document.body.textContent).not.toContain(secret)
  }
}, 240_000)

test('what is not there says so, why it may be, and looks for it', async () => {
  const id = idOf('cn-weu-to-gdansk')
    .replace('rg-net-weu', 'rg-net-weu')
    .replace('cn-weu-to-gdansk', 'cn-weu-to-gda')
  await visit(resourcePath(id))
  await heading(/not found|no such|There is no/i)
  await eventually('link', /cn-weu-to-gdansk/)
})

test('an id that is none says what is wrong with it', async () => {
  await visit('/resource/subscriptions/x/oops/gdansk')
  await heading(/./)
  expect(screen.getByText(/After the subscription comes/)).toBeVisible()
  expect(within(document.body).getByText(/oops/)).toBeVisible()
})
