/**
 * Members that hold a secret wherever they stand, in lower case, and what it is called. Where they are known to stand:
 *
 * - connections: properties.sharedKey, properties.authorizationKey
 * - virtualNetworkGateways: properties.vpnClientConfiguration.radiusServerSecret, .radiusServers[].radiusServerSecret
 * - expressRouteCircuits: properties.authorizationKey, .authorizations[] and .peerings[].connections[] with theirs
 * - expressRouteCircuits/authorizations, expressRoutePorts/authorizations, …/peerings/connections: authorizationKey
 * - expressRouteGateways: properties.expressRouteConnections[].properties.authorizationKey, and the child itself
 * - vpnGateways: properties.connections[].properties.sharedKey, …vpnLinkConnections[].properties.sharedKey; children
 * - vpnServerConfigurations: properties.radiusServerSecret, properties.radiusServers[].radiusServerSecret
 * - vpnSites: properties.siteKey, of older sites (Virtual WAN document 5.1)
 * - packet captures and VPN profiles: sasUrl, and any address with a signature in its query
 *
 * The circuit's serviceKey is sensitive, not secret: it stays, and views mask it.
 */
const SECRET_NAMES: Readonly<Record<string, string>> = {
  sharedkey: 'shared key',
  sitekey: 'site key',
  presharedkey: 'shared key',
  authorizationkey: 'authorization key',
  radiusserversecret: 'RADIUS server secret',
  secret: 'secret',
  sasurl: 'SAS URL',
  password: 'password',
  adminpassword: 'password',
  primarykey: 'key',
  secondarykey: 'key',
  accesstoken: 'access token',
  connectionstring: 'connection string',
}

/** What a member of this name holds, `shared key`; `undefined` when it is no secret. */
export function secretNamed(member: string): string | undefined {
  const name = member.toLowerCase()
  return Object.hasOwn(SECRET_NAMES, name) ? SECRET_NAMES[name] : undefined
}
