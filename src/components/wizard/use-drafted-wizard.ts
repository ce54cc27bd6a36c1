import { useLocation, useNavigate } from 'react-router-dom'
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import type { Check } from '../../model/plan/check.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { type ShownWizard, stepPath, type StepTitle } from './shown-wizard.ts'

/** Secrets of a wizard, in this page's memory, by what they are for. */
type Secrets = Readonly<Record<string, string>>

/** What a wizard is made from. */
export interface WizardParts<A, S extends string> {
  /** Of its drafts and runs: `site-to-site`. */
  wizard: string
  name: string
  home: string
  step: S
  steps: readonly (StepTitle & { id: S })[]
  draft: WizardDraft | undefined
  /** The draft's answers, or those to start with. */
  answers: A
  checks: readonly Check<S, A>[]
  isTold(check: Check<S, A>, left: boolean): boolean
  reason(field: string): string | undefined
  placed(check: Pick<Check<S, A>, 'field' | 'text'>): string
  /** What a list of drafts calls it. */
  nameOf(answers: A): string
  /** Answers after a change of a field: what nobody touched follows. */
  changed(answers: A, field: string): A
  /** `undefined` where this page knows none of the draft: it was loaded since. */
  secrets: Secrets | undefined
  /** The secrets that go with changed answers. */
  secretsOf(answers: A): Secrets
  stores: {
    drafts: { keep(draft: WizardDraft): void; discard(key: string): void }
    keys: { set(draft: string, secrets: Secrets): void; forget(draft: string): void }
  }
  /** Has the draft's key as soon as there is one, before the address has. */
  onMade(key: string): void
}

/** A wizard whose answers are a draft. */
export interface DraftedWizard<A, S extends string> extends ShownWizard {
  step: S
  answers: A
  checks: readonly Check<S, A>[]
  /** The draft is older than this page, so its secrets are gone. */
  secretsGone: boolean
  isTold(check: Check<S, A>): boolean
  /**
   * @param field the place that somebody touched; what nobody touched follows
   * @param secrets where the change brings others: in one step with it, since each step made from the same page is a draft of its own
   */
  edit(field: string, change: (answers: A) => A, secrets?: Secrets): void
  /** Answers that are made already, with all that follows. */
  put(answers: A): void
  setSecrets(secrets: Secrets): void
  /** @param answers others than those that are shown */
  leave(step: S, answers?: A): Promise<string>
  isLeft(step: S): boolean
  pathOf(step: S): string
}

/** A wizard over its draft, or before there is one: the first thing that is chosen or typed makes it. */
export function useDraftedWizard<A, S extends string>(parts: WizardParts<A, S>): DraftedWizard<A, S> {
  const { wizard, name, home, step, steps, draft, answers, checks, secrets, stores } = parts
  const navigate = useNavigate()
  const { search } = useLocation()
  const left = draft?.left ?? []
  const isTold = (check: Check<S, A>) => parts.isTold(check, left.includes(check.step))

  /** @param typed the secrets, where it is they that were typed */
  async function keep(next: A, leaving?: S, typed?: Secrets): Promise<string> {
    const key = draft?.key ?? newKey()
    stores.drafts.keep({
      key,
      wizard,
      name: parts.nameOf(next),
      answers: plain(next),
      left: leaving === undefined || left.includes(leaving) ? left : [...left, leaving],
      at: Date.now(),
    })
    // Not after a reload: whoever has the old key on a device must not get another one unasked.
    if (typed !== undefined || draft === undefined || secrets !== undefined)
      stores.keys.set(key, typed ?? parts.secretsOf(next))
    const itsSearch = `?draft=${key}`
    if (draft === undefined) {
      parts.onMade(key)
      await navigate({ search: itsSearch }, { replace: true })
    }
    return itsSearch
  }

  return {
    name,
    home,
    step,
    steps,
    ...(draft && { draft: draft.key, savedAt: draft.at }),
    answers,
    checks,
    secretsGone: draft !== undefined && secrets === undefined,
    isTold,
    said: (field) =>
      checks
        .filter((check) => check.field === field && isTold(check))
        .map(({ is, text, remedy }) => ({
          is,
          text,
          ...(remedy && { remedy: { label: remedy.label, run: () => void keep(remedy.change(answers)) } }),
        })),
    reason: parts.reason,
    placed: parts.placed,
    edit: (field, change, typed) => void keep(parts.changed(change(answers), field), undefined, typed),
    put: (next) => void keep(next),
    setSecrets(next) {
      if (draft) stores.keys.set(draft.key, next)
      else void keep(answers, undefined, next)
    },
    leave: (leaving, next = answers) => keep(next, leaving),
    isLeft: (one) => left.includes(one),
    pathOf: (one) => stepPath(one, draft ? `?draft=${draft.key}` : search, { home }),
    close: () => void navigate(home),
    discard() {
      if (draft) {
        stores.keys.forget(draft.key)
        stores.drafts.discard(draft.key)
      }
      void navigate(home)
    },
  }
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** Answers are plain data, which their type does not say. */
function plain(answers: unknown): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(answers))
  return isJsonObject(copy) ? copy : {}
}
