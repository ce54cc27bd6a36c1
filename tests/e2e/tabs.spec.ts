import { expect, test } from './fixtures.ts'
import { arm, control, reachEmulator } from './emulator.ts'
import { idOf, pageOf } from './estate.ts'
import { openResource } from './pages.ts'

test('two tabs write one gateway: one is told that it is busy, and both see it work', async ({
  page,
  context,
}) => {
  const id = idOf('vgw-sea-prod')
  await reachEmulator(context)
  const other = await context.newPage()
  await Promise.all([
    openResource(page, pageOf('vgw-sea-prod'), 'vgw-sea-prod'),
    openResource(other, pageOf('vgw-sea-prod'), 'vgw-sea-prod'),
  ])
  const status = other.getByRole('region', { name: 'Status' })
  await expect(status).toContainText('Healthy')
  // As long as on Azure, so that the first write still runs however slow this machine is.
  await control(page, { do: 'settings', speed: 'realistic' })

  const { body } = await arm(page, 'GET', id)
  const first = await arm(page, 'PUT', id, { ...body, tags: { by: 'first' } })
  expect(first.status).toBe(200)
  expect(first.body.properties.provisioningState).toBe('Updating')
  const second = await arm(other, 'PUT', id, { ...body, tags: { by: 'second' } })
  expect(second.status).toBe(429)
  expect(second.body.error.code).toBe('RetryableError')

  await test.step('the tab that was refused sees whose change runs', async () => {
    await other.getByRole('button', { name: 'Refresh' }).click()
    await expect(status).toContainText('In progress')
    await expect(status).toContainText('Updating')
    await expect(other.getByRole('link', { name: /^by = first/ })).toBeVisible()
  })

  await test.step('the operation survives a reload of the tab that began it', async () => {
    await page.reload()
    await expect(page.getByRole('region', { name: 'Status' })).toContainText('In progress')
    expect((await arm(page, 'GET', id)).body.properties.provisioningState).toBe('Updating')
    expect((await arm(page, 'PUT', id, body)).status).toBe(429)
  })

  await test.step('a reset in one tab resets the other', async () => {
    await control(page, { do: 'reset' })
    await other.getByRole('button', { name: 'Refresh' }).click()
    await expect(status).toContainText('Healthy')
    expect((await arm(other, 'GET', id)).body.tags).toBeUndefined()
  })
})
