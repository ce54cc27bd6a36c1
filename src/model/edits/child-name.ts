import { keyOf } from '../paths.ts'

const NAME = /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/

/**
 * What is wrong with the name of something new below a resource: an authorization, Global Reach, a NAT rule (VPN Gateway 3).
 * @param taken what to say of a name that one of `existing` has
 */
export function childNameProblem(
  name: string,
  existing: readonly { name: string }[],
  taken: string,
): string | undefined {
  if (!NAME.test(name))
    return 'Use 1 to 80 letters, digits, _ . - ; start with a letter or digit, and end with one or with _.'
  return existing.some((one) => keyOf(one.name) === keyOf(name)) ? taken : undefined
}
