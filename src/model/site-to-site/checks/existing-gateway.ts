import { count } from '../../format.ts'
import { nameOfId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { skuLimits } from '../../vpn/sku-limits.ts'
import { connectionsOf } from '../../edits/gateway-connections.ts'
import { existingGateway } from '../place.ts'
import { askedOfSku } from './gateway.ts'
import { wrongType } from './id-type.ts'
import { advice, error, type Looked, type WizardCheck } from './check.ts'

const AT = ['goal', 'gateway.existing'] as const

/** A gateway that is there: VAL-GW-03, VAL-GW-12 and VAL-CON-01, and what a connection needs of it (VPN Gateway 1, 3.9). */
export function existingGatewayChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  if (answers.goal.gateway === 'new') return []
  if (answers.gateway.existing === '') return [error('gateway', AT, 'Choose a virtual network gateway.')]
  const wrong = wrongType(answers.gateway.existing, 'virtualNetworkGateways', AT)
  if (wrong.length > 0) return wrong
  const gateway = existingGateway(answers, around)
  // Sites and connections are made in its region, which only it can tell.
  if (gateway?.location === undefined)
    return [
      error(
        'unread-gateway',
        AT,
        `${nameOfId(answers.gateway.existing)} could not be read, so the region for what is new is not known. Choose a gateway from the list, or ask for the right to read this one.`,
      ),
    ]
  const { name, sku = '', gatewayType, vpnType, provisioningState, activeActive } = gateway
  if (gatewayType !== undefined && gatewayType.toLowerCase() !== 'vpn')
    return [error('gateway-type', AT, `${name} is a gateway for ${gatewayType}. A site needs a VPN gateway.`)]
  const checks: WizardCheck[] = []
  if (vpnType?.toLowerCase() === 'policybased')
    checks.push(
      error(
        'gateway-policy-based',
        AT,
        `${name} is policy-based: it takes one IKEv1 tunnel and no BGP, which this wizard does not set up.`,
      ),
    )
  // VAL-GW-03
  if (/^vpngw[1-5]$/i.test(sku))
    checks.push(
      error(
        'VAL-GW-03',
        AT,
        `${name} has the retired SKU ${sku}, and takes no other change. Upgrade it to ${sku}AZ on its page first.`,
      ),
    )
  // VAL-CON-01
  const [state] = provisioningReasons(provisioningState)
  if (state?.verdict === 'inProgress')
    checks.push(error('VAL-CON-01', AT, `${name} is still being updated. Wait until that has ended.`))
  else if (provisioningState?.toLowerCase() === 'failed')
    checks.push(
      error(
        'VAL-CON-01',
        AT,
        `The last change of ${name} failed. A connection needs a gateway whose last change succeeded: repeat that change first.`,
      ),
    )
  // VAL-GW-12
  if (/^basic$/i.test(sku))
    for (const asked of askedOfSku(answers))
      checks.push(
        error(
          'VAL-GW-12',
          ['connection', fieldOf(asked)],
          `${asked}: not available on Basic, as ${name} is.`,
        ),
      )
  const limit = skuLimits(sku, gateway.generation)?.tunnels
  if (limit !== undefined) {
    const connections = connectionsOf(gateway, around.estate).length + answers.sites.length
    const most = `${sku} is documented with ${count(limit, 'tunnel')}`
    // Whether those of an active-active gateway count twice is not documented (VPN Gateway 11).
    if (connections > limit)
      checks.push(error('tunnels', AT, `${name} would have ${connections} connections; ${most}.`))
    else if (activeActive && connections * 2 > limit)
      checks.push(advice('tunnels', AT, `${name} would have ${connections * 2} tunnels in all; ${most}.`))
  }
  return checks
}

function fieldOf(asked: string): string {
  if (asked.startsWith('Policy-based')) return 'connection.policyBased'
  return asked.startsWith('IKEv1') ? 'connection.protocol' : 'connection.policy'
}
