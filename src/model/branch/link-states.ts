import type { HubError } from '../errors.ts'
import { count } from '../format.ts'
import type { LinkConnection, VpnConnection } from '../resources/virtual-wan.ts'

/**
 * How a link of a connection stands. `down`: Azure has done its part, and the device did not come. `making`: Azure is still at work.
 * `untold`: Azure does not say, as in the minutes after it was made.
 */
export type LinkState = 'down' | 'untold' | 'connecting' | 'making' | 'up'

/** Worst first. */
const ORDER: readonly LinkState[] = ['down', 'untold', 'connecting', 'making', 'up']

export function linkStateOf(
  { connectionStatus }: Pick<LinkConnection, 'connectionStatus'>,
  { provisioningState }: Pick<VpnConnection, 'provisioningState'>,
): LinkState {
  if (/^(updating|creating)$/i.test(provisioningState ?? '')) return 'making'
  switch (connectionStatus?.toLowerCase()) {
    case 'connected':
      return 'up'
    case 'connecting':
      return 'connecting'
    case 'notconnected':
      return 'down'
    default:
      return 'untold'
  }
}

/** Of each link; a connection of the old form is its own link. */
export function linkStatesOf(connection: VpnConnection): { name: string; state: LinkState }[] {
  const { links } = connection
  if (links.length === 0) return [{ name: 'default', state: linkStateOf(connection, connection) }]
  return links.map((link) => ({ name: link.name, state: linkStateOf(link, connection) }))
}

/** The worst of several. */
export function worstOf(states: readonly LinkState[]): LinkState {
  return ORDER.find((one) => states.includes(one)) ?? 'untold'
}

/** For sorting, the worst first. */
export function rankOf(state: LinkState): number {
  return ORDER.indexOf(state)
}

export function linkStateWord(state: LinkState): string {
  switch (state) {
    case 'down':
      return 'Waits for its device'
    case 'untold':
      return 'Not told yet'
    case 'connecting':
      return 'Connecting'
    case 'making':
      return 'Being made'
    case 'up':
      return 'Connected'
    default:
      return state satisfies never
  }
}

/** What is said where a branch was not read. @param known its state is told as it was before */
export function readingFailed({ kind, message }: Pick<HubError, 'kind' | 'message'>, known: boolean): string {
  if (kind === 'notFound') return 'It was removed since.'
  return known
    ? `It could not be read anew, so this is as it was before: ${message}`
    : `It could not be read: ${message}`
}

/** The page in a sentence, by the worst link of each branch. */
export function branchesHeadline(states: readonly LinkState[]): string {
  const up = states.filter((one) => one === 'up').length
  const down = states.filter((one) => one === 'down').length
  if (states.length === 1) {
    if (up === 1) return 'The branch is connected'
    return down === 1 ? 'The branch waits for its device' : 'The branch is not up yet'
  }
  if (up === states.length) return `All ${count(up, 'branch', 'branches')} are connected`
  const of = `${up} of ${count(states.length, 'branch', 'branches')} ${up === 1 ? 'is' : 'are'} connected`
  return down === 0
    ? of
    : `${of}, ${down === 1 ? 'one waits for its device' : `${down} wait for their devices`}`
}
