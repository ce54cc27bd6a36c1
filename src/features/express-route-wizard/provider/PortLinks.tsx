import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { text } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import styles from './Provider.module.css'

/** Both links of an own port: what takes the place of a provider. */
export function PortLinks({ portId, estate }: { portId: string; estate: Estate }) {
  const found = estate.resources.get(keyOf(portId))
  if (found?.kind !== 'expressRoutePort')
    return (
      <p className={styles.text}>
        The port {nameOfId(portId)} could not be read, so its links are not known.
      </p>
    )
  return (
    <>
      <SectionTable
        section={{
          title: `Links of ${found.name}`,
          columns: [
            { label: 'Link' },
            { label: 'State' },
            { label: 'Router' },
            { label: 'Patch panel' },
            { label: 'Rack' },
          ],
          rows: found.links.map(({ name, adminState, routerName, patchPanelId, rackId }) => ({
            key: name,
            cells: [
              text(name),
              {
                is: 'state',
                text: adminState ?? 'not told',
                verdict: adminState?.toLowerCase() === 'enabled' ? 'healthy' : 'attention',
              },
              text(routerName, 'not told'),
              text(patchPanelId, 'not told'),
              text(rackId, 'not told'),
            ],
          })),
          empty: 'Azure tells of no link.',
        }}
      />
      <p className={styles.text}>
        Whoever has the cross-connects laid switches the links on, on the page of{' '}
        <ResourceLink id={found.id} name={found.name} />.
      </p>
    </>
  )
}
