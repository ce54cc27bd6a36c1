import { SiteFields } from '../../../../components/site/SiteFields.tsx'
import { ActionDialog } from '../../../../components/writes/ActionDialog.tsx'
import { touchedConnection } from '../../../../model/edits/gateway-connections.ts'
import { siteProblems } from '../../../../model/edits/site-rules.ts'
import { surroundingsOf } from '../../../../model/edits/site-surroundings.ts'
import { readSiteValues, siteEdit, siteValues } from '../../../../model/edits/site.ts'
import type { LocalNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useAction, useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { Locked } from '../Locked.tsx'
import { Outdated } from '../Outdated.tsx'
import { Statuses } from '../Statuses.tsx'

/** Endpoint, prefixes and BGP of a local network gateway; what is not touched stays as it is. */
export function EditSite({ resource, estate, open, onClose }: ActionFormProps<LocalNetworkGateway>) {
  const now = siteValues(resource)
  const form = useForm({ topic: 'site', id: resource.id, now, read: readSiteValues })
  const { values, set } = form
  const edit = siteEdit(resource, values)
  const around = surroundingsOf(resource, estate)
  const problems = siteProblems(values, now, around)
  const { writes, send, steps, ...action } = useAction(resource, 'site', [edit])
  const nothing = edit.changes.length === 0
  const connected = around.connections.length > 0

  return (
    <ActionDialog
      {...action}
      open={open}
      onClose={onClose}
      title={
        <>
          Edit <bdi>{resource.name}</bdi>
        </>
      }
      consequences={{
        touches: [{ id: resource.id, name: resource.name }],
        depends: around.connections.map(touchedConnection),
        ...(connected && {
          drops: 'The tunnels of these connections, while they are negotiated anew.',
          after:
            'The device needs the same endpoint, networks and BGP settings before tunnels come up again.',
        }),
      }}
      steps={nothing ? [] : steps}
      notYet={nothing ? 'Nothing is changed yet' : undefined}
      verb="Apply"
      onSend={() => send()}
      status={<Statuses writes={writes} resource={resource} />}
    >
      {action.sending && <Locked />}
      {form.outdated && !action.sending && <Outdated onKeep={form.rebase} onDiscard={form.discard} />}
      <SiteFields
        values={values}
        problems={problems.map(({ fix, ...problem }) => ({
          ...problem,
          ...(fix && { fix: { label: fix.label, run: () => set(fix.change) } }),
        }))}
        disabled={action.sending}
        onChange={set}
      />
    </ActionDialog>
  )
}
