import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../../src/lib/json.ts'
import { activeActiveEdit, activeStandbyEdit } from '../../src/model/edits/active-active.ts'
import { modeEdit, typedModeOf } from '../../src/model/edits/connection-mode.ts'
import { circuitConnectionEdit } from '../../src/model/edits/circuit-connection.ts'
import { circuitEdit, circuitValues } from '../../src/model/edits/circuit.ts'
import { bodyOf, type Replacement, reversed } from '../../src/model/edits/edit.ts'
import { gatewayBgpEdit, gatewayBgpOf } from '../../src/model/edits/gateway-bgp.ts'
import { policyEdit } from '../../src/model/edits/ipsec-policy.ts'
import { microsoftPeeringWrite, typedMicrosoftPeering } from '../../src/model/edits/microsoft-peering.ts'
import { natRuleEdit, typedNatRuleOf } from '../../src/model/edits/nat-rules.ts'
import { typedPeering } from '../../src/model/edits/peering.ts'
import { peeringWrite } from '../../src/model/edits/peering-write.ts'
import { linkEdit, typedLink } from '../../src/model/edits/port-link.ts'
import { pointToSiteEdit, typedPointToSiteOf } from '../../src/model/edits/point-to-site.ts'
import { scaleEdit } from '../../src/model/edits/scale-units.ts'
import { siteEdit, siteValues, type SiteValues } from '../../src/model/edits/site.ts'
import { skuEdit } from '../../src/model/edits/sku.ts'
import type { Kind, Resource, ResourceOf } from '../../src/model/resources/resource.ts'
import { publicAddress } from '../support/resources.ts'
import { idOf, onContoso, read } from './on-contoso.ts'

/**
 * Every edit that sends a whole body, on a resource as the emulator answers it. Who makes a new one adds a row.
 * `make` gets the resource, and others it asks for by `also`.
 */
const EDITS: Record<
  string,
  (get: <K extends Kind>(kind: K, name: string) => Promise<ResourceOf<K>>) => Promise<Replacement>
> = {
  'prefixes of a site': async (get) =>
    site(await get('localNetworkGateway', 'lng-gdansk'), { prefixes: ['10.1.0.0/16'] }),
  'endpoint of a site': async (get) =>
    site(await get('localNetworkGateway', 'lng-gdansk'), { by: 'fqdn', fqdn: 'a.b.example' }),
  'BGP of a site': async (get) =>
    site(await get('localNetworkGateway', 'lng-gdansk'), { bgp: true, asn: '64999', peer: '10.9.9.9' }),
  'SKU of a gateway': async (get) =>
    skuEdit(await get('virtualNetworkGateway', 'vgw-weu-prod'), { sku: 'VpnGw3AZ', is: 'resize' }),
  'a second instance': async (get) =>
    activeActiveEdit(await get('virtualNetworkGateway', 'vgw-eus-prod'), publicAddress('pip')),
  'one instance': async (get) => activeStandbyEdit(await get('virtualNetworkGateway', 'vgw-weu-prod')),
  'BGP of a gateway': async (get) => {
    const gateway = await get('virtualNetworkGateway', 'vgw-weu-prod')
    return gatewayBgpEdit(gateway, { ...gatewayBgpOf(gateway), asn: '64900', apipa: [['169.254.21.9'], []] })
  },
  'point-to-site': async (get) => {
    const gateway = await get('virtualNetworkGateway', 'vgw-swc-people')
    const typed = typedPointToSiteOf(gateway)
    return pointToSiteEdit(gateway, {
      ...typed,
      pool: ['172.28.0.0/24'],
      roots: [...typed.roots, { key: 9, name: 'new', data: 'MIIB' }],
      revoked: [{ key: 0, name: 'lost', thumbprint: 'ab'.repeat(20) }],
      servers: [...typed.servers, { key: 9, address: '10.80.4.9', score: '30' }],
    })
  },
  'point-to-site, off': async (get) => {
    const gateway = await get('virtualNetworkGateway', 'vgw-swc-people')
    return pointToSiteEdit(gateway, { ...typedPointToSiteOf(gateway), pool: [] })
  },
  'policy of a connection': async (get) =>
    policyEdit(await get('connection', 'cn-weu-to-gdansk'), {
      ikeEncryption: 'AES256',
      ikeIntegrity: 'SHA384',
      dhGroup: 'DHGroup14',
      ipsecEncryption: 'GCMAES256',
      ipsecIntegrity: 'GCMAES256',
      pfsGroup: 'None',
      saLifeTimeSeconds: '3600',
      saDataSizeKilobytes: '2048',
    }),
  'mode of a connection': async (get) => {
    const connection = await get('connection', 'cn-weu-to-gdansk')
    return modeEdit(connection, {
      ...typedModeOf(connection),
      mode: 'InitiatorOnly',
      dpdTimeoutSeconds: '30',
    })
  },
  'a Microsoft peering of its circuit': async (get) => {
    const circuit = await get('expressRouteCircuit', 'er-ams-colt-1')
    await get('circuitPeering', 'er-ams-colt-1/peerings/MicrosoftPeering')
    const typed = typedMicrosoftPeering(circuit)
    return microsoftPeeringWrite(circuit, { ...typed, prefixes: '198.51.100.0/24', routeFilter: '' })
  },
  'a private peering with IPv6': async (get) => {
    const circuit = await get('expressRouteCircuit', 'er-ams-colt-1')
    await get('circuitPeering', 'er-ams-colt-1/peerings/AzurePrivatePeering')
    return peeringWrite(circuit, {
      ...typedPeering(circuit),
      primary6: 'fd00:16::/126',
      secondary6: 'fd00:16::4/126',
    })
  },
  'SKU and bandwidth of a circuit': async (get) => {
    const circuit = await get('expressRouteCircuit', 'er-dub-eunet-1')
    return circuitEdit(circuit, { ...circuitValues(circuit), bandwidth: '1000', tier: 'Premium' })
  },
  'a link of a port': async (get) => {
    const port = await get('expressRoutePort', 'erport-ams-1')
    return linkEdit(port, {
      ...typedLink(port, 'link2'),
      enabled: true,
      ckn: 'https://kv-er.vault.azure.net/secrets/CKN',
      cak: 'https://kv-er.vault.azure.net/secrets/CAK',
      cipher: 'GcmAesXpn256',
      sci: true,
      identity:
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/er',
    })
  },
  'scale units of a hub': async (get) => {
    const gateway = await get('expressRouteGateway', 'ergw-vhub-weu-01')
    return scaleEdit(gateway, { least: '3', most: '5' })
  },
  'SKU of an ExpressRoute gateway': async (get) =>
    skuEdit(await get('virtualNetworkGateway', 'ergw-weu-prod'), { sku: 'ErGw3AZ', is: 'resize' }),
  'weight of a connection with a circuit': async (get) =>
    circuitConnectionEdit(await get('connection', 'cn-er-ams-colt-1'), WEIGHT),
  'weight of a connection of a hub': async (get) =>
    circuitConnectionEdit(await get('expressRouteConnection', 'erc-lon-colt-2'), WEIGHT),
  'a NAT rule': async (get) => {
    const rule = await get('natRule', 'nat-dallas-in')
    const gateway = await get('virtualNetworkGateway', 'vgw-eus-prod')
    return natRuleEdit(gateway, rule, { ...typedNatRuleOf(rule), external: '10.200.0.0/24' })
  },
}

