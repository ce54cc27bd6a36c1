import { keyOf } from '../paths.ts'
import type { Around } from './around.ts'
import type { Chosen } from './chosen.ts'
import { finding, type Finding } from './finding.ts'
import { groupId, groupName, isGroupThere } from './place.ts'
import type { Standing } from './there.ts'

/** VPN Gateway 3: letters, digits, `_ . -`; a letter or digit first, one of them or `_` last. */
const NAME = /^[a-z0-9]([\w.-]{0,78}\w)?$/i
const NETWORK_NAME = /^[a-z0-9][\w.-]{0,62}\w$/i
const GROUP_NAME = /^[\w().-]{0,89}[\w()-]$/

const NAME_WORDS = 'Use 1 to 80 letters, digits, _ . - ; start with a letter or digit, end with one or _.'

/** The name of something new. */
export interface NewName {
  /** Without the namespace. */
  type: string
  /** `virtual network` */
  what: string
  name: string
  /** Of the resource group. */
  group: string
  /** Names that the same plan gives to others of the type. */
  others: readonly string[]
  /** How what is planned stands to what is there; absent where it is not known. */
  standing?: Standing | undefined
  /** A name that is free. */
  free(): string
}

/** A name of what is new: as Azure takes it, once in the plan, and free in the resource group. */
export function nameFindings({ type, what, name: typed, group, others, standing, free }: NewName): Finding[] {
  const name = typed.trim()
  if (name === '') return [finding('error', 'name', `Enter a name for the ${what}.`)]
  const isNetwork = type === 'virtualNetworks'
  if (!(isNetwork ? NETWORK_NAME : NAME).test(name))
    return [finding('error', 'name', isNetwork ? NAME_WORDS.replace('1 to 80', '2 to 64') : NAME_WORDS)]
  const renamed = (why: string) => {
    const value = free()
    return finding('error', 'name-taken', why, { label: `Name it ${value}`, value })
  }
  if (others.some((other) => keyOf(other.trim()) === keyOf(name)))
    return [renamed(`Another ${what} of this plan is called ${name} already.`)]
  switch (standing) {
    case 'other':
      return [renamed(`${group} has a ${what} ${name} already, with other settings.`)]
    case 'running':
      return [
        finding(
          'error',
          'still-running',
          `Azure is still working on the ${what} ${name}. Wait until that has ended, then go on.`,
        ),
      ]
    default:
      return []
  }
}

/**
 * The resource group of what is new; a click on what is put in its place takes the group that is there.
 * @param beside what has to be in the same subscription: `the virtual network`
 */
export function groupFindings(
  group: Chosen,
  subscriptionId: string,
  around: Pick<Around, 'groups' | 'estate'>,
  beside: string,
): Finding[] {
  const name = groupName(group)
  if (name === '')
    return [
      finding(
        'error',
        'group',
        group.is === 'new' ? 'Enter a name for the resource group.' : 'Choose a resource group.',
      ),
    ]
  const isThere = isGroupThere(subscriptionId, name, around)
  const id = groupId(subscriptionId, name)
  if (group.is === 'existing') {
    if (keyOf(group.id) !== keyOf(id))
      return [
        finding('error', 'group', `${name} is in another subscription than ${beside}. Choose one beside it.`),
      ]
    return around.groups.is === 'known' && !isThere
      ? [finding('error', 'group', `The subscription has no resource group ${name}.`)]
      : []
  }
  if (!GROUP_NAME.test(name))
    return [finding('error', 'name', 'Use 1 to 90 letters, digits, _ . - ( ) ; do not end with a period.')]
  return isThere
    ? [
        finding(
          'advice',
          'group-there',
          `The subscription has a resource group ${name} already. What is new goes into it, beside what it holds.`,
          { label: `Use ${name}`, value: id },
        ),
      ]
    : []
}
