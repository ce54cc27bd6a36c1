import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { vlanOfPort } from '../../../../model/circuit/port-use.ts'
import { takenAround } from '../../../../model/circuit/taken.ts'
import {
  microsoftPeeringProblems,
  microsoftPeeringWrite,
  REGISTRIES,
  type TypedMicrosoftPeering,
  typedMicrosoftPeering,
} from '../../../../model/edits/microsoft-peering.ts'
import { changedByOther, md5KeyProblem, peeringOf } from '../../../../model/edits/peering.ts'
import { peeringInterruption } from '../../../../model/edits/peering-interruption.ts'
import { peeringRemoval } from '../../../../model/edits/peering-write.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useRouteFilters } from '../../../../queries/use-route-filters.ts'
import { about } from '../about.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'
import { Md5Field } from './Md5Field.tsx'
import { OfProvider } from './OfProvider.tsx'
import { PeeringFields } from './PeeringFields.tsx'
import { PeeringState } from './PeeringState.tsx'
import { MD5, readPeering } from './read-peering.ts'
import { useTypedSecret } from './use-typed-secret.ts'

interface Values extends JsonObject, TypedMicrosoftPeering {
  remove: boolean
}

const NAME = 'MicrosoftPeering'

/** The Microsoft peering of a circuit: the way to Microsoft's public services, with public addresses that are one's own. */
export function ChangeMicrosoftPeering({
  resource,
  estate,
  open,
  onClose,
}: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({
    topic: 'microsoft-peering',
    id: resource.id,
    now: { ...typedMicrosoftPeering(resource), remove: false },
    read,
  })
  const { remove, ...typed } = form.values
  const md5 = useTypedSecret(`${resource.id}/peerings/MicrosoftPeering`, 'microsoft-peering')
  const key = md5.text
  const peering = peeringOf(resource, NAME)
  const removal = remove ? peeringRemoval(resource, NAME) : undefined
  const untouched = peering === undefined && !form.typed
  const taken = takenAround(resource, estate, peering?.id ?? '')
  const problems =
    untouched || removal
      ? []
      : [...microsoftPeeringProblems(resource, typed, taken), ...vlanOfPort(resource, typed.vlan, estate)]
  const interruption = peeringInterruption(resource, typed, NAME)
  const other = peering && changedByOther(resource, peering)
  const wrong = problems.find(({ is }) => is === 'error')?.text
  const six = typed.primary6.trim() !== '' || typed.secondary6.trim() !== ''
  return (
    <ConfigureDialog
      resource={resource}
      topic="microsoft-peering"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          {peering ? 'Change' : 'Add'} the Microsoft peering of <bdi>{resource.name}</bdi>
        </>
      }
      ended={
        <>
          The Microsoft peering of <bdi>{resource.name}</bdi>
        </>
      }
      write={
        // What is wrong is no change to look forward to.
        untouched || wrong !== undefined
          ? { ...microsoftPeeringWrite(resource, typed), changes: [] }
          : (removal ?? microsoftPeeringWrite(resource, typed, key !== ''))
      }
      secret={removal || key === '' ? undefined : { sharedKey: key }}
      notYet={untouched ? 'Nothing is filled in yet' : (wrong ?? md5KeyProblem(key))}
      confirm={removal || interruption.ends.length > 0 || other !== undefined ? resource.name : undefined}
      consequences={circuitChanged(resource, estate, {
        drops: removal
          ? 'All traffic to Microsoft’s public services over this circuit, for good.'
          : interruption.drops && `${interruption.drops} Prefixes that change are validated anew.`,
        after: removal
          ? 'Route filters stay as resources of their own.'
          : `Microsoft validates the prefixes before BGP comes up; where it needs proof the state is ValidationNeeded. Traffic has to come from these prefixes: private addresses are translated at your side.${peering ? MD5 : ''}`,
      })}
      verb={removal ? 'Delete peering' : peering ? 'Change peering' : 'Add peering'}
    >
      {other !== undefined && <OfProvider circuit={resource} by={other} />}
      <div className={styles.fields}>
        <PeeringFields typed={typed} problems={problems} onType={form.set} />
        <Field
          label="Public prefixes"
          hint="Yours, one to a line, as you announce them"
          {...about(problems, 'prefixes')}
        >
          <Textarea
            value={typed.prefixes}
            spellCheck={false}
            onChange={(_, { value }) => form.set({ prefixes: value })}
          />
        </Field>
        {six && (
          <Field label="IPv6 public prefixes" {...about(problems, 'prefixes6')}>
            <Textarea
              value={typed.prefixes6}
              spellCheck={false}
              onChange={(_, { value }) => form.set({ prefixes6: value })}
            />
          </Field>
        )}
        <div className={styles.two}>
          <Field
            label="AS number they are registered for"
            hint="Only where it is not the one above"
            {...about(problems, 'customerAsn')}
          >
            <Input
              value={typed.customerAsn}
              inputMode="numeric"
              onChange={(_, { value }) => form.set({ customerAsn: value })}
            />
          </Field>
          <Field label="Registry" hint="Where they are registered">
            <Select value={typed.registry} onChange={(_, { value }) => form.set({ registry: value })}>
              {registries(typed.registry).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </Field>
          <FilterField
            label="Route filter"
            circuit={resource}
            value={typed.routeFilter}
            problems={problems}
            field="routeFilter"
            onChoose={(routeFilter) => form.set({ routeFilter })}
          />
          {six && (
            <FilterField
              label="IPv6 route filter"
              circuit={resource}
              value={typed.routeFilter6}
              problems={problems}
              field="routeFilter6"
              onChoose={(routeFilter6) => form.set({ routeFilter6 })}
            />
          )}
        </div>
        <Md5Field value={key} exists={peering !== undefined} onType={md5.type} />
        {peering && <PeeringState values={form.values} onSet={form.set} />}
      </div>
    </ConfigureDialog>
  )
}

interface FilterFieldProps {
  label: string
  circuit: ExpressRouteCircuit
  value: string
  problems: Parameters<typeof about>[0]
  field: string
  onChoose: (id: string) => void
}

/** The route filters of the circuit's subscription; one that is elsewhere stays as it is. */
function FilterField({ label, circuit, value, problems, field, onChoose }: FilterFieldProps) {
  const { filters, chosen, hint } = useRouteFilters(circuit.subscriptionId, value)
  return (
    <Field label={label} hint={hint} {...about(problems, field)}>
      <Select value={chosen} onChange={(_, { value: id }) => onChoose(id)}>
        <option value="">None</option>
        {filters.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Azure knows more than are documented: one that is set stays a choice. */
function registries(now: string): string[] {
  const known: readonly string[] = REGISTRIES
  return known.includes(now) ? [...known] : [...known, now]
}

function read(values: JsonObject): Values {
  return {
    ...readPeering(values),
    prefixes: textIn(values, 'prefixes'),
    prefixes6: textIn(values, 'prefixes6'),
    customerAsn: textIn(values, 'customerAsn'),
    registry: textIn(values, 'registry'),
    routeFilter: textIn(values, 'routeFilter'),
    routeFilter6: textIn(values, 'routeFilter6'),
    remove: flagIn(values, 'remove'),
  }
}