const WEIGHT = { weight: '200', fastPath: true, privateLink: true, internet: true }

function site(resource: ResourceOf<'localNetworkGateway'>, change: Partial<SiteValues>): Replacement {
  return siteEdit(resource, { ...siteValues(resource), ...change })
}

const WAYS = Object.keys(EDITS).flatMap((name) => [[name, 'there'] as const, [name, 'back'] as const])

test.each(WAYS)('%s, %s: what nobody here knows survives, wherever it stands', async (name, way) => {
  const on = onContoso()
  const known = new Map<string, Resource>()
  const there = await EDITS[name]?.(async (kind, resourceName) => {
    const resource = await read(on, idOf(resourceName))
    known.set(resource.id, resource)
    if (resource.kind !== kind) throw new Error(`${resourceName} is no ${kind}`)
    // The kind was compared, which TypeScript does not carry over to the type parameter.
    return resource as ResourceOf<typeof kind>
  })
  const before = there && known.get(there.id)?.body
  if (!there || !before) throw new Error('no edit')
  const edit = way === 'there' ? there : { ...there, changes: reversed(there.changes) }
  const body = way === 'there' ? before : bodyOf(there, before)
  expect(edit.changes.length).toBeGreaterThan(0)

  const places = objectsIn(body)
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          place: fc.nat(places.length - 1),
          member: fc.string({ minLength: 1 }),
          value: fc.jsonValue(),
        }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      (plants) => {
        const later = structuredClone(body)
        const here = objectsIn(later)
        const planted = plants.flatMap(({ place, member, value }, index) => {
          const at = here[place]
          const marked = `later ${index} ${member}`
          if (!at || isGone(edit, at.path)) return []
          at.object[marked] = value
          return [{ path: at.path, marked, value }]
        })
        const sent = objectsIn(bodyOf(edit, later))
        for (const { path, marked, value } of planted) {
          const found = sent.find((one) => one.path.join('/') === path.join('/'))
          expect(found?.object[marked], path.join('/')).toEqual(value)
        }
      },
    ),
  )
})

/** What the edit takes away on purpose takes what is in it along. */
function isGone({ changes }: Replacement, at: readonly string[]): boolean {
  return changes.some(({ path, to }) => to === undefined && path.every((step, index) => step === at[index]))
}

/** Every object in a body, with where it stands. */
function objectsIn(value: Json, path: string[] = []): { path: string[]; object: JsonObject }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, String(index)]))
  if (!isJsonObject(value)) return []
  const inner = Object.entries(value).flatMap(([name, member]) => objectsIn(member ?? null, [...path, name]))
  return [{ path, object: value }, ...inner]
}
