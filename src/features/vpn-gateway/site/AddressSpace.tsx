import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { contains, overlaps, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import { count } from '../../../model/format.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import site from './AddressSpace.module.css'

/** As many as are taken in at a glance. */
const SHOWN = 24

interface AddressSpaceProps {
  prefixes: readonly string[]
  bgp: boolean
}

/** The networks of a site; of many the beginning, and a search that also finds what an address lies in. */
export function AddressSpace({ prefixes, bgp }: AddressSpaceProps) {
  const [search, setSearch] = useState('')
  const [all, setAll] = useState(false)
  const found = prefixes.filter((prefix) => fits(prefix, search.trim()))
  const shown = all ? found : found.slice(0, SHOWN)
  return (
    <section className={styles.section} aria-labelledby="address-space">
      <h2 className={parts.heading} id="address-space">
        Address space
      </h2>
      {prefixes.length === 0 && (
        <p className={parts.note}>{bgp ? 'No prefix: its routes come by BGP.' : 'No prefix, and no BGP.'}</p>
      )}
      {prefixes.length > SHOWN && (
        <div className={styles.row}>
          <Input
            type="search"
            aria-label="Find a prefix or an address"
            placeholder="Prefix or address"
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
          <span className={parts.note} role="status">
            {search.trim() === ''
              ? count(prefixes.length, 'prefix', 'prefixes')
              : `${found.length} of ${count(prefixes.length, 'prefix', 'prefixes')}`}
          </span>
        </div>
      )}
      <ul className={site.prefixes}>
        {shown.map((prefix, index) => (
          <li key={`${index} ${prefix}`}>
            <bdi className={parts.code}>{prefix}</bdi>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${found.length - SHOWN} more`}
        </Button>
      )}
    </section>
  )
}

/** By its text, or by an address or a prefix that meets it. */
function fits(prefix: string, search: string): boolean {
  if (search === '' || prefix.includes(search)) return true
  const own = parsePrefix(prefix)
  const address = parseAddress(search)
  const asked = parsePrefix(search)
  if (!own) return false
  return address ? contains(own, address) : asked !== undefined && overlaps(own, asked)
}
