import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openTab, press, region } from '../support/panel.ts'
import { says } from '../support/tags-form.ts'

const START = 'Start a capture'
const SAS = 'https://acc.blob.core.windows.net/captures?sv=2024-11-04&sp=cw&sig=MARKERsignature'

async function typeUrl(part: RegExp | string, url: string): Promise<void> {
  fireEvent.change(within(await region(part)).getByLabelText('SAS URL of a storage container'), {
    target: { value: url },
  })
}

test('a capture is started with a filter, runs, and is stopped; its SAS URL is found nowhere', async () => {
  const page = await openTab('cn-weu-to-gdansk', 'capture', START)
  const start = await region(START)
  await page.user.click(within(start).getByText(/^Filter:/))
  fireEvent.change(within(start).getByLabelText('Source prefixes'), { target: { value: '10.1.0.0' } })
  expect(start).toHaveTextContent('Prefixes like 10.1.0.0/16')
  await press(page, START, 'Start the capture')
  expect(page.requests.filter((one) => one.includes('acketCapture'))).toEqual([])
  expect(within(start).getByLabelText('Source prefixes')).toHaveFocus()

  fireEvent.change(within(start).getByLabelText('Source prefixes'), { target: { value: '10.1.0.0/16' } })
  expect(start).toHaveTextContent('SourceSubnets')
  await press(page, START, 'Start the capture')
  await says('A capture started here has been running for')
  await says(/Wait for another/)

  await press(page, 'Stop the capture', 'Stop the capture')
  await says('Enter the SAS URL of a storage container.')
  await typeUrl('Stop the capture', SAS)
  expect(await region('Stop the capture')).toHaveTextContent('"sasUrl": "<SAS URL>"')
  await press(page, 'Stop the capture', 'Stop the capture')
  await says('The capture was stopped. Its files are in the container of the SAS URL.')
  await page.user.click(screen.getByRole('button', { name: /Request log/ }))
  await says(/stopPacketCapture/i)
  const everything =
    document.documentElement.innerHTML +
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])
  expect(everything).not.toContain('MARKERsignature')
})

test('a stop where none runs: what Azure says is explained, and the URL stays to be sent again', async () => {
  const page = await openTab('cn-weu-to-gdansk', 'capture', 'Stop a capture')
  await typeUrl('Stop a capture', SAS)
  await press(page, 'Stop a capture', 'Stop the capture')
  await says('NoPacketCaptureResponseDataFound')
  await says('Azure answers so when no capture was running')
  await waitFor(() => expect(screen.getByLabelText('SAS URL of a storage container')).toHaveValue(SAS))
})

test('a gateway has it too, asked of the gateway', async () => {
  const page = await openTab('vgw-weu-prod', 'capture', START)
  await says('all connections of this gateway')
  await press(page, START, 'Start the capture')
  await says('A capture started here has been running for')
  expect(page.requests.filter((one) => one.startsWith('POST'))).toEqual([
    expect.stringContaining('/virtualNetworkGateways/vgw-weu-prod/startPacketCapture'),
  ])
})
