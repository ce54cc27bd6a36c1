import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { expect, it, vi } from 'vitest'
import { partOf } from '../../../tests/support/part-of.ts'
import { err, ok } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import { resourcePath } from '../../model/paths.ts'
import { AzureProvider } from '../../queries/use-azure.ts'
import { EstateReader } from '../../queries/use-estate.ts'
import { connection, CONNECTION } from './estate.fixture.ts'
import { Component } from './resource-route.tsx'

type Azure = NonNullable<ComponentProps<typeof AzureProvider>['value']>

const GONE: HubError = { kind: 'network', code: 'NoAnswer', message: 'nothing', details: [] }

function open(path: string, resource: Azure['resource']) {
  const reach = { subscriptions: [], tenants: [], unreadable: [] }
  const azure = partOf<Azure>({ subscriptions: () => Promise.resolve(ok(reach)), resource })
  const routes = [
    { path: '/resource/*', element: <Component /> },
    { path: '/resources', element: <p>the list</p> },
  ]
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AzureProvider value={azure}>
        <EstateReader>
          <RouterProvider router={router} />
        </EstateReader>
      </AzureProvider>
    </QueryClientProvider>,
  )
  return router
}

it('puts ARM’s casing into the address and keeps the tab', async () => {
  const router = open(
    `/resource${CONNECTION.toLowerCase()}/json`,
    vi.fn().mockResolvedValue(ok(connection())),
  )
  expect(screen.getByText('Reading cn-weu-to-gdansk')).toBeInTheDocument()
  await screen.findByRole('region', { name: 'JSON' })
  expect(router.state.location.pathname).toBe(resourcePath(CONNECTION, 'json'))
})

it('keeps what it has when reading again fails, and says so', async () => {
  const resource = vi.fn().mockResolvedValueOnce(ok(connection())).mockResolvedValue(err(GONE))
  open(resourcePath(CONNECTION), resource)
  await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Reading it again failed')
  expect(screen.getByRole('region', { name: 'Status' })).toHaveTextContent('Healthy')
})

it.each<[HubError, RegExp]>([
  [
    { kind: 'forbidden', code: 'AuthorizationFailed', message: 'no', status: 403, details: [] },
    /It needs the action Microsoft\.Network\/connections\/read at .*\. The role Reader includes it\./,
  ],
  [
    { kind: 'auth', code: 'ExpiredAuthenticationToken', message: 'no', status: 401, details: [] },
    /The sign-in has ended\. Sign in again, then try again\./,
  ],
])('says what to do when reading again fails: %o', async (error, next) => {
  const resource = vi.fn().mockResolvedValueOnce(ok(connection())).mockResolvedValue(err(error))
  open(resourcePath(CONNECTION), resource)
  await userEvent.click(await screen.findByRole('button', { name: 'Refresh' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(next)
})

it('tries again after nothing answered', async () => {
  const resource = vi.fn().mockResolvedValueOnce(err(GONE)).mockResolvedValue(ok(connection()))
  open(resourcePath(CONNECTION), resource)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('region', { name: 'Status' })).toBeInTheDocument()
})

it('leads from a resource group to the list', () => {
  const router = open(`/resource${CONNECTION.split('/providers')[0]}`, vi.fn())
  expect(router.state.location.pathname).toBe('/resources')
  expect(router.state.location.search).toContain('group=rg-net-weu')
})
