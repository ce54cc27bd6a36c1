import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { HubError } from '../../model/errors.ts'
import { connection, CONNECTION, estateOf, GATEWAY, gateway } from './estate.fixture.ts'
import { CollectionAddress } from './CollectionAddress.tsx'
import { Problem } from './Problem.tsx'
import { WrongAddress } from './WrongAddress.tsx'

/** Several steps of a person, on a busy machine. */
const SLOW = 30_000

const { rows } = estateOf(connection(), gateway())

function show(element: React.ReactNode) {
  const router = createMemoryRouter([{ path: '*', element }])
  render(<RouterProvider router={router} />)
  return router
}

describe('WrongAddress', () => {
  it(
    'says what is wrong, searches for it, and takes another id',
    async () => {
      const router = show(<WrongAddress text="/subs/vgw-weu-prod" problem="It starts wrongly." rows={rows} />)
      expect(screen.getByText('It starts wrongly.')).toBeInTheDocument()
      expect(screen.getByText('/subs/vgw-weu-prod')).toBeInTheDocument()
      expect(screen.getByRole('link', { name: 'vgw-weu-prod' })).toHaveAttribute(
        'href',
        `/resource${GATEWAY}`,
      )
      await userEvent.click(screen.getByRole('button', { name: 'Open' }))
      expect(screen.getByText('Paste a resource id first.')).toBeInTheDocument()
      await userEvent.click(screen.getByLabelText('Open another resource by its id'))
      await userEvent.paste(CONNECTION)
      await userEvent.click(screen.getByRole('button', { name: 'Open' }))
      expect(router.state.location.pathname).toBe(`/resource${CONNECTION}`)
    },
    SLOW,
  )
})

describe('CollectionAddress', () => {
  it('leads to the list', () => {
    show(
      <CollectionAddress
        scope={CONNECTION.slice(0, CONNECTION.indexOf('/connections'))}
        type="Microsoft.Network/connections"
        rows={rows}
      />,
    )
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This is a list of connections')
    const { href } = screen.getByRole<HTMLAnchorElement>('link', { name: /Show them/ })
    expect(href).toContain('kind=connection')
    expect(href).toContain('group=rg-net-weu')
  })
})

describe('Problem', () => {
  it.each<[HubError['kind'], string, RegExp]>([
    ['notFound', 'ResourceNotFound', /was not found/],
    ['notFound', 'ResourceGroupNotFound', /resource group rg-net-weu does not exist/],
    ['forbidden', 'AuthorizationFailed', /Microsoft\.Network\/connections\/read/],
    ['network', 'NoAnswer', /nothing answered/],
  ])(
    'says %s %s in words, with what Azure said, or the reason where it said nothing',
    (kind, code, words) => {
      const error: HubError = { kind, code, message: 'ARM text', details: [], correlationId: 'c-1' }
      show(<Problem id={CONNECTION} error={error} rows={rows} reading={false} onTryAgain={() => {}} />)
      expect(screen.getByRole('alert')).toHaveTextContent(words)
      expect(screen.getByText('c-1')).toBeInTheDocument()
      expect(screen.getByText(kind === 'network' ? 'Reason' : 'Azure said')).toBeInTheDocument()
      expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument()
    },
  )
})
