import { useMemo } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { regionName } from '../../../model/resources/regions.ts'
import { defaultReason } from '../../../model/site-to-site/default-reason.ts'
import { withNewNetwork } from '../../../model/site-to-site/defaults.ts'
import { existingGateway, existingNetwork } from '../../../model/site-to-site/place.ts'
import { deleteLockWords } from '../../../model/wizard/delete-lock.ts'
import { groupName } from '../../../model/wizard/place.ts'
import { subnetPrefixes } from '../../../model/wizard/underlay.ts'
import { hasGatewaySubnet } from '../../../model/site-to-site/wanted.ts'
import { PictureStep } from '../PictureStep.tsx'
import { ChosenAnswer, SelectAnswer, TextAnswer } from '../fields.ts'
import { ExistingSubnet } from '../../../components/wizard/ExistingSubnet.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { ExistingGateway } from '../goal/ExistingGateway.tsx'
import { groupOptions, networkOptions, regionOptions } from '../../../components/wizard/options.ts'
import { useWizard } from '../wizard.ts'

/** Where it is made: subscription, resource group, virtual network and the subnet of its gateway. */
export function NetworkStep() {
  const { answers } = useWizard()
  return answers.goal.gateway === 'existing' ? <GivenNetwork /> : <NewInNetwork />
}

/** The way back from one that is there. */
const NEW_NETWORK = { value: 'new', label: 'A new virtual network' }

function NewInNetwork() {
  const { answers, around } = useWizard()
  const { network } = answers
  const there = existingNetwork(answers, around)
  const isNew = network.network.is === 'new'
  const { estate } = around
  const networks = useMemo(() => networkOptions(estate, 'Vpn'), [estate])
  return (
    <PictureStep lead="The virtual network the gateway stands in. One that is there is never written to: only its GatewaySubnet is.">
      <ChosenAnswer
        field="network.network"
        label="Virtual network"
        value={network.network}
        options={isNew ? networks : [NEW_NETWORK, ...networks]}
        set={(now, chosen) =>
          chosen.is === 'existing' && chosen.id === NEW_NETWORK.value
            ? withNewNetwork(now, around)
            : { ...now, network: { ...now.network, network: chosen } }
        }
      />
      <div className={styles.two}>
        {isNew ? (
          <SelectAnswer
            field="network.subscriptionId"
            label="Subscription"
            value={network.subscriptionId}
            options={around.subscriptions.map(({ subscriptionId, displayName }) => ({
              value: subscriptionId,
              label: displayName,
            }))}
            set={(now, subscriptionId) => ({
              ...now,
              network: { ...now.network, subscriptionId, group: { is: 'new', name: '' } },
            })}
          />
        ) : (
          <Given label="Subscription" value={subscriptionName()} help="Given by the virtual network" />
        )}
        {isNew ? (
          <SelectAnswer
            field="network.region"
            label="Region"
            value={network.region}
            options={regionOptions(around)}
            help={around.regions.is === 'reading' ? 'The regions are being read.' : undefined}
            set={(now, region) => ({ ...now, network: { ...now.network, region } })}
          />
        ) : (
          <Given
            label="Region"
            value={regionName(there?.location ?? network.region)}
            help="Given by the virtual network"
          />
        )}
      </div>
      <ChosenAnswer
        field="network.group"
        label="Resource group for what is new"
        value={network.group}
        remark={deleteLockWords(network.group, around)}
        options={groupOptions(around, network.subscriptionId)}
        help={network.group.is === 'existing' ? defaultReason('network.group', answers, around) : undefined}
        set={(now, group) => ({ ...now, network: { ...now.network, group } })}
      />
      {isNew && (
        <TextAnswer
          field="network.addressSpace"
          label="Address space"
          value={network.addressSpace}
          placeholder="10.60.0.0/16"
          set={(now, addressSpace) => ({ ...now, network: { ...now.network, addressSpace } })}
        />
      )}
      {!isNew && hasGatewaySubnet(answers, around) === true ? (
        <SubnetThere />
      ) : (
        <TextAnswer
          field="network.gatewaySubnet"
          label="GatewaySubnet, new"
          value={network.gatewaySubnet}
          placeholder="10.60.255.0/27"
          set={(now, gatewaySubnet) => ({ ...now, network: { ...now.network, gatewaySubnet } })}
        />
      )}
    </PictureStep>
  )

  function subscriptionName(): string {
    const id = network.subscriptionId.toLowerCase()
    const found = around.subscriptions.find(({ subscriptionId }) => subscriptionId.toLowerCase() === id)
    return found?.displayName ?? network.subscriptionId
  }
}

/** An existing gateway has its network already. */
function GivenNetwork() {
  const { answers, around } = useWizard()
  const gateway = existingGateway(answers, around)
  const network = existingNetwork(answers, around)
  return (
    <PictureStep lead="Given by the gateway. Sites and connections are made in its resource group.">
      {gateway && network ? (
        <>
          <dl className={`${styles.two} ${styles.given}`}>
            <div>
              <dt>Virtual network</dt>
              <dd>
                <ResourceLink id={network.id} />
              </dd>
            </div>
            <div>
              <dt>Address space</dt>
              <dd className={styles.code}>{network.addressPrefixes.join(', ')}</dd>
            </div>
            <div>
              <dt>Region</dt>
              <dd>{regionName(network.location ?? '')}</dd>
            </div>
            <div>
              <dt>Resource group</dt>
              <dd>
                <bdi>{gateway.resourceGroup || groupName(answers.network.group)}</bdi>
              </dd>
            </div>
          </dl>
          <SubnetThere />
        </>
      ) : (
        <ExistingGateway />
      )}
    </PictureStep>
  )
}

function Given({ label, value, help }: { label: string; value: string; help: string }) {
  return (
    <dl className={styles.given}>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
      <dd className={styles.note}>{help}</dd>
    </dl>
  )
}

/** The GatewaySubnet of the network that is there. */
function SubnetThere() {
  const { answers, around, said } = useWizard()
  return (
    <ExistingSubnet
      id="network.gatewaySubnet"
      prefixes={subnetPrefixes(existingNetwork(answers, around), around)}
      asked={around.gatewaySubnet}
      said={said('network.gatewaySubnet')}
    />
  )
}
