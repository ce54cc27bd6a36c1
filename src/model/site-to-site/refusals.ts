import { AZURE_REFUSALS } from './refusals-azure.ts'
import { GATEWAY_REFUSALS } from './refusals-gateway.ts'
import type { Refused } from './refused.ts'

/** Every refusal of VPN Gateway 5.5, the generic codes below it, and those of single rules. */
export const REFUSALS: readonly Refused[] = [...GATEWAY_REFUSALS, ...AZURE_REFUSALS]

/**
 * What a refusal of something in the plan means and where it is mended; `undefined` for one that is not known, which Azure's own words
 * have to explain. Some are known by their message only, since no code was published.
 * @param code of the innermost error, in any casing
 */
export function refusalRemedy(code: string, message = ''): Refused | undefined {
  const wanted = code.trim().toLowerCase()
  return (
    REFUSALS.find((one) => one.code?.toLowerCase() === wanted) ??
    REFUSALS.find((one) => one.says?.test(message))
  )
}
