import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ProviderControls } from './ProviderControls.tsx'

const offered = (name: string) =>
  screen.getByRole('button', { name }).getAttribute('aria-disabled') !== 'true'

/** ExpressRoute document 2.6. */
test.each<[state: string | undefined, provision: boolean, refuse: boolean, deprovision: boolean]>([
  ['NotProvisioned', true, true, false],
  ['Provisioning', false, true, true],
  ['Provisioned', false, false, true],
  ['Deprovisioning', false, false, false],
  // Nothing is known of it: the demo says what cannot be.
  [undefined, true, true, true],
])('of a circuit that is %s', async (state, provision, refuse, deprovision) => {
  const onAct = vi.fn(() => Promise.resolve())
  render(<ProviderControls state={state} peered={false} onAct={onAct} />)
  expect(['Provision it', 'Refuse the order', 'Deprovision it'].map(offered)).toEqual([
    provision,
    refuse,
    deprovision,
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Provision it' }))
  expect(onAct).toHaveBeenCalledTimes(provision ? 1 : 0)
})

test.each<[state: string, peered: boolean, isOffered: boolean]>([
  ['Provisioned', false, true],
  ['Provisioned', true, false],
  ['NotProvisioned', false, false],
])('a provider that runs layer 3, of a circuit that is %s, peered: %s', async (state, peered, isOffered) => {
  const onAct = vi.fn(() => Promise.resolve())
  render(<ProviderControls state={state} peered={peered} onAct={onAct} />)
  expect(offered('Make the private peering')).toBe(isOffered)
  await userEvent.click(screen.getByRole('button', { name: 'Make the private peering' }))
  expect(onAct.mock.calls).toEqual(isOffered ? [['peer']] : [])
})
