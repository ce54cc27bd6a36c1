import { Field, Select } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import {
  activeActiveEdit,
  activeStandbyEdit,
  whyNotSecondAddress,
} from '../../../../model/edits/active-active.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import type { Replacement } from '../../../../model/edits/edit.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { PublicIPAddress } from '../../../../model/resources/network.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { textIn } from './read-values.ts'

/** A second instance with an address of its own, or back to one. */
export function ChangeActiveActive(props: ActionFormProps<VirtualNetworkGateway>) {
  return props.resource.activeActive ? <BackToOne {...props} /> : <SecondInstance {...props} />
}

function SecondInstance({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const form = useForm({ topic: 'active-active', id: resource.id, now: { address: '' }, read })
  const free = freeAddresses(resource, estate)
  const address = free.find(({ id }) => id === form.values.address)
  return (
    <ConfigureDialog
      resource={resource}
      topic="active-active"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Make <bdi>{resource.name}</bdi> active-active
        </>
      }
      write={address ? activeActiveEdit(resource, address) : unchanged(resource)}
      notYet={address ? undefined : 'Choose the second public IP address'}
      consequences={gatewayChanged(resource, estate, {
        drops: 'Tunnels may drop for a short time while the gateway changes.',
        after:
          'On each device: a second tunnel, to the new address, with the same key and policy, and a second BGP neighbour where BGP is used. Until then maintenance of the first instance stops traffic.',
      })}
      verb="Make active-active"
    >
      {free.length === 0 ? (
        <p className={styles.note}>
          There is no free public IP address that fits: Standard, static, in{' '}
          {resource.location ?? 'the same region'}, attached to nothing. Make one first; it is found here
          after a refresh.
        </p>
      ) : (
        <Field
          label="Second public IP address"
          hint="Standard, static, in the same region, attached to nothing"
        >
          <Select value={form.values.address} onChange={(_, { value }) => form.set({ address: value })}>
            <option value="">Choose an address</option>
            {free.map(({ id, name, ipAddress, resourceGroup }) => (
              <option key={id} value={id}>
                {`${name}, ${ipAddress ?? 'no address yet'}, ${resourceGroup}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </ConfigureDialog>
  )
}

function BackToOne({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const form = useForm({ topic: 'active-active', id: resource.id, now: { address: '' }, read })
  return (
    <ConfigureDialog
      resource={resource}
      topic="active-active"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Make <bdi>{resource.name}</bdi> active-standby
        </>
      }
      write={activeStandbyEdit(resource)}
      confirm={resource.name}
      consequences={gatewayChanged(resource, estate, {
        drops:
          'Every tunnel to the second address, for good. Tunnels to the first may drop for a short time.',
        after:
          'Remove the second tunnel from each device. The address stays and is billed until it is deleted.',
      })}
      verb="Make active-standby"
    />
  )
}

function freeAddresses(gateway: VirtualNetworkGateway, estate: Estate): PublicIPAddress[] {
  return estate.rows.flatMap(({ key }) => {
    const one = estate.resources.get(key)
    if (one?.kind !== 'publicIPAddress' || one.subscriptionId !== gateway.subscriptionId) return []
    return whyNotSecondAddress(gateway, one) === undefined ? [one] : []
  })
}

function unchanged(gateway: VirtualNetworkGateway): Replacement {
  return { ...activeStandbyEdit(gateway), changes: [], effect: '' }
}

function read(values: JsonObject): { address: string } {
  return { address: textIn(values, 'address') }
}
