import { inUse, networkError } from '../arm/refusals.ts'
import { arrayAt, numberAt, objectAt, textAt } from '../wire/read.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'

export const localNetworkGateways: NetworkType = {
  type: 'localNetworkGateways',
  noun: 'LocalNetworkGateway',
  lists: ['group'],
  seconds: { create: 11, update: 31, remove: 13 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  // The three refusals are recorded (azure-xplat-cli 2017, recorded behaviour 3).
  refuse: ({ sent, id }) => {
    const address = textAt(sent.gatewayIpAddress)
    if (address !== undefined && !isIPv4(address)) {
      return networkError(400, 'InvalidIpAddress', `The IP Address ${address} is invalid.`)
    }
    const prefixes = arrayAt(objectAt(sent.localNetworkAddressSpace).addressPrefixes)
    const bad = prefixes.find((prefix) => typeof prefix === 'string' && !prefix.includes('/'))
    if (typeof bad === 'string') {
      return networkError(
        400,
        'InvalidAddressPrefixFormat',
        `Address prefix ${bad} of resource ${id} is not formatted correctly. It should follow CIDR notation, ` +
          'for example 10.0.0.0/24.',
      )
    }
    if (numberAt(objectAt(sent.bgpSettings).asn) === 0) {
      return networkError(
        400,
        'LocalNetworkGatewayCannotHaveZeroAsn',
        `The local network gateway ${id} cannot have an ASN of zero`,
      )
    }
    return undefined
  },
  fill: ({ sent }) => ({
    ...sent,
    localNetworkAddressSpace: { addressPrefixes: [], ...objectAt(sent.localNetworkAddressSpace) },
    bgpSettings:
      sent.bgpSettings === undefined ? undefined : { peerWeight: 0, ...objectAt(sent.bgpSettings) },
  }),
  // Refusal documented (Remove-AzLocalNetworkGateway), code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'connections')
    if (user === undefined) return undefined
    return inUse(
      'InUseLocalNetworkGatewayCannotBeDeleted',
      `Local network gateway ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}
