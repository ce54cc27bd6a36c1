import { useLocation, useNavigate } from 'react-router-dom'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { standing } from '../../../model/edits/edit.ts'
import { editOf } from '../../../model/operations/put-back-of.ts'
import { PUT_BACK } from '../../../model/paths.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { useOperations } from '../../../queries/use-operations.ts'
import { bodyOfEdited } from './body-of-edited.ts'
import styles from './Done.module.css'
import { PutBack } from './PutBack.tsx'

interface PutBackAskedProps {
  resource: Resource
  /** Key of the operation, as the address has it. */
  operation: string
}

/** A change is to be put back that the list of operations knows: from its own form, or why there is nothing to put back. */
export function PutBackAsked({ resource, operation: key }: PutBackAskedProps) {
  const operations = useOperations()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const operation = operations.find((one) => one.key === key)
  const edit = operation && editOf(operation)
  const body = edit && bodyOfEdited(resource, edit.id)
  if (edit === undefined || body === undefined || standing(edit, body) !== 'asWanted')
    return (
      <p className={styles.done} role="status">
        <VerdictIcon verdict="unknown" alone />
        <span className={styles.text}>
          {edit === undefined
            ? 'The change that was to be put back is not in the list of this browser any more.'
            : `Nothing to put back: ${edit.what} was changed since, or is not read yet.`}
        </span>
      </p>
    )

  function close() {
    const query = new URLSearchParams(search)
    query.delete(PUT_BACK)
    void navigate({ pathname, search: query.toString() }, { replace: true })
  }

  return <PutBack edit={edit} page={resource} body={body} open onClose={close} />
}
