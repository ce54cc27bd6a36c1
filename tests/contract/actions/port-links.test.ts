import { expect, test } from 'vitest'
import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import { openContoso } from './contoso.ts'

const PORT = contoso.resources.find(({ id }) => /\/expressRoutePorts\/[^/]+$/.test(id))?.id ?? ''
const READER = `${PORT.split('/providers/')[0]}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader`
const KEYS = {
  cknSecretIdentifier: 'https://kv-er.vault.azure.net/secrets/CKN',
  cakSecretIdentifier: 'https://kv-er.vault.azure.net/secrets/CAK',
}

test('MACsec of a link is set, and taken off by a PUT without its keys', async () => {
  const on = openContoso()
  const put = async (macSecConfig: object) => {
    const { body } = await on.ask('GET', PORT)
    const [first, second] = body.properties.links
    const links = [{ ...first, properties: { ...first.properties, macSecConfig } }, second]
    const put = await on.ask('PUT', PORT, {
      ...body,
      identity: { type: 'UserAssigned', userAssignedIdentities: { [READER]: {} } },
      properties: { ...body.properties, links },
    })
    expect(put.status).toBe(200)
    on.pass(600)
    return (await on.ask('GET', PORT)).body.properties.links[0].properties.macSecConfig
  }
  expect(await put({ cipher: 'GcmAes256', ...KEYS })).toMatchObject(KEYS)
  const off = await put({ cipher: 'GcmAes256' })
  expect(off).toMatchObject({ cipher: 'GcmAes256' })
  expect(off.cknSecretIdentifier).toBeUndefined()
})
