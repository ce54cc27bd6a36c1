import { Button } from '@fluentui/react-components'
import type { HubError } from '../../model/errors.ts'
import type { Estate } from '../../model/estate.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { childSection, type ChildCollection } from './child-sections.ts'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { SectionFrame } from '../../components/fields/SectionFrame.tsx'
import { SectionTable } from '../../components/fields/SectionTable.tsx'
import styles from '../../components/fields/SectionTable.module.css'

interface ChildTableProps {
  collection: ChildCollection
  read: readonly Resource[] | undefined
  error: HubError | undefined
  estate: Estate
  onTryAgain: () => void
}

/** One list of children, in whatever state its reading is. */
export function ChildTable({ collection, read, error, estate, onTryAgain }: ChildTableProps) {
  if (read) return <SectionTable section={childSection(collection, read, estate)} />
  return (
    <SectionFrame title={collection.title}>
      {error ? (
        <>
          <p className={styles.empty}>They could not be read.</p>
          <ErrorFacts error={error} />
          <Button size="small" onClick={onTryAgain}>
            Try again
          </Button>
        </>
      ) : (
        <p className={styles.empty} role="status">
          Reading <Skeleton width={240} />
        </p>
      )}
    </SectionFrame>
  )
}
