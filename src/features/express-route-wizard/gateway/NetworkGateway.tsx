import { useMemo } from 'react'
import styles from '../../../components/wizard/FormStep.module.css'
import {
  addressOptions,
  groupOptions,
  networkOptions,
  regionOptions,
} from '../../../components/wizard/options.ts'
import { SCALE } from '../../../model/express-route/gateway-skus.ts'
import { newIpv6, wantsIpv6 } from '../../../model/express-route/ipv6.ts'
import { existingNetwork, gatewayPlace } from '../../../model/express-route/place.ts'
import { keyOf } from '../../../model/paths.ts'
import { regionName } from '../../../model/resources/regions.ts'
import { inAnother } from '../../../model/wizard/place.ts'
import { isTouched } from '../../../model/wizard/touched.ts'
import { deleteLockWords } from '../../../model/wizard/delete-lock.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { ChosenAnswer, SelectAnswer, TextAnswer } from '../fields.ts'
import { withGateway, withNewNetwork } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'
import { Coexistence } from './Coexistence.tsx'
import { GatewaySubnet } from './GatewaySubnet.tsx'
import { Given } from './Given.tsx'
import { ScaleUnits } from './ScaleUnits.tsx'
import { skuOptions } from './sku-options.ts'

/** The way back from one that is there. */
const NEW_NETWORK = { value: 'new', label: 'A new virtual network' }

/** A new gateway in a virtual network: the network and its GatewaySubnet, then the gateway. */
export function NetworkGateway() {
  const { answers, around, said, edit } = useWizard()
  const { estate } = around
  const { gateway } = answers
  const there = existingNetwork(answers, around)
  const isNew = gateway.network.is === 'new'
  const six = newIpv6(answers, around)
  const networks = useMemo(() => networkOptions(estate, 'ExpressRoute'), [estate])
  const place = gatewayPlace(answers, around)
  const addresses = useMemo(
    () => addressOptions(place.location, place.subscriptionId, estate),
    [place.location, place.subscriptionId, estate],
  )
  const subscription = around.subscriptions.find(
    ({ subscriptionId }) => keyOf(subscriptionId) === keyOf(gateway.subscriptionId),
  )
  return (
    <>
      <ChosenAnswer
        field="gateway.network"
        label="Virtual network"
        value={gateway.network}
        options={isNew ? networks : [NEW_NETWORK, ...networks]}
        set={(now, chosen) =>
          chosen.is === 'existing' && chosen.id === NEW_NETWORK.value
            ? withNewNetwork(now, around)
            : withGateway(now, { network: chosen })
        }
      />
      {isNew ? (
        <>
          <div className={styles.two}>
            <SelectAnswer
              field="gateway.subscriptionId"
              label="Subscription"
              value={gateway.subscriptionId}
              options={around.subscriptions.map(({ subscriptionId, displayName }) => ({
                value: subscriptionId,
                label: displayName,
              }))}
              set={(now, subscriptionId) =>
                withGateway(now, {
                  subscriptionId,
                  group: inAnother(now.gateway.group, isTouched(now, 'gateway.group')),
                })
              }
            />
            <SelectAnswer
              field="gateway.region"
              label="Region"
              value={gateway.region}
              options={regionOptions(around)}
              help={around.regions.is === 'reading' ? 'The regions are being read.' : undefined}
              set={(now, region) => withGateway(now, { region })}
            />
          </div>
          <TextAnswer
            field="gateway.addressSpace"
            label="Address space"
            value={gateway.addressSpace}
            placeholder="10.60.0.0/16"
            set={(now, addressSpace) => withGateway(now, { addressSpace })}
          />
          {wantsIpv6(answers, around) && (
            <TextAnswer
              field="gateway.addressSpace6"
              label="IPv6 address space"
              value={gateway.addressSpace6}
              placeholder="fd00:1::/48"
              help={six && `GatewaySubnet gets ${six.subnet} of it as well.`}
              set={(now, addressSpace6) => withGateway(now, { addressSpace6 })}
            />
          )}
        </>
      ) : (
        <dl className={`${styles.two} ${styles.given}`}>
          <Given label="Subscription" help="Given by the virtual network">
            {subscription?.displayName ?? gateway.subscriptionId}
          </Given>
          <Given label="Region" help="Given by the virtual network">
            {regionName(there?.location ?? gateway.region)}
          </Given>
        </dl>
      )}
      {there && <Coexistence network={there} />}
      <GatewaySubnet />
      <ChosenAnswer
        field="gateway.group"
        label="Resource group for what is new"
        value={gateway.group}
        remark={deleteLockWords(gateway.group, around)}
        options={groupOptions(around, gateway.subscriptionId)}
        set={(now, group) => withGateway(now, { group })}
      />
      <TextAnswer
        field="gateway.name"
        label="Name"
        value={gateway.name}
        set={(now, name) => withGateway(now, { name })}
      />
      <SelectAnswer
        field="gateway.sku"
        label="SKU"
        value={gateway.sku}
        options={skuOptions(gateway.sku)}
        set={(now, sku) => withGateway(now, { sku })}
      />
      {gateway.sku === SCALE && (
        <ScaleUnits help="1 Gbps each, 1 to 40. FastPath and 16 circuits need at least 10." />
      )}
      <ChoiceField
        id="gateway.address"
        label="Public IP address"
        value={gateway.address}
        said={said('gateway.address')}
        choices={[
          {
            value: 'azure',
            label: 'Azure gives it one',
            help: 'Nothing of it is in your subscription. Not every region does this yet.',
          },
          {
            value: 'own',
            label: 'One of your subscription',
            help: 'Standard and static, in the zones of the gateway.',
          },
        ]}
        onChange={(address) => edit('gateway.address', (now) => withGateway(now, { address }))}
      />
      {gateway.address === 'own' && (
        <ChosenAnswer
          field="gateway.publicAddress"
          label="Which address"
          value={gateway.publicAddress}
          options={addresses}
          set={(now, publicAddress) => withGateway(now, { publicAddress })}
        />
      )}
    </>
  )
}
