import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { VpnSite } from '../../../model/resources/virtual-wan.ts'
import { siteFindings } from '../../../model/virtual-wan/findings/vpn-findings.ts'
import { siteLinksSection, sitePlacesSection, siteWords } from '../../../model/virtual-wan/site-sections.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'

/** First on the page of a VPN site: where it is connected, how each link stands there, what its links are, and what stands out. */
export default function SiteLead({ resource: site, estate }: { resource: VpnSite; estate: Estate }) {
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-label="How it stands">
        <p className={styles.text}>
          <bdi>{siteWords(site, estate)}</bdi>
        </p>
      </section>
      <SectionTable section={sitePlacesSection(site, estate)} />
      <SectionTable section={siteLinksSection(site)} />
      <Findings findings={siteFindings(site, estate)} />
    </div>
  )
}
