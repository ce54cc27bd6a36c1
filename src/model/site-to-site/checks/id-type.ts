import { keyOf, nameOfId, typeOfId } from '../../paths.ts'
import type { Step } from '../answers.ts'
import { error, type WizardCheck } from './check.ts'

const WANTED = {
  virtualNetworks: 'virtual network',
  virtualNetworkGateways: 'virtual network gateway',
  publicIPAddresses: 'public IP address',
  localNetworkGateways: 'local network gateway',
}

/** An id can come from an address or be pasted, and be anything's: Azure refuses a reference to another type. */
export function wrongType(
  id: string,
  wanted: keyof typeof WANTED,
  at: readonly [Step, string],
  instead?: WizardCheck['remedy'],
): WizardCheck[] {
  const type = typeOfId(id)
  if (type !== undefined && keyOf(type) === keyOf(`Microsoft.Network/${wanted}`)) return []
  const what = WANTED[wanted]
  const is =
    type === undefined
      ? `${id} is no id of a ${what}.`
      : keyOf(type) === 'microsoft.network/vpngateways'
        ? `${nameOfId(id)} is a VPN gateway of a virtual hub, not a ${what}.`
        : `${nameOfId(id)} is of type ${type}, not a ${what}.`
  return [error('id-type', at, `${is} Choose a ${what} from the list, or paste its id.`, instead)]
}
