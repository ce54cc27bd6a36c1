import type { ReactNode } from 'react'
import { Age } from '../../components/Age.tsx'
import { withPaths } from '../../model/circuit/told-paths.ts'
import type { ExpressRouteCircuit } from '../../model/resources/expressroute.ts'
import type { Judgement } from '../../model/status/verdict.ts'
import { usePathsToldAt } from '../../queries/use-circuit-paths.ts'
import { VerdictBar } from './VerdictBar.tsx'

interface CircuitVerdictProps {
  circuit: ExpressRouteCircuit
  /** Of what the circuit itself tells. */
  judgement: Judgement
  why: (judgement: Judgement) => ReactNode
}

/** A circuit's verdict with what this page has read of its paths, which no list knows. */
export function CircuitVerdict({ circuit, judgement, why }: CircuitVerdictProps) {
  const told = usePathsToldAt(circuit.peerings.map(({ id }) => id))
  const shown = withPaths(
    judgement,
    circuit,
    told.map((one) => one?.reading),
  )
  const oldest = Math.min(...told.flatMap((one) => one?.at ?? []))
  return (
    <VerdictBar
      judgement={shown}
      ownKey={circuit.key}
      source={circuit.source}
      why={
        <>
          {Number.isFinite(oldest) && (
            <>
              Paths read <Age at={oldest} style="ago" />.{' '}
            </>
          )}
          {why(shown)}
        </>
      }
    />
  )
}
