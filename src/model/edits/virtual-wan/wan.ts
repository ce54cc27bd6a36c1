import type { VirtualWan } from '../../resources/virtual-wan.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { heldBy } from '../held-by.ts'
import { unlessByItself } from '../set-members.ts'
import { hubsOfWan } from './around-hub.ts'
import { editOf } from './made.ts'

type Values = { type: string; branches: boolean }

/** Type and transit of a WAN; Standard is never made Basic again (Virtual WAN document 1). */
export const WAN: DrawnForm<VirtualWan, Values> = {
  topic: 'wan',
  title: 'Type and transit of',
  values: ({ resource }) => ({
    type: resource.wanType ?? 'Standard',
    branches: resource.allowBranchToBranchTraffic,
  }),
  fields: (_, { resource }) => [
    {
      is: 'choice',
      name: 'type',
      label: 'Type',
      ...(isStandard(resource.wanType) && { locked: 'Azure does not make a Standard WAN Basic again' }),
      hint: 'Standard has ExpressRoute, point-to-site and traffic between hubs and networks. There is no way back',
      options: [
        { value: 'Basic', label: 'Basic, site-to-site VPN alone' },
        { value: 'Standard', label: 'Standard' },
      ],
    },
    {
      is: 'switch',
      name: 'branches',
      label: 'Branch to branch',
      hint: 'Branches reach each other through the hubs: sites, ExpressRoute and people alike',
    },
  ],
  problems: () => [],
  write: ({ type, branches }, { resource, estate }) => {
    const write = editOf(
      resource,
      estate,
      [
        [['properties', 'type'], unlessByItself(resource.wanType, type, 'Standard')],
        [['properties', 'allowBranchToBranchTraffic'], branches],
      ],
      {
        topic: 'wan',
        what: `the type and transit of ${resource.name}`,
        effect: upgrades(type, resource)
          ? 'The WAN stays Standard for good, and its hubs follow. See first what Standard costs.'
          : 'The hubs take it over within minutes.',
      },
    )
    // Its hubs change with it, and each takes one change at a time.
    const hubs = hubsOfWan(estate, resource.id).flatMap((hub) => heldBy(hub, estate))
    return { ...write, holds: [...new Set([...write.holds, ...hubs])] }
  },
  consequences: ({ type, branches }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: hubsOfWan(estate, resource.id).map(({ id, name }) => ({
      id,
      name,
      note: 'takes no other change meanwhile',
    })),
    ...(resource.allowBranchToBranchTraffic &&
      !branches && { drops: 'All traffic between branches that goes through the hubs.' }),
    ...(upgrades(type, resource) && { after: 'Basic cannot be had again.' }),
  }),
  confirm: ({ type }, { resource }) => (upgrades(type, resource) ? resource.name : undefined),
  verb: ({ type }, { resource }) => (upgrades(type, resource) ? 'Upgrade to Standard' : 'Change WAN'),
}

function isStandard(type: string | undefined): boolean {
  return type?.toLowerCase() === 'standard'
}

function upgrades(type: string, { wanType }: VirtualWan): boolean {
  return isStandard(type) && wanType !== undefined && !isStandard(wanType)
}
