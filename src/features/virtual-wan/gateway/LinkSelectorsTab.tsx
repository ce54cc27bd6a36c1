import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Section } from '../../../model/details/field.ts'
import { codes, text, yesNo } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { count } from '../../../model/format.ts'
import type { VpnConnection } from '../../../model/resources/virtual-wan.ts'
import { linksOfConnection } from '../../../model/virtual-wan/site-links.ts'
import styles from '../Parts.module.css'

/** What goes through the tunnels: what Azure proposes, which the device must have the same. */
export default function LinkSelectorsTab({
  resource: connection,
}: {
  resource: VpnConnection
  estate: Estate
}) {
  const { trafficSelectors = [] } = connection
  const links = linksOfConnection(connection)
  const based = links.some(({ usePolicyBasedTrafficSelectors }) => usePolicyBasedTrafficSelectors === true)
  return (
    <div className={styles.page}>
      <p className={styles.text}>
        {trafficSelectors.length > 0
          ? 'Azure proposes these pairs when it initiates. When the device initiates, Azure takes what the device proposes.'
          : based
            ? 'For links that are policy-based Azure proposes each prefix of the hub’s side with each prefix of the site. The device has to define every one of these pairs.'
            : 'Azure proposes 0.0.0.0/0 to 0.0.0.0/0. The device has to take that: route-based, with routes that decide what goes in.'}
      </p>
      <SectionTable section={ofLinks(links)} />
      {trafficSelectors.length > 0 && <SectionTable section={pairs(trafficSelectors)} />}
    </div>
  )
}

function ofLinks(links: ReturnType<typeof linksOfConnection>): Section {
  return {
    title: 'Links',
    columns: [{ label: 'Link' }, { label: 'Policy-based selectors' }],
    rows: links.map((link) => ({
      key: link.name,
      cells: [text(link.name), yesNo(link.usePolicyBasedTrafficSelectors === true, 'on', 'off')],
    })),
    empty: 'It has no links.',
  }
}

function pairs(selectors: NonNullable<VpnConnection['trafficSelectors']>): Section {
  return {
    title: 'Traffic selectors',
    note: count(selectors.length, 'policy', 'policies'),
    columns: [{ label: 'Azure' }, { label: 'Branch' }],
    rows: selectors.map(({ local, remote }, index) => ({
      key: String(index),
      cells: [codes(local), codes(remote)],
    })),
    empty: '',
  }
}
