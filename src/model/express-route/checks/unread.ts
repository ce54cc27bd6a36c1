import { nameOfId } from '../../paths.ts'
import { unreadableSummary } from '../../unreadable.ts'
import { networkIdOf } from '../place.ts'
import { hasGatewaySubnet } from '../wanted.ts'
import { advice, type Looked, type WizardCheck } from './check.ts'

/** What could not be read blocks nothing, and is said: rules that rest on it were not applied. */
export function unreadChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, gateway, circuits } = answers
  const checks: WizardCheck[] = []
  const unread = unreadableSummary(around.estate.unreadable, around.subscriptions)
  if (unread !== undefined)
    checks.push(
      advice(
        'unread',
        ['circuits', 'circuits'],
        `${unread}: overlaps and limits with what is there are not seen.`,
      ),
    )
  if (
    around.providers.is === 'notReadable' &&
    goal.port === 'provider' &&
    circuits.some(({ use }) => use === 'new')
  )
    checks.push(
      advice(
        'unread-providers',
        ['circuits', 'circuits.0.provider'],
        `The list of providers could not be read: ${around.providers.why} Whether provider, location and bandwidth go together is for Azure to tell.`,
      ),
    )
  if (around.groups.is === 'notReadable')
    checks.push(
      advice(
        'unread-groups',
        ['resiliency', 'goal.group'],
        `Resource groups could not be read: ${around.groups.why}`,
      ),
    )
  if (gateway.use === 'existing' || goal.to === 'hub') return checks
  if (around.regions.is === 'notReadable')
    checks.push(
      advice(
        'unread-regions',
        ['gateway', 'gateway.region'],
        `Regions could not be read: ${around.regions.why}`,
      ),
    )
  if (gateway.network.is === 'existing' && around.gatewaySubnet.is === 'notReadable') {
    const name = nameOfId(networkIdOf(answers, around) ?? '')
    checks.push(
      advice(
        'unread-subnet',
        ['gateway', 'gateway.gatewaySubnet'],
        hasGatewaySubnet(answers, around) === undefined
          ? `Whether ${name} has a GatewaySubnet could not be read: ${around.gatewaySubnet.why} The plan takes it that there is one.`
          : `GatewaySubnet of ${name} could not be read: ${around.gatewaySubnet.why} It must have no network security group and no route for 0.0.0.0/0.`,
      ),
    )
  }
  return checks
}
