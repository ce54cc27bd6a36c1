import type { CandidateId } from '../../model/choose/candidates.ts'

/** Id of the fold that has a candidate's details. */
export function detailId(id: CandidateId): string {
  return `detail-${id}`
}
