import { networkError } from '../../arm/refusals.ts'
import { numberAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { firstOf, type Rule } from './rule.ts'

/** Tenant, audience and issuer: all three or none (VPN gateway document 3.1); code and text assumed. */
const directory: Rule = ({ sent, id }) => {
  const { aadTenant, aadAudience, aadIssuer } = objectAt(sent.vpnClientConfiguration)
  const given = [aadTenant, aadAudience, aadIssuer].filter((one) => (textAt(one) ?? '') !== '')
  if (given.length === 0 || given.length === 3) return undefined
  return networkError(
    400,
    'VpnClientAadConfigurationIncomplete',
    `The VPN client configuration of gateway ${id} must have aadTenant, aadAudience and aadIssuer, or none of them.`,
  )
}

/** Score 1 to 30, secret 1 to 128 characters (VPN gateway document 3.1); code and text assumed. */
const radius: Rule = ({ sent, id }) => {
  const clients = objectAt(sent.vpnClientConfiguration)
  const bad = [clients, ...objectsAt(clients.radiusServers)].some((server) => {
    const { radiusServerScore, radiusServerSecret } = server
    const [score, secret] = [numberAt(radiusServerScore), textAt(radiusServerSecret)]
    return (score !== undefined && (score < 1 || score > 30)) || (secret !== undefined && !isSecret(secret))
  })
  if (!bad) return undefined
  return networkError(
    400,
    'InvalidRadiusServer',
    `A RADIUS server of gateway ${id} must have a score from 1 to 30 and a secret of 1 to 128 characters.`,
  )
}

function isSecret(text: string): boolean {
  return text.length >= 1 && text.length <= 128
}

/** How people sign in to point-to-site. */
export const refuseClientSignIn = firstOf(directory, radius)
