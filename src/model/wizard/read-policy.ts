import type { JsonObject } from '../../lib/json.ts'
import { IPSEC_OPTIONS, PRESETS, type TypedPolicy } from '../edits/ipsec-policy.ts'
import { textIn } from './read-stored.ts'

/** An algorithm no list offers is none: text that is shown and sent comes from the app. */
export function readPolicy(stored: JsonObject): TypedPolicy {
  const algorithm = (member: keyof typeof IPSEC_OPTIONS) => {
    const options: readonly string[] = IPSEC_OPTIONS[member]
    const value = textIn(stored[member])
    return options.includes(value) ? value : PRESETS.Strong[member]
  }
  const number = (member: 'saLifeTimeSeconds' | 'saDataSizeKilobytes') => {
    const value = stored[member]
    return typeof value === 'string' ? value : PRESETS.Strong[member]
  }
  return {
    ikeEncryption: algorithm('ikeEncryption'),
    ikeIntegrity: algorithm('ikeIntegrity'),
    dhGroup: algorithm('dhGroup'),
    ipsecEncryption: algorithm('ipsecEncryption'),
    ipsecIntegrity: algorithm('ipsecIntegrity'),
    pfsGroup: algorithm('pfsGroup'),
    saLifeTimeSeconds: number('saLifeTimeSeconds'),
    saDataSizeKilobytes: number('saDataSizeKilobytes'),
  }
}
