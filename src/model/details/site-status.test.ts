import { describe, expect, it } from 'vitest'
import { siteConnection } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { VpnConnection } from '../resources/virtual-wan.ts'
import { siteConnectionDetails } from './hub-gateways.ts'

const links = (...statuses: string[]): VpnConnection['links'] =>
  statuses.map((connectionStatus, index) => ({
    name: `link-${index}`,
    enableBgp: false,
    ipsecPolicies: [],
    connectionStatus,
  }))

describe('the status of a site connection', () => {
  it.each([
    ['its own', { connectionStatus: 'Connected' }, 'Connected', 'healthy'],
    ['that of its only link', { links: links('NotConnected') }, 'NotConnected', 'down'],
    ['that of all its links', { links: links('Connected', 'Connected') }, 'Connected', 'healthy'],
    ['how many are up', { links: links('Connected', 'NotConnected') }, '1 of 2 links connected', 'attention'],
    ['that there is none', {}, 'not given', 'unknown'],
  ])('is %s', (_, change, text, verdict) => {
    const connection = siteConnection('s', { connectionStatus: undefined, source: 'get', ...change })
    const { essentials } = siteConnectionDetails(connection, buildEstate([], []))
    expect(essentials[0]?.value).toMatchObject({ text, verdict })
  })
})
