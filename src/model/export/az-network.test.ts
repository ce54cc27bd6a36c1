import { expect, test } from 'vitest'
import { gateway, site } from '../../../tests/support/resources.ts'
import { resetConnection, resetGateway } from '../edits/reset.ts'
import { connection } from '../../../tests/support/resources.ts'
import { siteEdit, siteValues } from '../edits/site.ts'
import { azNetwork } from './az-network.ts'

test('what the Azure CLI has a command for', () => {
  const vgw = gateway("v'gw")
  const id = vgw.id.replaceAll("'", String.raw`'\''`)
  expect(azNetwork(resetGateway(vgw))).toBe(`az network vnet-gateway reset --ids '${id}'`)
  expect(azNetwork(resetGateway(vgw, { index: 1, address: '198.51.100.2' }))).toBe(
    `az network vnet-gateway reset --ids '${id}' --gateway-vip '198.51.100.2'`,
  )
  const removal = { ...resetGateway(vgw), is: 'removal', method: 'DELETE', id: site('lng').id } as const
  expect(azNetwork(removal)).toBe(`az network local-gateway delete --ids '${site('lng').id}'`)
})

test('and where it has none, there is none', () => {
  expect(azNetwork(resetConnection(connection('cn')))).toBeUndefined()
})

test('a site’s address and prefixes, but not its name', () => {
  const lng = site('lng')
  const typed = { ...siteValues(lng), address: '203.0.113.9', prefixes: ['10.1.0.0/16', '10.2.0.0/16'] }
  expect(azNetwork(siteEdit(lng, typed))).toBe(
    `az network local-gateway update --ids '${lng.id}' --gateway-ip-address '203.0.113.9' --local-address-prefixes '10.1.0.0/16' '10.2.0.0/16'`,
  )
  expect(azNetwork(siteEdit(lng, { ...typed, by: 'fqdn', fqdn: 'a.example' }))).toBeUndefined()
})
