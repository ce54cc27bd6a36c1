import { contains, formatPrefix, hasHostBits, overlaps, parsePrefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import { provisioningReasons } from '../status/provisioning.ts'
import type { Around } from './around.ts'
import { finding, using, type Finding } from './finding.ts'
import { freeSpace } from './free-prefixes.ts'
import { typedList } from './typed-list.ts'

const LINK_LOCAL = ['169.254.0.0/16', '127.0.0.0/8', '224.0.0.0/3', '0.0.0.0/8']

/** The region of a new gateway. @param region short name */
export function regionFindings(region: string, { regions }: Pick<Around, 'regions'>): Finding[] {
  if (region === '') return [finding('error', 'region', 'Choose a region.')]
  if (regions.is !== 'known') return []
  return regions.value.some(({ name }) => name === region)
    ? []
    : [finding('error', 'region', `The subscription has no region ${region}.`)]
}

/** An existing virtual network is used as it is, one of an earlier run too. */
export function stateFindings(networkId: string, { estate }: Pick<Around, 'estate'>): Finding[] {
  const found = estate.resources.get(keyOf(networkId))
  const [reason] = provisioningReasons(found?.provisioningState)
  if (!found || reason?.verdict !== 'attention') return []
  return [
    finding(
      'advice',
      'network-failed',
      `${found.name} is in the state ${found.provisioningState}: ${reason.text}. It is used as it is and not written again; Azure may refuse the gateway until that is put right.`,
    ),
  ]
}

/** The typed address space of a new virtual network (VPN Gateway 3.1). */
export function spaceFindings(addressSpace: string, estate: Estate): Finding[] {
  const typed = typedList(addressSpace)
  const instead = () => using(freeSpace(estate))
  if (typed.length === 0)
    return [finding('error', 'address-space', 'Enter the address space of the virtual network.', instead())]
  return typed.flatMap((text, index): Finding[] => {
    const prefix = parsePrefix(text)
    if (prefix?.family !== 4)
      return [finding('error', 'address-space', `${text} is no IPv4 prefix: 10.20.0.0/16 is one.`, instead())]
    if (hasHostBits(text)) {
      const right = typed.with(index, formatPrefix(prefix)).join(', ')
      return [finding('error', 'address-space', `${text}: bits after the mask are set.`, using(right))]
    }
    const reserved = LINK_LOCAL.find((one) => {
      const range = parsePrefix(one)
      return range !== undefined && (overlaps(range, prefix) || contains(prefix, range))
    })
    if (reserved !== undefined)
      return [
        finding(
          'error',
          'address-space',
          `${text} overlaps ${reserved}, which no network may use.`,
          instead(),
        ),
      ]
    const same = typed.slice(0, index).find((one) => {
      const other = parsePrefix(one)
      return other !== undefined && overlaps(other, prefix)
    })
    return same === undefined
      ? []
      : [finding('error', 'address-space', `${text} overlaps ${same}.`, instead())]
  })
}
