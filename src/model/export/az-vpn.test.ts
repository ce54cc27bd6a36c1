import { expect, test } from 'vitest'
import { azCapture, azResetKey, azSetKey } from './az-vpn.ts'

const CN = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/cn'
const GW = '/subscriptions/s/resourceGroups/r(1)/providers/Microsoft.Network/virtualNetworkGateways/gw'

test('commands name the resource and hold no secret', () => {
  expect(azSetKey(CN)).toBe(
    "az network vpn-connection shared-key update --subscription s --resource-group rg --connection-name cn --value '<shared key>'",
  )
  expect(azResetKey(CN, 64)).toContain('--connection-name cn --key-length 64')
  expect(azCapture(GW, 'start', '{"a":"it\'s"}')).toBe(
    String.raw`az network vnet-gateway packet-capture start --subscription s --resource-group 'r(1)' --name gw --filter '{"a":"it'\''s"}'`,
  )
  expect(azCapture(CN, 'start')).toMatch(/vpn-connection packet-capture start .* --name cn$/)
  expect(azCapture(CN, 'stop')).toContain("--sas-url '<SAS URL>'")
})
