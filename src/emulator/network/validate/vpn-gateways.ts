import { networkError } from '../../arm/refusals.ts'
import { arrayAt, numberAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { firstOf, type Rule } from './rule.ts'
import { refuseHubGateway } from './virtual-hubs.ts'

/** 1 to 40 units of 500 Mbps (Virtual WAN document 4). Code and text assumed. */
const units: Rule = ({ sent, id }) => {
  const asked = numberAt(sent.vpnGatewayScaleUnit)
  if (asked === undefined || (Number.isInteger(asked) && asked >= 1 && asked <= 40)) return undefined
  return networkError(
    400,
    'InvalidVpnGatewayScaleUnit',
    `The scale unit ${asked} of gateway ${id} is not valid: 1 to 40.`,
  )
}

/** Custom addresses of the two ranges, not the same on both instances (Virtual WAN document 4). Code as of other gateways. */
const customAddresses: Rule = ({ sent, id }) => {
  const peers = objectsAt(objectAt(sent.bgpSettings).bgpPeeringAddresses)
  const all = peers.flatMap((peer) => arrayAt(peer.customBgpIpAddresses).flatMap((one) => textAt(one) ?? []))
  const wrong = all.find((one, index) => !/^169\.254\.2[12]\.\d+$/.test(one) || all.indexOf(one) !== index)
  return wrong === undefined
    ? undefined
    : networkError(
        400,
        'InvalidCustomBgpIpAddress',
        `The custom BGP address ${wrong} of ${id} has to be in 169.254.21.0/24 or 169.254.22.0/24, and on one instance only.`,
      )
}

/** Chosen once (Virtual WAN document 4, unverified). Code and text assumed. */
const internetPreference: Rule = ({ sent, before, id }) => {
  const [asked, was] = [sent.isRoutingPreferenceInternet, before?.properties.isRoutingPreferenceInternet]
  if (asked === undefined || was === undefined || asked === was) return undefined
  return networkError(
    400,
    'RoutingPreferenceCannotBeChanged',
    `The routing preference of VPN gateway ${id} cannot be changed once it is created.`,
  )
}

export const refuseVpnGateway = firstOf(
  refuseHubGateway('vpnGateways'),
  units,
  customAddresses,
  internetPreference,
)
