import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { gatewayNameOf } from '../../../model/express-route/place.ts'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { CircuitConnection } from './CircuitConnection.tsx'

/** What joins each circuit to the gateway. */
export function ConnectionStep() {
  const { answers } = useWizard()
  const { gateway, circuits } = answers
  return (
    <PictureStep
      lead={
        <>
          One connection joins each circuit to{' '}
          {gateway.use === 'existing' && gateway.existing !== '' ? (
            <ResourceLink id={gateway.existing} />
          ) : (
            <bdi>{gatewayNameOf(answers) || 'the gateway'}</bdi>
          )}
          .{' '}
          {circuits.length > 1 &&
            'With the same weight, both share the traffic; the heavier one has it alone while it is up.'}
        </>
      }
    >
      {circuits.map((circuit, index) => (
        <CircuitConnection key={circuit.key} circuit={circuit} index={index} />
      ))}
    </PictureStep>
  )
}
