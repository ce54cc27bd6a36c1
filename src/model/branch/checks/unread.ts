import { count, sentenceList } from '../../format.ts'
import { nameOfId } from '../../paths.ts'
import { unreadableSummary } from '../../unreadable.ts'
import { networksOf, virtualNetwork } from '../networks.ts'
import { hubIdOf } from '../place.ts'
import { advice, type Looked, type WizardCheck } from './check.ts'

/** What could not be read blocks nothing, and is said: rules that rest on it were not applied. */
export function unreadChecks(looked: Looked): WizardCheck[] {
  const { around } = looked
  const unread = unreadableSummary(around.estate.unreadable, around.subscriptions)
  return [
    ...hubNetworkChecks(looked),
    ...(unread === undefined
      ? []
      : [advice('unread', ['sites', 'sites'], `${unread}: overlaps with what is there are not seen.`)]),
    ...(around.regions.is === 'notReadable'
      ? [advice('unread-regions', ['hub', 'hub.region'], `Regions could not be read: ${around.regions.why}`)]
      : []),
    ...(around.groups.is === 'notReadable'
      ? [
          advice(
            'unread-groups',
            ['goal', 'goal.group'],
            `Resource groups could not be read: ${around.groups.why}`,
          ),
        ]
      : []),
  ]
}

/** The virtual networks of the hub and of the other hubs of its virtual WAN. */
function hubNetworkChecks({ answers, around }: Looked): WizardCheck[] {
  const at = ['hub', 'hub.networks'] as const
  const unread = [...(around.hubNetworks ?? [])].flatMap(([hub, read]) =>
    read.is === 'notReadable' ? [{ name: around.estate.row(hub)?.name ?? nameOfId(hub), why: read.why }] : [],
  )
  const [first] = unread
  const far = networksOf(hubIdOf(answers), around).flatMap(({ remoteVirtualNetworkId }) =>
    remoteVirtualNetworkId === undefined || virtualNetwork(remoteVirtualNetworkId, around)
      ? []
      : nameOfId(remoteVirtualNetworkId),
  )
  return [
    ...(first
      ? [
          advice(
            'unread-hub-networks',
            at,
            `The virtual networks of ${sentenceList(unread.map(({ name }) => name))} could not be read, so no prefix is compared with theirs: ${first.why}`,
          ),
        ]
      : []),
    ...(far.length > 0
      ? [
          advice(
            'unread-hub-prefixes',
            at,
            far.length === 1
              ? `${far[0] ?? ''}, which the hub has, was not read, so no prefix is compared with its own.`
              : `${count(far.length, 'virtual network')} of the hub were not read, so no prefix is compared with theirs.`,
          ),
        ]
      : []),
  ]
}
