import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { apiVersionFor } from '../azure/api-versions.ts'
import type { Azure } from '../azure/azure.ts'
import type { Result } from '../lib/result.ts'
import { type CreatedRemoval, removalOfCreated } from '../model/deployments/created.ts'
import type { PlanRun, RunOrigin } from '../model/deployments/run.ts'
import type { PlanValidation } from '../model/deployments/validation.ts'
import { errorIn, type HubError, innerErrors } from '../model/errors.ts'
import type { Plan } from '../model/plan/plan.ts'
import { declaredValues, deploymentId, templateOf } from '../model/plan/template.ts'
import type { QueuedWrite } from '../model/edits/write-state.ts'
import type { Right } from '../model/rights/right.ts'
import { keys } from './keys.ts'
import { useAzure } from './use-azure.ts'
import { useEdits } from './use-edits.ts'
import { useEstate } from './use-estate.ts'
import { useRights } from './use-rights.ts'

/**
 * Asks Azure whether it would take a plan and what it would do. No secret is sent or kept. A changed plan is asked about anew.
 * @param plan absent while there is none to ask about
 */
export function useValidation(plan: Plan | undefined): { validation: PlanValidation; again: () => void } {
  const azure = useAzure()
  const client = useQueryClient()
  const asked = useMemo(() => {
    if (!plan || plan.groups.length > 0) return undefined
    const name = `${plan.name.slice(0, 57)}-check`
    return { id: deploymentId({ ...plan.at, name }), template: templateOf(plan, apiVersionFor, { name }) }
  }, [plan])
  const queryKey = keys.validation(asked?.id ?? '', JSON.stringify(asked?.template ?? {}))
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => (asked ? ask(azure, asked, signal) : null),
    enabled: asked !== undefined,
    staleTime: 60_000,
  })
  const again = () => void client.resetQueries({ queryKey })
  if (plan && plan.groups.length > 0)
    return { validation: { is: 'groupMissing', groups: plan.groups.map(({ name }) => name) }, again }
  if (data) return { validation: data, again }
  // What asks may not have loaded.
  return { validation: error ? { is: 'notAsked', error: errorIn(error) } : { is: 'asking' }, again }
}

async function ask(
  azure: Azure,
  asked: Parameters<Awaited<ReturnType<Azure['deployments']>>['validate']>[0],
  signal: AbortSignal,
): Promise<PlanValidation> {
  const deployments = await azure.deployments()
  const [validated, changes] = await Promise.all([
    deployments.validate(asked, signal),
    deployments.whatIf(asked, signal),
  ])
  if (validated.ok) return { is: 'accepted', at: Date.now(), changes }
  return isSilence(validated.error)
    ? { is: 'notAsked', error: validated.error }
    : { is: 'refused', at: Date.now(), errors: innerErrors(validated.error) }
}

/** It says nothing of the plan. */
function isSilence({ kind, inner }: HubError): boolean {
  return (
    inner === undefined &&
    (kind === 'auth' || kind === 'network' || kind === 'throttled' || kind === 'server' || kind === 'fault')
  )
}

/** Every run of this browser and account, the newest first. */
export function useRuns(): readonly PlanRun[] {
  const { runs } = useEdits()
  return useSyncExternalStore(runs.subscribe, runs.getSnapshot)
}

export function useRun(key: string | undefined): PlanRun | undefined {
  return useRuns().find((run) => run.key === key)
}

/** Begins to carry out a plan. @returns the run's key. `secrets`: by parameter; those of this plan are sent, and kept nowhere. */
export function useStartRun(): (
  plan: Plan,
  secrets: Readonly<Record<string, string>>,
  origin: RunOrigin,
) => string {
  const { runs } = useEdits()
  return (plan, secrets, origin) =>
    runs.start({
      plan,
      secrets: declaredValues(plan, secrets),
      origin,
      templateFor: ({ name }) => templateOf(plan, apiVersionFor, { name }),
    })
}

export interface RunControls {
  /** Azure begins nothing more of it; a gateway that it is at goes on to its end. */
  cancel(key: string): Promise<Result<undefined, HubError>>
  /** Follows no longer what cannot be looked at. */
  stop(key: string): void
  /** Takes an end from the list. */
  drop(key: string): void
}

export function useRunControls(): RunControls {
  return useEdits().runs
}

/** What takes a run back, and how far that is. `undefined` while it runs, or where nobody knows what it created. */
export function useRemoveCreated(run: PlanRun | undefined):
  | (CreatedRemoval & {
      /** One after another; what Azure refuses stops those after it. */
      remove: () => void
      /** Removals of this run that this tab was asked for, done ones too. */
      writes: readonly QueuedWrite[]
      /** Of all that goes. */
      right: Right
    })
  | undefined {
  const { queue } = useEdits()
  const { estate } = useEstate()
  const queued = useSyncExternalStore(queue.subscribe, queue.getSnapshot)
  const runs = useRuns()
  const removal = useMemo(
    () => (run?.created && run.state.is !== 'running' ? removalOfCreated(run, runs, estate) : undefined),
    [run, runs, estate],
  )
  const needs = useMemo(
    () => (removal?.removals ?? []).map(({ action, id }) => ({ action, scope: id })),
    [removal],
  )
  const right = useRights(needs)
  if (!run || !removal) return undefined
  return {
    ...removal,
    remove() {
      let after: string | undefined
      for (const one of removal.removals)
        after = queue.add(one, { of: run.key, ...(after !== undefined && { after }) })
    },
    writes: queued.filter(({ of }) => of === run.key),
    right,
  }
}
