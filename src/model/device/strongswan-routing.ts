import {
  BGP_HOLD_SECONDS,
  BGP_KEEPALIVE_SECONDS,
  type DeviceSettings,
  MSS,
  MTU,
  written,
} from './settings.ts'

interface Link {
  ifId: number
  tunnel: DeviceSettings['tunnels'][number]
}

/** Where no prefix of the site is known. */
export const OWN_PREFIXES = 'REPLACE_OWN_PREFIXES'

/** What has to stand beside swanctl.conf: interfaces, routes, BGP. Lines without a sign of comment. */
export function routingNotes(settings: DeviceSettings, links: readonly Link[]): string[] {
  const { bgp, azureNetworks } = settings
  const interfaces = links.map(({ ifId }, index) => ({ name: `azure${index}`, ifId }))
  return [
    'Beside this file',
    '',
    'An XFRM interface for each tunnel, joined to it by if_id; choose other numbers where these are taken, here and above.',
    'In strongswan.conf: charon { install_routes = no }, so that routes alone decide what goes in.',
    ...interfaces.flatMap(({ name, ifId }) => [
      `  ip link add ${name} type xfrm if_id ${ifId}`,
      `  ip link set ${name} mtu ${MTU} up`,
    ]),
    '  sysctl -w net.ipv4.ip_forward=1',
    'Azure does not put fragments together, so TCP is told to send less:',
    ...interfaces.flatMap(({ name }) =>
      ['-i', '-o'].map(
        (way) =>
          `  iptables -t mangle -A FORWARD ${way} ${name} -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss ${MSS}`,
      ),
    ),
    '',
    ...(bgp === undefined
      ? [
          'Routes to Azure; with two tunnels the second is for when the first is down.',
          ...interfaces.flatMap(({ name }, index) =>
            azureNetworks.map((prefix) => `  ip route add ${prefix} dev ${name} metric ${100 + index}`),
          ),
        ]
      : [
          'A route to each BGP peer of Azure through its tunnel, and the own peer address of the device.',
          `  ip address add ${written(bgp.devicePeer)}/32 dev lo`,
          ...links.map(
            ({ tunnel }, index) =>
              `  ip route add ${written(tunnel.bgpPeer)}/32 dev azure${index} src ${written(bgp.devicePeer)}`,
          ),
          '',
          'BIRD 2, bird.conf; FRR needs the same: ebgp-multihop 2, timers 60 180, update-source the peer address.',
          ...birdConfiguration(settings).map((line) => `  ${line}`),
        ]),
  ]
}

/** @returns lines of `bird.conf`; none where BGP is off */
function birdConfiguration(settings: DeviceSettings): string[] {
  const { bgp, tunnels, deviceNetworks } = settings
  if (bgp === undefined) return []
  const prefixes = deviceNetworks.length > 0 ? deviceNetworks.join(', ') : OWN_PREFIXES
  return [
    `router id ${written(bgp.devicePeer)};`,
    'protocol device { }',
    'protocol kernel { ipv4 { export where source = RTS_BGP; }; merge paths on; }',
    'protocol static peers {',
    '  ipv4;',
    ...tunnels.map(({ bgpPeer }, index) => `  route ${written(bgpPeer)}/32 via "azure${index}";`),
    '}',
    'protocol static own {',
    '  ipv4;',
    ...deviceNetworks.map((prefix) => `  route ${prefix} unreachable;`),
    '}',
    ...tunnels.flatMap(({ bgpPeer }, index) => [
      `protocol bgp azure${index} {`,
      `  local ${written(bgp.devicePeer)} as ${written(bgp.deviceAsn)};`,
      `  neighbor ${written(bgpPeer)} as ${written(bgp.azureAsn)};`,
      '  multihop 2;',
      `  keepalive time ${BGP_KEEPALIVE_SECONDS};`,
      `  hold time ${BGP_HOLD_SECONDS};`,
      `  ipv4 { import all; export where net ~ [ ${prefixes} ]; };`,
      '}',
    ]),
  ]
}
