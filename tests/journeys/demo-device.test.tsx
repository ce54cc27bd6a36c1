import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openPage } from '../support/action-form.ts'
import { eventually, visit } from '../support/app.ts'
import { resourcePath } from '../../src/model/paths.ts'
import { idOf, says } from '../support/tags-form.ts'

const LODZ = idOf('cn-weu-to-lodz')
const SLOW = { timeout: 30_000 }

async function choose(device: string): Promise<HTMLElement> {
  const part = (await screen.findByText('Demo: the device at the far end', {}, SLOW)).closest('details')
  if (part === null) throw new Error('no control')
  part.open = true
  fireEvent.change(within(part).getByLabelText('The device'), { target: { value: device } })
  return part
}

test('in the demo the device of a connection can be silent, have another key, and come back', async () => {
  const { user, requests } = await openPage(LODZ)
  await says('1 of 1 tunnel connected')
  await user.click(within(await choose('silent')).getByRole('button', { name: 'Set the device' }))
  await says('The device is set.')
  await says('0 of 1 tunnel connected')
  await user.click(within(await choose('up')).getByRole('button', { name: 'Set the device' }))
  await says('1 of 1 tunnel connected')

  const part = await choose('key')
  const set = within(part).getByRole('button', { name: 'Set the device' })
  expect(set).toHaveAttribute('aria-disabled', 'true')
  fireEvent.change(within(part).getByLabelText('Key of the device'), { target: { value: 'another' } })
  await user.click(set)
  await says('0 of 1 tunnel connected')
  expect(within(part).getByLabelText('Key of the device')).toHaveValue('')
  expect(requests.filter((one) => !one.startsWith('GET') && one.includes('cn-weu-to-lodz'))).toEqual([])
})

test('a connection of two networks has no device, nor has a snapshot', async () => {
  await openPage(idOf('cn-eus-to-sea'))
  await says(/tunnels connected/)
  expect(screen.queryByText('Demo: the device at the far end')).not.toBeInTheDocument()
  await visit(resourcePath(LODZ), {
    file: [{ id: LODZ, type: 'Microsoft.Network/connections', properties: { connectionType: 'IPsec' } }],
  })
  await eventually('heading', 'cn-weu-to-lodz')
  await waitFor(() => expect(screen.queryByText('Demo: the device at the far end')).not.toBeInTheDocument())
})
