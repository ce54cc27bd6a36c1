import { fireEvent, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { openTab, press, region } from '../support/panel.ts'
import { idOf, order, says } from '../support/tags-form.ts'

const START = 'Start a run'
const DENVER = 'cn-eus-to-branch-denver'
const ACCOUNT = `${idOf(DENVER).split('/').slice(0, 5).join('/')}/providers/Microsoft.Storage/storageAccounts/hublogs`

async function fill(account: string, container: string): Promise<void> {
  const start = await region(START)
  fireEvent.change(within(start).getByLabelText('Storage account'), { target: { value: account } })
  fireEvent.change(within(start).getByLabelText('Container'), { target: { value: container } })
}

test('a connection that is down is looked at by Network Watcher, which says what is wrong', async () => {
  const page = await openTab(DENVER, 'troubleshoot', START)
  const posts = () => page.requests.filter((one) => one.startsWith('POST') && one.includes('troubleshoot'))
  const start = await region(START)
  expect(start).toHaveTextContent('they stay there until somebody deletes them')
  await press(page, START, 'Start troubleshooting')
  expect(posts()).toEqual([])
  expect(within(start).getByLabelText('Storage account')).toHaveFocus()

  await fill(ACCOUNT, 'https://hublogs.blob.core.windows.net/vpn?sig=x')
  await press(page, START, 'Start troubleshooting')
  expect(posts()).toEqual([])
  await fill(ACCOUNT, 'https://hublogs.blob.core.windows.net/vpn')
  expect(start).toHaveTextContent('NetworkWatcher_eastus')
  expect(start).toHaveTextContent('az network watcher troubleshooting start')
  await press(page, START, 'Start troubleshooting')

  await says('Something was found.')
  const result = screen.getByRole('status', { name: 'Result' })
  expect(result).toHaveTextContent('PeerReachability')
  expect(result).toHaveTextContent('the other VPN device is unreachable')
  expect(within(result).getAllByRole('listitem')).toHaveLength(4)
  expect(within(result).getAllByRole('link')[0]).toHaveAttribute('rel', 'noreferrer')
  expect(posts()).toHaveLength(1)
  const found = await axe.run(result, { rules: { 'color-contrast': { enabled: false } } })
  expect(found.violations).toEqual([])
})

test('a refusal names why, and the run can be started again', async () => {
  const page = await openTab('vgw-weu-depots', 'troubleshoot', START)
  await order(page, {
    kind: 'status',
    method: 'POST',
    path: '/troubleshoot',
    status: 409,
    code: 'TroubleshootInProgress',
    message: 'A troubleshooting is running in this subscription.',
    times: 1,
  })
  await fill(ACCOUNT, 'https://hublogs.blob.core.windows.net/vpn')
  await press(page, START, 'Start troubleshooting')
  await says(/TroubleshootInProgress/)
  await press(page, START, 'Start troubleshooting')
  await says('No fault was found.')
})

test('where no watcher can be seen in the region it says what is needed, and nothing is sent', async () => {
  const page = await openTab('cn-weu-to-gdansk', 'troubleshoot', 'VPN troubleshoot', {
    faults: [{ kind: 'forbidden', scope: '/', action: 'Microsoft.Network/networkWatchers/read' }],
  })
  await says(/The Network Watchers of the subscription could not be read/)
  expect(page.requests.filter((one) => one.startsWith('POST'))).toEqual([])
})
