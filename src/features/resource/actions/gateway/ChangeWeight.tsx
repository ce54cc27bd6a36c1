import { Field, Input, Switch } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import {
  type CircuitConnection,
  circuitConnectionEdit,
  circuitConnectionProblems,
  circuitOfConnection,
  type TypedCircuitConnection,
  typedCircuitConnection,
} from '../../../../model/edits/circuit-connection.ts'
import { nameOfId } from '../../../../model/paths.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { about } from '../about.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'

/** Which of several circuits is taken, and whether traffic goes past the gateway. */
export function ChangeWeight({ resource, estate, open, onClose }: ActionFormProps<CircuitConnection>) {
  const form = useForm({
    topic: 'weight',
    id: resource.id,
    now: { ...typedCircuitConnection(resource) },
    read,
  })
  const typed = form.values
  const problems = circuitConnectionProblems(resource, typed, estate)
  const circuit = circuitOfConnection(resource, estate)
  const gateway = resource.kind === 'connection' ? resource.gateway1Id : resource.gatewayId
  const toggle = (field: 'fastPath' | 'privateLink' | 'internet', label: string, hint: string) => (
    <Field hint={hint} {...about(problems, field)}>
      <Switch
        label={label}
        checked={typed[field]}
        onChange={(_, { checked }) => form.set({ [field]: checked })}
      />
    </Field>
  )
  return (
    <ConfigureDialog
      resource={resource}
      topic="weight"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Weight and FastPath of <bdi>{resource.name}</bdi>
        </>
      }
      write={circuitConnectionEdit(resource, typed)}
      notYet={problems.find(({ is }) => is === 'error')?.text}
      consequences={{
        touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
        depends: [
          ...(circuit ? [{ id: circuit.id, name: circuit.name, note: 'its circuit' }] : []),
          ...(gateway === undefined ? [] : [{ id: gateway, name: nameOfId(gateway), note: 'its gateway' }]),
        ],
        drops: 'Traffic may change over to another circuit, normally without a loss.',
        after:
          'The way back from on-premises is decided there: set it alike, or traffic comes back over another circuit.',
      }}
      verb="Change connection"
    >
      <div className={styles.fields}>
        <div className={styles.two}>
          <Field
            label="Routing weight"
            hint="0 to 32000; of two ways to one network the larger is taken, equal ones share"
            {...about(problems, 'weight')}
          >
            <Input
              value={typed.weight}
              inputMode="numeric"
              onChange={(_, { value }) => form.set({ weight: value })}
            />
          </Field>
        </div>
        {toggle('fastPath', 'FastPath', 'Traffic goes past the gateway, straight to the virtual machines')}
        {toggle(
          'privateLink',
          'Private link over FastPath',
          'Private endpoints too are reached past the gateway',
        )}
        {resource.kind === 'expressRouteConnection' &&
          toggle('internet', 'Internet security', 'The hub’s default route goes on to on-premises')}
      </div>
    </ConfigureDialog>
  )
}

function read(values: JsonObject): JsonObject & TypedCircuitConnection {
  return {
    weight: textIn(values, 'weight'),
    fastPath: flagIn(values, 'fastPath'),
    privateLink: flagIn(values, 'privateLink'),
    internet: flagIn(values, 'internet'),
  }
}
