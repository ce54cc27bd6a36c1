import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import { numberAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { firstOf, type Rule } from './rule.ts'

const CIPHERS = ['GcmAes128', 'GcmAes256', 'GcmAesXpn128', 'GcmAesXpn256']

/** The rules are documented (ExpressRoute document 1.5); code and text are assumed. */
function invalid(id: string, reason: string): Answer {
  return networkError(400, 'InvalidExpressRoutePort', `The Express Route port ${id} is invalid. ${reason}`)
}

/** Bandwidths and encapsulations of a port pair (ExpressRoute document 1.2). */
const pair: Rule = ({ sent, id }) => {
  const gbps = numberAt(sent.bandwidthInGbps)
  if (gbps !== undefined && ![10, 100, 400].includes(gbps))
    return invalid(id, `The bandwidth ${gbps} Gbps is not offered.`)
  const encapsulation = textAt(sent.encapsulation)
  return encapsulation !== undefined && !['Dot1Q', 'QinQ'].includes(encapsulation)
    ? invalid(id, `The encapsulation ${encapsulation} is not known.`)
    : undefined
}

/** MACsec: both secrets or none, a cipher that is known, and an identity that may read the Key Vault. */
const macSec: Rule = ({ sent, body, id, before }) => {
  for (const { name, properties } of objectsAt(sent.links)) {
    const { cknSecretIdentifier, cakSecretIdentifier, cipher } = objectAt(objectAt(properties).macSecConfig)
    const link = textAt(name) ?? ''
    const given = [cknSecretIdentifier, cakSecretIdentifier].filter((one) => textAt(one) !== undefined)
    if (given.length === 1) return invalid(id, `MACsec of ${link} needs the CKN and the CAK.`)
    if (textAt(cipher) !== undefined && !CIPHERS.includes(textAt(cipher) ?? ''))
      return invalid(id, `The cipher ${textAt(cipher)} of ${link} is not known.`)
    if (given.length > 0 && body.identity === undefined && before?.row.identity === undefined)
      return invalid(id, `MACsec of ${link} needs a user assigned identity on the port.`)
  }
  return undefined
}

export const refusePort: Rule = firstOf(pair, macSec)
