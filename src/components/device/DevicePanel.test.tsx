import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { custom, deviceSettings } from '../../../tests/support/device-settings.ts'
import { type DeviceSettings, open } from '../../model/device/settings.ts'
import { DevicePanel } from './DevicePanel.tsx'

function draw(settings: DeviceSettings, vendorId = 'strongswan') {
  render(
    <FluentProvider theme={webLightTheme}>
      <DevicePanel
        settings={settings}
        vendorId={vendorId}
        onVendor={() => {}}
        sharedKey={undefined}
        keyPart={<p>The key</p>}
      />
    </FluentProvider>,
  )
}

test('a policy without a translation has its reason in place of a file', () => {
  draw(deviceSettings({ policy: custom({ dhGroup: 'None' }) }))
  expect(screen.getByText(/IKE cannot start without one/, { selector: 'section p span' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.queryByText('The key')).toBeNull()
  expect(screen.getByRole('region', { name: 'Values for any device' })).toBeVisible()
})

test('what is to be filled in stands out in the file, and is said in the values', () => {
  draw(
    deviceSettings({
      tunnels: [
        {
          label: 'Instance 0',
          address: open('AZURE_ADDRESS_0', 'the public address of instance 0'),
          bgpPeer: open('AZURE_BGP_PEER_0', 'x'),
        },
      ],
    }),
  )
  const marks = within(screen.getByRole('region', { name: /^Configuration for/ })).getAllByText(
    'REPLACE_AZURE_ADDRESS_0',
  )
  expect(marks.every(({ tagName }) => tagName === 'MARK')).toBe(true)
  expect(screen.getByText('to be filled in: the public address of instance 0')).toBeVisible()
})

test('a maker that nobody knows is the first', () => {
  draw(deviceSettings(), 'constructor')
  expect(screen.getByLabelText('Device')).toHaveValue('strongswan')
})
