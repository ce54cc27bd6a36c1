import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Section } from '../../../model/details/field.ts'
import { code, field, resources, yesNo } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { sentenceList } from '../../../model/format.ts'
import { MOST_PAIRS, type Selectors, selectorProblems, selectorsOf } from '../../../model/ipsec/selectors.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { Facts } from '../../../components/vpn/Facts.tsx'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { Warnings } from '../../../components/vpn/Warnings.tsx'

/** More pairs than anybody reads; a table of thousands would hold up the page. */
const SHOWN = 200

interface SelectorsTabProps {
  resource: Connection
  estate: Estate
}

/** What goes through the tunnel: what Azure proposes, which the device must have the same. */
export default function SelectorsTab({ resource: connection, estate }: SelectorsTabProps) {
  const selectors = selectorsOf(connection, estate)
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="selectors">
        <h2 className={parts.heading} id="selectors">
          {headingOf(selectors)}
        </h2>
        <p className={parts.text}>{sentenceOf(selectors)}</p>
        <Warnings texts={selectorProblems(connection, selectors)} />
        <Facts
          fields={[
            field('Policy-based', yesNo(connection.usePolicyBasedTrafficSelectors, 'on', 'off')),
            field('NAT rules', resources(connection.natRuleIds, estate)),
          ]}
        />
      </section>
      {'pairs' in selectors && <SectionTable section={pairs(selectors)} />}
    </div>
  )
}

function headingOf(selectors: Selectors): string {
  switch (selectors.is) {
    case 'any':
      return 'Everything to everything'
    case 'prefixes':
      return 'Every prefix with every prefix'
    case 'custom':
      return 'Custom selectors'
    case 'notRead':
      return 'The pairs cannot be told'
    case 'notTold':
      return 'The gateway is policy-based'
    default:
      return selectors satisfies never
  }
}

function sentenceOf(selectors: Selectors): string {
  switch (selectors.is) {
    case 'any':
      return 'Azure proposes 0.0.0.0/0 to 0.0.0.0/0. The device has to take that: route-based, with routes that decide what goes in.'
    case 'prefixes':
      return `Azure proposes each prefix of ${selectors.localOf} with each prefix of ${selectors.remoteOf}. The device has to define every one of these pairs.`
    case 'custom':
      return 'Azure proposes these pairs when it initiates. When the device initiates, Azure takes what the device proposes.'
    case 'notRead':
      return `Policy-based selectors are made of the prefixes of both ends, and not read was ${sentenceList(selectors.of)}.`
    case 'notTold':
      return 'Azure does not tell the selectors of a policy-based gateway here.'
    default:
      return selectors satisfies never
  }
}

function pairs({ pairs: all }: Extract<Selectors, { pairs: unknown }>): Section {
  return {
    title: 'Pairs',
    note: `${all.length} of at most ${MOST_PAIRS}${all.length > SHOWN ? `, the first ${SHOWN} here` : ''}`,
    columns: [{ label: 'Azure' }, { label: 'Far side' }],
    rows: all.slice(0, SHOWN).map(({ local, remote }) => ({
      key: `${local} ${remote}`,
      cells: [code(local), code(remote)],
    })),
    empty: 'No pair: one end has no prefix.',
  }
}
