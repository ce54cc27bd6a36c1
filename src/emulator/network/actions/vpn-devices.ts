import { ok } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import { nameOf } from '../../arm/ids.ts'
import type { Living } from '../../store/living.ts'
import { idAt, isObject, numberAt, objectAt, textAt } from '../../wire/read.ts'
import { asnOf, networksOf, prefixesOf } from '../bgp-peers.ts'
import { policyOf } from '../ipsec-policies.ts'
import { find } from '../find.ts'
import { instancesOf } from '../gateway-instances.ts'
import { unreadable, type Action } from './start.ts'

/** Vendor, family, version, as the service had them in 2024 (azure-cli recording 2024, gateway IPsec). */
const DEVICES: [vendor: string, family: string, versions: string[]][] = [
  [
    'Cisco',
    'ASA (Adaptive Security Appliance)',
    [
      'Cisco_ASA_[9.8+_ONLY]_RouteBased(IKEv2+VTI+BGP)',
      'Cisco_ASA_[Between_9.6(4)-9.7.x_ONLY]_RouteBased(IKEv2-NoBGP)',
    ],
  ],
  ['Cisco', 'Cisco-ISR(IOS)', ['Cisco-ISR-15.x--IKEv2+BGP']],
  ['Cisco', 'Cisco-IOS (ISR, ASR)', ['15.x (IKEv2)']],
  ['Juniper', 'Juniper_SRX', ['Juniper_SRX_JunOS-12.x_RouteBased-and-BGP_Support']],
  ['Juniper', 'Juniper_SSG', ['Juniper_SSG_ScreenOS-6.2.x-RouteBased']],
  ['Juniper', 'Juniper_MX', ['Juniper_MX_JunOS-12.x+_RouteBased-and-BGP_Support']],
  [
    'Ubiquiti',
    'EdgeRouter',
    ['Ubiquiti_EdgeOS_1.10.x-RouteBased_BGP', 'Ubiquiti_EdgeOS_1.10.x-RouteBased_VTI'],
  ],
  ['Generic Samples', 'Device Parameters', ['Generic-Samples-Device-Parameters']],
  ['Allied Telesis', 'AR-Series VPN Routers', ['AR-Series 5.4.7+']],
  ['Sentrium (VyOS)', 'VyOS', ['VyOS1.2.2+(VTI+BGP)']],
]

/** POST supportedvpndevices: 200 at once, XML in a JSON string, root in lower case since 2021 (recorded behaviour 7). */
export const supportedDevices: Action = () => {
  const vendors = [...new Set(DEVICES.map(([vendor]) => vendor))].map((vendor) => {
    const families = DEVICES.filter(([of]) => of === vendor).map(([, family, versions]) => {
      const known = versions.map((version) => `<FirmwareVersion name="${version}" />`).join('')
      return `<DeviceFamily name="${family}">${known}</DeviceFamily>`
    })
    return `<Vendor name="${vendor}">${families.join('')}</Vendor>`
  })
  const head = '<?xml version="1.0" encoding="utf-8"?>'
  return ok(`${head}<rpvpndevicelist version="1.0">${vendors.join('')}</rpvpndevicelist>`)
}

/**
 * POST connections/{c}/vpndeviceconfigurationscript: 200 at once, the text with the shared key in it (recorded behaviour 7,
 * VPN gateway document 9.2). The three members name an entry of the list; how another one is refused is assumed.
 */
export const deviceScript: Action = (exchange, at) => {
  const { body } = exchange
  if (!isObject(body)) return unreadable()
  const [vendorAsked, familyAsked, versionAsked] = [body.vendor, body.deviceFamily, body.firmwareVersion].map(
    (one) => textAt(one) ?? '',
  )
  const known = DEVICES.some(
    ([vendor, family, versions]) =>
      vendor === vendorAsked && family === familyAsked && versions.some((one) => one === versionAsked),
  )
  if (!known) {
    return networkError(
      400,
      'VpnDeviceNotSupported',
      `There is no configuration script for ${vendorAsked}, ${familyAsked}, ${versionAsked}.`,
    )
  }
  return ok(scriptOf(exchange, at, `${vendorAsked} ${versionAsked}`))
}

/** The values a device needs (VPN gateway document 9.1), with marks for what only the device knows, and a way back (9.2). */
function scriptOf(exchange: Exchange, at: Living, device: string): string {
  const { properties } = at
  const gateway = find(exchange, idAt(properties.virtualNetworkGateway1) ?? '')
  const site = find(exchange, idAt(properties.localNetworkGateway2) ?? '')
  const instances = gateway === undefined ? [] : instancesOf(exchange, gateway)
  const policy = policyOf(properties)
  const bgp = objectAt(site?.properties.bgpSettings)
  const lines = [
    `! Microsoft Corporation: sample configuration for ${device}`,
    `! Connection ${nameOf(at.row.id)}. REPLACE what stands in angle brackets with the values of the device.`,
    `! Networks in Azure: ${(gateway === undefined ? [] : networksOf(exchange, gateway)).join(', ')}`,
    `! Networks on premises: ${(site === undefined ? [] : prefixesOf(site.properties)).join(', ')}`,
    `set ike proposal encryption ${textAt(policy?.ikeEncryption) ?? 'AES256'} integrity ${textAt(policy?.ikeIntegrity) ?? 'SHA1'} group ${textAt(policy?.dhGroup) ?? 'DHGroup2'} lifetime 28800`,
    `set ipsec proposal encryption ${textAt(policy?.ipsecEncryption) ?? 'GCMAES256'} integrity ${textAt(policy?.ipsecIntegrity) ?? 'GCMAES256'} pfs ${textAt(policy?.pfsGroup) ?? 'None'} lifetime ${numberAt(policy?.saLifeTimeSeconds) ?? 27_000}`,
    ...instances.map(
      ({ publicAddress }, index) =>
        `set vpn tunnel <REPLACE_Tunnel_Interface_${index}> peer ${publicAddress} local <REPLACE_External_Interface> ` +
        `version ${textAt(properties.connectionProtocol) ?? 'IKEv2'} pre-shared-key ${textAt(properties.sharedKey) ?? ''}`,
    ),
    ...(properties.enableBgp === true && gateway !== undefined
      ? instances.map(
          ({ bgpAddress }) =>
            `set bgp neighbor ${bgpAddress ?? ''} remote-as ${asnOf(gateway)} local-as ${numberAt(bgp.asn) ?? ''} update-source ${textAt(bgp.bgpPeeringAddress) ?? ''}`,
        )
      : []),
    'set tcp-mss <REPLACE_Tunnel_Interface> 1350',
    '! CLEANUP',
    ...instances.map((_, index) => `! delete vpn tunnel <REPLACE_Tunnel_Interface_${index}>`),
  ]
  return `${lines.join('\n')}\n`
}
