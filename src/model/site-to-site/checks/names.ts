import { keyOf } from '../../paths.ts'
import type { PlannedResource } from '../../plan/plan.ts'
import type { Answers, Step } from '../answers.ts'
import { freeName } from '../naming.ts'
import { placeOf } from '../place.ts'
import { groupFindings, nameFindings } from '../../wizard/name-findings.ts'
import { standingOf } from '../../wizard/there.ts'
import { wantedResources } from '../wanted.ts'
import { fromFinding, type Looked, type WizardCheck } from './check.ts'

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
  const { type, what, name } = one
  const others = before.filter((other) => other.type === type).map((other) => other.name.trim())
  const planned = wanted.find(
    (resource) =>
      keyOf(resource.id).endsWith(`/${keyOf(name.trim())}`) &&
      keyOf(resource.type) === keyOf(`Microsoft.Network/${type}`),
  )
  return nameFindings({
    type,
    what,
    name,
    group: placeOf(answers, around).resourceGroup,
    others,
    standing: planned && standingOf(planned, around.estate),
    free: () => freeName(name.trim(), '', type, answers, around, others),
  }).map((found) => fromFinding(found, [one.step, one.field], around, one.rename))
}

function groupChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, network } = answers
  if (goal.gateway === 'existing') return []
  return groupFindings(network.group, network.subscriptionId, around, 'the virtual network').map((one) =>
    fromFinding(one, ['network', 'network.group'], around, (now, id) => ({
      ...now,
      network: { ...now.network, group: { is: 'existing', id } },
    })),
  )
}
