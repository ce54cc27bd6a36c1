import { Field, Input, Select, Textarea } from '@fluentui/react-components'
import { REGISTRIES, type TypedMicrosoftPeering } from '../../../../model/edits/microsoft-peering.ts'
import type { PeeringProblem } from '../../../../model/edits/peering.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { useRouteFilters } from '../../../../queries/use-route-filters.ts'
import { about } from '../about.ts'
import styles from '../configure/Configure.module.css'
import { PeeringFields } from './PeeringFields.tsx'

interface MicrosoftPeeringFieldsProps {
  circuit: ExpressRouteCircuit
  typed: TypedMicrosoftPeering
  problems: readonly PeeringProblem<string>[]
  onType: (change: Partial<TypedMicrosoftPeering>) => void
  /** Shown as they are. */
  readOnly: boolean
}

/** Links and numbers, what is announced over them and whose it is, and what Microsoft is to announce. */
export function MicrosoftPeeringFields({
  circuit,
  typed,
  problems,
  onType,
  readOnly,
}: MicrosoftPeeringFieldsProps) {
  const six = typed.primary6.trim() !== '' || typed.secondary6.trim() !== ''
  return (
    <>
      <PeeringFields typed={typed} problems={problems} onType={onType} readOnly={readOnly} />
      <Field
        label="Public prefixes"
        hint="Yours, one to a line, as you announce them"
        {...about(problems, 'prefixes')}
      >
        <Textarea
          value={typed.prefixes}
          spellCheck={false}
          readOnly={readOnly}
          onChange={(_, { value }) => onType({ prefixes: value })}
        />
      </Field>
      {six && (
        <Field label="IPv6 public prefixes" {...about(problems, 'prefixes6')}>
          <Textarea
            value={typed.prefixes6}
            spellCheck={false}
            readOnly={readOnly}
            onChange={(_, { value }) => onType({ prefixes6: value })}
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
            readOnly={readOnly}
            onChange={(_, { value }) => onType({ customerAsn: value })}
          />
        </Field>
        <Field label="Registry" hint="Where they are registered">
          <Select
            disabled={readOnly}
            value={typed.registry}
            onChange={(_, { value }) => onType({ registry: value })}
          >
            {registries(typed.registry).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
        <FilterField
          label="Route filter"
          circuit={circuit}
          value={typed.routeFilter}
          problems={problems}
          field="routeFilter"
          readOnly={readOnly}
          onChoose={(routeFilter) => onType({ routeFilter })}
        />
        {six && (
          <FilterField
            label="IPv6 route filter"
            circuit={circuit}
            value={typed.routeFilter6}
            problems={problems}
            field="routeFilter6"
            readOnly={readOnly}
            onChoose={(routeFilter6) => onType({ routeFilter6 })}
          />
        )}
      </div>
    </>
  )
}

interface FilterFieldProps {
  label: string
  circuit: ExpressRouteCircuit
  value: string
  problems: Parameters<typeof about>[0]
  field: string
  readOnly: boolean
  onChoose: (id: string) => void
}

/** The route filters of the circuit's subscription; one that is elsewhere stays as it is. */
function FilterField({ label, circuit, value, problems, field, readOnly, onChoose }: FilterFieldProps) {
  const { filters, chosen, hint } = useRouteFilters(circuit.subscriptionId, value)
  return (
    <Field label={label} hint={hint} {...about(problems, field)}>
      <Select disabled={readOnly} value={chosen} onChange={(_, { value: id }) => onChoose(id)}>
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
