import type { Answers, ConnectionAnswers, Gateway, Site } from '../../model/site-to-site/answers.ts'

/** Members of the gateway's answers. */
export function withGateway(answers: Answers, change: Partial<Gateway>): Answers {
  return { ...answers, gateway: { ...answers.gateway, ...change } }
}

/** Members of one of the sites. */
export function withSiteAt(answers: Answers, index: number, change: Partial<Site>): Answers {
  return { ...answers, sites: answers.sites.map((one, at) => (at === index ? { ...one, ...change } : one)) }
}

/** Members of the connections' answers. */
export function withConnection(answers: Answers, change: Partial<ConnectionAnswers>): Answers {
  return { ...answers, connection: { ...answers.connection, ...change } }
}
