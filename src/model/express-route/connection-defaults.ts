import { CONVENTION, freeNameIn } from '../wizard/naming.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { inTurn } from './in-turn.ts'
import { circuitNameOf, gatewayNameOf, gatewayPlace } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Name and weight of each connection; all weigh the same, so that the paths share the traffic. */
export function connectionDefaults(answers: Answers, around: Surroundings): CircuitAnswers[] {
  const gateway = gatewayNameOf(answers)
  // A hub's connections are below its gateway.
  const type =
    answers.goal.to === 'hub' ? `expressRouteGateways/${gateway}/expressRouteConnections` : 'connections'
  const naming = {
    place: gatewayPlace(answers, around),
    namedIn: answers.namedIn?.gateway,
    estate: around.estate,
  }
  return inTurn(answers.circuits, (circuit, index, before) => {
    const { connection } = circuit
    const free = (member: string) => !isTouched(answers, `circuits.${index}.connection.${member}`)
    return {
      ...circuit,
      connection: {
        ...connection,
        name: free('name')
          ? freeNameIn(
              naming,
              CONVENTION.connection(gateway, circuitNameOf(circuit)),
              connection.name,
              type,
              before.map((one) => one.connection.name),
            )
          : connection.name,
        weight: free('weight') && connection.weight === '' ? '0' : connection.weight,
      },
    }
  })
}
