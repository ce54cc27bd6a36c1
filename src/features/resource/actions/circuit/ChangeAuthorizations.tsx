import { Field, Input, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { portAuthorizations } from '../../../../model/circuit/authorizations.ts'
import {
  type Authorization,
  authorizationNameProblem,
  authorizationRemoval,
  type Authorizing,
  newAuthorization,
} from '../../../../model/edits/authorization.ts'
import type { Consequences } from '../../../../model/edits/consequences.ts'
import type { Estate } from '../../../../model/estate.ts'
import { keyOf, nameOfId } from '../../../../model/paths.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useAzure } from '../../../../queries/use-azure.ts'
import { collectionQuery } from '../../../../queries/resource-query.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn } from '../configure/read-values.ts'

/** Who may connect from another subscription: one authorization for each connection. */
export function ChangeAuthorizations(props: ActionFormProps<ExpressRouteCircuit>) {
  return <Authorizations {...props} existing={props.resource.authorizations} />
}

/** Who may make circuits on a port; its answer does not hold them, so they are read for this form. */
export function ChangePortAuthorizations(props: ActionFormProps<ExpressRoutePort>) {
  const { data, error } = useQuery(collectionQuery(useAzure(), `${props.resource.id}/authorizations`))
  return (
    <Authorizations
      {...props}
      existing={portAuthorizations(data ?? [])}
      unread={
        data === undefined
          ? error
            ? `The authorizations were not read: ${error.message}`
            : 'The authorizations are still being read'
          : undefined
      }
    />
  )
}

interface AuthorizationsProps extends ActionFormProps<Authorizing> {
  existing: readonly Authorization[]
  unread?: string | undefined
}

function Authorizations({ resource, estate, open, onClose, existing, unread }: AuthorizationsProps) {
  const form = useForm({ topic: 'authorization', id: resource.id, now: { name: '', remove: '' }, read })
  const { name, remove } = form.values
  const chosen = existing.find(({ id }) => keyOf(id) === keyOf(remove))
  const inUse = chosen?.useStatus?.toLowerCase() === 'inuse'
  const problem = name === '' || chosen ? undefined : authorizationNameProblem(existing, name)
  return (
    <ConfigureDialog
      resource={resource}
      topic="authorization"
      open={open}
      onClose={onClose}
      form={{ ...form, outdated: undefined }}
      title={
        <>
          Authorizations of <bdi>{resource.name}</bdi>
        </>
      }
      write={chosen ? authorizationRemoval(resource, chosen) : newAuthorization(resource, name)}
      notYet={chosen ? undefined : (unread ?? (name === '' ? 'Nothing is filled in yet' : problem))}
      confirm={inUse ? chosen.name : undefined}
      consequences={consequencesOf(resource, chosen, estate)}
      verb={chosen ? 'Delete authorization' : 'Add authorization'}
    >
      <div className={styles.fields}>
        <Field label="Authorization">
          <Select value={chosen?.id ?? ''} onChange={(_, { value }) => form.set({ remove: value })}>
            <option value="">A new one</option>
            {existing.map((one) => (
              <option key={one.id} value={one.id}>
                {`Delete ${one.name}, ${one.useStatus ?? 'use not told'}${
                  one.connectionId === undefined ? '' : ` by ${nameOfId(one.connectionId)}`
                }`}
              </option>
            ))}
          </Select>
        </Field>
        {chosen === undefined && (
          <Field
            label="Name"
            validationState={problem === undefined ? 'none' : 'error'}
            validationMessage={problem}
          >
            <Input value={name} onChange={(_, { value }) => form.set({ name: value.trim() })} />
          </Field>
        )}
      </div>
    </ConfigureDialog>
  )
}

function consequencesOf(
  resource: Authorizing,
  chosen: Authorization | undefined,
  estate: Estate,
): Consequences {
  const inUse = chosen?.useStatus?.toLowerCase() === 'inuse'
  if (resource.kind === 'expressRoutePort')
    return {
      touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
      depends: [],
      after: chosen
        ? `A key that was given away opens nothing any more.${inUse ? ' What Azure does with the circuit that was made with it is not published.' : ''}`
        : 'Its key is shown under Authorizations. Give it with the port’s id to whoever makes the circuit; it is good for one circuit.',
    }
  return circuitChanged(resource, estate, {
    ...(inUse && {
      drops: 'The connection that was made with it may end: traffic of its virtual network stops.',
    }),
    after: chosen
      ? 'A key that was given away opens nothing any more.'
      : 'Its key is shown under Authorizations. Give it with the circuit’s id to whoever connects; it is good for one connection.',
  })
}

function read(values: JsonObject) {
  return { name: textIn(values, 'name'), remove: textIn(values, 'remove') }
}
