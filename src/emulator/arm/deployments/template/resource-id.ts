import { TemplateFault } from './fault.ts'

/** `…/providers/Microsoft.Network/virtualNetworks/a/subnets/b` below `base`, of a type and the names of its parts. */
export function idBelow(base: string, type: string, names: readonly string[]): string {
  const [namespace = '', ...types] = type.split('/')
  if (types.length === 0 || types.length !== names.length)
    throw new TemplateFault(
      `Unable to evaluate template language function 'resourceId': the type '${type}' requires '${types.length}' resource ` +
        `name argument(s), got '${names.length}'. Please see https://aka.ms/arm-resource-functions/#resourceid for usage details.`,
    )
  const path = types.map((part, index) => `/${part}/${names[index] ?? ''}`).join('')
  return `${base === '/' ? '' : base}/providers/${namespace}${path}`
}
