import { keyOf, nameOfId, typeOfId } from '../paths.ts'
import { finding, type Finding } from './finding.ts'

const WANTED = {
  virtualNetworks: 'virtual network',
  virtualNetworkGateways: 'virtual network gateway',
  publicIPAddresses: 'public IP address',
  localNetworkGateways: 'local network gateway',
  virtualWans: 'virtual WAN',
  virtualHubs: 'virtual hub',
  vpnSites: 'VPN site',
  expressRouteGateways: 'ExpressRoute gateway of a virtual hub',
  expressRouteCircuits: 'ExpressRoute circuit',
  expressRoutePorts: 'ExpressRoute port',
}

/** An id can come from an address or be pasted, and be anything's: Azure refuses a reference to another type. */
export function idTypeFindings(id: string, wanted: keyof typeof WANTED): Finding[] {
  const type = typeOfId(id)
  if (type !== undefined && keyOf(type) === keyOf(`Microsoft.Network/${wanted}`)) return []
  const what = WANTED[wanted]
  const aWhat = `${/^[AEIO]/.test(what) ? 'an' : 'a'} ${what}`
  const is =
    type === undefined
      ? `${id} is no id of ${aWhat}.`
      : keyOf(type) === 'microsoft.network/vpngateways'
        ? `${nameOfId(id)} is a VPN gateway of a virtual hub, not ${aWhat}.`
        : `${nameOfId(id)} is of type ${type}, not ${aWhat}.`
  return [finding('error', 'id-type', `${is} Choose ${aWhat} from the list, or paste its id.`)]
}
