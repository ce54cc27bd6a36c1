import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { VirtualWan } from '../../../model/resources/virtual-wan.ts'
import { placedSites, SITES_AT_FIRST, wanSitesSection } from '../../../model/virtual-wan/wan-sites.ts'
import styles from '../Parts.module.css'

/** From so many on there is a filter. */
const MANY = 8

/** The sites of a WAN, the worst first: some of them until all are asked for, or those that are looked for. */
export function WanSites({ wan, estate }: { wan: VirtualWan; estate: Estate }) {
  const [words, setWords] = useState('')
  const [all, setAll] = useState(false)
  const placed = placedSites(wan, estate)
  const section = wanSitesSection(placed, estate, { words, all })
  const isCut = !all && words.trim() === '' && placed.length > SITES_AT_FIRST
  return (
    <div className={styles.listed}>
      {placed.length >= MANY && (
        <div className={styles.row}>
          <Input
            type="search"
            aria-label="Filter sites"
            placeholder="Filter by site, hub or connection"
            value={words}
            onChange={(_, { value }) => setWords(value)}
          />
        </div>
      )}
      <SectionTable section={section} />
      {isCut && (
        <div className={styles.row}>
          <Button onClick={() => setAll(true)}>Show all {placed.length} sites</Button>
        </div>
      )}
    </div>
  )
}
