import { headOf, refusals, type Rendered } from './head.ts'
import { commented, hexOf, identifier, KEY_MARK, withMask } from './hostile.ts'
import {
  type Cbc,
  type EspProposal,
  type Gcm,
  type IkeProposal,
  type Proposals,
  proposalsOf,
} from './proposals.ts'
import {
  BGP_HOLD_SECONDS,
  BGP_KEEPALIVE_SECONDS,
  type DeviceSettings,
  type DeviceTunnel,
  identity,
  MSS,
  MTU,
  written,
} from './settings.ts'
import { dpdInterval } from './values.ts'

const IKE_CIPHERS: Record<IkeProposal['encryption'], string> = {
  gcmaes256: 'aes-gcm-256',
  gcmaes128: 'aes-gcm-128',
  aes256: 'aes-cbc-256',
  aes192: 'aes-cbc-192',
  aes128: 'aes-cbc-128',
  des3: '3des',
  des: 'des',
}

const ESP_CIPHERS: Record<Cbc | Gcm | 'null', string> = {
  gcmaes256: 'esp-gcm 256',
  gcmaes192: 'esp-gcm 192',
  gcmaes128: 'esp-gcm 128',
  aes256: 'esp-aes 256',
  aes192: 'esp-aes 192',
  aes128: 'esp-aes 128',
  des3: 'esp-3des',
  des: 'esp-des',
  null: 'esp-null',
}

const ESP_HASHES = { sha256: 'esp-sha256-hmac', sha1: 'esp-sha-hmac', md5: 'esp-md5-hmac' } as const

/** What the router takes for a data lifetime (Cisco IOS security command reference). */
const LEAST_KILOBYTES = 2560

const WAN = 'REPLACE_WAN_INTERFACE'

/** Router command lines name no more than this for sure. */
const LONGEST_NAME = 20

/**
 * Cisco IOS-XE with one tunnel interface for each end of the gateway (VPN Gateway 9.3 and 9.4). Nothing of it was proven on a router.
 * @param key absent: a mark stands for it
 */
export function iosXe(settings: DeviceSettings, key?: string): Rendered {
  const reasons = refusals(settings)
  if (settings.protocol === 'IKEv1')
    reasons.push(
      'The connection uses IKEv1, and for IOS-XE only IKEv2 is written. Make the connection anew with IKEv2.',
    )
  if (reasons.length > 0) return { is: 'refused', reasons }
  const proposals = proposalsOf(settings)
  if (!proposals.ok) return { is: 'refused', reasons: proposals.error }
  const name = `azure-${identifier(settings.connection, LONGEST_NAME)}`
  const { value } = proposals
  const body = [
    '!',
    'configure terminal',
    ...phase1(settings, value, name, key),
    ...phase2(settings, value, name),
    ...selectorLists(settings, name),
    ...(settings.bgp
      ? [
          'interface Loopback1000',
          ` ip address ${written(settings.bgp.devicePeer)} 255.255.255.255`,
          'exit',
          '!',
        ]
      : []),
    ...settings.tunnels.flatMap((tunnel, index) => tunnelInterface(settings, name, tunnel, index)),
    ...routes(settings),
    ...bgpLines(settings),
    'end',
  ]
  const head = headOf(settings, {
    vendor: 'Cisco IOS-XE',
    proven: [
      'Reviewed only: nothing of this was proven on a router. Recent releases refuse DES, 3DES, MD5 and the DH groups 1 and 2.',
      'Use free numbers for Tunnel1000, Tunnel1001 and Loopback1000. An IKEv2 policy serves every peer of a local address: where',
      'the router has one already, add the proposal to that one instead of making a second policy.',
    ],
    marks: [{ mark: WAN, why: 'the interface to the internet, such as GigabitEthernet1' }],
    key: key !== undefined,
    body,
  }).map((line) => (line === '' ? '!' : `! ${line}`))
  return { is: 'text', text: `${[...head, ...body].join('\n')}\n` }
}

function phase1(
  settings: DeviceSettings,
  { ike, ikeSeconds }: Proposals,
  name: string,
  key: string | undefined,
): string[] {
  const own = identity(settings)
  const distinct = (values: readonly (string | number)[]) => [...new Set(values)].join(' ')
  const gcm = ike.some(({ encryption }) => encryption.startsWith('gcm'))
  const hashes = distinct(ike.map(({ hash }) => hash))
  return [
    `crypto ikev2 proposal ${name}`,
    ` encryption ${distinct(ike.map(({ encryption }) => IKE_CIPHERS[encryption]))}`,
    gcm ? ` prf ${hashes}` : ` integrity ${hashes}`,
    ` group ${distinct(ike.map(({ group }) => group))}`,
    'exit',
    `crypto ikev2 policy ${name}`,
    ` proposal ${name}`,
    'exit',
    `crypto ikev2 keyring ${name}`,
    ...settings.tunnels.flatMap(({ address }, index) => [
      ` peer azure${index}`,
      `  address ${written(address)}`,
      `  pre-shared-key ${keyWords(key)}`,
      ' exit',
    ]),
    'exit',
    ...settings.tunnels.flatMap(({ label, address }, index) => [
      `! ${commented(label)}`,
      `crypto ikev2 profile ${name}-${index}`,
      ` match identity remote address ${written(address)} 255.255.255.255`,
      ...(own === undefined ? [] : [` identity local address ${written(own)}`]),
      ' authentication remote pre-share',
      ' authentication local pre-share',
      ` keyring local ${name}`,
      ` lifetime ${ikeSeconds}`,
      ` dpd ${Math.max(10, dpdInterval(settings.dpdSeconds))} 3 on-demand`,
      'exit',
    ]),
    '!',
  ]
}

