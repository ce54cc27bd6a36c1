import { Link } from 'react-router-dom'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Estate } from '../../../model/estate.ts'
import { actionPath } from '../../../model/paths.ts'
import type { LocalNetworkGateway } from '../../../model/resources/vpn.ts'
import { overlapTable, usedBy } from '../../../model/vpn/site-overview.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { AddressSpace } from './AddressSpace.tsx'

interface SiteLeadProps {
  resource: LocalNetworkGateway
  estate: Estate
}

/** What a site is in Azure: where its device is, which networks are behind it, and what leads there. */
export default function SiteLead({ resource: site, estate }: SiteLeadProps) {
  const overlaps = overlapTable(site, estate)
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="site">
        <h2 className={parts.heading} id="site">
          Site
        </h2>
        <p className={parts.text}>{sentenceOf(site)}</p>
        <Link className={styles.link} to={actionPath(site.id, 'site')}>
          Change endpoint, prefixes or BGP
        </Link>
      </section>
      <SectionTable section={usedBy(site, estate)} />
      <AddressSpace prefixes={site.addressPrefixes} bgp={site.bgp !== undefined} />
      {overlaps.rows.length > 0 && <SectionTable section={overlaps} />}
    </div>
  )
}

function sentenceOf({ gatewayIpAddress, fqdn, bgp }: LocalNetworkGateway): string {
  const device =
    gatewayIpAddress !== undefined
      ? `Its device is at ${gatewayIpAddress}`
      : fqdn !== undefined
        ? `Its device is where ${fqdn} leads`
        : 'It names no device'
  if (bgp?.asn === undefined) return `${device}, without BGP: what is behind it are the prefixes below.`
  const peer = bgp.peeringAddress === undefined ? '' : ` from ${bgp.peeringAddress}`
  return `${device}. By BGP it is AS ${bgp.asn}${peer}.`
}
