import { Field, Input } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { hubGatewayConnections } from '../../../../model/edits/removal.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import {
  carries,
  type Scaled,
  scaleLoad,
  scaleEdit,
  scaleProblems,
  type TypedScale,
  typedScale,
} from '../../../../model/edits/scale-units.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { about } from '../about.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn } from '../configure/read-values.ts'

/** How many units an ExpressRoute gateway has, and how many it may take by itself. */
export function ChangeScale({ resource, estate, open, onClose }: ActionFormProps<Scaled>) {
  const form = useForm({ topic: 'scale', id: resource.id, now: { ...typedScale(resource) }, read })
  const typed = form.values
  const problems = scaleProblems(resource, typed, scaleLoad(resource, estate))
  const error = problems.find(({ is }) => is === 'error')?.text
  const words = {
    drops: 'Nothing is expected to. Fewer units carry less, and what is over that is dropped.',
    after: 'A step takes up to 30 minutes, and the gateway takes no other change meanwhile.',
  }
  const input = (field: keyof TypedScale, label: string) => (
    <Field label={label} hint={carried(resource, typed[field])} {...about(problems, field)}>
      <Input
        value={typed[field]}
        inputMode="numeric"
        onChange={(_, { value }) => form.set({ [field]: value })}
      />
    </Field>
  )
  return (
    <ConfigureDialog
      resource={resource}
      topic="scale"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Change the scale units of <bdi>{resource.name}</bdi>
        </>
      }
      write={scaleEdit(resource, typed)}
      notYet={error}
      consequences={
        resource.kind === 'virtualNetworkGateway'
          ? gatewayChanged(resource, estate, words)
          : {
              touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
              depends: hubGatewayConnections(resource, estate).map(({ id, name }) => ({ id, name })),
              ...words,
            }
      }
      verb="Change scale units"
    >
      <div className={styles.two}>
        {input('least', 'Scale units, at least')}
        {input('most', 'Scale units, at most')}
      </div>
      <p className={styles.note}>The same number in both: it does not scale by itself.</p>
    </ConfigureDialog>
  )
}

function carried(gateway: Scaled, text: string): string | undefined {
  const units = Number(text)
  return Number.isInteger(units) && units > 0 ? `${carries(gateway, units)} in all` : undefined
}

function read(values: JsonObject): JsonObject & TypedScale {
  return { least: textIn(values, 'least'), most: textIn(values, 'most') }
}
