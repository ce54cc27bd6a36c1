import { Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { JsonObject } from '../../../../lib/json.ts'
import { circuitChanged } from '../../../../model/circuit/circuit-consequences.ts'
import { linksOn } from '../../../../model/circuit/link-limit.ts'
import { portOfCircuit } from '../../../../model/circuit/port-use.ts'
import { tierAdvice } from '../../../../model/circuit/tier-advice.ts'
import {
  bandwidthChoices,
  type Choice,
  circuitEdit,
  type CircuitValues,
  circuitValues,
  familyChoices,
  tierChoices,
} from '../../../../model/edits/circuit.ts'
import { errorIn } from '../../../../model/errors.ts'
import type { ExpressRouteCircuit } from '../../../../model/resources/expressroute.ts'
import { serviceProvidersQuery } from '../../../../queries/surroundings-query.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useAzure } from '../../../../queries/use-azure.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn } from '../configure/read-values.ts'

interface Values extends JsonObject, CircuitValues {}

/** SKU, billing and bandwidth: only what Azure takes without a new circuit can be chosen, and the rest says why not. */
export function ChangeCircuit({ resource, estate, open, onClose }: ActionFormProps<ExpressRouteCircuit>) {
  const form = useForm({ topic: 'circuit', id: resource.id, now: { ...circuitValues(resource) }, read })
  const { tier, family, bandwidth } = form.values
  const isOfProvider = resource.serviceProviderName !== undefined
  const providers = useQuery({
    ...serviceProvidersQuery(useAzure(), resource.subscriptionId),
    enabled: open && isOfProvider,
  })
  const provider = providers.data?.find(({ name }) => name === resource.serviceProviderName)
  const groups = [
    {
      label: 'SKU',
      name: 'tier',
      value: tier,
      choices: tierChoices(resource, family, linksOn(resource, estate)),
    },
    { label: 'Billing', name: 'family', value: family, choices: familyChoices(resource, tier) },
    {
      label: 'Bandwidth',
      name: 'bandwidth',
      value: bandwidth,
      choices: bandwidthChoices(resource, {
        port: portOfCircuit(resource, estate),
        offered: provider?.bandwidths,
      }),
    },
  ] as const
  const wrong = groups.flatMap(({ value, choices }) => choices.find((one) => one.value === value)?.why ?? [])
  return (
    <ConfigureDialog
      resource={resource}
      topic="circuit"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Change SKU and bandwidth of <bdi>{resource.name}</bdi>
        </>
      }
      write={circuitEdit(resource, form.values)}
      notYet={wrong[0]}
      consequences={circuitChanged(resource, estate, {
        after:
          'More bandwidth cannot be taken back: less takes a new circuit. The provider has to give the same on its side. A peering with an MD5 key may lose it, since Azure does not give it: look at both paths after.',
      })}
      verb="Change circuit"
    >
      {groups.map(({ label, name, value, choices }) => (
        <fieldset key={name} className={styles.phase}>
          <legend>{label}</legend>
          <RadioGroup
            aria-label={label}
            value={value}
            onChange={(_, { value: chosen }) => form.set({ [name]: chosen })}
          >
            {choices.map((choice) => (
              <Radio
                key={choice.value}
                value={choice.value}
                label={labelOf(choice)}
                disabled={choice.why !== undefined && choice.value !== value}
              />
            ))}
          </RadioGroup>
          {name === 'tier' &&
            tierAdvice(resource, tier, estate).map((text) => (
              <p key={text} className={styles.note}>
                {text}
              </p>
            ))}
          {name === 'bandwidth' && isOfProvider && provider === undefined && !providers.isPending && (
            <p className={styles.note}>
              Which sizes <bdi>{resource.serviceProviderName}</bdi> sells was not read
              {providers.error ? `: ${errorIn(providers.error).message}` : '.'}
            </p>
          )}
        </fieldset>
      ))}
    </ConfigureDialog>
  )
}

function labelOf({ label, why }: Choice): string {
  return why === undefined ? label : `${label}. ${why}`
}

function read(values: JsonObject): Values {
  return {
    tier: textIn(values, 'tier'),
    family: textIn(values, 'family'),
    bandwidth: textIn(values, 'bandwidth'),
  }
}
