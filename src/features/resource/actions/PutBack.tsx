import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import type { JsonObject } from '../../../lib/json.ts'
import type { Edit } from '../../../model/edits/edit.ts'
import { putBack, putBackConfirms, putBackConsequences } from '../../../model/edits/put-back.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { requestOf } from '../../../queries/edit-request.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useRight } from '../../../queries/use-rights.ts'

interface PutBackProps {
  edit: Edit
  /** What the page is of: the resource itself, or the gateway it lives in. */
  page: Resource
  /** Of what was edited, as it was read. */
  body: JsonObject
  open: boolean
  onClose: () => void
}

/** The edit turned around, with what it means for what hangs on it. */
export function PutBack({ edit, page, body, open, onClose }: PutBackProps) {
  const { queue } = useEdits()
  const { estate } = useEstate()
  const right = useRight(edit.action, edit.id)
  const back = putBack(edit)

  function send() {
    queue.add(back)
    onClose()
  }

  return (
    <ActionDialog
      open={open}
      onClose={onClose}
      title={
        <>
          Put back <bdi>{edit.what}</bdi>
        </>
      }
      consequences={putBackConsequences(back, page, estate)}
      steps={[{ write: back, request: requestOf(back, body) }]}
      confirm={putBackConfirms(edit)}
      right={right}
      verb="Put back"
      sending={false}
      onSend={send}
    />
  )
}
