import { Button, Checkbox, Field, Input, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { freeLinks, takenAround } from '../../../../model/circuit/taken.ts'
import {
  md5KeyProblem,
  peeringProblems,
  peeringRemoval,
  peeringWrite,
  privatePeeringOf,
  type TypedPeering,
  typedPeering,
} from '../../../../model/edits/peering.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useWriteOf } from '../../../../queries/use-edits.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'

interface Values extends JsonObject, TypedPeering {
  remove: boolean
}

/** The private peering of a circuit: what both sides' routers have to agree on. */
export function ChangePeering({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({
    topic: 'peering',
    id: resource.id,
    now: { ...typedPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const written = useWriteOf(resource.id, 'peering')
  const done = written?.state.is === 'done' ? written.key : undefined
  /** In no draft, gone with the form and once it is set; `after`: the write that was done when it was typed. */
  const [md5, setMd5] = useState<{ key: string; after?: string | undefined }>({ key: '' })
  const key = done === md5.after ? md5.key : ''
  const keyProblem = md5KeyProblem(key)
  const peering = privatePeeringOf(resource)
  const removal = remove ? peeringRemoval(resource) : undefined
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const untouched = peering === undefined && !form.typed
  const problems = untouched || removal ? [] : peeringProblems(resource, typed, taken)
  const about = (field: keyof TypedPeering) => {
    const found = problems.find((one) => one.field === field)
    const state = found === undefined ? 'none' : found.is === 'error' ? 'error' : 'warning'
    return { validationState: state, validationMessage: found?.text } as const
  }
  const free = freeLinks(taken)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  return (
    <ConfigureDialog
      resource={resource}
      topic="peering"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          {peering ? 'Change' : 'Add'} the private peering of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        untouched
          ? { ...peeringWrite(resource, typed), changes: [] }
          : (removal ?? peeringWrite(resource, typed, key !== ''))
      }
      secret={removal || key === '' ? undefined : { sharedKey: key }}
      notYet={untouched ? 'Nothing is filled in yet' : (wrong ?? keyProblem)}
      confirm={removal && resource.name}
      consequences={circuitChanged(resource, estate, {
        ...(peering && {
          drops: removal
            ? 'All traffic between the virtual networks and on-premises over this circuit, for good.'
            : 'Traffic over this circuit until the sessions are back, seconds to minutes.',
        }),
        after: removal
          ? 'Connections stay and reach nothing.'
          : `Your routers need the same VLAN, addresses and AS numbers; then look at both paths.${peering ? MD5 : ''}`,
      })}
      verb={removal ? 'Delete peering' : peering ? 'Change peering' : 'Add peering'}
    >
      <div className={styles.fields}>
        <div className={styles.two}>
          <Field
            label="Your AS number"
            hint="That of your routers; 64512 to 65514 are private"
            {...about('asn')}
          >
            <Input
              value={typed.asn}
              inputMode="numeric"
              onChange={(_, { value }) => form.set({ asn: value })}
            />
          </Field>
          <Field label="VLAN ID" hint="The provider tells it, or you agree on it" {...about('vlan')}>
            <Input
              value={typed.vlan}
              inputMode="numeric"
              onChange={(_, { value }) => form.set({ vlan: value })}
            />
          </Field>
          <Field label="Primary subnet" hint={LINK} {...about('primary')}>
            <Input
              value={typed.primary}
              spellCheck={false}
              onChange={(_, { value }) => form.set({ primary: value })}
            />
          </Field>
          <Field label="Secondary subnet" hint={LINK} {...about('secondary')}>
            <Input
              value={typed.secondary}
              spellCheck={false}
              onChange={(_, { value }) => form.set({ secondary: value })}
            />
          </Field>
        </div>
        <Field
          label="MD5 key"
          hint={
            peering
              ? 'Azure does not tell whether there is one: enter it again if your routers use one'
              : 'Only if your routers use one'
          }
          validationState={keyProblem === undefined ? 'none' : 'error'}
          validationMessage={keyProblem}
        >
          <Input
            type="password"
            autoComplete="off"
            value={key}
            onChange={(_, { value }) => setMd5({ key: value, after: done })}
          />
        </Field>
        {peering === undefined && free && (
          <div>
            <Button size="small" onClick={() => form.set(free)}>
              {`Use ${free.primary} and ${free.secondary}, which are free`}
            </Button>
          </div>
        )}
        {peering && (
          <Switch
            label="Sessions are on"
            checked={typed.enabled}
            onChange={(_, { checked }) => form.set({ enabled: checked })}
          />
        )}
        {peering && (
          <Checkbox
            label="Delete the peering"
            checked={remove}
            onChange={(_, { checked }) => form.set({ remove: checked === true })}
          />
        )}
      </div>
    </ConfigureDialog>
  )
}

const MD5 =
  ' A key for MD5 that the sessions use has to be entered again here: Azure does not give it, and a change without it may take it away.'

const LINK = 'A /30 of its own: your router has the first address, Microsoft’s the second'

function read(values: JsonObject): Values {
  return {
    asn: textIn(values, 'asn'),
    vlan: textIn(values, 'vlan'),
    primary: textIn(values, 'primary'),
    secondary: textIn(values, 'secondary'),
    enabled: flagIn(values, 'enabled'),
    remove: flagIn(values, 'remove'),
  }
}
