import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { resourcePath } from '../../src/model/paths.ts'
import {
  changes,
  closed,
  form,
  openForm,
  opened,
  openPage,
  press,
  writesSent,
} from '../support/action-form.ts'
import { eventually } from '../support/app.ts'
import { idOf, says } from '../support/tags-form.ts'

const CONNECTION = idOf('cn-weu-to-gdansk')
const GATEWAY = idOf('vgw-weu-prod')
const RESET = `POST ${CONNECTION}/resetconnection?api-version=2025-05-01`

test('a connection is reset from its page: what happens is said before, and how it stands after', async () => {
  const page = await openPage(CONNECTION)
  const button = await eventually('button', 'Reset connection')
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'), { timeout: 20_000 })
  await page.user.click(button)
  await opened(/^Reset cn-weu-to-gdansk/)
  expect(location.search).toBe('?do=reset')
  const happens = within(form(/^Reset/)).getByRole('region', { name: 'What happens' })
  expect(within(happens).getByRole('link', { name: 'vgw-weu-prod' })).toBeInTheDocument()
  expect(happens).toHaveTextContent('Other connections of the gateway go on.')
  expect(form(/^Reset/)).toHaveTextContent(RESET)
  const found = await axe.run(form(/^Reset/), { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])

  await press(page, /^Reset/, 'Reset connection')
  await says(/Done: Reset cn-weu-to-gdansk, .* ago/)
  await says(/Still NotConnected ?read .* ago/)
  expect(form(/^Reset/)).not.toHaveTextContent('was not recorded')
  expect(writesSent(page).filter((request) => request.includes('reset'))).toEqual([RESET])

  await page.user.keyboard('{Escape}')
  await closed()
  expect(location.search).toBe('')
  await waitFor(() => expect(button).toHaveFocus())
  expect(changes()).toHaveTextContent('Done: Reset cn-weu-to-gdansk')
  await page.user.click(within(changes()).getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('region', { name: 'Changes' })).not.toBeInTheDocument()
})

test('both instances of a gateway are reset in turn, each by its address', async () => {
  const page = await openForm(GATEWAY, 'reset', /^Reset vgw-weu-prod/)
  await page.user.click(within(form(/^Reset/)).getByRole('radio', { name: 'Both, one after the other' }))
  expect(form(/^Reset/)).toHaveTextContent('2 requests, one after another')
  expect(form(/^Reset/)).toHaveTextContent('az network vnet-gateway reset --ids')
  await press(page, /^Reset/, 'Reset both in turn')
  await says('Done: Reset instance 0 of vgw-weu-prod')
  await says('Done: Reset instance 1 of vgw-weu-prod')
  const addresses = writesSent(page).flatMap((request) => /gatewayVip=([\d.]+)/.exec(request)?.[1] ?? [])
  expect(new Set(addresses).size).toBe(2)
})

test('an address with a form that is not there opens the page alone', async () => {
  const page = await openPage(CONNECTION)
  window.history.pushState(null, '', `${resourcePath(CONNECTION)}?do=nothing`)
  window.dispatchEvent(new PopStateEvent('popstate'))
  await eventually('button', 'More actions')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await page.user.click(screen.getByRole('button', { name: 'More actions' }))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Reset connection' }))
  await opened(/^Reset cn-weu-to-gdansk/)
  window.history.back()
  await closed()
})

test('the menu opens the form of the tags where it is', async () => {
  const page = await openPage(CONNECTION)
  await page.user.click(await eventually('button', 'More actions'))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Edit tags' }))
  await opened(/^Edit the tags of cn-weu-to-gdansk/)
  expect(location.search).toBe('')
})

test('an answer that is lost leaves it open whether the reset was done, and says so', async () => {
  const page = await openForm(CONNECTION, 'reset', /^Reset cn-weu-to-gdansk/, [
    { kind: 'dropped', method: 'POST', path: `${CONNECTION}/resetconnection`, lost: 'answer', times: 1 },
  ])
  await press(page, /^Reset/, 'Reset connection')
  await says('It is not known whether this was done: Reset cn-weu-to-gdansk.')
  await says('which does not tell whether it was done')
  expect(writesSent(page).filter((request) => request.includes('reset'))).toEqual([RESET])
})

test('when the first reset fails at its end the second is not sent', async () => {
  const page = await openForm(GATEWAY, 'reset', /^Reset vgw-weu-prod/, [
    { kind: 'failOperation', path: `${GATEWAY}/reset`, code: 'InternalServerError', message: 'It broke.' },
  ])
  await page.user.click(within(form(/^Reset/)).getByRole('radio', { name: 'Both, one after the other' }))
  await press(page, /^Reset/, 'Reset both in turn')
  await says('It broke.')
  await says('Not sent: what had to be done before it was not carried out.')
  expect(writesSent(page).filter((request) => request.includes('/reset'))).toHaveLength(1)
})
