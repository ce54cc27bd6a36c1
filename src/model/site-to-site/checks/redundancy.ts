import { normalise } from '../../../lib/cidr.ts'
import { keyOf } from '../../paths.ts'
import type { Site } from '../answers.ts'
import { existingSite, hasBgp, siteNameOf, usesBgp } from '../place.ts'
import { connectedSites, sitePrefixes } from '../site-neighbours.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'
import { connectionsOutside, endpointNow, hasEndpoint } from './site-endpoints.ts'

/** VAL-CON-06: BGP on a connection needs it on both sides. */
export function bgpChecks(site: Site, index: number, { answers, around }: Looked): WizardCheck[] {
  const { goal } = answers
  const bgp = usesBgp(site, answers, around)
  const at = ['sites', site.use === 'new' ? `sites.${index}.values.bgp` : `sites.${index}.existing`] as const
  if (bgp) {
    if (goal.gateway === 'new' && !answers.gateway.bgp)
      return [
        error(
          'VAL-CON-06',
          at,
          `${siteNameOf(site)} speaks BGP, and the gateway has none.`,
          remedy(
            'Turn BGP of the gateway on',
            ['gateway.bgp'],
            (now) => ({ ...now, gateway: { ...now.gateway, bgp: true } }),
            around,
          ),
        ),
      ]
    const found =
      goal.gateway === 'existing' ? around.estate.resources.get(keyOf(answers.gateway.existing)) : undefined
    if (found?.kind === 'virtualNetworkGateway' && !found.enableBgp)
      return [
        error(
          'VAL-CON-06',
          at,
          `${siteNameOf(site)} speaks BGP, and ${found.name} has none. Turn it on there first, or use static routes.`,
          remedy(
            'Use static routes',
            ['goal.routing', ...answers.sites.map((_, one) => `sites.${one}.values.bgp`)],
            (now) => ({
              ...now,
              goal: { ...now.goal, routing: 'static' },
              sites: now.sites.map((one) => ({ ...one, values: { ...one.values, bgp: false } })),
            }),
            around,
          ),
        ),
      ]
    return []
  }
  const isKnown = site.use === 'new' || existingSite(site, around) !== undefined
  if (goal.routing === 'static' || !isKnown) return []
  return [
    advice(
      'static-site',
      at,
      `The goal is BGP, and ${siteNameOf(site)} has no BGP settings: its connection gets static routes to its prefixes.`,
    ),
  ]
}

/** VAL-CON-09: a second tunnel to the same site needs BGP on both. */
export function sameSiteChecks(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at = [
    'sites',
    site.use === 'new' ? `sites.${index}.values.${site.values.by}` : `sites.${index}.existing`,
  ] as const
  const bgp = usesBgp(site, answers, around)
  for (const other of answers.sites.slice(0, index)) {
    const endpoint = endpointNow(site, around)
    if (endpoint !== '' && endpoint === endpointNow(other, around))
      return [
        error(
          'VAL-CON-09',
          at,
          `${siteNameOf(site)} and ${siteNameOf(other)} have the same device ${endpoint}. A gateway has one connection to a device.`,
        ),
      ]
    const shared = sharedPrefix(site, other, around)
    if (shared !== undefined && !(bgp && usesBgp(other, answers, around)) && answers.goal.devices === 2)
      return [
        error(
          'VAL-CON-09',
          ['sites', site.use === 'new' ? `sites.${index}.values.prefixes` : `sites.${index}.existing`],
          `${siteNameOf(site)} and ${siteNameOf(other)} both have ${shared}. Redundant tunnels to one site need BGP on both.`,
          remedy(
            'Use BGP',
            ['goal.routing', 'gateway.bgp', ...answers.sites.map((_, one) => `sites.${one}.values.bgp`)],
            (now) => ({
              ...now,
              goal: { ...now.goal, routing: 'bgp' },
              gateway: { ...now.gateway, bgp: true },
              sites: now.sites.map((one) => ({ ...one, values: { ...one.values, bgp: true } })),
            }),
            around,
          ),
        ),
      ]
  }
  const connections = connectionsOutside(looked)
  const endpoint = endpointNow(site, around)
  for (const connection of connections) {
    const [there] = connectedSites([connection], around)
    if (!there) continue
    const same = there.key === keyOf(site.existing) || (endpoint !== '' && hasEndpoint(there, endpoint))
    if (!same || (bgp && connection.enableBgp && hasBgp(there))) continue
    return [
      error(
        'VAL-CON-09',
        at,
        `${connection.name} connects the gateway to ${there.name}, the same site, already. A second one needs BGP on both.`,
      ),
    ]
  }
  return []
}

function sharedPrefix(one: Site, other: Site, around: Looked['around']): string | undefined {
  const others = new Set(sitePrefixes(other, around))
  return sitePrefixes(one, around).find((prefix) => others.has(prefix))
}

/** Two devices cannot have one BGP peer address: a gateway tells its peers apart by it (VPN Gateway 2.3, 4). */
export function samePeerChecks(site: Site, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const peer = peerOf(site, answers, around)
  if (peer === undefined) return []
  const planned = answers.sites.slice(0, index).find((one) => peerOf(one, answers, around) === peer)
  const other = planned ? siteNameOf(planned) : connectedWithPeer(peer, site, looked)
  if (other === undefined) return []
  return [
    error(
      'same-peer',
      ['sites', site.use === 'new' ? `sites.${index}.values.peer` : `sites.${index}.existing`],
      `${siteNameOf(site)} and ${other} have the same BGP peer address ${peer}. Each device needs one of its own.`,
    ),
  ]
}

/** A site that the gateway speaks BGP with at that address already: `lng-a, which cn-a connects,`. */
function connectedWithPeer(peer: string, { existing }: Site, looked: Looked): string | undefined {
  return connectionsOutside(looked)
    .filter(({ enableBgp }) => enableBgp)
    .flatMap((connection) =>
      connectedSites([connection], looked.around)
        .filter(
          (there) => there.key !== keyOf(existing) && normalise(there.bgp?.peeringAddress ?? '') === peer,
        )
        .map(({ name }) => `${name}, which ${connection.name} connects already,`),
    )
    .at(0)
}

function peerOf(site: Site, answers: Looked['answers'], around: Looked['around']): string | undefined {
  if (!usesBgp(site, answers, around)) return undefined
  const text = site.use === 'new' ? site.values.peer : existingSite(site, around)?.bgp?.peeringAddress
  return normalise(text?.trim() ?? '')
}
