import { bandwidth } from '../../format.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { finding } from '../../wizard/finding.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { groupFindings, nameFindings } from '../../wizard/name-findings.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { subscriptionFindings } from '../../wizard/right-findings.ts'
import { isTouched } from '../../wizard/touched.ts'
import { standingOf } from '../../wizard/there.ts'
import { circuitMbps } from '../circuit-mbps.ts'
import { hubMbps, scaleUnitsOf, skuFacts, unitsIn } from '../gateway-skus.ts'
import { existingGateway, gatewayPlace } from '../place.ts'
import { isGatewayMade } from '../standing.ts'
import { wantedGateway } from '../wanted.ts'
import { hubChecks } from './hub.ts'
import { networkChecks } from './network.ts'
import { skuChecks } from './sku.ts'
import { addressChecks } from './address.ts'
import { advice, error, fromFinding, type At, type Looked, type WizardCheck } from './check.ts'

/** The gateway that the circuits are connected to (ExpressRoute document 4). */
export function gatewayChecks(looked: Looked): WizardCheck[] {
  const { goal, gateway } = looked.answers
  if (gateway.use === 'existing') return existingChecks(looked)
  const own =
    goal.to === 'hub'
      ? hubChecks(looked)
      : [...networkChecks(looked), ...skuChecks(looked), ...addressChecks(looked)]
  return [...own, ...placeChecks(looked), ...nameChecks(looked), ...capacityChecks(looked)]
}

function existingChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { goal, gateway } = answers
  const at: At = ['gateway', 'gateway.existing']
  if (gateway.existing === '')
    // Continued from what Azure tells of the circuits, and nobody has chosen yet.
    return isTouched(answers, 'gateway.use')
      ? [error('gateway', at, 'Choose an ExpressRoute gateway.')]
      : [
          error(
            'gateway-meant',
            ['gateway', 'gateway.use'],
            'What the circuits are to lead to is not known: their tags do not tell it, or it could not be read. Choose the gateway below, or create a new one.',
          ),
        ]
  const wrong = idTypeFindings(
    gateway.existing,
    goal.to === 'hub' ? 'expressRouteGateways' : 'virtualNetworkGateways',
  )
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const found = existingGateway(answers, around)
  // Connections are made in its region, which only it can tell.
  if (found?.location === undefined)
    return [
      error(
        'unread-gateway',
        at,
        `${nameOfId(gateway.existing)} could not be read, so the region for what is new is not known. Choose a gateway from the list, or ask for the right to read this one.`,
      ),
    ]
  if (found.kind === 'virtualNetworkGateway' && found.gatewayType?.toLowerCase() !== 'expressroute')
    return [
      error(
        'gateway-type',
        at,
        `${found.name} is a gateway for ${found.gatewayType ?? 'something else'}. A circuit needs an ExpressRoute gateway.`,
      ),
    ]
  const [reason] = provisioningReasons(found.provisioningState)
  if (reason?.verdict === 'inProgress')
    return [
      error(
        'still-running',
        at,
        `Azure is still working on ${found.name}, and takes no connection meanwhile. Wait until that has ended, then go on.`,
      ),
    ]
  const checks: WizardCheck[] = [...capacityChecks(looked)]
  if (reason?.verdict === 'attention')
    checks.push(
      advice(
        'ER-038',
        at,
        `${found.name} is in the state ${found.provisioningState}: ${reason.text}. Azure may refuse a connection until that is put right.`,
      ),
    )
  if (found.kind === 'virtualNetworkGateway') {
    const phase = found.migration?.phase
    if (found.migration?.state?.toLowerCase() === 'inprogress')
      checks.push(
        error(
          'gateway-migrates',
          at,
          `${found.name} is being migrated${phase === undefined ? '' : ` (${phase})`} and is locked meanwhile. Commit or abort the migration first.`,
        ),
      )
    if (skuFacts(found.sku ?? '')?.zones === false)
      checks.push(
        advice(
          'ER-002',
          at,
          `${found.name} has SKU ${found.sku}, without availability zones. A guided migration brings it to a SKU with zones; it needs a GatewaySubnet of /27.`,
        ),
      )
  }
  return checks
}

function placeChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, gateway } = answers
  const place = gatewayPlace(answers, around)
  const disabled = subscriptionFindings(place.subscriptionId, around)
  // That of the circuits is told where it is chosen.
  if (disabled.length > 0 && keyOf(place.subscriptionId) !== keyOf(goal.subscriptionId))
    return disabled.map((one) => fromFinding(one, ['gateway', 'gateway.subscriptionId'], around))
  // A group that both share is told with the circuits where those are new.
  if (
    keyOf(place.subscriptionId) === keyOf(goal.subscriptionId) &&
    JSON.stringify(gateway.group) === JSON.stringify(goal.group) &&
    answers.circuits.some(({ use }) => use === 'new')
  )
    return []
  return groupFindings(
    gateway.group,
    place.subscriptionId,
    around,
    goal.to === 'hub' ? 'the virtual hub' : 'the virtual network',
  ).map((one) =>
    fromFinding(one, ['gateway', 'gateway.group'], around, (now, id) => ({
      ...now,
      gateway: { ...now.gateway, group: { is: 'existing', id } },
    })),
  )
}

function nameChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, gateway } = answers
  const place = gatewayPlace(answers, around)
  const wanted = wantedGateway(answers, around)
  const standing = (type: string, name: string) => {
    const planned = wanted.find(
      (one) =>
        keyOf(one.type) === keyOf(`Microsoft.Network/${type}`) &&
        keyOf(nameOfId(one.id)) === keyOf(name.trim()),
    )
    return planned && standingOf(planned, around.estate)
  }
  const checked = (
    type: string,
    what: string,
    name: string,
    field: string,
    rename: (value: string) => Partial<typeof gateway>,
  ) =>
    nameFindings({
      type,
      what,
      name,
      group: place.resourceGroup,
      others: [],
      standing: standing(type, name),
      free: () => freeNameIn({ place, estate: around.estate }, name.trim(), '', type),
    }).map((one) =>
      fromFinding(one, ['gateway', field], around, (now, value) => ({
        ...now,
        gateway: { ...now.gateway, ...rename(value) },
      })),
    )
  const own = checked(
    goal.to === 'hub' ? 'expressRouteGateways' : 'virtualNetworkGateways',
    'ExpressRoute gateway',
    gateway.name,
    'gateway.name',
    (name) => ({ name }),
  )
  // What a gateway that is made stands in is not written any more, whatever others made of it.
  if (goal.to === 'hub' || isGatewayMade(answers, around)) return own
  return [
    ...own,
    ...(gateway.network.is === 'new'
      ? checked('virtualNetworks', 'virtual network', gateway.network.name, 'gateway.network', (name) => ({
          network: { is: 'new', name },
        }))
      : []),
    ...(gateway.address === 'own' && gateway.publicAddress.is === 'new'
      ? checked(
          'publicIPAddresses',
          'public IP address',
          gateway.publicAddress.name,
          'gateway.publicAddress',
          (name) => ({ publicAddress: { is: 'new', name } }),
        )
      : []),
  ]
}

/** ER-022: a gateway that carries less than its circuits. */
function capacityChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { gateway, goal } = answers
  const there = existingGateway(answers, around)
  const mbps = capacityOf(looked)
  const wanted = answers.circuits.reduce((sum, one) => sum + (circuitMbps(one, answers, around) ?? 0), 0)
  if (mbps === undefined || wanted <= mbps) return []
  const field = gateway.use === 'existing' ? 'existing' : goal.to === 'hub' ? 'units' : 'sku'
  const name = there?.name ?? (gateway.name.trim() || 'The gateway')
  const found = finding(
    'advice',
    'ER-022',
    `${name} carries ${bandwidth(mbps)}, and the circuits ${bandwidth(wanted)} together: it holds them back.`,
  )
  return [fromFinding(found, ['gateway', `gateway.${field}`], around)]
}

function capacityOf({ answers, around }: Looked): number | undefined {
  const { goal, gateway } = answers
  const there = existingGateway(answers, around)
  if (goal.to === 'hub') {
    const units =
      there?.kind === 'expressRouteGateway'
        ? (there.maxScaleUnits ?? there.minScaleUnits)
        : unitsIn(gateway.units.max)
    return units === undefined || Number.isNaN(units) ? undefined : hubMbps(units)
  }
  if (gateway.use === 'existing')
    return there?.kind === 'virtualNetworkGateway'
      ? skuFacts(there.sku ?? '', scaleUnitsOf(there.body).max)?.mbps
      : undefined
  const units = unitsIn(gateway.units.max)
  return skuFacts(gateway.sku, Number.isNaN(units) ? 1 : units)?.mbps
}
