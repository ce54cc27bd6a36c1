import { keyOf } from '../../paths.ts'
import type { PlannedResource } from '../../plan/plan.ts'
import type { Answers, Step } from '../answers.ts'
import { freeName } from '../naming.ts'
import { placeOf } from '../place.ts'
import { groupId, groupName, isGroupThere } from '../../wizard/place.ts'
import { standingOf } from '../../wizard/there.ts'
import { wantedResources } from '../wanted.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** VPN Gateway 3: letters, digits, `_ . -`; a letter or digit first, one of them or `_` last. */
const NAME = /^[a-z0-9]([\w.-]{0,78}\w)?$/i
const NETWORK_NAME = /^[a-z0-9][\w.-]{0,62}\w$/i
const GROUP_NAME = /^[\w().-]{0,89}[\w()-]$/

const NAME_WORDS = 'Use 1 to 80 letters, digits, _ . - ; start with a letter or digit, end with one or _.'

interface Named {
  step: Step
  field: string
  /** Without the namespace. */
  type: string
  what: string
  name: string
  rename(answers: Answers, name: string): Answers
}

/** Names of what is new: as Azure takes them, each once, and free in the resource group. */
export function nameChecks(looked: Looked): WizardCheck[] {
  const named = namesOf(looked.answers)
  const wanted = wantedResources(looked.answers, looked.around)
  return [
    ...groupChecks(looked),
    ...named.flatMap((one, index) => nameCheck(one, named.slice(0, index), wanted, looked)),
  ]
}

function namesOf({ goal, network, gateway, sites }: Answers): Named[] {
  const named: Named[] = []
  if (goal.gateway === 'new') {
    if (network.network.is === 'new')
      named.push({
        step: 'network',
        field: 'network.network',
        type: 'virtualNetworks',
        what: 'virtual network',
        name: network.network.name,
        rename: (answers, name) => ({
          ...answers,
          network: { ...answers.network, network: { is: 'new', name } },
        }),
      })
    named.push({
      step: 'gateway',
      field: 'gateway.name',
      type: 'virtualNetworkGateways',
      what: 'virtual network gateway',
      name: gateway.name,
      rename: (answers, name) => ({ ...answers, gateway: { ...answers.gateway, name } }),
    })
    for (const [index, address] of gateway.addresses.entries())
      if (address.is === 'new')
        named.push({
          step: 'gateway',
          field: `gateway.addresses.${index}`,
          type: 'publicIPAddresses',
          what: 'public IP address',
          name: address.name,
          rename: (answers, name) => ({
            ...answers,
            gateway: {
              ...answers.gateway,
              addresses: answers.gateway.addresses.with(index, { is: 'new', name }),
            },
          }),
        })
  }
  for (const [index, site] of sites.entries()) {
    if (site.use === 'new')
      named.push({
        step: 'sites',
        field: `sites.${index}.name`,
        type: 'localNetworkGateways',
        what: 'local network gateway',
        name: site.name,
        rename: (answers, name) => withSiteMember(answers, index, { name }),
      })
    named.push({
      step: 'connection',
      field: `sites.${index}.connection`,
      type: 'connections',
      what: 'connection',
      name: site.connection,
      rename: (answers, connection) => withSiteMember(answers, index, { connection }),
    })
  }
  return named
}

function withSiteMember(
  answers: Answers,
  index: number,
  member: Partial<Pick<Answers['sites'][number], 'name' | 'connection'>>,
): Answers {
  const { sites } = answers
  return { ...answers, sites: sites.map((site, at) => (at === index ? { ...site, ...member } : site)) }
}

function nameCheck(
  one: Named,
  before: readonly Named[],
  wanted: readonly PlannedResource[],
  { answers, around }: Looked,
): WizardCheck[] {
  const at = [one.step, one.field] as const
  const name = one.name.trim()
  if (name === '') return [error('name', at, `Enter a name for the ${one.what}.`)]
  const pattern = one.type === 'virtualNetworks' ? NETWORK_NAME : NAME
  if (!pattern.test(name))
    return [
      error(
        'name',
        at,
        one.type === 'virtualNetworks' ? NAME_WORDS.replace('1 to 80', '2 to 64') : NAME_WORDS,
      ),
    ]
  const group = placeOf(answers, around).resourceGroup
  const others = before.filter(({ type }) => type === one.type).map((other) => other.name.trim())
  const renamed = (why: string) => {
    const free = freeName(name, '', one.type, answers, around, others)
    return error(
      'name-taken',
      at,
      why,
      remedy(`Name it ${free}`, [one.field], (now) => one.rename(now, free), around),
    )
  }
  if (others.some((other) => keyOf(other) === keyOf(name)))
    return [renamed(`Another ${one.what} of this plan is called ${name} already.`)]
  const planned = wanted.find(
    ({ id, type }) =>
      keyOf(id).endsWith(`/${keyOf(name)}`) && keyOf(type) === keyOf(`Microsoft.Network/${one.type}`),
  )
  switch (planned && standingOf(planned, around.estate)) {
    case 'other':
      return [renamed(`${group} has a ${one.what} ${name} already, with other settings.`)]
    case 'running':
      return [
        error(
          'still-running',
          at,
          `Azure is still working on the ${one.what} ${name}. Wait until that has ended, then go on.`,
        ),
      ]
    default:
      return []
  }
}

function groupChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, network } = answers
  if (goal.gateway === 'existing') return []
  const at = ['network', 'network.group'] as const
  const name = groupName(network.group)
  if (name === '')
    return [
      error(
        'group',
        at,
        network.group.is === 'new' ? 'Enter a name for the resource group.' : 'Choose a resource group.',
      ),
    ]
  if (network.group.is === 'existing') return existingGroup(network.group.id, name, answers, around)
  if (!GROUP_NAME.test(name))
    return [error('name', at, 'Use 1 to 90 letters, digits, _ . - ( ) ; do not end with a period.')]
  if (!isGroupThere(network.subscriptionId, name, around)) return []
  const id = groupId(network.subscriptionId, name)
  return [
    advice(
      'group-there',
      at,
      `The subscription has a resource group ${name} already. What is new goes into it, beside what it holds.`,
      remedy(
        `Use ${name}`,
        ['network.group'],
        (now) => ({ ...now, network: { ...now.network, group: { is: 'existing', id } } }),
        around,
      ),
    ),
  ]
}

/** The group of everything new is in the subscription of the gateway, which is that of the virtual network. */
function existingGroup(
  id: string,
  name: string,
  { network }: Answers,
  around: Looked['around'],
): WizardCheck[] {
  const at = ['network', 'network.group'] as const
  const { subscriptionId } = network
  const isElsewhere = keyOf(id) !== keyOf(groupId(subscriptionId, name))
  const isGone = around.groups.is === 'known' && !isGroupThere(subscriptionId, name, around)
  if (isElsewhere)
    return [
      error(
        'group',
        at,
        `${name} is in another subscription than the virtual network. Choose one beside it.`,
      ),
    ]
  return isGone ? [error('group', at, `The subscription has no resource group ${name}.`)] : []
}
