import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import { type Edit, reversed } from '../../../model/edits/edit.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { requestOf } from '../../../queries/edit-request.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { useRight } from '../../../queries/use-rights.ts'

interface PutBackProps {
  edit: Edit
  resource: Resource
  open: boolean
  onClose: () => void
}

/** The edit turned around, as a new edit: what it changed is changed back, and nothing else. */
export function PutBack({ edit, resource, open, onClose }: PutBackProps) {
  const { queue } = useEdits()
  const right = useRight(edit.action, edit.id)
  const back: Edit = { ...edit, changes: reversed(edit.changes) }

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
      consequences={{ touches: [{ id: edit.id, name: edit.name }], depends: [], drops: edit.effect }}
      steps={[{ write: back, request: requestOf(back, resource.body) }]}
      right={right}
      verb="Put back"
      sending={false}
      onSend={send}
    />
  )
}
