import { parsePrefix, contains } from '../../lib/cidr.ts'
import { sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding, type NotChecked } from './finding.ts'
import { logEvidence } from './log-evidence.ts'
import { downEvidence, noState, tunnelsOf } from './tunnels.ts'
import { beforeLogs, CONNECTION_WRITE, isSince, lastDone, nothingDone, SITE_WRITE, told } from './writes.ts'

/**
 * One end proposes other ranges than the other takes (VPN Gateway 3.3, 3.4 and 6.5; what the device logs: device proof 8).
 * With a tunnel that is up: whether phase 2 carries every prefix of the site.
 */
export function selectors(facts: Facts): Finding {
  const tunnels = tunnelsOf(facts)
  const logged = logEvidence(facts, ['selectors'])
  if (logged.length > 0 && tunnels.state !== 'up')
    return differ(facts, 'very likely', [...logged, ...downEvidence(facts, tunnels)])
  if (tunnels.state === 'unknown') return noState(facts)
  const unread = lacking(facts.ike, 'ike')
  if (unread) return unread
  const at = facts.ike.is === 'known' ? facts.ike.at : facts.now
  const carried = (valueOf(facts.ike) ?? []).flatMap(({ childAssociations }) =>
    childAssociations.flatMap(({ remoteSelectors }) => remoteSelectors),
  )
  if (tunnels.up.length > 0) {
    if (carried.length === 0)
      return {
        is: 'notChecked',
        missing: 'the traffic selectors in use: Azure named none',
        how: 'Compare the prefixes on the device with those of the local network gateway.',
        waiting: false,
      }
    if (carried.includes('0.0.0.0/0')) return ruledOut('Phase 2 carries any address')
    const wanted = wantedBehind(facts)
    if ('is' in wanted) return wanted
    const missing = missingPrefixes(wanted, carried)
    if (missing.length === 0) return ruledOut('Phase 2 carries every prefix of the site')
    return differ(facts, 'possible', [
      {
        text: `Phase 2 carries ${sentenceList([...new Set(carried)])}, not ${sentenceList(missing)} of the site`,
        source: 'IKE associations',
        at,
      },
    ])
  }
  const unknown = lacking(facts.activity, 'activity')
  if (unknown) return unknown
  const written = [
    lastDone(facts.activity, CONNECTION_WRITE),
    lastDone(facts.siteActivity, SITE_WRITE),
    lastDone(facts.twinActivity, CONNECTION_WRITE),
  ].find((one) => isSince(one, tunnels.lastUpAt))
  const narrow = facts.connection.usePolicyBasedTrafficSelectors
  if (written && narrow)
    return differ(facts, 'possible', [
      told(written, 'changed what the selectors are made of', facts.activity, facts.now),
      ...downEvidence(facts, tunnels),
    ])
  if (tunnels.lastUpAt === undefined)
    return differ(facts, 'possible', [...downEvidence(facts, tunnels), proposes(facts)])
  const logs = [
    facts.activity,
    facts.connection.gateway2Id === undefined ? facts.siteActivity : facts.twinActivity,
  ]
  if (written === undefined && logs.every(({ is }) => is === 'known'))
    return (
      beforeLogs(logs, 'what the selectors are made of', tunnels.lastUpAt) ??
      ruledOut('The tunnel was up with the same selectors, and nobody changed them since')
    )
  return differ(facts, 'unlikely', [
    proposes(facts),
    ...(written ? [] : nothingDone(facts.activity, 'changed this connection', tunnels.lastUpAt)),
  ])
}

/** What phase 2 has to carry at the far end, or why that is not known. */
function wantedBehind({ connection, site }: Facts): readonly string[] | NotChecked {
  const compare = (missing: string): NotChecked => ({
    is: 'notChecked',
    missing,
    how: 'Compare the traffic selectors of the IKE associations with what is behind the other end.',
    waiting: false,
  })
  if (connection.gateway2Id !== undefined)
    return compare('whether phase 2 carries all of the other network: its address space was not compared')
  const unread = lacking(site, 'site')
  if (unread) return unread
  const prefixes = valueOf(site)?.addressPrefixes ?? []
  return prefixes.length > 0
    ? prefixes
    : compare('whether phase 2 carries all of the site: its local network gateway names no prefixes')
}

function missingPrefixes(wanted: readonly string[], carried: readonly string[]): string[] {
  const ranges = carried.flatMap((text) => parsePrefix(text) ?? [])
  return wanted.filter((text) => {
    const prefix = parsePrefix(text)
    return prefix !== undefined && !ranges.some((range) => contains(range, prefix))
  })
}

function proposes({ connection }: Facts): Evidence {
  return {
    text: connection.usePolicyBasedTrafficSelectors
      ? 'Azure proposes each pair of a prefix of the network and one of the site'
      : 'Azure proposes any address to any address',
    source: 'Connection',
    at: connection.readAt,
  }
}

function differ(facts: Facts, likelihood: Cause['likelihood'], evidence: Evidence[]): Cause {
  const { connection } = facts
  const narrow = connection.usePolicyBasedTrafficSelectors
  return {
    is: 'cause',
    title: 'The traffic selectors differ',
    likelihood,
    evidence,
    side: 'on-premises',
    change: narrow
      ? 'Define on the device every pair of a prefix of the virtual network and one of the local network gateway.'
      : 'Let the device take any address to any address, 0.0.0.0/0 at both ends. A device that cannot needs policy-based selectors on the connection.',
    link: { id: connection.id, topic: 'mode', label: 'Change the traffic selectors' },
    interruption: 'A change on the connection restarts its tunnels, for seconds.',
    deviceShows: ['received TS_UNACCEPTABLE notify, no CHILD_SA built'],
  }
}
