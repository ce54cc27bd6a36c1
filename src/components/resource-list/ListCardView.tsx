import { HoverCard } from '../../ui/HoverCard.tsx'
import { ResourceLink } from '../ResourceLink.tsx'
import { ReasonCard } from './ReasonCard.tsx'
import styles from './ReasonCard.module.css'
import type { ListCard } from './use-list-card.ts'

interface ListCardViewProps {
  card: ListCard
  onClose: () => void
  onPointer: (inside: boolean) => void
}

/** The list's one floating card. */
export function ListCardView({ card, onClose, onPointer }: ListCardViewProps) {
  const { row } = card
  const ids = row.related.is === 'many' ? row.related.ids : []
  return (
    <HoverCard
      target={card.target}
      label={card.is === 'reason' ? `Status of ${row.name}` : `Related to ${row.name}`}
      focus={card.how === 'held' ? 'enters' : 'stays'}
      onClose={onClose}
      onPointer={onPointer}
    >
      {card.is === 'reason' ? (
        <ReasonCard row={row} />
      ) : (
        <ul className={styles.links}>
          {ids.map((id) => (
            <li key={id}>
              <ResourceLink id={id} />
            </li>
          ))}
        </ul>
      )}
    </HoverCard>
  )
}
