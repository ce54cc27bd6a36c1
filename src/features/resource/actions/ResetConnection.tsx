import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import { resetConnection, resetConnectionConsequences } from '../../../model/edits/reset.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useAction } from '../../../queries/use-action.ts'
import type { ActionFormProps } from './action-form.ts'
import { StandsNow } from './StandsNow.tsx'
import { Statuses } from './Statuses.tsx'

export function ResetConnection({ resource, estate, open, onClose }: ActionFormProps<Connection>) {
  const { writes, send, ...action } = useAction(resource, 'reset', [resetConnection(resource)])
  const endedAt = writes.flatMap(({ state }) => (state.is === 'done' ? [state.at] : [])).at(-1)
  return (
    <ActionDialog
      {...action}
      open={open}
      onClose={onClose}
      title={
        <>
          Reset <bdi>{resource.name}</bdi>
        </>
      }
      consequences={resetConnectionConsequences(resource, estate)}
      verb="Reset connection"
      onSend={() => send()}
      status={
        <>
          <Statuses writes={writes} resource={resource} />
          {open && endedAt !== undefined && <StandsNow id={resource.id} since={endedAt} />}
        </>
      }
    />
  )
}
