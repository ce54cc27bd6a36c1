import { networkError } from '../../arm/refusals.ts'
import { numberAt, objectAt, objectsAt } from '../../wire/read.ts'
import { refusePrefixes } from './prefixes.ts'
import { references } from './references.ts'
import { firstOf } from './rule.ts'
import { refuseHubGateway } from './virtual-hubs.ts'

/** Scale units: 1 to 20, then multiples of 20 up to 200 (Virtual WAN document 7). Code and text assumed. */
export const refuseP2sVpnGateway = firstOf(
  refuseHubGateway('p2sVpnGateways'),
  references(({ sent }) => [
    {
      member: 'vpnServerConfiguration',
      value: sent.vpnServerConfiguration,
      type: 'vpnServerConfigurations',
    },
  ]),
  ({ sent, id }) => {
    for (const one of objectsAt(sent.p2SConnectionConfigurations)) {
      const pool = objectAt(objectAt(one.properties).vpnClientAddressPool)
      const refusal = refusePrefixes(id, pool.addressPrefixes)
      if (refusal !== undefined) return refusal
    }
    return undefined
  },
  ({ sent, id }) => {
    const units = numberAt(sent.vpnGatewayScaleUnit) ?? 1
    if ((units >= 1 && units <= 20) || (units % 20 === 0 && units <= 200 && units > 0)) return undefined
    return networkError(
      400,
      'InvalidVpnGatewayScaleUnit',
      `The scale unit ${units} of gateway ${id} is not valid: 1 to 20, then multiples of 20 up to 200.`,
    )
  },
)
