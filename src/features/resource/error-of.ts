import { HubFailure, type HubError } from '../../model/errors.ts'

/** What a query threw, as the error it carries; anything else is a fault of the app and is said as it is. */
export function errorOf(thrown: Error): HubError {
  if (thrown instanceof HubFailure) return thrown.error
  return { kind: 'server', code: thrown.name, message: thrown.message, details: [] }
}
