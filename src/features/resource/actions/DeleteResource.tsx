import { Checkbox } from '@fluentui/react-components'
import { useQueries } from '@tanstack/react-query'
import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import type { JsonObject } from '../../../lib/json.ts'
import { heldByOthers } from '../../../model/circuit/held-by-others.ts'
import { publicAddressesOf, type Removable, removalsOf } from '../../../model/edits/removal.ts'
import { removalConsequences } from '../../../model/edits/removal-consequences.ts'
import { collectionsIn, obstaclesTo } from '../../../model/edits/virtual-wan/take-apart.ts'
import { collectionQuery } from '../../../queries/resource-query.ts'
import { useAction, useForm } from '../../../queries/use-action.ts'
import { useAzure } from '../../../queries/use-azure.ts'
import type { ActionFormProps } from './action-form.ts'
import { Statuses } from './Statuses.tsx'
import styles from './DeleteResource.module.css'

/** Removals in the order that Azure takes them; the first that fails stops the rest. */
export function DeleteResource({ resource, estate, open, onClose }: ActionFormProps<Removable>) {
  const form = useForm({ topic: 'delete', id: resource.id, now: { addresses: false }, read })
  const azure = useAzure()
  const collections = collectionsIn(resource, estate)
  const reads = useQueries({ queries: collections.map((path) => collectionQuery(azure, path)) })
  const options = { ...form.values, inside: reads.flatMap(({ data }) => data ?? []) }
  const removals = removalsOf(resource, estate, options)
  const [obstacle] = obstaclesTo(resource, estate)
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
      consequences={removalConsequences(resource, estate, options)}
      notYet={
        unreadIn(reads) ??
        (resource.kind === 'expressRouteCircuit' ? heldByOthers(resource, estate) : undefined) ??
        (obstacle && `Delete ${obstacle.name} first: it ${obstacle.note ?? 'is in the way'}`)
      }
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

function unreadIn(reads: readonly { data: unknown; error: Error | null }[]): string | undefined {
  const missing = reads.find(({ data }) => data === undefined)
  if (missing === undefined) return undefined
  return missing.error
    ? `What is in it could not be read: ${missing.error.message}`
    : 'What is in it is still being read'
}

function read({ addresses }: JsonObject): { addresses: boolean } {
  return { addresses: addresses === true }
}
