import { keyOf } from '../../paths.ts'
import type { VirtualWan } from '../../resources/virtual-wan.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { allOf } from './around-hub.ts'
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
  write: ({ type, branches }, { resource, estate }) =>
    editOf(
      resource,
      estate,
      [
        [['properties', 'type'], type],
        [['properties', 'allowBranchToBranchTraffic'], branches],
      ],
      {
        topic: 'wan',
        what: `the type and transit of ${resource.name}`,
        effect: upgrades(type, resource)
          ? 'The WAN stays Standard for good. Its hubs get routers, which are billed by the hour and by what they carry.'
          : 'The hubs take it over within minutes.',
      },
    ),
  consequences: ({ type, branches }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: allOf(estate, 'virtualHub')
      .filter(({ virtualWanId }) => keyOf(virtualWanId ?? '') === resource.key)
      .map(({ id, name }) => ({ id, name, note: 'its hub' })),
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
  return isStandard(type) && !isStandard(wanType)
}
