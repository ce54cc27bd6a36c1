import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import { resetConnection, resetConnectionConsequences } from '../../../model/edits/reset.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useAction } from '../../../queries/use-action.ts'
import type { ActionFormProps } from './action-form.ts'
import { Statuses } from './Statuses.tsx'

export function ResetConnection({ resource, estate, open, onClose }: ActionFormProps<Connection>) {
  const { writes, send, ...action } = useAction(resource, 'reset', [resetConnection(resource)])
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
      status={<Statuses writes={writes} resource={resource} />}
    />
  )
}
