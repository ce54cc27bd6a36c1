import { Field, Input, Select } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { placeOf } from '../../../../model/circuit/place.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import {
  needsKey,
  newReach,
  reachable,
  reachProblems,
  reachRemovals,
  type TypedReach,
} from '../../../../model/edits/global-reach.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { about } from '../about.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn } from '../configure/read-values.ts'
import { useTypedSecret } from './use-typed-secret.ts'

interface Values extends JsonObject, TypedReach {
  remove: string
}

const EMPTY: Values = { name: '', circuit: '', prefix: '', prefix6: '', remove: '' }

/** Joins the circuit with another one, or ends that, whichever of both began it. */
export function ChangeGlobalReach({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({ topic: 'global-reach', id: resource.id, now: EMPTY, read })
  const { remove, ...typed } = form.values
  const secret = useTypedSecret(
    `${resource.id}/peerings/AzurePrivatePeering/connections/${typed.name}`,
    'global-reach',
  )
  const removals = reachRemovals(resource, 'global-reach')
  const removal = removals.find(({ id }) => keyOf(id) === keyOf(remove))
  const untouched = !form.typed
  const other = estate.resources.get(keyOf(typed.circuit))
  const taken = [
    ...takenAround(resource, estate, ''),
    ...(other?.kind === 'expressRouteCircuit' ? takenAround(other, estate, '') : []),
  ]
  const problems = untouched || removal ? [] : reachProblems(resource, typed, secret.text, estate, taken)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  const asksKey = needsKey(resource, typed.circuit)
  const choices = reachable(resource, estate)
  return (
    <ConfigureDialog
      resource={resource}
      topic="global-reach"
      open={open}
      onClose={onClose}
      form={{ ...form, outdated: undefined }}
      title={
        <>
          Global Reach of <bdi>{resource.name}</bdi>
        </>
      }
      write={removal ?? { ...newReach(resource, typed, asksKey), ...(untouched && { changes: [] }) }}
      secret={asksKey ? { authorizationKey: secret.text.trim() } : undefined}
      notYet={removal ? undefined : untouched ? 'Nothing is filled in yet' : wrong}
      confirm={removal?.name}
      consequences={circuitChanged(resource, estate, {
        ...(removal && { drops: 'All traffic between the sites of both circuits over Microsoft’s network.' }),
        after: removal
          ? 'Both circuits stay, with everything else that is connected to them.'
          : 'Each site gets the other’s networks besides those of Azure, in its limit of routes. The smaller circuit sets the throughput, and traffic to Azure shares it. It reaches pairs alone: each other pair is joined by itself.',
      })}
      verb={removal ? 'Delete connection' : 'Join circuits'}
    >
      <div className={styles.fields}>
        <Field label="Connection">
          <Select value={removal?.id ?? ''} onChange={(_, { value }) => form.set({ remove: value })}>
            <option value="">A new one</option>
            {removals.map(({ id, name }) => (
              <option key={id} value={id}>
                {`Delete ${name}`}
              </option>
            ))}
          </Select>
        </Field>
        {removal === undefined && (
          <>
            <div className={styles.two}>
              <Field label="Name" {...about(problems, 'name')}>
                <Input value={typed.name} onChange={(_, { value }) => form.set({ name: value.trim() })} />
              </Field>
              <Field label="Circuit that was read">
                <Select
                  value={choices.find(({ key }) => key === keyOf(typed.circuit))?.id ?? ''}
                  onChange={(_, { value }) => form.set({ circuit: value })}
                >
                  <option value="">Another one</option>
                  {choices.map((one) => (
                    <option key={one.id} value={one.id}>
                      {`${one.name}, ${placeOf(one, estate) ?? 'location not read'}`}
                    </option>
                  ))}
                </Select>
              </Field>
            </div>
            <Field
              label="Resource id of the other circuit"
              hint="Of any subscription; its owner tells it with the key"
              {...about(problems, 'circuit')}
            >
              <Input
                value={typed.circuit}
                spellCheck={false}
                onChange={(_, { value }) => form.set({ circuit: value.trim() })}
              />
            </Field>
            {asksKey && (
              <Field
                label="Authorization key"
                hint="Of an authorization of that circuit that nobody has used"
                {...about(problems, 'key')}
              >
                <Input
                  type="password"
                  autoComplete="off"
                  value={secret.text}
                  onChange={(_, { value }) => secret.type(value)}
                />
              </Field>
            )}
            <div className={styles.two}>
              <Field label="Link subnet" hint="A /29 that neither side has" {...about(problems, 'prefix')}>
                <Input
                  value={typed.prefix}
                  spellCheck={false}
                  onChange={(_, { value }) => form.set({ prefix: value })}
                />
              </Field>
              <Field label="IPv6 link subnet" hint="A /125; empty: no IPv6" {...about(problems, 'prefix6')}>
                <Input
                  value={typed.prefix6}
                  spellCheck={false}
                  onChange={(_, { value }) => form.set({ prefix6: value })}
                />
              </Field>
            </div>
          </>
        )}
      </div>
    </ConfigureDialog>
  )
}

function read(values: JsonObject): Values {
  return {
    name: textIn(values, 'name'),
    circuit: textIn(values, 'circuit'),
    prefix: textIn(values, 'prefix'),
    prefix6: textIn(values, 'prefix6'),
    remove: textIn(values, 'remove'),
  }
}
