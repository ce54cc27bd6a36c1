import type { Route } from '../routes.ts'
import { advertisedRoutes, bgpPeerStatus, effectiveRoutes, learnedRoutes } from './bgp.ts'
import { allFailoverTests, oneFailoverTest, startFailoverTest, stopFailoverTest } from './failover-test.ts'
import { ikeSas } from './ike-sas.ts'
import { abortMigration, commitMigration, executeMigration, prepareMigration } from './migration.ts'
import { startPacketCapture, stopPacketCapture } from './packet-capture.ts'
import {
  clientConnectionHealth,
  clientIpsecParameters,
  disconnectClients,
  generateProfile,
  profilePackageUrl,
  radiusSecrets,
  resetClientSharedKey,
  setClientIpsecParameters,
} from './point-to-site.ts'
import { resiliencyInformation, routesInformation } from './resiliency.ts'
import { resetConnection, resetGateway, resetSharedKey } from './resets.ts'
import { changes, reads, type Action } from './start.ts'
import { deviceScript, supportedDevices } from './vpn-devices.ts'

const GATEWAY_READS: Record<string, Action> = {
  getbgppeerstatus: bgpPeerStatus,
  getlearnedroutes: learnedRoutes,
  getadvertisedroutes: advertisedRoutes,
  geteffectiveroutes: effectiveRoutes,
  getvpnclientconnectionhealth: clientConnectionHealth,
  generatevpnclientpackage: generateProfile,
  generatevpnprofile: generateProfile,
  getvpnprofilepackageurl: profilePackageUrl,
  getvpnclientipsecparameters: clientIpsecParameters,
  listradiussecrets: radiusSecrets,
  supportedvpndevices: supportedDevices,
  getresiliencyinformation: resiliencyInformation,
  getroutesinformation: routesInformation,
  getfailoveralltestsdetails: allFailoverTests,
  getfailoversingletestdetails: oneFailoverTest,
}

const GATEWAY_CHANGES: Record<string, Action> = {
  reset: resetGateway,
  disconnectvirtualnetworkgatewayvpnconnections: disconnectClients,
  startpacketcapture: startPacketCapture,
  stoppacketcapture: stopPacketCapture,
  setvpnclientipsecparameters: setClientIpsecParameters,
  resetvpnclientsharedkey: resetClientSharedKey,
  preparemigration: prepareMigration,
  executemigration: executeMigration,
  commitmigration: commitMigration,
  abortmigration: abortMigration,
  startsitefailovertest: startFailoverTest,
  stopsitefailovertest: stopFailoverTest,
}

const CONNECTION_READS: Record<string, Action> = {
  getikesas: ikeSas,
  vpndeviceconfigurationscript: deviceScript,
}

const CONNECTION_CHANGES: Record<string, Action> = {
  resetconnection: resetConnection,
  'sharedkey/reset': resetSharedKey,
  startpacketcapture: startPacketCapture,
  stoppacketcapture: stopPacketCapture,
}

/** Every action of VPN gateways and their connections (ARM contract 9.2 and 9.3). `group`: where the provider begins. */
export function actionRoutes(group: string): Route[] {
  const at = (path: string, actions: Record<string, Action>, answer: (action: Action) => Route['answer']) =>
    Object.entries(actions).map(([name, action]) => ({
      method: 'POST',
      path: `${group}/${path}/${name}`,
      answer: answer(action),
    }))
  const [gateway, connection] = ['virtualnetworkgateways/:n', 'connections/:c']
  return [
    ...at(gateway, GATEWAY_READS, (action) => reads('virtualNetworkGateways', action)),
    ...at(gateway, GATEWAY_CHANGES, (action) => changes('virtualNetworkGateways', action)),
    ...at(connection, CONNECTION_READS, (action) => reads('connections', action)),
    ...at(connection, CONNECTION_CHANGES, (action) => changes('connections', action)),
  ]
}
