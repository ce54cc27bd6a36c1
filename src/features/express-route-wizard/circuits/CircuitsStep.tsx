import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { withOtherCircuit } from '../../../model/express-route/other-circuit.ts'
import { orderedCircuit } from '../../../model/express-route/standing.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { TextAnswer } from '../fields.ts'
import { AlsoMicrosoft } from '../microsoft/AlsoMicrosoft.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { withCircuitAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'
import { DirectCircuit } from './DirectCircuit.tsx'
import { ExistingCircuit } from './ExistingCircuit.tsx'
import { OrderedCircuit } from './OrderedCircuit.tsx'
import { ProviderCircuit } from './ProviderCircuit.tsx'
import { RegionAnswer } from './RegionAnswer.tsx'
import { SkuAnswers } from './SkuAnswers.tsx'

/** Each circuit: a new one, one that is there, or somebody else's. */
export function CircuitsStep() {
  const { answers, around, said } = useWizard()
  const { circuits } = answers
  const isOrdered = circuits.some((circuit) => orderedCircuit(circuit, answers, around))
  return (
    <PictureStep
      lead={
        isOrdered
          ? 'What was ordered stands here as it is there. Nothing is ordered on this step.'
          : 'Nothing is ordered on this step. What cannot be changed later without a new circuit is said where it is chosen.'
      }
    >
      <SaidLines id="circuits" said={said('circuits')} />
      {circuits.map((circuit, index) => (
        <section key={circuit.key} className={styles.site} aria-labelledby={`circuit-${circuit.key}`}>
          {circuits.length > 1 && (
            <h2 id={`circuit-${circuit.key}`} className={styles.heading} tabIndex={-1}>
              Circuit {index + 1}
            </h2>
          )}
          <UseAnswer circuit={circuit} index={index} />
        </section>
      ))}
      <AlsoMicrosoft />
    </PictureStep>
  )
}

function UseAnswer({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { around, edit, said } = useWizard()
  const field = `circuits.${index}`
  return (
    <>
      <ChoiceField
        id={`${field}.use`}
        label="Circuit"
        value={circuit.use}
        said={said(`${field}.use`)}
        choices={[
          { value: 'new', label: 'Order a new one' },
          { value: 'existing', label: 'Use one that is there' },
          {
            value: 'redeemed',
            label: 'Use somebody else’s',
            help: 'Its owner gives you its resource id and an authorization key.',
          },
        ]}
        onChange={(use) => edit(`${field}.use`, (now) => withOtherCircuit(now, index, { use }, around))}
      />
      <OfUse circuit={circuit} index={index} />
    </>
  )
}

function OfUse({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const field = `circuits.${index}`
  switch (circuit.use) {
    case 'new':
      return <NewCircuit circuit={circuit} index={index} />
    case 'existing':
      return <ExistingCircuit circuit={circuit} index={index} />
    case 'redeemed':
      return (
        <TextAnswer
          field={`${field}.uri`}
          label="Resource id of the circuit"
          placeholder="/subscriptions/…/expressRouteCircuits/…"
          help="The authorization key that goes with it is asked for on the step Connection."
          value={circuit.uri}
          set={(now, uri) => withCircuitAt(now, index, { uri })}
        />
      )
    default:
      return circuit.use satisfies never
  }
}

function NewCircuit({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around } = useWizard()
  const field = `circuits.${index}`
  const ordered = orderedCircuit(circuit, answers, around)
  if (ordered) return <OrderedCircuit circuit={circuit} found={ordered} />
  return (
    <>
      {answers.goal.port === 'provider' ? (
        <ProviderCircuit circuit={circuit} index={index} />
      ) : (
        <DirectCircuit circuit={circuit} index={index} />
      )}
      <SkuAnswers circuit={circuit} index={index} />
      <div className={styles.two}>
        <TextAnswer
          field={`${field}.name`}
          label="Name"
          value={circuit.name}
          set={(now, name) => withCircuitAt(now, index, { name })}
        />
        <RegionAnswer circuit={circuit} index={index} />
      </div>
    </>
  )
}
