import { nameOfId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { groupFindings, nameFindings } from '../../wizard/name-findings.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { rightFindings, subscriptionFindings } from '../../wizard/right-findings.ts'
import { standingOf } from '../../wizard/there.ts'
import { placeOf, wanIdOf, wanThere } from '../place.ts'
import { rightsNeeded } from '../rights-needed.ts'
import { wantedResources } from '../wanted.ts'
import { advice, error, fromFinding, type At, type Looked, type WizardCheck } from './check.ts'

/** The virtual WAN and where what is new goes (Virtual WAN document 1). */
export function goalChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { subscriptionId } = placeOf(answers, around)
  const disabled = subscriptionFindings(subscriptionId, around)
  if (disabled.length > 0)
    return disabled.map((one) => fromFinding(one, ['goal', 'goal.subscriptionId'], around))
  return [
    ...wanChecks(looked),
    ...groupFindings(answers.goal.group, subscriptionId, around, 'the virtual WAN').map((one) =>
      fromFinding(one, ['goal', 'goal.group'], around, (now, id) => ({
        ...now,
        goal: { ...now.goal, group: { is: 'existing', id } },
      })),
    ),
    ...rightFindings(rightsNeeded(answers, around), around).map((one) =>
      fromFinding(one, ['goal', 'goal.group'], around),
    ),
  ]
}

function wanChecks({ answers, around }: Looked): WizardCheck[] {
  const { wan } = answers.goal
  const at: At = ['goal', 'goal.wan']
  if (wan.is === 'new') {
    const planned = wantedResources(answers, around).base.find(({ id }) => id === wanIdOf(answers, around))
    const place = placeOf(answers, around)
    return nameFindings({
      type: 'virtualWans',
      what: 'virtual WAN',
      name: wan.name,
      group: place.resourceGroup,
      others: [],
      standing: planned && standingOf(planned, around.estate),
      free: () =>
        freeNameIn(
          { place, namedIn: answers.namedIn, estate: around.estate },
          wan.name.trim(),
          '',
          'virtualWans',
        ),
    }).map((one) =>
      fromFinding(one, at, around, (now, name) => ({
        ...now,
        goal: { ...now.goal, wan: { is: 'new', name } },
      })),
    )
  }
  if (wan.id === '') return [error('wan', at, 'Choose a virtual WAN.')]
  const wrong = idTypeFindings(wan.id, 'virtualWans')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const found = wanThere(answers, around)
  if (!found)
    return [
      advice('unread-wan', at, `${nameOfId(wan.id)} could not be read, so nothing can be held against it.`),
    ]
  const [state] = provisioningReasons(found.provisioningState)
  return [
    ...(state?.verdict === 'inProgress'
      ? [error('wan-busy', at, `${found.name} is still being changed. Wait until that has ended.`)]
      : []),
    ...(found.wanType?.toLowerCase() === 'basic'
      ? [
          advice(
            'VW-001',
            at,
            `${found.name} is Basic: its hubs take site-to-site VPN alone, and do not reach each other. Upgrade it to Standard on its page; there is no way back.`,
          ),
        ]
      : []),
    ...(found.disableVpnEncryption
      ? [
          advice(
            'VW-028',
            at,
            `${found.name} has the encryption of VPN turned off: what its branches send can be read on the way.`,
          ),
        ]
      : []),
  ]
}
