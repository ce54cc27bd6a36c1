import { bandwidth, count } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { isTouched } from '../../wizard/touched.ts'
import { nameFindings } from '../../wizard/name-findings.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { standingOf } from '../../wizard/there.ts'
import { gatewaysOf } from '../../virtual-wan/wan-parts.ts'
import { connectionsThere, gatewayThere, hubThere, placeOf, plannedGatewayId } from '../place.ts'
import { MOST_UNITS, UNIT_MBPS, unitsFor, wantedMbps, wholeNumber } from '../speeds.ts'
import { wantedResources } from '../wanted.ts'
import { advice, error, fromFinding, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

/** Branches of one hub (Virtual WAN document 15.3). */
const MOST_CONNECTIONS = 1000

/** The VPN gateway of the hub (Virtual WAN document 4). */
export function gatewayChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const there = gatewayThere(answers, around)
  const others = connectionsThere(answers, around).filter(
    ({ siteId }) => !answers.sites.some(({ existing, name }) => matches(siteId, existing, name)),
  ).length
  const all = others + answers.sites.length
  return [
    ...(there ? existingChecks(looked) : newChecks(looked)),
    ...busyChecks(looked),
    ...capacityChecks(looked),
    ...(all > MOST_CONNECTIONS
      ? [
          error(
            'connections',
            ['sites', 'sites'],
            `The hub would have ${count(all, 'branch', 'branches')}, and it takes ${MOST_CONNECTIONS}. Spread them over several hubs.`,
          ),
        ]
      : []),
  ]
}

function matches(siteId: string | undefined, existing: string, name: string): boolean {
  const key = keyOf(siteId ?? '')
  return key === keyOf(existing) || (name.trim() !== '' && key.endsWith(`/${keyOf(name.trim())}`))
}

function existingChecks({ answers, around }: Looked): WizardCheck[] {
  const there = gatewayThere(answers, around)
  const [state] = provisioningReasons(there?.provisioningState)
  return there && state?.verdict === 'attention'
    ? [
        advice(
          'gateway-failed',
          ['gateway', 'gateway.existing'],
          `${there.name} is in the state ${there.provisioningState}: ${state.text}. Azure may refuse its connections until that is put right.`,
        ),
      ]
    : []
}

/** Gateways of the hub that Azure is at work on, whichever they are: a hub takes one change at a time (Virtual WAN document 14 number 1). */
export function busyGateways({ answers, around }: Pick<Looked, 'answers' | 'around'>) {
  const hub = hubThere(answers, around)
  const { pointToSite, expressRoute } = hub ? gatewaysOf(hub, around.estate) : {}
  return [gatewayThere(answers, around), pointToSite, expressRoute].flatMap((one) =>
    one && provisioningReasons(one.provisioningState)[0]?.verdict === 'inProgress' ? one : [],
  )
}

/** The review waits for them. */
function busyChecks(looked: Looked): WizardCheck[] {
  const there = gatewayThere(looked.answers, looked.around)
  return busyGateways(looked).map((one) => ({
    ...error(
      'gateway-busy',
      ['review', 'gateway.existing'],
      `${one.name}${one === there ? '' : ', another gateway of the hub,'} is still being changed. This takes minutes, and is looked at again and again.`,
    ),
    waits: true,
  }))
}

function newChecks({ answers, around }: Looked): WizardCheck[] {
  const { gateway } = answers
  const place = placeOf(answers, around)
  const planned = wantedResources(answers, around).base.find(
    ({ id }) => id === plannedGatewayId(answers, around),
  )
  const standing = planned && standingOf(planned, around.estate)
  const units = wholeNumber(gateway.units)
  return [
    ...nameFindings({
      type: 'vpnGateways',
      what: 'VPN gateway',
      name: gateway.name,
      group: place.resourceGroup,
      others: [],
      standing,
      free: () =>
        freeNameIn(
          { place, namedIn: answers.namedIn, estate: around.estate },
          gateway.name.trim(),
          '',
          'vpnGateways',
        ),
    }).map((one) =>
      fromFinding(one, ['gateway', 'gateway.name'], around, (now, name) => ({
        ...now,
        gateway: { ...now.gateway, name },
      })),
    ),
    ...(units !== undefined && units >= 1 && units <= MOST_UNITS
      ? []
      : [
          error(
            'units',
            ['gateway', 'gateway.units'],
            `Enter 1 to ${MOST_UNITS} scale units.`,
            setGateway(
              `Use ${unitsFor(wantedMbps(answers, around))}`,
              { units: String(unitsFor(wantedMbps(answers, around))) },
              around,
            ),
          ),
        ]),
  ]
}

/** VW-015 before it happens. */
function capacityChecks({ answers, around }: Looked): WizardCheck[] {
  const there = gatewayThere(answers, around)
  const units = there ? there.scaleUnits : wholeNumber(answers.gateway.units)
  // Units that somebody reckoned before say more than sites that are still to be told.
  const reckoned =
    there && isTouched(answers, 'gateway.units') ? (wholeNumber(answers.gateway.units) ?? 0) : 0
  const mbps = Math.max(wantedMbps(answers, around), reckoned * UNIT_MBPS)
  if (units === undefined || units < 1 || mbps <= units * UNIT_MBPS) return []
  const wanted = unitsFor(mbps)
  const name = there?.name ?? 'The gateway'
  const at: At = ['gateway', there ? 'gateway.existing' : 'gateway.units']
  return [
    advice(
      'VW-015',
      at,
      `${name} carries ${bandwidth(units * UNIT_MBPS)} with ${count(units, 'scale unit')}, and its branches may send ${bandwidth(mbps)} together.${wanted > units ? ` ${there ? 'Its page can give it' : 'It takes'} ${wanted} for all of that.` : ' More is not possible in one hub.'}`,
      there || wanted <= units ? undefined : setGateway(`Use ${wanted}`, { units: String(wanted) }, around),
    ),
  ]
}
