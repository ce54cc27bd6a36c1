import { nameOfId } from '../../paths.ts'
import { unreadableSummary } from '../../unreadable.ts'
import { networkIdOf, zonesOf } from '../place.ts'
import { hasGatewaySubnet, addressZones } from '../wanted.ts'
import { zonesWords } from '../../wizard/underlay.ts'
import { advice, type Looked, type WizardCheck } from './check.ts'

/** What could not be read blocks nothing, and is said: rules that rest on it were not applied. */
export function unreadChecks({ answers, around }: Looked): WizardCheck[] {
  const checks: WizardCheck[] = []
  const { goal } = answers
  const unread = unreadableSummary(around.estate.unreadable, around.subscriptions)
  if (unread !== undefined)
    checks.push(
      advice(
        'unread',
        goal.gateway === 'new' ? ['network', 'network.network'] : ['sites', 'sites'],
        `${unread}: overlaps with what is there are not seen.`,
      ),
    )
  if (goal.gateway === 'existing') return checks
  if (around.regions.is === 'notReadable')
    checks.push(
      advice(
        'unread-regions',
        ['network', 'network.region'],
        `Regions could not be read: ${around.regions.why} A new public IP address gets ${zonesWords(addressZones(answers, around))}.`,
      ),
    )
  else if (
    around.regions.is === 'known' &&
    zonesOf(answers, around)?.length === 0 &&
    /az$/i.test(answers.gateway.sku)
  )
    checks.push(
      advice(
        'no-zones',
        ['network', 'network.region'],
        `The region has no availability zones: ${answers.gateway.sku} works there, without them.`,
      ),
    )
  if (around.groups.is === 'notReadable')
    checks.push(
      advice(
        'unread-groups',
        ['network', 'network.group'],
        `Resource groups could not be read: ${around.groups.why}`,
      ),
    )
  if (answers.network.network.is === 'new') return checks
  const name = nameOfId(networkIdOf(answers, around) ?? '')
  if (around.gatewaySubnet.is === 'notReadable')
    checks.push(
      advice(
        'unread-subnet',
        ['network', 'network.gatewaySubnet'],
        hasGatewaySubnet(answers, around) === undefined
          ? `Whether ${name} has a GatewaySubnet could not be read: ${around.gatewaySubnet.why} The plan takes it that there is one.`
          : `GatewaySubnet of ${name} could not be read: ${around.gatewaySubnet.why} It must have no network security group and no route for 0.0.0.0/0.`,
      ),
    )
  return checks
}
