import { hasHostBits, formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { using } from '../../wizard/finding.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { nameFindings } from '../../wizard/name-findings.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { overlapWords } from '../../wizard/overlap-words.ts'
import { rangesIn } from '../../wizard/ranges.ts'
import { regionFindings } from '../../wizard/space-findings.ts'
import { standingOf } from '../../wizard/there.ts'
import { freeHubPrefix, HUB_LENGTH, isPrivate, SMALLEST_HUB } from '../hub-prefixes.ts'
import { hubIdOf, hubThere, isBasic, placeOf, wanIdOf, wanNameOf } from '../place.ts'
import { wholeNumber } from '../speeds.ts'
import { wantedResources } from '../wanted.ts'
import {
  advice,
  error,
  fromFinding,
  remedy,
  setHub,
  type At,
  type Looked,
  type WizardCheck,
} from './check.ts'

/** The hub that the branches come to (Virtual WAN document 2). */
export function hubChecks(looked: Looked): WizardCheck[] {
  const own = looked.answers.hub.use === 'existing' ? existingChecks(looked) : newChecks(looked)
  return [...own, ...routerChecks(looked)]
}

function existingChecks({ answers, around }: Looked): WizardCheck[] {
  const { existing } = answers.hub
  const at: At = ['hub', 'hub.existing']
  if (existing === '') return [error('hub', at, 'Choose a virtual hub.')]
  const wrong = idTypeFindings(existing, 'virtualHubs')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const hub = hubThere(answers, around)
  // What is new goes into its region, which only it can tell.
  if (hub?.location === undefined)
    return [
      error(
        'unread-hub',
        at,
        `${nameOfId(existing)} could not be read, so the region for what is new is not known. Choose a hub from the list, or ask for the right to read this one.`,
      ),
    ]
  if (hub.hubKind?.toLowerCase() === 'routeserver')
    return [error('hub-kind', at, `${hub.name} is a Route Server, and takes no VPN gateway.`)]
  if (keyOf(hub.virtualWanId ?? '') !== keyOf(wanIdOf(answers, around))) {
    const own = hub.virtualWanId
    return [
      error(
        'hub-wan',
        at,
        own === undefined
          ? `${hub.name} is in no virtual WAN.`
          : `${hub.name} is in the virtual WAN ${nameOfId(own)}, not in ${wanNameOf(answers) || 'the chosen one'}.`,
        own === undefined
          ? undefined
          : remedy(
              `Use ${nameOfId(own)}`,
              ['goal.wan'],
              (now) => ({ ...now, goal: { ...now.goal, wan: { is: 'existing', id: own } } }),
              around,
            ),
      ),
    ]
  }
  const [state] = provisioningReasons(hub.provisioningState)
  return state?.verdict === 'attention'
    ? [
        advice(
          'hub-failed',
          at,
          `${hub.name} is in the state ${hub.provisioningState}: ${state.text}. Azure may refuse what is written into it until that is put right.`,
        ),
      ]
    : []
}

/**
 * A hub that says Succeeded takes nothing while its router is still being made (Virtual WAN document 2.2): the review waits for it.
 * A Basic one has no router.
 */
function routerChecks({ answers, around }: Looked): WizardCheck[] {
  const hub = hubThere(answers, around)
  if (!hub || isBasic(answers, around)) return []
  const at: At = ['hub', answers.hub.use === 'existing' ? 'hub.existing' : 'hub.name']
  const [state] = provisioningReasons(hub.provisioningState)
  const router = hub.routingState?.toLowerCase()
  if (router === 'failed')
    return [
      error(
        'VW-002',
        at,
        `The router of ${hub.name} has failed, so Azure takes nothing for it. Reset the router in the Azure portal first.`,
      ),
    ]
  const why =
    state?.verdict === 'inProgress'
      ? `it is in the state ${hub.provisioningState}`
      : router === 'provisioning'
        ? 'its router is still being made (routing state Provisioning)'
        : undefined
  if (why === undefined) return []
  // Its own making is waited for by the run that makes it.
  return [
    {
      ...error(
        'hub-routing',
        ['review', at[1]],
        `${hub.name} takes no change yet: ${why}. This takes minutes, and is looked at again and again.`,
      ),
      waits: true,
    },
  ]
}

function newChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { hub } = answers
  const place = placeOf(answers, around)
  const planned = wantedResources(answers, around).base.find(({ id }) => id === hubIdOf(answers))
  const standing = planned && standingOf(planned, around.estate)
  return [
    ...nameFindings({
      type: 'virtualHubs',
      what: 'virtual hub',
      name: hub.name,
      group: place.resourceGroup,
      others: [],
      // One that is still being made is waited for by another rule.
      standing: standing === 'running' ? undefined : standing,
      free: () =>
        freeNameIn(
          { place, namedIn: answers.namedIn, estate: around.estate },
          hub.name.trim(),
          '',
          'virtualHubs',
        ),
    }).map((one) =>
      fromFinding(one, ['hub', 'hub.name'], around, (now, name) => ({ ...now, hub: { ...now.hub, name } })),
    ),
    ...regionFindings(hub.region, around).map((one) => fromFinding(one, ['hub', 'hub.region'], around)),
    ...prefixChecks(looked),
    ...capacityChecks(looked),
  ]
}

