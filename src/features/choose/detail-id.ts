import type { CandidateId } from '../../model/choose/candidates.ts'

/** Id of the fold that has a candidate's details. */
export function detailId(id: CandidateId): string {
  return `detail-${id}`
}

/** The heading of the answer, which the last question leads to. */
export const RESULT_ID = 'fits'
