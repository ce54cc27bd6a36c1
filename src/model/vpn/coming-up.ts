import { count } from '../format.ts'
import type { Connection } from '../resources/vpn.ts'

/**
 * How far a connection is that was just made. `making`: Azure is still at work on it. `waiting`: Azure has done its part, and no
 * tunnel is up. `untold`: Azure does not say, as in the minutes after it was made.
 */
export type ComingUp = 'up' | 'partly' | 'negotiating' | 'waiting' | 'making' | 'untold'

export function comingUpOf({ connectionStatus, tunnels, provisioningState }: Connection): ComingUp {
  if (/^(updating|creating)$/i.test(provisioningState ?? '')) return 'making'
  const up = tunnels.filter((one) => one.connectionStatus?.toLowerCase() === 'connected').length
  switch (connectionStatus?.toLowerCase()) {
    case 'connected':
      return up === tunnels.length ? 'up' : up === 0 ? 'waiting' : 'partly'
    case 'connecting':
      return up > 0 ? 'partly' : 'negotiating'
    case 'notconnected':
      return 'waiting'
    default:
      return 'untold'
  }
}

/**
 * How a connection stands, for who waits for it.
 * @param device where its device is: an address or a name
 */
export function comingUpWords(state: ComingUp, device: string): string {
  switch (state) {
    case 'up':
      return 'It is up: every tunnel is Connected.'
    case 'partly':
      return `Some of its tunnels are Connected. The device at ${device} has to bring up one to each instance of the gateway.`
    case 'negotiating':
      return 'The two ends are negotiating. This takes seconds.'
    case 'waiting':
      return `Azure has done its part. The device at ${device} has not come up yet: load its configuration, with the same shared key, and let it connect.`
    case 'making':
      return 'Azure is still making it.'
    case 'untold':
      return 'Azure does not tell its state yet. That comes some minutes after a connection was made.'
    default:
      return state satisfies never
  }
}

/** The page in a sentence. `undefined` stands for one that was not read yet. */
export function verifyHeadline(states: readonly (ComingUp | undefined)[]): string {
  const up = states.filter((state) => state === 'up').length
  const waits = states.filter((state) => state === 'waiting' || state === 'partly').length
  if (states.length === 1) {
    if (up === 1) return 'The connection is up'
    return waits === 1 ? 'The connection waits for its device' : 'The connection is not up yet'
  }
  if (up === states.length && up === 2) return 'Both connections are up'
  if (up === states.length) return `All ${states.length} connections are up`
  const of = `${up} of ${count(states.length, 'connection')} ${up === 1 ? 'is' : 'are'} up`
  if (waits === 0) return of
  return `${of}, ${waits === 1 ? 'one waits for its device' : `${waits} wait for their devices`}`
}
