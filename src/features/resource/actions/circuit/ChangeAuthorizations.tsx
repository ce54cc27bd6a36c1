import { Field, Input, Select } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import {
  authorizationNameProblem,
  authorizationRemoval,
  newAuthorization,
} from '../../../../model/edits/authorization.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn } from '../configure/read-values.ts'

/** Who may connect from another subscription: one authorization for each connection. */
export function ChangeAuthorizations({
  resource,
  estate,
  open,
  onClose,
}: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({ topic: 'authorization', id: resource.id, now: { name: '', remove: '' }, read })
  const { name, remove } = form.values
  const chosen = resource.authorizations.find(({ id }) => keyOf(id) === keyOf(remove))
  const inUse = chosen?.useStatus?.toLowerCase() === 'inuse'
  const problem = name === '' || chosen ? undefined : authorizationNameProblem(resource, name)
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
      notYet={chosen ? undefined : name === '' ? 'Nothing is filled in yet' : problem}
      confirm={inUse ? chosen.name : undefined}
      consequences={circuitChanged(resource, estate, {
        ...(inUse && {
          drops: 'The connection that was made with it may end: traffic of its virtual network stops.',
        }),
        after: chosen
          ? 'A key that was given away opens nothing any more.'
          : 'Its key stands at the authorization in Azure. Give it with the circuit’s id to who connects; it is good for one connection.',
      })}
      verb={chosen ? 'Delete authorization' : 'Add authorization'}
    >
      <div className={styles.fields}>
        <Field label="Authorization">
          <Select value={chosen?.id ?? ''} onChange={(_, { value }) => form.set({ remove: value })}>
            <option value="">A new one</option>
            {resource.authorizations.map((one) => (
              <option key={one.id} value={one.id}>
                {`Delete ${one.name}, ${one.useStatus ?? 'use not told'}`}
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

function read(values: JsonObject) {
  return { name: textIn(values, 'name'), remove: textIn(values, 'remove') }
}