/** Virtual WAN document 2.1: it cannot be changed afterwards. */
function prefixChecks({ answers, around }: Looked): WizardCheck[] {
  const at: At = ['hub', 'hub.prefix']
  const text = answers.hub.prefix.trim()
  const sites = answers.sites.flatMap(({ prefixes }) => prefixes)
  const instead = () => {
    const free = using(freeHubPrefix(around.estate, sites))
    return free && setHub(free.label, { prefix: free.value }, around)
  }
  if (text === '') return [error('hub-prefix', at, 'Enter the address space of the hub.', instead())]
  const prefix = parsePrefix(text)
  if (prefix?.family !== 4)
    return [error('hub-prefix', at, `${text} is no IPv4 prefix: 10.100.0.0/23 is one.`, instead())]
  if (hasHostBits(text))
    return [
      error(
        'hub-prefix',
        at,
        `${text}: bits after the mask are set.`,
        setHub(`Use ${formatPrefix(prefix)}`, { prefix: formatPrefix(prefix) }, around),
      ),
    ]
  if (!isPrivate(text)) return [error('hub-prefix', at, `${text} is not a private range.`, instead())]
  if (prefix.length > SMALLEST_HUB)
    return [
      error(
        'VW-004',
        at,
        `${text} is too small: a hub needs a /${SMALLEST_HUB} at least, and a /${HUB_LENGTH} is recommended.`,
        instead(),
      ),
    ]
  const own = keyOf(hubIdOf(answers))
  const met = overlapWords(
    text,
    'the new hub',
    rangesIn(around.estate).filter(({ key }) => key !== own),
  )
  return [
    ...(prefix.length === SMALLEST_HUB
      ? [
          advice(
            'VW-004',
            at,
            `A /${SMALLEST_HUB} has no room for all gateways, a firewall and appliances, and cannot be changed later. A /${HUB_LENGTH} is recommended.`,
            instead(),
          ),
        ]
      : []),
    ...(met === undefined ? [] : overlapChecks(met, text, { answers, around }, at, instead())),
  ]
}

/** With another hub of the WAN Azure refuses it; with anything else traffic goes astray (Virtual WAN document 2.1). */
function overlapChecks(
  met: string,
  text: string,
  { answers, around }: Pick<Looked, 'answers' | 'around'>,
  at: At,
  instead: ReturnType<typeof setHub> | undefined,
): WizardCheck[] {
  const wan = keyOf(wanIdOf(answers, around))
  const own = keyOf(hubIdOf(answers))
  const refused = rangesIn(around.estate).filter(({ key }) => {
    const found = around.estate.resources.get(key)
    if (key === own) return false
    if (found?.kind === 'virtualHub') return keyOf(found.virtualWanId ?? '') === wan
    return answers.hub.networks.some((one) => keyOf(one) === key)
  })
  const hard = overlapWords(text, 'the new hub', refused)
  return [
    hard === undefined
      ? advice('VW-005', at, `${met} What is connected to both does not find its way.`, instead)
      : error('VW-005', at, hard, instead),
  ]
}

/** Virtual WAN document 2.3. */
function capacityChecks({ answers, around }: Looked): WizardCheck[] {
  if (isBasic(answers, around)) return []
  const units = wholeNumber(answers.hub.capacity)
  return units !== undefined && units >= 2 && units <= 50
    ? []
    : [
        error(
          'hub-capacity',
          ['hub', 'hub.capacity'],
          'Enter 2 to 50 units.',
          setHub('Use 2', { capacity: '2' }, around),
        ),
      ]
}
