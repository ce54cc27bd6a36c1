import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { actionPath, resourcePath } from '../../src/model/paths.ts'
import { form, opened } from '../support/action-form.ts'
import { eventually, heading, visit } from '../support/app.ts'
import { ask } from '../support/ask.ts'
import { circuitPart, continueSetUp, provider, verified } from '../support/express-route-walk.ts'
import { idOf, says } from '../support/tags-form.ts'
import { UNLOCKED } from '../support/unlocked.ts'
import { choose, create, fill, next, pick, press, reload } from '../support/wizard.ts'

beforeAll(() => import('../../src/features/express-route-wizard/express-route-route.tsx'), 300_000)

const EQUINIX = idOf('er-ams-equinix-1')
const LAYER_3 = 'hybrid-connectivity-layer-3'

test('from the page of a circuit, without a draft: the provider refuses, then provisions, and the way goes on to verified paths', async () => {
  const page = await visit(resourcePath(EQUINIX), UNLOCKED)
  await heading('er-ams-equinix-1')
  await page.user.click(await screen.findByRole('link', { name: 'Continue set-up' }, { timeout: 20_000 }))
  await heading('Provider')
  // Nobody pressed Next there: what is there has answered it.
  for (const name of [/^Resiliency/, /^Circuits/])
    expect(screen.getByRole('link', { name })).toHaveAccessibleName(/ \(done\)$/)
  let walk = { ...page, interactions: 0 }
  const card = () => within(circuitPart('er-ams-equinix-1')).getByRole('region', { name: 'For Equinix' })
  expect(card()).toHaveTextContent('Peering locationAmsterdam')
  expect(document.body).not.toHaveTextContent('5d1c0a94-7e2b-4f6d-9a38-c6b1e0743f2a')
  fireEvent.change(within(card()).getByRole('textbox', { name: 'Your contact, for the order' }), {
    target: { value: 'noc@contoso.example' },
  })
  expect(screen.getByRole('link', { name: 'Make the gateway meanwhile' })).toBeVisible()

  await provider(walk, 'Refuse the order')
  await says(/Equinix writes: “The order was refused/)
  // Closed and opened again: the order is as it was.
  walk = await reload(walk, 'Provider')
  expect(card()).toHaveTextContent('Service key')
  expect(within(card()).getByRole('textbox', { name: 'Your contact, for the order' })).toHaveValue(
    'noc@contoso.example',
  )
  await provider(walk, 'Provision it')
  // By itself, once the provider is done.
  await heading('Peering')
  await fill(walk, 'Your AS number', '12076')
  await says(/12076/)
  await fill(walk, 'Your AS number', '64730')
  await walk.user.click(screen.getByRole('switch', { name: 'The BGP sessions use an MD5 key' }))
  await fill(walk, 'MD5 key of er-ams-equinix-1', 'not25meant')
  // Off and on again: the key that was not meant is gone.
  const md5 = screen.getByRole('switch', { name: 'The BGP sessions use an MD5 key' })
  await walk.user.click(md5)
  await walk.user.click(md5)
  expect(await screen.findByLabelText('MD5 key of er-ams-equinix-1')).toHaveValue('')
  await fill(walk, 'MD5 key of er-ams-equinix-1', 'marker25abc')
  await next(walk, 'Gateway')
  await choose(walk, 'ExpressRoute gateway', /^Use one that is there/)
  await pick(walk, 'Which gateway', /^ergw-weu-prod/)
  await next(walk, 'Connection')
  await next(walk, 'Review')
  await create(walk)
  await eventually('heading', /^All 2 resources are ready/)
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(
    'marker25abc',
  )
  await press(walk, 'Next: Verify')
  await verified('Both paths are up')
  await says(/Learnt over the circuits/)
  expect(circuitPart('Resiliency')).toHaveTextContent('Maximum: circuits in Amsterdam and London')
  expect(screen.getByRole('link', { name: 'Test the failover for the first time' })).toHaveAttribute(
    'href',
    actionPath(idOf('ergw-weu-prod'), 'failover-test'),
  )
})

test('a provider that runs layer 3 makes the private peering, which is shown as it is and connected', async () => {
  const walk = await continueSetUp(EQUINIX, 'Provider', UNLOCKED)
  await provider(walk, 'Provision it')
  await heading('Peering')
  await choose(walk, 'Who makes it', /^The provider does/)
  await walk.user.click(screen.getByRole('link', { name: /^Provider/ }))
  await heading('Provider')
  await provider(walk, 'Make the private peering')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Make the private peering' })).toHaveAttribute(
      'aria-disabled',
      'true',
    ),
  )
  await walk.user.click(screen.getByRole('link', { name: /^Peering/ }))
  await heading('Peering')
  await says(/64900/)
  await says(/It is there and stays as it is/)
  expect(screen.queryByRole('radiogroup', { name: 'Who makes it' })).not.toBeInTheDocument()
})

test('that the provider runs layer 3 is written as a tag, which any browser and the page of the circuit go by', async () => {
  const walk = await continueSetUp(EQUINIX, 'Provider', UNLOCKED)
  await provider(walk, 'Provision it')
  await heading('Peering')
  await choose(walk, 'Who makes it', /^The provider does/)
  await press(walk, 'Write the tag on er-ams-equinix-1')
  await says(/The tag hybrid-connectivity-layer-3 of er-ams-equinix-1 says so/)
  await walk.user.click(screen.getByRole('switch', { name: 'Also Microsoft peering' }))
  await press(walk, 'Note it on er-ams-equinix-1')
  await waitFor(async () =>
    expect(await ask(walk, EQUINIX)).toMatchObject({
      tags: { [LAYER_3]: 'provider', 'hybrid-connectivity-microsoft-peering': 'wanted' },
    }),
  )

  // Another browser: no draft, the same Azure.
  localStorage.clear()
  const other = await continueSetUp(EQUINIX, 'Peering', { emulator: walk.emulator })
  expect(await screen.findByRole('radio', { name: /^The provider does/ })).toBeChecked()
  expect(screen.getByRole('switch', { name: 'Also Microsoft peering' })).toBeChecked()
  await other.user.click(screen.getByRole('link', { name: /^Microsoft peering/ }))
  await says(/Equinix runs layer 3 and makes the peerings of this circuit, this one too/)
  expect(screen.queryByLabelText('Public prefixes')).not.toBeInTheDocument()
  await other.user.click(screen.getByRole('button', { name: 'The provider does not' }))
  expect(await screen.findByLabelText('Public prefixes')).toBeVisible()
  // Read-only with the reason, and a way out for whom the tag is wrong.
  await visit(actionPath(EQUINIX, 'peering'), { emulator: walk.emulator })
  const title = 'Add the private peering of er-ams-equinix-1'
  await opened(title)
  expect(form(title)).toHaveTextContent(/says that Equinix runs layer 3 and makes this peering/)
  expect(within(form(title)).queryByRole('textbox', { name: 'Your AS number' })).not.toBeInTheDocument()
  await other.user.click(within(form(title)).getByRole('button', { name: 'The provider does not' }))
  expect(within(form(title)).getByRole('textbox', { name: 'Your AS number' })).not.toHaveAttribute('readonly')
})
