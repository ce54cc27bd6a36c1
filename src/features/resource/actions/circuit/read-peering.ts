import type { JsonObject } from '../../../../lib/json.ts'
import type { TypedPeering } from '../../../../model/edits/peering.ts'
import { flagIn, textIn } from '../configure/read-values.ts'

/** What both peerings have, of a draft. */
export function readPeering(values: JsonObject): TypedPeering {
  return {
    asn: textIn(values, 'asn'),
    vlan: textIn(values, 'vlan'),
    primary: textIn(values, 'primary'),
    secondary: textIn(values, 'secondary'),
    primary6: textIn(values, 'primary6'),
    secondary6: textIn(values, 'secondary6'),
    enabled: flagIn(values, 'enabled'),
  }
}
