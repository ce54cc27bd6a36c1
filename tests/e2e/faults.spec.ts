import { axeLightAndDark } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { arm, control, reachEmulator } from './emulator.ts'
import { idOf, pageOf } from './estate.ts'
import { list, listedNames, listRead, openHub, openList, show } from './pages.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'

const LAB = '/subscriptions/c48d2f7e-61a9-4b05-8e3c-d97a50f12b68'
const CONNECTIVITY = '/subscriptions/3f6a1c52-8d0b-4e77-9a41-5c2e7b90d1a4'

test('a forbidden subscription is named with the missing right, and the others are shown', async ({
  page,
  context,
}) => {
  await reachEmulator(context, [{ kind: 'forbidden', scope: LAB }])
  await openHub(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/connections are healthy/)
  await page.getByRole('button', { name: 'everything in Lab' }).click()
  const unread = page.getByRole('list', { name: 'What could not be read' })
  await expect(unread).toContainText('Your account lacks Microsoft.Network/*/read')
  await expect(unread).toContainText('Correlation id')

  await openList(page)
  await expect(page.getByText(/^Not all could be read: Lab\./)).toBeVisible()
  await page.getByText('1 part could not be read').click()
  await expect(page.getByText(/^Your account lacks Microsoft\.Network\/\*\/read\./)).toBeVisible()
  await expect(list(page).getByRole('link', { name: 'cn-eus-to-branch-denver' }).first()).toBeVisible()

  await show(page, pageOf('vgw-lab-basic'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This account may not read vgw-lab-basic')
  await expect(page.getByRole('alert')).toContainText('Microsoft.Network/virtualNetworkGateways/read')

  await control(page, { do: 'faults', faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'vgw-lab-basic' })).toBeVisible()
})

test('a list that fails is named, and read when tried again', async ({ page, context }) => {
  const failing: Fault = {
    kind: 'status',
    path: `${CONNECTIVITY}/providers/Microsoft.Network/vpnSites`,
    status: 500,
    code: 'InternalServerError',
    message: 'The list of sites is on fire.',
  }
  await reachEmulator(context, [failing])
  await openList(page, '?q=site-')
  await expect(
    page.getByText(/^Not all could be read: Connectivity\. What is shown may lack rows\./),
  ).toBeVisible()
  await page.getByText('1 part could not be read').click()
  await expect(page.getByText('The list of sites is on fire.')).toBeVisible()
  expect(await listedNames(page)).not.toContain('site-lyon')

  await control(page, { do: 'faults', faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => listedNames(page)).toContain('site-lyon')
  await listRead(page)
  await expect(page.getByText('Not all could be read')).toHaveCount(0)
})

test('subscriptions that cannot be listed leave no made-up page', async ({ page, context }) => {
  await reachEmulator(context, [
    {
      kind: 'status',
      path: '/subscriptions',
      status: 403,
      code: 'AuthorizationFailed',
      message: 'This account sees no subscription.',
    },
  ])
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azure refused to list your subscriptions')
  await expect(page.getByText('This account sees no subscription.')).toBeVisible()

  await control(page, { do: 'faults', faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/connections are healthy/)
})

test('a failed operation shows on the page, and what happened between two readings is seen', async ({
  page,
  context,
}) => {
  const id = idOf('lng-gdansk')
  await reachEmulator(context, [
    { kind: 'failOperation', path: id, code: 'InternalServerError', message: 'An error occurred.' },
  ])
  await page.goto(pageOf('lng-gdansk'))
  const status = page.getByRole('region', { name: 'Status' })
  await expect(status).toContainText('Healthy')
  await control(page, { do: 'settings', speed: 'instant' })
  const { body } = await arm(page, 'GET', id)
  await arm(page, 'PUT', id, { ...body, tags: { changed: 'yes' } })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(status).toContainText(/Failed/)
  await expect(status).not.toContainText('Healthy')
})

test('a connection that drops is turned on in the demo controls, said, and turned off in the banner', async ({
  page,
}) => {
  test.slow()
  await openHub(page)
  const sentence = page.getByRole('heading', { level: 1 })
  await expect(sentence).toHaveText(/connections are healthy/)
  await page.getByRole('button', { name: 'Demo controls' }).click()
  const panel = page.getByRole('dialog', { name: 'Demo controls' })
  await expect(panel.getByText('Faults', { exact: true })).toBeInViewport()
  await panel.getByText('Faults', { exact: true }).click()
  await panel.getByRole('switch', { name: /^Connection drops/ }).click()
  await expect(panel.getByRole('switch', { name: /^Connection drops/ })).toBeChecked()
  await axeLightAndDark(page, 'dialog')
  await panel.getByRole('button', { name: 'Read again' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Not all could be read')).toBeVisible()
  await expect(sentence).toHaveText(/connections are healthy/)

  await expect(page.getByText('Demo with trouble:')).toBeVisible()
  await axeLightAndDark(page)
  await page.getByRole('button', { name: 'Turn off and read again' }).click()
  await expect(page.getByText('Not all could be read')).toHaveCount(0)
  await expect(page.getByText('Demo with trouble:')).toHaveCount(0)
})
