import { cleanup, render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { makeRow } from '../../components/resource-list/rows.fixture.ts'
import type { AttentionItem } from '../../model/hub/summary.ts'
import { resourcePath } from '../../model/paths.ts'
import { NeedsAttention } from './NeedsAttention.tsx'

function item(index: number, repeats = false): AttentionItem {
  const row = makeRow({ name: `cn-${index}`, verdict: 'down' })
  return {
    row,
    repeats,
    reason: `NotConnected <b>${index}</b>.`,
    next: { label: 'See why', to: resourcePath(row.id) },
  }
}

function show(count: number, { arriving = false, partial = false, repeating = 0 } = {}) {
  const items = Array.from({ length: count }, (_, index) => item(index, index >= count - repeating))
  render(
    <MemoryRouter>
      <NeedsAttention items={items} partial={partial} arriving={arriving} waiting={false} />
    </MemoryRouter>,
  )
  return within(screen.getByRole('region', { name: 'Needs attention' }))
}

describe('NeedsAttention', () => {
  it('shows eight rows at most, each with its reason and a next step that names the resource', () => {
    const section = show(14)
    expect(section.getAllByRole('listitem')).toHaveLength(8)
    expect(section.getByText('8 of 14, worst first')).toBeVisible()
    expect(section.getByRole('link', { name: 'Show all in the list' })).toHaveAttribute(
      'href',
      expect.stringContaining('verdict='),
    )
    expect(section.getByRole('link', { name: 'See why: cn-0' })).toHaveAttribute(
      'href',
      expect.stringContaining('/cn-0'),
    )
    expect(section.getByText('NotConnected <b>3</b>.')).toBeVisible()
  })

  it('says how many only repeat another, which the sentence above does not count', () => {
    expect(show(14, { repeating: 3 }).getByText(/; 3 only repeat what another says$/)).toBeVisible()
    cleanup()
    expect(
      show(2, { repeating: 1 }).getByText('2, worst first; 1 only repeats what another says'),
    ).toBeVisible()
  })

  it('says that nothing needs attention only when everything was read', () => {
    expect(show(0).getByText(/Everything that was read is healthy/)).toBeVisible()
    cleanup()
    const section = show(0, { partial: true })
    expect(section.queryByText(/healthy/)).not.toBeInTheDocument()
    expect(section.getByText(/Not everything could be/)).toBeVisible()
  })

  it('says nothing while states are still being read', () => {
    expect(show(0, { arriving: true }).queryByText(/healthy/)).not.toBeInTheDocument()
  })
})
