import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { eventually, heading } from '../support/app.ts'
import { branchPicture, fillSite, openBranch } from '../support/branch-walk.ts'
import { says } from '../support/tags-form.ts'
import {
  choose,
  create,
  field,
  fill,
  focused,
  next,
  nextRefused,
  pick,
  press,
  reload,
} from '../support/wizard.ts'

const KEY = 'k7Qm2xZ9LtR4vWs8YnB5cDf3GhJ6pTuE'

test('a virtual WAN with a hub, its gateway and a virtual network is made for a branch; a reload keeps the draft and asks for the key again', async () => {
  let walk = await openBranch()
  await choose(walk, 'Virtual WAN', /^Create a new one/)
  await next(walk, 'Hub')
  expect(await field('Address space')).toHaveValue('10.100.2.0/23')
  await fill(walk, 'Address space', '10.100.1.0/25')
  await nextRefused(walk)
  await focused('Address space')
  await press(walk, 'Use 10.100.2.0/23')
  await press(walk, 'Connect a virtual network')
  await pick(walk, 'Virtual network 1', /^vnet-shop-weu/)
  await next(walk, 'Gateway')
  expect(await field('Scale units')).toHaveValue('1')
  await next(walk, 'Sites')
  await fillSite(walk, 'site-lille', '10.190.32.0/22', 'lille.contoso.com')
  await fill(walk, 'Speed in Mbps', '900')
  expect(branchPicture()).toContain('(2 scale units, new)')
  await next(walk, 'Connection')
  await choose(walk, 'Shared key', /^Enter one key for all/)
  await fill(walk, 'Shared key', KEY)
  walk = await reload(walk, 'Connection')
  await says('The key has to be entered again: keys are never stored.')
  await nextRefused(walk)
  await focused('Shared key')
  await fill(walk, 'Shared key', KEY)
  await next(walk, 'Review')
  expect(document.body).not.toHaveTextContent(KEY)
  await create(walk)
  await eventually('heading', /^All 6 resources are ready/)
  expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.toContain(KEY)
  await press(walk, 'Next: Devices')
  await heading('Set up the devices')
  expect(screen.getByText(/lille\.contoso\.com/)).toBeVisible()
})
