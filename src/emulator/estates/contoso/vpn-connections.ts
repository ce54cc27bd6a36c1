import { down, siteConnection, up, vnetToVnet } from '../build/build-vpn-connection.ts'
import { at, bench, business, groups, platform, psk } from './places.ts'
import { gateways, natRules, sites } from './vpn.ts'

const { netWeu, netNeu, netEus, netSea, netSwc, analyticsEus, labNeu } = groups

const strictPolicy = {
  saLifeTimeSeconds: 27000,
  saDataSizeKilobytes: 102400000,
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA384',
  dhGroup: 'ECP384',
  pfsGroup: 'ECP384',
}

export const connections = {
  gdansk: siteConnection(netWeu, 'cn-weu-to-gdansk', {
    gateway: gateways.weu,
    site: sites.gdansk,
    status: 'Connected',
    sharedKey: psk('gdansk-new'),
    tunnels: [
      up('2026-11-04T05:12:33Z', 1_820_331_004_512, 640_118_220_801),
      down('2026-11-04T05:12:41Z', 912_004_771_133, 301_559_012_404),
    ],
    bgp: true,
    tags: at(platform, 'Gdańsk'),
    // The key was set in Azure an hour and three quarters ago, and nobody told the device: the tunnel of instance 1 was lost at
    // its first renewal, that of instance 0 lives until its own.
    inside: {
      deviceKey: psk('gdansk'),
      changedSecondsAgo: 105 * 60,
      associations: [{ endsSecondsAgo: -171 * 60 }, { endsSecondsAgo: 94 * 60 }],
    },
  }),
  rotterdam: siteConnection(netWeu, 'cn-weu-to-rotterdam', {
    gateway: gateways.weu,
    site: sites.rotterdam,
    status: 'Connected',
    sharedKey: psk('rotterdam'),
    tunnels: [
      up('2026-11-04T05:12:36Z', 4_070_662_118_090, 3_900_410_775_226),
      up('2026-11-04T05:13:02Z', 3_960_207_551_487, 3_710_880_331_952),
    ],
    bgp: true,
    dpdTimeoutSeconds: 45,
    ipsecPolicies: [strictPolicy],
    tags: at(platform, 'Rotterdam'),
    // It takes no other.
    inside: { devicePolicy: strictPolicy },
  }),
  poznan: siteConnection(netWeu, 'cn-weu-to-poznan', {
    gateway: gateways.depots,
    site: sites.poznan,
    status: 'Connected',
    sharedKey: psk('poznan'),
    tunnels: [up('2026-10-27T02:41:10Z', 88_230_914_611, 20_411_330_905)],
    tags: at(platform, 'Poznań'),
  }),
  lodz: siteConnection(netWeu, 'cn-weu-to-lodz', {
    gateway: gateways.depots,
    site: sites.lodz,
    status: 'Connected',
    sharedKey: psk('lodz'),
    tunnels: [up('2026-11-11T23:05:47Z', 41_077_820_012, 39_206_118_774)],
    tags: at(platform, 'Łódź'),
  }),
  galway: siteConnection(netNeu, 'cn-neu-to-galway', {
    gateway: gateways.neu,
    site: sites.galway,
    status: 'Connected',
    sharedKey: psk('galway'),
    tunnels: [up('2026-11-02T18:30:00Z', 7_940_113_020, 2_118_004_551)],
    tags: platform,
  }),
  denver: siteConnection(netEus, 'cn-eus-to-branch-denver', {
    gateway: gateways.eus,
    site: sites.denver,
    status: 'NotConnected',
    sharedKey: psk('denver'),
    tunnels: [down('2026-11-19T11:02:14Z', 0, 0), down('2026-11-19T11:02:20Z', 0, 0)],
    bgp: true,
    // The device does not answer: nothing done in Azure brings it back.
    inside: { silent: true },
    tags: at(platform, 'Denver'),
  }),
  dallas: siteConnection(netEus, 'cn-eus-to-branch-dallas', {
    gateway: gateways.eus,
    site: sites.dallas,
    status: 'Connected',
    sharedKey: psk('dallas'),
    tunnels: [
      up('2026-11-08T14:20:51Z', 310_448_092_117, 97_300_881_430),
      up('2026-11-08T14:20:58Z', 290_113_557_028, 88_014_272_619),
    ],
    ingressNatRules: [natRules.dallas],
    egressNatRules: [natRules.dallasOut],
    tags: at(platform, 'Dallas'),
  }),
  branch01: siteConnection(netEus, 'cn-eus-to-branch-01', {
    gateway: gateways.eus,
    site: sites.branch01,
    status: 'Connected',
    sharedKey: psk('branch-01'),
    tunnels: [
      up('2026-11-20T07:45:12Z', 1_203_551_887, 880_214_006),
      up('2026-11-20T07:45:19Z', 1_118_900_423, 790_663_118),
    ],
    bgp: true,
    weight: 10,
  }),
  eusToSea: vnetToVnet(netEus, 'cn-eus-to-sea', {
    gateway: gateways.eus,
    to: gateways.sea,
    status: 'Connected',
    sharedKey: psk('eus-sea'),
    tunnels: [
      up('2026-10-30T09:00:03Z', 22_870_441_902, 51_334_820_117),
      up('2026-10-30T09:00:04Z', 21_004_338_571, 48_990_113_246),
    ],
    tags: platform,
  }),
  seaToEus: vnetToVnet(netSea, 'cn-sea-to-eus', {
    gateway: gateways.sea,
    to: gateways.eus,
    status: 'Connected',
    sharedKey: psk('eus-sea'),
    tunnels: [up('2026-10-30T09:00:04Z', 100_324_933_363, 43_874_780_473)],
    tags: platform,
  }),
  malmo: siteConnection(netSwc, 'cn-swc-to-malmo', {
    gateway: gateways.swc,
    site: sites.malmo,
    status: 'Connected',
    sharedKey: psk('malmo'),
    tunnels: [up('2026-11-21T21:14:40Z', 14_080_225_310, 9_774_002_815)],
    tags: at(platform, 'Malmö'),
  }),
  // Just made: Azure says Unknown for minutes after it succeeded, and reports no tunnel yet.
  umea: siteConnection(netSwc, 'cn-swc-to-umea', {
    gateway: gateways.swc,
    site: sites.umea,
    status: 'Unknown',
    sharedKey: psk('umea'),
    tunnels: [],
    tags: at(platform, 'Umeå'),
  }),
  boston: siteConnection(analyticsEus, 'cn-analytics-to-boston', {
    gateway: gateways.analytics,
    site: sites.boston,
    status: 'Connected',
    sharedKey: psk('boston'),
    tunnels: [up('2026-11-16T16:16:16Z', 650_772_190_334, 12_440_981_227)],
    tags: business,
  }),
  // A Basic gateway never reports a tunnel, so nobody knows.
  dublin: siteConnection(labNeu, 'cn-neu-to-dublin-dr', {
    gateway: gateways.lab,
    site: sites.dublin,
    status: 'Unknown',
    sharedKey: psk('dublin'),
    tunnels: [],
    tags: at(bench, 'Dublin'),
  }),
}
