import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { empty } from '../../src/emulator/estates/empty.ts'
import { GROUP, NETWORK } from '../contract/emulator.ts'
import { failedAt, keptRun, runKeptAs } from '../support/runs.ts'
import { eventually, heading, panelDrawn, visit } from '../support/app.ts'
import { idOf } from '../support/tags-form.ts'

const NEW = idOf('lng-gdansk').replace('lng-gdansk', 'lng-new')
const IDS = [NEW, idOf('vgw-sea-prod')] as const
const SLOW = { timeout: 30_000 }

test('a run that failed says which resource and why, and leads to its wizard', async () => {
  const now = Date.now()
  localStorage.setItem(runKeptAs('k'), keptRun(IDS, now, failedAt(IDS, now)))
  const { user } = await visit('/operations')
  await heading(/1 failed today$/)
  const table = await screen.findByRole('table', { name: 'Finished operations' }, SLOW)
  expect(table).toHaveTextContent('vgw-sea-prod. 1 of 2 resources are ready.')
  expect(table).toHaveTextContent('GatewayRefused Not this gateway.')
  expect(table).not.toHaveTextContent('At least one failed')
  for (const name of ['s2s-test', 'Open the run'])
    expect(within(table).getByRole('link', { name })).toHaveAttribute(
      'href',
      '/create/site-to-site/deploy?run=k',
    )
  await user.click(within(table).getByRole('button', { name: 'Remove from list' }))
  expect(await screen.findByText('Nothing has finished yet.')).toBeVisible()
  expect(localStorage.getItem(runKeptAs('k'))).toBeNull()
})

test('a run of a browser that was closed is followed by the next visit: counted, ended with a toast, its resources read', async () => {
  const page = await visit('/operations', { estates: [empty] })
  await eventually('button', 'Operations')
  await page.emulator.control({ do: 'settings', speed: 'realistic' })
  const put = (path: string, body: object) =>
    page.emulator.fetch(
      new Request(`https://management.azure.com${path}?api-version=2025-04-01`, {
        method: 'PUT',
        headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  const ids = [`${NETWORK}/localNetworkGateways/lng-new`, `${NETWORK}/virtualNetworkGateways/vgw`] as const
  const run = keptRun(ids, Date.now(), {})
  const { id } = JSON.parse(run) as { id: string }
  await put(GROUP, { location: 'westeurope' })
  const answer = await put(id, { properties: { mode: 'Incremental', template: TEMPLATE } })
  expect(answer.status).toBe(201)
  localStorage.setItem(runKeptAs('k'), run)
  window.dispatchEvent(new StorageEvent('storage', { key: runKeptAs('k') }))
  const table = await screen.findByRole('table', { name: 'Running operations' }, SLOW)
  expect(within(table).getByRole('link', { name: 's2s-test' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Operations, 1 running' })).toBeVisible()
  await waitFor(() => expect(screen.getByText(/Deploy, s2s-test: succeeded after/)).toBeVisible(), SLOW)
  expect(page.requests.filter((one) => one.startsWith(`GET ${ids[0]}`))).not.toEqual([])
  await page.user.click(screen.getByRole('button', { name: 'Operations' }))
  await panelDrawn('Running and finished operations')
  const panel = document.querySelector<HTMLElement>('[aria-label="Running and finished operations"]')
  const link = await within(panel ?? document.body).findByRole('link', { name: 's2s-test' }, SLOW)
  expect(link).toHaveAttribute('href', '/create/site-to-site/deploy?run=k')
})

const TEMPLATE = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Network/localNetworkGateways',
      apiVersion: '2025-05-01',
      name: 'lng-new',
      location: 'westeurope',
      properties: {
        gatewayIpAddress: '203.0.113.77',
        localNetworkAddressSpace: { addressPrefixes: ['10.201.0.0/16'] },
      },
    },
  ],
}
