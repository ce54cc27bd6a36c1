import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { count } from '../../../model/format.ts'
import { regionName } from '../../../model/resources/regions.ts'
import type { Answers } from '../../../model/site-to-site/answers.ts'
import { existingGateway, existingNetwork } from '../../../model/site-to-site/place.ts'
import { nameOfChosen } from '../../../model/wizard/place.ts'
import { addressZones } from '../../../model/site-to-site/wanted.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { isTouched } from '../../../model/wizard/touched.ts'
import { PictureStep } from '../PictureStep.tsx'
import { SelectAnswer, TextAnswer } from '../fields.ts'
import styles from '../../../components/wizard/FormStep.module.css'
import { ExistingGateway } from '../goal/ExistingGateway.tsx'
import { withGateway } from '../with-answers.ts'
import { useWizard } from '../wizard.ts'
import { Addresses } from './Addresses.tsx'
import { AdvancedGateway } from './AdvancedGateway.tsx'
import { skuOptions } from './sku-options.ts'

export function GatewayStep() {
  const { answers } = useWizard()
  return answers.goal.gateway === 'existing' ? <GivenGateway /> : <NewGateway />
}

function NewGateway() {
  const { answers, around, said, edit } = useWizard()
  const { gateway, goal, network } = answers
  const there = existingNetwork(answers, around)
  const region = there?.location ?? network.region
  const why = isTouched(answers, 'gateway.activeActive')
    ? undefined
    : goal.use === 'production'
      ? { two: 'Default for production', one: undefined }
      : { one: 'Default for tests', two: undefined }
  return (
    <PictureStep
      lead={
        <>
          For {there ? <ResourceLink id={there.id} /> : <bdi>{nameOfChosen(network.network)}</bdi>} in{' '}
          {regionName(region)}. {leadOf(answers, addressZones(answers, around))}
        </>
      }
    >
      <TextAnswer
        field="gateway.name"
        label="Name"
        value={gateway.name}
        set={(now, name) => withGateway(now, { name })}
      />
      <SelectAnswer
        field="gateway.sku"
        label="SKU"
        value={`${gateway.sku} ${gateway.generation}`}
        options={skuOptions(gateway.sku, gateway.generation)}
        set={(now, value) => {
          const [sku = '', generation = ''] = value.split(' ')
          return withGateway(now, { sku, generation })
        }}
      />
      <ChoiceField
        id="gateway.activeActive"
        label="Instances"
        value={gateway.activeActive ? 'two' : 'one'}
        said={said('gateway.activeActive')}
        choices={[
          {
            value: 'two',
            label: 'Active-active, two instances',
            help: 'Each device builds 2 tunnels. An update of Azure interrupts none of the traffic.',
            why: gateway.activeActive ? why?.two : undefined,
            unfit: /^basic$/i.test(gateway.sku)
              ? 'Not on Basic, which has one instance at a time.'
              : undefined,
          },
          {
            value: 'one',
            label: 'Active-standby, one instance at a time',
            help: '1 public IP address less; about 10 to 15 s without traffic at a planned change-over.',
            why: gateway.activeActive ? undefined : why?.one,
          },
        ]}
        onChange={(value) =>
          edit('gateway.activeActive', (now) => withGateway(now, { activeActive: value === 'two' }))
        }
      />
      <Addresses region={region} />
      <AdvancedGateway />
    </PictureStep>
  )
}

/** What the choices come to. */
function leadOf({ gateway }: Answers, zones: readonly string[]): string {
  const instances = gateway.activeActive ? 'Two instances' : 'One instance at a time'
  const where = zones.length === 0 ? 'no zones' : count(zones.length, 'zone')
  return `${instances}, ${where}, ${gateway.bgp ? 'BGP' : 'static routes'}.`
}

/** It stays as it is. */
function GivenGateway() {
  const { answers, around } = useWizard()
  const gateway = existingGateway(answers, around)
  return (
    <PictureStep lead="The gateway is used as it is: nothing of it is changed.">
      <ExistingGateway />
      {gateway && (
        <dl className={`${styles.two} ${styles.given}`}>
          <Given label="SKU">{[gateway.sku, gateway.generation].filter(Boolean).join(', ')}</Given>
          <Given label="Instances">
            {gateway.activeActive ? 'Active-active, two instances' : 'Active-standby'}
          </Given>
          <Given label="BGP">{gateway.enableBgp ? `On, AS ${gateway.bgp?.asn ?? 'not read'}` : 'Off'}</Given>
          <Given label="State">{gateway.provisioningState ?? 'Not read'}</Given>
        </dl>
      )}
    </PictureStep>
  )
}

function Given({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}
