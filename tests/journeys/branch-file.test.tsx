import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { csvText } from '../../src/model/csv-text.ts'
import { eventually, heading } from '../support/app.ts'
import { branchPicture, openBranch } from '../support/branch-walk.ts'
import { idOf, order, says } from '../support/tags-form.ts'
import { create, field, next, nextRefused, press, reload, sent } from '../support/wizard.ts'

/** A hundred sites, of which three lines have something wrong. */
function file(): string {
  const lines = Array.from({ length: 100 }, (_, index) => {
    const number = index + 1
    const prefix = number === 12 ? '10.180.12.1/24' : `10.180.${number}.0/24`
    const speed = number === 57 ? 'fast' : '50'
    // That of the site before it.
    const own = number === 95 ? 94 : number
    const address = number === 80 ? '10.1.1.1' : `198.18.5.${own}`
    return [`site-${String(number).padStart(3, '0')}`, 'Cisco', prefix, speed, address]
  })
  return csvText(['Site', 'Vendor', 'Prefixes', 'Speed', 'IP address'], lines)
}

test('a hundred branches from a file, three lines of it mended, are connected though one of them fails at first', async () => {
  let walk = await openBranch(`?hub=${encodeURIComponent(idOf('vhub-sea-01'))}`)
  for (const step of ['Hub', 'Gateway', 'Sites']) await next(walk, step)
  await press(walk, 'Sites from a file')
  const text = screen.getByRole('textbox', { name: 'Or paste its text' })
  fireEvent.change(text, { target: { value: file() } })
  await says('100 sites, 100 links. 3 lines to mend:')
  const wrong = screen.getByRole('list', { name: 'What is wrong with the file' })
  expect(
    within(wrong)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Line 13, Prefixes: 10.180.12.1/24: bits after the mask are set.',
    'Line 58, Speed: fast is no whole number of Mbps.',
    expect.stringMatching(/^Line 81, IP address: 10\.1\.1\.1 is not a public address/),
  ])
  // One is mended in the text, two in the list.
  fireEvent.change(text, { target: { value: file().replace('fast', '50') } })
  await says('100 sites, 100 links. 2 lines to mend:')
  await press(walk, 'Add 100 sites as they are')
  expect(branchPicture()).toMatch(/^On-premises: 100 branches with 100 links: site-012 .*not possible yet/)
  await press(walk, 'With errors (2)')
  expect(screen.getAllByRole('button', { name: /^Remove site-/ })).toHaveLength(2)
  await press(walk, 'With warnings (1)')
  expect(screen.getAllByRole('button', { name: /^Remove site-/ })).toHaveLength(1)
  expect(screen.getByRole('button', { name: /^site-095 .*1 warning/ })).toBeVisible()
  await press(walk, 'With warnings (1)')
  await nextRefused(walk)
  await press(walk, 'Use 10.180.12.0/24')
  await nextRefused(walk)
  await waitFor(() => expect(screen.getByRole('heading', { name: 'site-080' })).toBeVisible())
  fireEvent.change(await field('IP address or DNS name'), { target: { value: '198.18.5.80' } })
  await next(walk, 'Connection')
  await next(walk, 'Review')
  const warning = screen.getByText(/^198\.18\.5\.94 of site-095 is that of site-094 too/)
  await walk.user.click(within(warning.closest('li')!).getByRole('link', { name: 'Go to Sites' }))
  await heading('Sites')
  await waitFor(() => expect(screen.getByRole('heading', { name: 'site-095' })).toBeVisible())
  await waitFor(() => expect(screen.getByLabelText('IP address or DNS name')).toHaveFocus())
  await next(walk, 'Connection')
  await next(walk, 'Review')
  await order(walk, {
    kind: 'failOperation',
    path: 'vpnConnections/cn-site-040',
    code: 'InternalServerError',
    message: 'no',
  })
  await create(walk)
  await sent()
  walk = await reload(walk, /ready|failed/i)
  await says('39 of 100 branches connected, 1 failed, 60 not begun')
  await order(walk)
  await press(walk, 'Edit and continue')
  await heading('Review')
  expect(screen.getByRole('button', { name: 'Create 61 resources' })).toBeVisible()
  await create(walk)
  await says('61 of 61 branches connected')
  await press(walk, 'Next: Devices')
  await press(walk, 'Next: Verify')
  await eventually('heading', 'All 100 branches are connected')
})
