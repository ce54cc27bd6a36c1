import { overlaps, parsePrefix } from '../../../lib/cidr.ts'
import { sentenceList } from '../../format.ts'
import { namedAmong } from '../../wizard/overlap-words.ts'
import { nameOfChosen } from '../../wizard/place.ts'
import { subnetPrefixes } from '../../wizard/underlay.ts'
import { hasIpv6, ipv6Problem, madeNetwork, newIpv6, wantsIpv6 } from '../ipv6.ts'
import { circuitNameOf, existingNetwork } from '../place.ts'
import { advice, type At, error, type Looked, type WizardCheck } from './check.ts'

const SPACE: At = ['gateway', 'gateway.addressSpace6']

/** IPv6 needs a /64 in the GatewaySubnet too (ExpressRoute document 4.4); without it only the circuit carries IPv6. */
export function dualStackChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { goal, gateway } = answers
  const six = answers.circuits.flatMap((circuit, index) =>
    hasIpv6(circuit, answers, around) ? [circuitNameOf(circuit) || `circuit ${index + 1}`] : [],
  )
  if (six.length === 0 || goal.to === 'hub') return []
  const isNew = wantsIpv6(answers, around)
  const problem = isNew ? ipv6Problem(gateway.addressSpace6) : undefined
  if (problem !== undefined) return [error('address-space-6', SPACE, problem)]
  const planned = isNew ? newIpv6(answers, around) : undefined
  if (planned) return overlaps6(planned.space, looked)
  const network = madeNetwork(answers, around) ?? existingNetwork(answers, around)
  if (!network && (gateway.use === 'existing' || gateway.network.is === 'existing')) return []
  const there = subnetPrefixes(network, around)
  const prefixes = there.length > 0 || gateway.use === 'existing' ? there : gateway.gatewaySubnet.split(',')
  if (prefixes.length === 0 || prefixes.some((one) => parsePrefix(one.trim())?.family === 6)) return []
  const name = network?.name ?? nameOfChosen(gateway.network)
  const at: At = isNew
    ? SPACE
    : ['gateway', gateway.use === 'existing' ? 'gateway.existing' : 'gateway.network']
  return [
    advice(
      'dual-stack',
      at,
      `The private peering of ${sentenceList(six)} has IPv6, and ${name === '' ? 'the virtual network' : name} is IPv4 alone: IPv6 ends at the circuit. For IPv6 the virtual network needs an IPv6 address space, and its GatewaySubnet a /64 of it.`,
    ),
  ]
}

/** The same as of IPv4: all networks that a circuit reaches are one routing domain (ExpressRoute document 10). */
function overlaps6(space: string, { answers, around }: Looked): WizardCheck[] {
  const mine = parsePrefix(space)
  const meets = (text: string) => {
    const other = parsePrefix(text)
    return mine !== undefined && other !== undefined && other.length > 0 && overlaps(mine, other)
  }
  const met = around.estate.rows.flatMap(({ key }) => {
    const found = around.estate.resources.get(key)
    return found?.kind === 'virtualNetwork'
      ? found.addressPrefixes.filter(meets).map((text) => ({ text, name: found.name }))
      : []
  })
  if (met.length === 0) return []
  const others = namedAmong(met, ({ text, name }) => `${text} of the virtual network ${name}`)
  return [
    advice(
      'overlap',
      SPACE,
      `${space} of ${nameOfChosen(answers.gateway.network)} overlaps ${others}. All networks that a circuit reaches are one routing domain: of the two one is not reached.`,
    ),
  ]
}
