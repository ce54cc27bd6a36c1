import { Button, Input, ToggleButton } from '@fluentui/react-components'
import { DeleteRegular, ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import { siteChosen, siteNameOf } from '../../../model/branch/place.ts'
import { withoutSite } from '../../../model/branch/sites.ts'
import type { Site } from '../../../model/branch/answers.ts'
import { count } from '../../../model/format.ts'
import { goToField } from '../../../ui/wizard/go-to-field.ts'
import { type StepCheck, useWizard } from '../wizard.ts'
import styles from './Sites.module.css'

const HEIGHT = 44
const NONE: Record<Filter, string> = {
  all: 'No site is like that.',
  errors: 'No site has an error any more.',
  warnings: 'No site has a warning any more.',
}
/** So many are drawn as they are; of more only what is in view. */
const FEW = 100

interface Listed {
  site: Site
  index: number
  errors: number
  warnings: number
}

type Filter = 'all' | 'errors' | 'warnings'

/** The sites, of which one is shown below: arrows go from one to the next. */
export function SiteList({ shown }: { shown: string | undefined }) {
  const { answers, around, checks, isTold, showSite, edit } = useWizard()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const frame = useRef<HTMLDivElement>(null)
  const told = checks.filter((check) => isTold(check))
  const [errors, warnings] = [countsBySite(told, 'error'), countsBySite(told, 'advice')]
  const all = answers.sites.map((site, index): Listed => ({
    site,
    index,
    errors: errors.get(index) ?? 0,
    warnings: warnings.get(index) ?? 0,
  }))
  const words = typed.trim().toLowerCase()
  const found = all.filter(
    (one) => (filter === 'all' || one[filter] > 0) && (words === '' || textOf(one.site).includes(words)),
  )
  const many = found.length > FEW
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
    enabled: many,
  })
  const rows = many
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ at: index, start }))
    : found.map((_, at) => ({ at, start: at * HEIGHT }))
  const drawn = new Set(rows.map(({ at }) => found[at]?.index))
  const current = found.findIndex(({ site }) => site.key === shown)

  function show(at: number) {
    const next = found[Math.min(Math.max(at, 0), found.length - 1)]
    if (!next) return
    showSite(next.site.key)
    if (many) virtualizer.scrollToIndex(found.indexOf(next))
    // Once it is drawn.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-site="${next.index}"]`)?.focus(),
    )
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: found.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    show(to)
  }

  return (
    <section className={styles.list} aria-label="Sites">
      <div className={styles.tools}>
        <Input
          className={styles.filter}
          type="search"
          placeholder="Filter by name, address or device"
          aria-label="Filter sites"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        {(
          [
            ['errors', errors.size, 'error'],
            ['warnings', warnings.size, 'warning'],
          ] as const
        ).map(([id, number, what]) => (
          <ToggleButton
            key={id}
            checked={filter === id}
            disabledFocusable={number === 0 && filter !== id}
            title={number === 0 ? `No site has ${id === 'errors' ? 'an' : 'a'} ${what}` : undefined}
            onClick={() => setFilter(filter === id ? 'all' : id)}
          >
            With {id} ({number})
          </ToggleButton>
        ))}
        <span className={styles.count} role="status">
          {found.length === all.length
            ? count(all.length, 'site')
            : `${found.length} of ${count(all.length, 'site')}`}
        </span>
      </div>
      {found.length === 0 ? (
        <p className={styles.none}>{NONE[filter]}</p>
      ) : (
        <div ref={frame} className={styles.frame} onKeyDown={onKeyDown} role="presentation">
          <ul className={styles.rows} style={many ? { height: found.length * HEIGHT } : undefined}>
            {rows.map(({ at, start }) => {
              const one = found[at]
              if (!one) return null
              const { site, index } = one
              const name = siteNameOf(site) || `Site ${index + 1}, no name yet`
              const isShown = site.key === shown
              return (
                <li
                  key={site.key}
                  className={`${styles.item} ${isShown ? styles.shown : ''}`}
                  style={
                    many
                      ? { position: 'absolute', inset: '0 0 auto', transform: `translateY(${start}px)` }
                      : undefined
                  }
                >
                  <button
                    type="button"
                    id={isShown ? undefined : `sites.${index}`}
                    className={styles.pick}
                    data-site={index}
                    aria-current={isShown ? 'true' : undefined}
                    // One of them is in the order of the keys, as in any list.
                    tabIndex={isShown || (current < 0 && at === 0) ? 0 : -1}
                    onFocus={() => showSite(site.key)}
                    onClick={() => showSite(site.key)}
                  >
                    <bdi className={styles.name}>{name}</bdi>
                    <span className={styles.facts}>
                      <bdi>{factsOf(site, around.estate)}</bdi>
                    </span>
                    {one.errors > 0 && (
                      <span className={styles.errors}>
                        <ErrorCircleFilled aria-hidden /> {count(one.errors, 'error')}
                      </span>
                    )}
                    {one.warnings > 0 && (
                      <span className={styles.warnings}>
                        <WarningFilled aria-hidden /> {count(one.warnings, 'warning')}
                      </span>
                    )}
                  </button>
                  <Button
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={`Remove ${name}`}
                    title="Remove"
                    onClick={() => edit('sites', (now) => withoutSite(now, index, around))}
                  />
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {/* Where a finding leads to a site that is not in view. */}
      {all.map(
        ({ index, errors: wrong, warnings: advised, site }) =>
          wrong + advised > 0 &&
          !drawn.has(index) &&
          site.key !== shown && (
            <button
              key={site.key}
              type="button"
              id={`sites.${index}`}
              className={styles.unseen}
              tabIndex={-1}
              aria-hidden
              onFocus={() => {
                showSite(site.key)
                requestAnimationFrame(() => goToField(`sites.${index}`))
              }}
            />
          ),
      )}
    </section>
  )

  function factsOf(site: Site, estate: typeof around.estate): string {
    const there = siteChosen(site, { estate })
    const links = there
      ? there.links.map(({ ipAddress, fqdn }) => ipAddress ?? fqdn ?? '')
      : site.links.map(({ endpoint }) => endpoint.trim())
    const known = links.filter((one) => one !== '')
    return [known.join(', '), site.use === 'existing' ? 'exists' : ''].filter((one) => one !== '').join(' · ')
  }
}

/** How many findings of one kind each site has, by its place. */
function countsBySite(checks: readonly Pick<StepCheck, 'field' | 'is'>[], of: StepCheck['is']) {
  const counts = new Map<number, number>()
  for (const { field, is } of checks) {
    const [, at] = /^sites\.(\d+)/.exec(field) ?? []
    if (is === of && at !== undefined) counts.set(Number(at), (counts.get(Number(at)) ?? 0) + 1)
  }
  return counts
}

function textOf(site: Site): string {
  const links = site.links.flatMap(({ endpoint, provider, name }) => [endpoint, provider, name])
  return [siteNameOf(site), site.vendor, site.model, ...site.prefixes, ...links].join(' ').toLowerCase()
}
