import type { Answers, ConnectionAnswers } from '../../model/branch/answers.ts'

/** Members of the connections' answers. */
export function withConnection(answers: Answers, change: Partial<ConnectionAnswers>): Answers {
  return { ...answers, connection: { ...answers.connection, ...change } }
}
