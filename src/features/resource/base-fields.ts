import type { Estate } from '../../model/estate.ts'
import type { Field, FieldValue } from '../../model/details/field.ts'
import { sentenceList } from '../../model/format.ts'
import { listPath, type Filter } from '../../model/list/view.ts'
import { regionName } from '../../model/resources/regions.ts'
import type { Resource } from '../../model/resources/resource.ts'
import type { Verdict } from '../../model/status/verdict.ts'
import { provisioningReasons } from '../../model/status/provisioning.ts'

/** What every resource has, whatever its kind. */
export function baseFields(resource: Resource, estate: Estate): Field[] {
  const { resourceGroup, subscriptionId } = resource
  const subscription = estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
  )
  const ofSubscription: Filter = { field: 'subscription', operator: 'is', values: [subscriptionId] }
  return [
    {
      label: 'Resource group',
      value: {
        is: 'page',
        text: resourceGroup,
        to: listPath({
          filters: [{ field: 'group', operator: 'is', values: [resourceGroup] }, ofSubscription],
        }),
      },
    },
    {
      label: 'Subscription',
      value: {
        is: 'page',
        text: subscription?.displayName ?? subscriptionId,
        to: listPath({ filters: [ofSubscription] }),
      },
    },
    { label: 'Region', value: region(resource) },
    { label: 'Provisioning state', value: provisioning(resource.provisioningState) },
  ]
}

function region({ location, zones }: Resource): FieldValue {
  if (location === undefined || location === '') return { is: 'absent', text: 'that of what it lives in' }
  const zoned = zones.length === 0 ? '' : `, ${zones.length === 1 ? 'zone' : 'zones'} ${sentenceList(zones)}`
  return { is: 'text', text: `${regionName(location)}${zoned}` }
}

function provisioning(state: string | undefined): FieldValue {
  if (state === undefined) return { is: 'absent', text: 'not given by Azure' }
  return { is: 'state', text: state, verdict: provisioningVerdict(state) }
}

function provisioningVerdict(state: string): Verdict {
  return provisioningReasons(state)[0]?.verdict ?? 'healthy'
}
