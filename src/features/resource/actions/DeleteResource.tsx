import { Checkbox } from '@fluentui/react-components'
import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import type { JsonObject } from '../../../lib/json.ts'
import { heldByOthers } from '../../../model/circuit/held-by-others.ts'
import { publicAddressesOf, type Removable, removalsOf } from '../../../model/edits/removal.ts'
import { removalConsequences } from '../../../model/edits/removal-consequences.ts'
import { useAction, useForm } from '../../../queries/use-action.ts'
import type { ActionFormProps } from './action-form.ts'
import { Statuses } from './Statuses.tsx'
import styles from './DeleteResource.module.css'

/** Removals in the order that Azure takes them; the first that fails stops the rest. */
export function DeleteResource({ resource, estate, open, onClose }: ActionFormProps<Removable>) {
  const form = useForm({ topic: 'delete', id: resource.id, now: { addresses: false }, read })
  const removals = removalsOf(resource, estate, form.values)
  const { writes, send, ...action } = useAction(resource, 'delete', removals)
  const hasAddresses =
    resource.kind === 'virtualNetworkGateway' && publicAddressesOf(resource, estate).length > 0

  function remove() {
    send()
    form.discard()
  }

  return (
    <ActionDialog
      {...action}
      open={open}
      onClose={onClose}
      title={
        <>
          Delete <bdi>{resource.name}</bdi>
        </>
      }
      consequences={removalConsequences(resource, estate, form.values)}
      notYet={resource.kind === 'expressRouteCircuit' ? heldByOthers(resource, estate) : undefined}
      confirm={resource.name}
      verb={removals.length > 1 ? `Delete ${removals.length} resources` : 'Delete'}
      onSend={remove}
      status={<Statuses writes={writes} resource={resource} />}
    >
      {removals.length > 1 && (
        <section aria-label="Order">
          <p className={styles.note}>In this order. The first that fails stops the rest.</p>
          <ol className={styles.order}>
            {removals.map(({ id, what }) => (
              <li key={id}>
                <bdi>{what}</bdi>
              </li>
            ))}
          </ol>
        </section>
      )}
      {hasAddresses && (
        <Checkbox
          label="Delete its public IP addresses too"
          checked={form.values.addresses}
          disabled={action.sending}
          onChange={(_, { checked }) => form.set({ addresses: checked === true })}
        />
      )}
    </ActionDialog>
  )
}

function read({ addresses }: JsonObject): { addresses: boolean } {
  return { addresses: addresses === true }
}