/** Letters and digits go in as they are; any other key in hexadecimal digits, since a command line takes `?` and more for itself. */
function keyWords(key: string | undefined): string {
  if (key === undefined) return `0 ${KEY_MARK}`
  return /^[A-Za-z0-9]+$/.test(key) ? `0 ${key}` : `hex ${hexOf(key)}`
}

function transformSet(proposal: EspProposal): string {
  const cipher = ESP_CIPHERS[proposal.encryption]
  return proposal.is === 'gcm' ? cipher : `${cipher} ${ESP_HASHES[proposal.hash]}`
}

function phase2(
  { tunnels, starts }: DeviceSettings,
  { esp, seconds, kilobytes }: Proposals,
  name: string,
): string[] {
  const pfs = esp[0]?.pfs
  return [
    ...esp.flatMap((proposal, index) => [
      `crypto ipsec transform-set ${name}-${index} ${transformSet(proposal)}`,
      ' mode tunnel',
      'exit',
    ]),
    ...tunnels.flatMap((_, index) => [
      `crypto ipsec profile ${name}-${index}`,
      ` set transform-set ${esp.map((_one, at) => `${name}-${at}`).join(' ')}`,
      ` set security-association lifetime seconds ${seconds}`,
      kilobytes < LEAST_KILOBYTES
        ? ` ! Azure renews after ${kilobytes} KB; the router takes ${LEAST_KILOBYTES} and more, so its own value stays.`
        : ` set security-association lifetime kilobytes ${kilobytes}`,
      ...(pfs === undefined ? [] : [` set pfs group${pfs}`]),
      ...(starts === 'azure' ? [' responder-only'] : []),
      ` set ikev2-profile ${name}-${index}`,
      'exit',
    ]),
    '!',
  ]
}

function selectorLists({ selectors }: DeviceSettings, name: string): string[] {
  if (selectors.is !== 'pairs') return []
  return [
    '! Traffic selectors on a tunnel interface need IOS-XE 16.12 or newer.',
    `ip access-list extended ${name}`,
    ...selectors.pairs.map(
      ({ local, remote }) => ` permit ip ${withMask(remote, true)} ${withMask(local, true)}`,
    ),
    'exit',
    '!',
  ]
}

function tunnelInterface(
  settings: DeviceSettings,
  name: string,
  tunnel: DeviceTunnel,
  index: number,
): string[] {
  return [
    `interface Tunnel${1000 + index}`,
    ` description ${commented(`${settings.gateway}, ${tunnel.label}`)}`,
    ` ip unnumbered ${settings.bgp ? 'Loopback1000' : WAN}`,
    ` ip mtu ${MTU}`,
    ` ip tcp adjust-mss ${MSS}`,
    ` tunnel source ${WAN}`,
    ' tunnel mode ipsec ipv4',
    ` tunnel destination ${written(tunnel.address)}`,
    ...(settings.selectors.is === 'pairs' ? [` tunnel protection ipsec policy ipv4 ${name}`] : []),
    ` tunnel protection ipsec profile ${name}-${index}`,
    'exit',
    '!',
  ]
}

/** With BGP to Azure's peers alone; else to the networks, through the second tunnel when the first is down. */
function routes({ bgp, tunnels, azureNetworks }: DeviceSettings): string[] {
  return tunnels.flatMap(({ bgpPeer }, index) =>
    bgp
      ? [`ip route ${written(bgpPeer)} 255.255.255.255 Tunnel${1000 + index}`]
      : azureNetworks.map(
          (prefix) =>
            `ip route ${withMask(prefix)} Tunnel${1000 + index}${index === 0 ? '' : ` ${10 * index}`}`,
        ),
  )
}

function bgpLines({ bgp, tunnels, deviceNetworks }: DeviceSettings): string[] {
  if (!bgp) return []
  const peers = tunnels.map(({ bgpPeer }) => written(bgpPeer))
  return [
    '!',
    `router bgp ${written(bgp.deviceAsn)}`,
    ' bgp log-neighbor-changes',
    ...peers.flatMap((peer) => [
      ` neighbor ${peer} remote-as ${written(bgp.azureAsn)}`,
      ` neighbor ${peer} ebgp-multihop 2`,
      ` neighbor ${peer} update-source Loopback1000`,
      ` neighbor ${peer} timers ${BGP_KEEPALIVE_SECONDS} ${BGP_HOLD_SECONDS}`,
    ]),
    ' address-family ipv4',
    ...deviceNetworks.map((prefix) => `  network ${withMask(prefix).replace(' ', ' mask ')}`),
    ...peers.map((peer) => `  neighbor ${peer} activate`),
    `  maximum-paths ${Math.max(1, peers.length)}`,
    ' exit-address-family',
    'exit',
  ]
}
