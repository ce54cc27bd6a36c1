import { Button, Checkbox, Field, Input, Switch } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { freeLinks, takenAround } from '../../../../model/circuit/taken.ts'
import {
  peeringProblems,
  peeringRemoval,
  peeringWrite,
  privatePeeringOf,
  type TypedPeering,
  typedPeering,
} from '../../../../model/edits/peering.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
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
  const peering = privatePeeringOf(resource)
  const removal = remove ? peeringRemoval(resource) : undefined
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const untouched = peering === undefined && !form.typed
  const problems = untouched || removal ? [] : peeringProblems(resource, typed, taken)
  const about = (field: keyof TypedPeering) => {
    const text = problems.find((one) => one.field === field)?.text
    return { validationState: text === undefined ? 'none' : 'error', validationMessage: text } as const
  }
  const free = freeLinks(taken)
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
      write={removal ?? peeringWrite(resource, typed)}
      notYet={untouched ? 'Nothing is filled in yet' : problems[0]?.text}
      confirm={removal && resource.name}
      consequences={circuitChanged(resource, estate, {
        ...(peering && {
          drops: removal
            ? 'All traffic between the virtual networks and on-premises over this circuit, for good.'
            : 'Traffic over this circuit until the sessions are back, seconds to minutes. A second circuit carries it meanwhile.',
        }),
        after: removal
          ? 'Connections stay and reach nothing.'
          : 'Your routers need the same VLAN, addresses and AS numbers; then look at both paths.',
      })}
      verb={removal ? 'Delete peering' : peering ? 'Change peering' : 'Add peering'}
    >
      <div className={styles.fields}>
        <div className={styles.two}>
          <Field label="Your AS number" {...about('asn')}>
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
