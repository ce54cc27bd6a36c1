import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import type { FieldValue } from '../../model/details/field.ts'
import { idOf } from '../../../tests/support/resources.ts'
import { FieldValueView } from './FieldValueView.tsx'

function show(value: FieldValue) {
  return render(
    <MemoryRouter>
      <FieldValueView value={value} label="Thing" />
    </MemoryRouter>,
  )
}

describe('FieldValueView', () => {
  it.each<[FieldValue, string]>([
    [{ is: 'text', text: 'plain' }, 'plain'],
    [{ is: 'code', text: '10.0.0.0/8' }, '10.0.0.0/8'],
    [{ is: 'absent', text: 'not configured' }, 'not configured'],
    [{ is: 'state', text: 'Connected', verdict: 'healthy' }, 'Connected'],
    [{ is: 'state', text: 'None', verdict: 'unknown', meaning: 'no router' }, 'no router'],
    [{ is: 'time', text: 'some day' }, 'some day'],
    [{ is: 'list', items: [] }, 'none'],
  ])('shows %o', (value, text) => {
    show(value)
    expect(screen.getByText(text)).toBeInTheDocument()
  })

  it('links resources and pages', () => {
    show({
      is: 'list',
      items: [
        { is: 'resource', id: idOf('virtualNetworkGateways', 'vgw-weu-prod'), name: 'vgw' },
        { is: 'page', text: 'rg', to: '/resources?group=rg' },
      ],
    })
    expect(screen.getByRole('link', { name: 'vgw' })).toHaveAttribute(
      'href',
      `/resource${idOf('virtualNetworkGateways', 'vgw-weu-prod')}`,
    )
    expect(screen.getByRole('link', { name: 'rg' })).toHaveAttribute('href', '/resources?group=rg')
  })

  it('shows an instant exactly and by its age', () => {
    const { container } = show({ is: 'time', text: '2020-01-02T03:04:05Z' })
    expect(container).toHaveTextContent(/2 Jan 2020, .*ago/)
  })

  it('shows the beginning of a long list, and the rest when asked', async () => {
    const items = Array.from({ length: 12 }, (_, index): FieldValue => ({
      is: 'code',
      text: `10.${index}.0.0/16`,
    }))
    show({ is: 'list', items })
    expect(screen.queryByText('10.11.0.0/16')).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show 4 more of Thing' }))
    expect(screen.getByText('10.11.0.0/16')).toBeInTheDocument()
  })

  it('keeps a sensitive value out of the document until it is asked for', async () => {
    const key = 'c8f0aa11-1111-2222-3333-444455553f2a'
    const { container } = show({ is: 'sensitive', text: key })
    expect(container.innerHTML).not.toContain('c8f0aa11')
    expect(screen.getByRole('img', { name: 'Hidden, ends in 3f2a' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Show Thing' }))
    expect(screen.getByText(key)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Hide Thing' }))
    expect(container.innerHTML).not.toContain('c8f0aa11')
  })
})
