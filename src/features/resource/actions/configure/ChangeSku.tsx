import { Radio, RadioGroup } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import { hasZones, TO_ZONES } from '../../../../model/edits/express-route-sku.ts'
import {
  isSmaller,
  SMALLER,
  type SkuMove,
  skuEdit,
  skuMoves,
  whyNoSmallest,
} from '../../../../model/edits/sku.ts'
import { isOfExpressRoute } from '../../../../model/resources/tabs.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { textIn } from './read-values.ts'

/** Only what Azure takes without a new gateway is offered. */
export function ChangeSku({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const { sku = '' } = resource
  const form = useForm({ topic: 'sku', id: resource.id, now: { sku }, read })
  const moves = skuMoves(resource)
  const offered = moves.is === 'some' ? moves.moves : []
  const move = offered.find((one) => one.sku === form.values.sku)
  const smallest = whyNoSmallest(resource)
  return (
    <ConfigureDialog
      resource={resource}
      topic="sku"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Change the SKU of <bdi>{resource.name}</bdi>
        </>
      }
      write={skuEdit(resource, move ?? { sku, is: 'resize' })}
      notYet={move === undefined ? 'Choose another SKU' : undefined}
      consequences={gatewayChanged(resource, estate, {
        drops: drops(resource, move),
        after: isOfExpressRoute(resource) ? AFTER_EXPRESSROUTE : AFTER,
      })}
      verb="Change SKU"
    >
      <RadioGroup
        aria-label="SKU"
        value={form.values.sku}
        onChange={(_, { value }) => form.set({ sku: value })}
      >
        {!offered.some((one) => one.sku === sku) && <Radio value={sku} label={`${sku}, as it is`} />}
        {offered.map((one) => (
          <Radio key={one.sku} value={one.sku} label={`${one.sku}, ${WORDS[one.is]}`} />
        ))}
      </RadioGroup>
      {isOfExpressRoute(resource) && !hasZones(sku) && <p className={styles.note}>{TO_ZONES}</p>}
      {smallest !== undefined && <p className={styles.note}>{smallest}</p>}
      {move && isSmaller(resource, move) && <p className={styles.note}>{SMALLER}</p>}
    </ConfigureDialog>
  )
}

const WORDS: Record<SkuMove['is'], string> = {
  upgrade: 'the same size with availability zones',
  resize: 'another size',
  toScale: 'which scales by units, in place',
}

const AFTER =
  'The gateway takes no other change until it is done. The price changes. It cannot be changed back to a SKU without zones.'

const AFTER_EXPRESSROUTE =
  'The gateway takes no other change until it is done. The price changes. Circuits, FastPath and routes have other limits with each SKU.'

function drops(gateway: VirtualNetworkGateway, move: SkuMove | undefined): string {
  if (isOfExpressRoute(gateway))
    return move?.is === 'toScale'
      ? 'Nothing is expected to. Plan for a short interruption all the same.'
      : 'Traffic of its virtual network over ExpressRoute, for a short time.'
  return move?.is === 'upgrade'
    ? 'Nothing is expected to, between SKUs of one size. Plan for a short interruption all the same.'
    : 'All its tunnels and point-to-site, for a short time.'
}

function read(values: JsonObject): { sku: string } {
  return { sku: textIn(values, 'sku') }
}
