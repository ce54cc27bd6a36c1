import { unreadableSummary } from '../../unreadable.ts'
import { advice, type Looked, type WizardCheck } from './check.ts'

/** What could not be read blocks nothing, and is said: rules that rest on it were not applied. */
export function unreadChecks({ around }: Looked): WizardCheck[] {
  const unread = unreadableSummary(around.estate.unreadable, around.subscriptions)
  return [
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
