import type { ReactNode } from 'react'
import { Navigate, useParams, useSearchParams } from 'react-router-dom'
import { stepPath, type StepTitle } from './shown-wizard.ts'

interface StepRouteProps<S extends string> {
  home: string
  steps: readonly (StepTitle & { id: S })[]
  /** The list of drafts; without one the wizard begins at its first step. */
  drafts: ReactNode
  page: (step: S) => ReactNode
}

/** The step that an address names. */
export function StepRoute<S extends string>({ home, steps, drafts, page }: StepRouteProps<S>) {
  const { step } = useParams()
  const [search] = useSearchParams()
  const known = steps.find(({ id }) => id === step)
  if (known) return page(known.id)
  if (step === undefined && drafts !== undefined) return drafts
  return (
    <Navigate
      replace
      to={stepPath(steps[0]?.id ?? '', search.size === 0 ? '' : `?${search.toString()}`, { home })}
    />
  )
}
