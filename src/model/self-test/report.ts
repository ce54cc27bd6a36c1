import type { SetupFault } from './faults.ts'
import type { SelfTestFacts } from './findings.ts'
import { headerFindings, headerStateWords } from './headers.ts'
import { personsMasked } from './persons.ts'

/** The test as text for a ticket. It holds no token, no name of a person, and nothing of the estate. */
export function selfTestReport(
  { reading, browser, deployment }: SelfTestFacts,
  faults: readonly SetupFault[],
): string {
  const { at, token, answer } = reading
  const lines = ['Hybrid Connectivity Hub, self-test', new Date(at).toISOString(), '']
  lines.push(faults.length === 0 ? 'Nothing wrong was found.' : 'Found:')
  for (const { what, remedy } of faults) lines.push(`- ${what}. ${remedy}`)
  lines.push('', 'Set up for')
  if (deployment) {
    const { clientId, tenantId, cloud } = deployment
    lines.push(
      `  cloud: ${cloud.title}`,
      `  clientId: ${clientId}`,
      `  tenantId: ${tenantId}`,
      `  armEndpoint: ${cloud.armEndpoint}`,
      `  authorityHost: ${cloud.authorityHost}`,
      `  scope: ${cloud.scope}`,
      `  redirect URI: ${browser.address}`,
    )
  } else lines.push('  the demo; the answers are the emulator’s')
  lines.push('', 'Read of the subscriptions')
  switch (answer.is) {
    case 'notAsked':
      lines.push('  not asked for, there was no token')
      break
    case 'unanswered':
      lines.push(`  no answer after ${answer.milliseconds} ms: ${answer.error.message}`)
      break
    case 'answered':
      lines.push(`  HTTP ${answer.status} after ${answer.milliseconds} ms`)
      if (answer.subscriptions !== undefined) lines.push(`  subscriptions: ${answer.subscriptions}`)
      if (answer.error) lines.push(`  ${answer.error.code}: ${answer.error.message}`)
      for (const { name, state, value } of headerFindings(answer)) {
        lines.push(`  ${name}: ${headerStateWords(state)}${value === undefined ? '' : ` (${value})`}`)
      }
      break
    default:
      answer satisfies never
  }
  lines.push('', 'Token')
  switch (token.is) {
    case 'none':
      lines.push(`  none: ${token.error.code}: ${token.error.message}`)
      break
    case 'opaque':
      lines.push(`  ends: ${endOf(token.expiresAt)}`, '  its content cannot be read')
      break
    case 'read':
      lines.push(
        `  ends: ${endOf(token.expiresAt)}`,
        `  audience: ${token.audience ?? 'not said'}`,
        `  directory: ${token.tenantId ?? 'not said'}`,
        `  issuer: ${token.issuer ?? 'not said'}`,
        `  client: ${token.clientId ?? 'not said'}`,
        `  scopes: ${token.scopes.join(' ') || 'none'}`,
      )
      break
    default:
      token satisfies never
  }
  lines.push('', 'Browser')
  for (const [name, is] of Object.entries(browser)) lines.push(`  ${name}: ${is ? 'yes' : 'no'}`)
  // Azure and the sign-in service name the account in what they refuse.
  return personsMasked(lines.join('\n'))
}

/** The demo's token never ends, and its end is no date. */
function endOf(at: number): string {
  return at >= 8_640_000_000_000_000 ? 'never' : new Date(at).toISOString()
}
