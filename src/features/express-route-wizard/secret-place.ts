import { type Answers, type Keys, md5KeyOf } from '../../model/express-route/answers.ts'
import { md5SecretOf } from '../../model/express-route/secrets.ts'
import type { Plan } from '../../model/plan/plan.ts'
import { parametersOf } from '../../model/plan/template.ts'

/** Where the first key is asked for that a plan needs and that is not in this page. */
export function secretPlace(
  plan: Plan,
  { circuits }: Pick<Answers, 'circuits'>,
  keys: Keys,
): { step: 'peering' | 'connection'; field: string } {
  // A peering that is there has no field for a key, whatever was answered before.
  const needed = new Set(parametersOf(plan).map(({ parameter }) => parameter))
  const md5 = circuits.findIndex(
    (one) => needed.has(md5SecretOf(one).parameter) && (keys[md5KeyOf(one)] ?? '') === '',
  )
  if (md5 >= 0) return { step: 'peering', field: `circuits.${md5}.md5Key` }
  return { step: 'connection', field: 'circuits' }
}
