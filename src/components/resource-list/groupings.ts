import type { GroupBy } from '../../model/list/view.ts'

const NAMES: Record<GroupBy, string> = {
  none: 'None',
  service: 'Service',
  kind: 'Kind',
  group: 'Resource group',
  subscription: 'Subscription',
  region: 'Region',
  verdict: 'Status',
}

export function groupingName(groupBy: GroupBy): string {
  return NAMES[groupBy]
}
