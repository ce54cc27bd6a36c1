import type { ListRow } from '../../../../../model/edits/client-lists.ts'
import type { PointToSiteProblem } from '../../../../../model/edits/point-to-site-problems.ts'

/** What a field of a row shows of what is wrong with it. @param problems those of the list */
export function aboutRow(problems: readonly PointToSiteProblem[], { key }: ListRow, part: string) {
  const text = problems.find((one) => one.row === key && one.part === part)?.text
  return {
    field: {
      validationState: text === undefined ? 'none' : 'error',
      validationMessage: text,
    },
    input: { 'aria-invalid': text === undefined ? undefined : true },
  } as const
}

/** What is wrong with the list as a whole. */
export function ofList(problems: readonly PointToSiteProblem[]): string | undefined {
  return problems.find(({ row }) => row === undefined)?.text
}
