import { Radio, RadioGroup } from '@fluentui/react-components'
import { ActionDialog } from '../../../components/writes/ActionDialog.tsx'
import type { JsonObject } from '../../../lib/json.ts'
import {
  type GatewayInstance,
  instancesOf,
  resetGateway,
  resetGatewayConsequences,
} from '../../../model/edits/reset.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { useAction, useForm } from '../../../queries/use-action.ts'
import type { ActionFormProps } from './action-form.ts'
import { Statuses } from './Statuses.tsx'

/** Of an active-active gateway one instance is picked, or both in turn; else Azure takes the active one. */
export function ResetGateway({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const instances = instancesOf(resource, estate)
  const form = useForm({ topic: 'reset', id: resource.id, now: { which: instances[0] ? '0' : '' }, read })
  const picked = pickedOf(instances, form.values.which)
  const { writes, send, ...action } = useAction(
    resource,
    'reset',
    picked.length === 0 ? [resetGateway(resource)] : picked.map((one) => resetGateway(resource, one)),
  )

  function reset() {
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
          Reset <bdi>{resource.name}</bdi>
        </>
      }
      consequences={resetGatewayConsequences(resource, picked, estate)}
      notYet={
        picked.some(({ address }) => address === undefined)
          ? 'The public address of the instance was not read, and a reset picks it by that'
          : undefined
      }
      verb={picked.length > 1 ? 'Reset both in turn' : 'Reset gateway'}
      onSend={reset}
      status={<Statuses writes={writes} resource={resource} />}
    >
      {instances.length > 0 && (
        <RadioGroup
          aria-label="Which instance"
          value={form.values.which}
          disabled={action.sending}
          onChange={(_, { value }) => form.set({ which: value })}
        >
          {instances.map(({ index, address = 'address not read' }) => (
            <Radio key={index} value={String(index)} label={`Instance ${index}, ${address}`} />
          ))}
          <Radio value="both" label="Both, one after the other" />
        </RadioGroup>
      )}
    </ActionDialog>
  )
}

function read({ which }: JsonObject): { which: string } {
  return { which: typeof which === 'string' ? which : '' }
}

function pickedOf(instances: readonly GatewayInstance[], which: string): readonly GatewayInstance[] {
  return which === 'both' ? instances : instances.filter(({ index }) => String(index) === which)
}
