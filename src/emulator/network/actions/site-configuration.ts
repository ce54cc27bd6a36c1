import type { Exchange } from '../../arm/exchange.ts'
import { nameOf } from '../../arm/ids.ts'
import { guidOf } from '../../clock.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { keepBlob } from '../blobs.ts'
import { find, livingIn, referrers } from '../find.ts'
import { hubInstancesOf, linksOf, type HubLink } from '../hub-links.ts'
import { policyOf } from '../ipsec-policies.ts'
import { answerLater, unreadable, type Action } from './start.ts'

/**
 * POST virtualWans/{w}/vpnConfiguration { vpnSites, outputBlobSasUrl }: the configurations go to the blob, nothing comes back (Virtual WAN
 * document 13). Both headers and an empty result are assumed (ARM contract 7.2).
 */
export const siteConfigurations: Action = (exchange, wan) => {
  const { body } = exchange
  if (!isObject(body)) return unreadable()
  const sasUrl = textAt(body.outputBlobSasUrl)
  const sites = arrayAt(body.vpnSites).flatMap((one) => find(exchange, textAt(one) ?? '') ?? [])
  const isUrl = sasUrl !== undefined && /^https:\/\/\S+$/i.test(sasUrl)
  if (!isUrl || sites.length === 0 || sites.length !== arrayAt(body.vpnSites).length) return unreadable()
  const text = JSON.stringify(
    sites.flatMap((site) => configurationsOf(exchange, site)),
    null,
    2,
  )
  const answer = answerLater(exchange, wan, { seconds: 30, both: true, result: null })
  keepBlob(exchange, wan, sasUrl, text)
  return answer
}

/** One for each link of the site; members as published (Virtual WAN document 13). */
function configurationsOf(exchange: Exchange, site: Living): JsonObject[] {
  const { properties, row } = site
  const links = objectsAt(properties.vpnSiteLinks)
  const version = {
    LastUpdatedTime: new Date(exchange.now).toISOString(),
    Version: guidOf(`configuration:${row.key}:${site.etag}`),
  }
  const of = (configuration: JsonObject, link: string) => ({
    configurationVersion: version,
    vpnSiteConfiguration: { Name: nameOf(row.id), ...configuration },
    vpnSiteConnections: connectionsTo(exchange, site, link),
  })
  if (links.length === 0) return [of({ IPAddress: properties.ipAddress }, '')]
  return links.map((link) => {
    const { ipAddress, fqdn } = objectAt(link.properties)
    const name = textAt(link.name) ?? ''
    return of({ IPAddress: ipAddress ?? fqdn, LinkName: name }, name)
  })
}

function connectionsTo(exchange: Exchange, site: Living, link: string): JsonObject[] {
  return referrers(exchange, site.row.id, 'vpnGateways/vpnConnections').flatMap((connection) => {
    const gateway = find(exchange, connection.row.id.split('/').slice(0, 9).join('/'))
    const hub = find(exchange, idAt(gateway?.properties.virtualHub) ?? '')
    if (gateway === undefined || hub === undefined) return []
    return linksOf(exchange, connection)
      .filter((one) => siteLinkOf(one).toLowerCase() === link.toLowerCase())
      .map((one) => ({
        hubConfiguration: {
          AddressSpace: hub.properties.addressPrefix,
          Region: hub.row.location,
          ConnectedSubnets: connectedTo(exchange, hub),
        },
        gatewayConfiguration: gatewayConfiguration(gateway),
        connectionConfiguration: connectionConfiguration(one),
      }))
  })
}

function siteLinkOf({ at }: HubLink): string {
  return (idAt(at.properties.vpnSiteLink) ?? '').split('/').at(-1) ?? ''
}

function connectedTo(exchange: Exchange, hub: Living): string[] {
  return livingIn(exchange, `${hub.row.key}/hubvirtualnetworkconnections`).flatMap(({ properties }) => {
    const network = find(exchange, idAt(properties.remoteVirtualNetwork) ?? '')
    return arrayAt(objectAt(network?.properties.addressSpace).addressPrefixes).flatMap(
      (one) => textAt(one) ?? [],
    )
  })
}

function gatewayConfiguration(gateway: Living): JsonObject {
  const instances = hubInstancesOf(gateway)
  const by = (text: (index: number) => string | undefined): JsonObject =>
    Object.fromEntries(instances.map((_, index) => [`Instance${index}`, text(index)]))
  const { asn, peerWeight } = objectAt(gateway.properties.bgpSettings)
  return {
    IpAddresses: by((index) => instances[index]?.publicAddress),
    BgpSetting: {
      Asn: asn,
      BgpPeeringAddresses: by((index) => instances[index]?.bgpAddress),
      PeerWeight: peerWeight,
    },
  }
}

function connectionConfiguration({ at }: HubLink): JsonObject {
  const policy = policyOf(at.properties) ?? {}
  return {
    IsBgpEnabled: at.properties.enableBgp === true,
    PSK: at.properties.sharedKey,
    IPsecParameters: {
      SADataSizeInKilobytes: numberAt(policy.saDataSizeKilobytes) ?? 102_400_000,
      SALifeTimeInSeconds: numberAt(policy.saLifeTimeSeconds) ?? 3600,
    },
  }
}
