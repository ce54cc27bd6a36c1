import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { openTab, press, region } from '../support/panel.ts'
import { order, says } from '../support/tags-form.ts'

const entries = () => within(screen.getByRole('list', { name: 'What was done' })).getAllByRole('listitem')

test('who did what to a resource, and how it ended', async () => {
  const { user, requests } = await openTab('cn-weu-to-gdansk', 'activity', 'Activity')
  await waitFor(() => expect(entries()).toHaveLength(1), { timeout: 30_000 })
  expect(entries()[0]).toHaveTextContent(/connections\/sharedkey\/write.*Succeeded/i)
  expect(entries()[0]).toHaveTextContent('by a.nowak@contoso.com, took 40\u2009s')
  expect(
    within(entries()[0] as HTMLElement).getByRole('button', { name: /^Copy correlation id/ }),
  ).toBeVisible()
  expect(
    (await axe.run(await region('Activity'), { rules: { 'color-contrast': { enabled: false } } })).violations,
  ).toEqual([])

  await user.click(screen.getByRole('radio', { name: '90 days' }))
  await waitFor(() => expect(window.location.search).toBe('?days=90'))
  await says('1 operation in the last 90 days')
  expect(requests.filter((one) => one.includes('eventtypes/management'))).toHaveLength(2)
})

test('a failure says why', async () => {
  await openTab('vgw-neu-dr', 'activity', 'Activity')
  await waitFor(() => expect(entries()[0]).toHaveTextContent('Failed'), { timeout: 30_000 })
  expect(entries()[0]).toHaveTextContent('InternalServerError: An error occurred.')
})

test('nothing done is said, with how to look further back', async () => {
  await openTab('vnet-hub-weu', 'activity', 'Activity')
  await says('Nobody changed vnet-hub-weu in the last 7 days. Choose more days to look further back')
})

test('a missing right is named, and asking again works', async () => {
  const page = await openTab('cn-weu-to-gdansk', 'activity', 'Activity', {
    faults: [
      { kind: 'status', path: 'eventtypes', status: 403, code: 'AuthorizationFailed', message: 'No.' },
    ],
  })
  await says('The activity of cn-weu-to-gdansk could not be read.')
  await says('Your account lacks Microsoft.Insights/eventtypes/values/read')
  await order(page)
  await press(page, 'Activity', 'Try again')
  await waitFor(() => expect(entries()).toHaveLength(1), { timeout: 30_000 })
})
