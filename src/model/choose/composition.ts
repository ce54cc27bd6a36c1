import { bandwidth, count } from '../format.ts'
import { type Answers, atMost } from './answers.ts'
import type { CandidateId } from './candidates.ts'
import {
  circuitSize,
  circuitTier,
  erGateway,
  hasTwoCircuits,
  hubErUnits,
  hubPeopleUnits,
  hubVpnUnits,
  vpnSku,
} from './sizes.ts'

/** One part of a solution in the size that the answers call for. */
export interface Part {
  part: string
  size: string
}

/** The parts that answers give a size; of a candidate that is excluded too, so that it can be compared. */
export function composition(id: CandidateId, answers: Answers): Part[] {
  switch (id) {
    case 'vpn':
      return vpnGateway(answers)
    case 'er':
    case 'erMetro':
      return [...circuit(id, answers), ...networkGateway(answers)]
    case 'erMax':
      return [...circuit(id, answers), ...networkGateway(answers)]
    case 'erVpn':
      return [...circuit(id, answers), ...networkGateway(answers), ...vpnGateway(answers)]
    case 'wanVpn':
      return hubVpn(answers)
    case 'wanEr':
      return [...circuit(id, answers), ...hubGateway(answers)]
    case 'wanBoth':
      return [...hubVpn(answers), ...circuit(id, answers), ...hubGateway(answers)]
    default:
      return id satisfies never
  }
}

function vpnGateway(answers: Answers): Part[] {
  const found = vpnSku(answers)
  return found ? [{ part: 'VPN gateway', size: `${found.sku}, active-active` }] : []
}

function circuit(id: CandidateId, answers: Answers): Part[] {
  const size = circuitSize(answers)
  if (!size) return []
  const tier = circuitTier(id, answers)
  const which = hasTwoCircuits(id, answers) ? 'each of two circuits' : 'circuit'
  const billed = tier === 'Local' || answers.given.egress?.includes('more') === true ? 'Unlimited' : 'Metered'
  const plan = `${bandwidth(size.mbps)}, ${tier === 'Local where offered' ? `${tier}, else Standard` : tier}, ${billed}`
  const ports: Part[] =
    size.portGbps === undefined
      ? []
      : [
          {
            part: 'ports',
            size: `ExpressRoute Direct, ${size.portGbps} Gbps${which === 'circuit' ? '' : ' for each circuit'}`,
          },
        ]
  return [{ part: which, size: plan }, ...ports]
}

function networkGateway(answers: Answers): Part[] {
  const found = erGateway(answers)
  const isLarge = (atMost('peak', answers) ?? 0) > 0
  if (!found)
    return isLarge
      ? [{ part: 'ExpressRoute gateway', size: 'with FastPath, so that traffic does not pass through it' }]
      : []
  const { sku, units } = found
  return [
    {
      part: 'ExpressRoute gateway',
      size: units === undefined ? sku : `${sku} with ${count(units, 'scale unit')}, or FastPath`,
    },
  ]
}

function hubGateway(answers: Answers): Part[] {
  const units = hubErUnits(answers)
  return units === undefined
    ? []
    : [{ part: 'ExpressRoute gateway of the hub', size: count(units, 'scale unit') }]
}

function hubVpn(answers: Answers): Part[] {
  const vpn = hubVpnUnits(answers)
  const people = hubPeopleUnits(answers)
  return [
    ...(vpn
      ? [
          {
            part: 'VPN gateway of the hub',
            size: `${count(vpn.units, 'scale unit')} for ${count(vpn.sites, 'site')} with ${bandwidth(vpn.mbps)} together, ${vpn.withHeadRoom} with a fifth of head-room${vpn.hubs > 1 ? `, over ${vpn.hubs} hubs` : ''}`,
          },
        ]
      : []),
    ...(people
      ? [
          {
            part: 'point-to-site gateway of the hub',
            size: `${count(people.units, 'scale unit')}, for up to ${people.people.toLocaleString('en')} people`,
          },
        ]
      : []),
  ]
}
