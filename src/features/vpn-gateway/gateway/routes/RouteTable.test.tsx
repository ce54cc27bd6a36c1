import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RouteTable } from './RouteTable.tsx'

function routes(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    network: `10.${at >> 8}.${at & 255}.0/24`,
    localAddress: at % 2 === 0 ? '10.20.0.4' : '10.20.0.9',
  }))
}

const nameOf = (address: string) => (address === '10.20.0.4' ? 'Instance 0' : undefined)

test('few routes are all there, with what cannot be told of the instance as it is', () => {
  render(<RouteTable routes={routes(2)} label="Routes" nameOf={nameOf} />)
  expect(screen.getByRole('row', { name: /10\.0\.0\.0\/24.*Instance 0/ })).toBeInTheDocument()
  expect(screen.getByRole('row', { name: /10\.0\.1\.0\/24.*10\.20\.0\.9/ })).toBeInTheDocument()
})

test('of four thousand only those in view are drawn, and their number is told', () => {
  render(<RouteTable routes={routes(4_000)} label="Routes" nameOf={nameOf} />)
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '4001')
  expect(screen.queryAllByRole('row').length).toBeLessThan(100)
})
