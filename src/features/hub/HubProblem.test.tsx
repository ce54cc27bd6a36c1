import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { expect, it, vi } from 'vitest'
import type { HubError } from '../../model/errors.ts'
import { CLOUDS } from '../../model/clouds.ts'
import { DeploymentProvider } from '../../queries/use-deployment.ts'
import { HubProblem } from './HubProblem.tsx'

const error: HubError = {
  kind: 'server',
  code: 'InternalServerError',
  message: 'The server encountered an internal error.',
  status: 500,
  details: [],
  correlationId: '71d0e2a4-0000-4000-8000-00000000002a',
}

it('says what failed, why, what to do and what support asks for, and tries again', async () => {
  const onTryAgain = vi.fn()
  render(<HubProblem error={error} demo={false} onTryAgain={onTryAgain} />)
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your subscriptions could not be read')
  expect(screen.getByText('The server encountered an internal error.')).toBeVisible()
  expect(screen.getByText(/status.azure.com/)).toBeVisible()
  expect(screen.getByText(/71d0e2a4/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onTryAgain).toHaveBeenCalledOnce()
})

it.each<[Partial<HubError>, RegExp]>([
  [{ kind: 'auth', code: 'BlockedByDirectory', signIn: 'refused' }, /the sign-in was refused/],
  [{ kind: 'auth', code: 'SignInNeeded', signIn: 'helps' }, /the sign-in has ended/],
  [{ kind: 'network', code: 'SignInUnreachable' }, /the sign-in service did not answer/],
  [{ kind: 'network', code: 'NoAnswer' }, /nothing answered/],
  [{ kind: 'fault', code: 'Fault' }, /a part of this app failed/],
])('names what failed: %o', (change, heading) => {
  render(<HubProblem error={{ ...error, ...change }} demo={false} onTryAgain={() => {}} />)
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(heading)
  if (change.kind === 'fault') {
    expect(screen.getByText(/nothing is known of Azure. Reload the page/)).toBeVisible()
    return
  }
  const isTold = change.signIn === 'refused' || change.code === 'SignInUnreachable'
  expect(screen.queryAllByText(/try again\.$/)).toHaveLength(isTold ? 0 : 1)
})

it.each([
  [false, 'Sign in again, then try again.'],
  [true, /turn it off at the top of the page/],
])('says that the sign-in has ended and how to go on (demo: %s)', (demo, remedy) => {
  const expired: HubError = { ...error, kind: 'auth', code: 'ExpiredAuthenticationToken', status: 401 }
  render(<HubProblem error={expired} demo={demo} onTryAgain={() => {}} />)
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('the sign-in has ended')
  expect(screen.getByText(remedy)).toBeVisible()
})

it('names the host that did not answer as it is set up, and leads to the self-test', () => {
  const silent: HubError = { kind: 'network', code: 'NoAnswer', message: 'Nothing answered.', details: [] }
  const deployment = { clientId: 'c', tenantId: 'organizations', cloud: CLOUDS['us-government'] }
  render(
    <MemoryRouter>
      <DeploymentProvider value={deployment}>
        <HubProblem error={silent} demo={false} onTryAgain={() => {}} />
      </DeploymentProvider>
    </MemoryRouter>,
  )
  expect(screen.getByText(/the browser from management\.usgovcloudapi\.net/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Run the self-test' })).toHaveAttribute('href', '/self-test')
})
