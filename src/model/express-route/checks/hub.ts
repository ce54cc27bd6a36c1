import { keyOf, nameOfId, parseArmId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { HUB_UNITS, unitsIn } from '../gateway-skus.ts'
import { gatewayIdOf, hubOf } from '../place.ts'
import { hubGateway } from '../target.ts'
import { unitChecks } from './sku.ts'
import { advice, error, fromFinding, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

/** A new gateway in a virtual hub (ExpressRoute document 2.5, Virtual WAN document 1, 6). */
export function hubChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { hub: id, units } = answers.gateway
  const at: At = ['gateway', 'gateway.hub']
  if (id === '') return [error('hub', at, 'Choose a virtual hub.')]
  const wrong = idTypeFindings(id, 'virtualHubs')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const hub = hubOf(answers, around)
  // The gateway is made in its region, which only it can tell.
  if (hub?.location === undefined)
    return [
      error(
        'unread-hub',
        at,
        `${nameOfId(id)} could not be read, so its region and routing state are not known. Choose a hub from the list, or ask for the right to read this one.`,
      ),
    ]
  if (hub.hubKind?.toLowerCase() === 'routeserver')
    return [error('hub-kind', at, `${hub.name} is a Route Server, and takes no ExpressRoute gateway.`)]
  const other = hubGateway(hub, around.estate)
  // That of the plan itself may be there: an earlier run has begun it.
  if (other && other.key !== keyOf(gatewayIdOf(answers, around)))
    return [
      error(
        'one-gateway',
        at,
        `${hub.name} has the ExpressRoute gateway ${other.name} already, and a hub takes one.`,
        setGateway(`Use ${other.name}`, { use: 'existing', existing: other.id }, around),
      ),
    ]
  const wan = around.estate.resources.get(keyOf(hub.virtualWanId ?? ''))
  if (wan?.kind === 'virtualWan' && wan.wanType?.toLowerCase() === 'basic')
    return [
      error(
        'basic-wan',
        at,
        `${wan.name} is a Basic virtual WAN, whose hubs take site-to-site VPN alone. Upgrade it to Standard first.`,
      ),
    ]
  const [reason] = provisioningReasons(hub.provisioningState)
  const state = hub.routingState
  const waits =
    state !== undefined && state.toLowerCase() !== 'provisioned'
      ? `its routing state is ${state}`
      : reason?.verdict === 'inProgress'
        ? `it is in the state ${hub.provisioningState}`
        : undefined
  return [
    ...(waits === undefined
      ? []
      : [
          error(
            'hub-routing',
            at,
            `${hub.name} takes no gateway yet: ${waits}. Wait until its routing state is Provisioned.`,
          ),
        ]),
    ...unitChecks(units, HUB_UNITS, (label, to) => setGateway(label, { units: to }, around)),
    ...oneUnit(looked),
    ...elsewhere(looked),
  ]
}

/** VW-017 */
function oneUnit({ answers, around }: Looked): WizardCheck[] {
  const { units } = answers.gateway
  return unitsIn(units.min) === 1
    ? [
        advice(
          'VW-017',
          ['gateway', 'gateway.units.min'],
          'With one scale unit throughput may dip while Azure maintains the gateway; with two it does not.',
          setGateway('Use 2', { units: { min: '2', max: unitsIn(units.max) > 2 ? units.max : '2' } }, around),
        ),
      ]
    : []
}

/** A hub's gateway is a resource of its own, and may be in any group of the hub's subscription. */
function elsewhere({ answers, around }: Looked): WizardCheck[] {
  const hub = hubOf(answers, around)
  const at = parseArmId(hub?.id ?? '')
  return at && keyOf(at.subscriptionId) !== keyOf(answers.gateway.subscriptionId)
    ? [
        error(
          'hub-subscription',
          ['gateway', 'gateway.subscriptionId'],
          'A hub and its gateway are in one subscription.',
        ),
      ]
    : []
}
