import { formatPrefix, overlaps, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import { hostPrefix } from '../../addresses.ts'
import { keyOf } from '../../paths.ts'
import type { Site, Step } from '../answers.ts'
import { prefixesOf } from '../bodies.ts'
import { existingGateway, gatewayIdOf, networkIdOf, siteIdOf, siteNameOf } from '../place.ts'
import { nameOfChosen } from '../../wizard/place.ts'
import { connectedSites, nearNetworks, otherConnections, sitePrefixes } from '../site-neighbours.ts'
import { freeSpace } from '../../wizard/free-prefixes.ts'
import { overlapWords } from '../../wizard/overlap-words.ts'
import { rangesIn } from '../../wizard/ranges.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** A range of the plan, where it was typed. */
interface NewRange {
  at: readonly [Step, string]
  text: string
  owner: string
}

/**
 * New ranges against everything in reach that is not on this gateway: nothing that Azure refuses, but routing that may be wished for
 * later, a peering or the same site at another gateway, would not be possible. What is on this gateway: VAL-LNG-04 and 05 in sites.ts; its
 * pool of clients is here (VAL-GW-15).
 */
export function overlapChecks(looked: Looked): WizardCheck[] {
  const { around } = looked
  const judgedElsewhere = ownKeys(looked)
  const others = rangesIn(around.estate).filter(({ key }) => !judgedElsewhere.has(key))
  return [
    ...poolChecks(looked),
    ...newRanges(looked).flatMap(({ at, text, owner }) => {
      const words = overlapWords(text, owner, others)
      if (words === undefined) return []
      const isSpace = at[1] === 'network.addressSpace'
      const free = isSpace ? freeSpace(around.estate) : ''
      return [
        advice(
          'overlap',
          at,
          `${words}${isSpace ? ' Without NAT the two can never be connected.' : ''}`,
          free === ''
            ? undefined
            : remedy(
                `Use ${free}`,
                ['network.addressSpace'],
                (now) => ({ ...now, network: { ...now.network, addressSpace: free } }),
                around,
              ),
        ),
      ]
    }),
  ]
}

/** What the plan itself is, what it goes with on purpose, and what other rules hold it against. */
function ownKeys({ answers, around }: Looked): ReadonlySet<string> {
  const connections = otherConnections(answers, around, new Set())
  return new Set(
    [
      gatewayIdOf(answers, around),
      networkIdOf(answers, around) ?? '',
      ...nearNetworks(answers, around).map(({ key }) => key ?? ''),
      ...answers.sites.map((site) => siteIdOf(site, answers, around)),
      ...connectedSites(connections, around).map(({ key }) => key),
    ].map(keyOf),
  )
}

function newRanges({ answers, around }: Looked): NewRange[] {
  const { goal, network, sites } = answers
  const space =
    goal.gateway === 'new' && network.network.is === 'new'
      ? typedList(network.addressSpace).map((text): NewRange => ({
          at: ['network', 'network.addressSpace'],
          text,
          owner: nameOfChosen(network.network),
        }))
      : []
  return [
    ...space,
    ...sites.flatMap((site, index): NewRange[] => {
      const owner = siteNameOf(site)
      if (site.use === 'existing')
        return sitePrefixes(site, around).map((text) => ({
          at: ['sites', `sites.${index}.existing`],
          text,
          owner,
        }))
      const peer = site.values.bgp && !isListed(site.values.peer, site) ? site.values.peer.trim() : ''
      const prefixes = site.values.prefixes.map((text, row): NewRange => ({
        at: ['sites', `sites.${index}.values.prefixes.${row}`],
        text: text.trim(),
        owner,
      }))
      return peer === ''
        ? prefixes
        : [...prefixes, { at: ['sites', `sites.${index}.values.peer`], text: peer, owner }]
    }),
  ]
}

/** A peer in one of the site's own prefixes says nothing that the prefix does not. */
function isListed(peer: string, site: Site): boolean {
  const host = hostPrefix(peer.trim())
  return host !== undefined && prefixesOf(site.values).some((text) => meets(text, host))
}

function meets(text: string, prefix: Prefix): boolean {
  const other = parsePrefix(text)
  return other !== undefined && overlaps(other, prefix)
}

/** VAL-GW-15, from the side of the sites: the pool of the gateway is there. */
function poolChecks(looked: Looked): WizardCheck[] {
  const gateway = existingGateway(looked.answers, looked.around)
  const pool = (gateway?.clientAddressPool ?? []).flatMap((text) => parsePrefix(text) ?? [])
  if (!gateway || pool.length === 0) return []
  return newRanges(looked).flatMap(({ at, text, owner }) => {
    const prefix = parsePrefix(text) ?? hostPrefix(text)
    const met = prefix && pool.find((one) => overlaps(one, prefix))
    return met
      ? [
          error(
            'VAL-GW-15',
            at,
            `${text} of ${owner} overlaps ${formatPrefix(met)}, the client pool of ${gateway.name}.`,
          ),
        ]
      : []
  })
}
