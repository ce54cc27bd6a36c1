import { type Answers, type Keys, md5KeyOf } from '../../model/express-route/answers.ts'

/** Where the first key is asked for that is not in this page. */
export function secretPlace(
  { circuits }: Pick<Answers, 'circuits'>,
  keys: Keys,
): { step: 'peering' | 'connection'; field: string } {
  const md5 = circuits.findIndex((one) => one.peering.md5 && (keys[md5KeyOf(one)] ?? '') === '')
  if (md5 >= 0) return { step: 'peering', field: `circuits.${md5}.md5Key` }
  return { step: 'connection', field: 'circuits' }
}
