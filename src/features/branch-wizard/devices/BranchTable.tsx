import { useState } from 'react'
import { Input } from '@fluentui/react-components'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import type { BranchTargets } from '../../../model/branch/targets.ts'
import type { Estate } from '../../../model/estate.ts'
import { keyOf } from '../../../model/paths.ts'
import list from '../Branches.module.css'

/** So many have a filter. */
const MANY = 8

/** Each branch with what its device is: for who goes there. */
export function BranchTable({ targets, estate }: { targets: BranchTargets; estate: Estate }) {
  const [typed, setTyped] = useState('')
  const words = typed.trim().toLowerCase()
  const sites = targets.siteIds.flatMap((id) => {
    const found = estate.resources.get(keyOf(id))
    return found?.kind === 'vpnSite' ? [found] : []
  })
  const found = sites.filter(({ name, links }) =>
    [name, ...links.map(({ ipAddress, fqdn }) => ipAddress ?? fqdn ?? '')].some((one) =>
      one.toLowerCase().includes(words),
    ),
  )
  return (
    <section className={styles.section} aria-labelledby="branches">
      <h2 id="branches" className={styles.heading}>
        Branches
      </h2>
      {sites.length >= MANY && (
        <Input
          type="search"
          aria-label="Filter branches"
          placeholder="Filter by name or address"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      )}
      <ul className={list.rows}>
        {found.map((site) => (
          <li key={site.key} className={list.row}>
            <span className={list.name}>
              <ResourceLink id={site.id} name={site.name} />
              <span className={styles.quiet}>
                <bdi>{[site.deviceVendor, site.deviceModel].filter(Boolean).join(' ')}</bdi>
              </span>
            </span>
            <span className={list.links}>
              {site.links.map(({ name, ipAddress, fqdn, asn, bgpPeeringAddress }) => (
                <bdi key={name} className={list.link}>
                  {name}: {ipAddress ?? fqdn ?? 'no address'}
                  {asn !== undefined && `, AS ${asn}, BGP from ${bgpPeeringAddress ?? 'no address'}`}
                </bdi>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.text}>No branch is like that.</p>}
    </section>
  )
}
