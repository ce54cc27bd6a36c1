import type { Field } from '../details/field.ts'
import { code, codes, field, text } from '../details/values.ts'
import type { VirtualHub } from '../resources/virtual-wan.ts'
import { capacityWords } from './capacity.ts'
import { preferenceOf, preferenceWords } from './routing-preference.ts'

/** What the router of a hub carries and prefers, with what each value means. */
export function hubSettings(hub: VirtualHub): Field[] {
  const preference = preferenceOf(hub)
  return [
    field('Address space', code(hub.addressPrefix)),
    field(
      'Capacity, at least',
      text(hub.minCapacity === undefined ? undefined : capacityWords(hub.minCapacity), 'not given by Azure'),
    ),
    field('Routing preference', text(preference?.name ?? hub.hubRoutingPreference, 'not given by Azure')),
    field('What that decides', text(preferenceWords(hub))),
    field('Router addresses', codes(hub.virtualRouterIps, 'not given until the router is Provisioned')),
    field('Router AS', code(hub.virtualRouterAsn)),
  ]
}
