import { isJsonObject } from '../lib/json.ts'
import type { BuiltIn, Setup } from './setup.ts'

/** What came back for config.json, or what the browser said instead of an answer. */
export type ConfigAnswer =
  { is: 'answer'; status: number; contentType: string; text: string } | { is: 'failure'; message: string }

/** @param asked the request for config.json, under way since index.html was parsed */
export async function configAnswer(asked: Promise<Response>): Promise<ConfigAnswer> {
  try {
    const response = await asked
    const text = await response.text()
    return {
      is: 'answer',
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      text,
    }
  } catch (error) {
    return { is: 'failure', message: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Decides between demo and Azure. Everything doubtful is a problem: a made-up estate in front of somebody with an
 * outage is the worst this app can do.
 */
export async function readSetup(answer: ConfigAnswer, builtIn: BuiltIn): Promise<Setup> {
  if (answer.is === 'failure') {
    return problem('config.json could not be read', `The browser said: ${answer.message}.`)
  }
  if (answer.status !== 200) {
    return problem(
      'config.json could not be read',
      `The server answered ${answer.status}${answer.status === 404 ? ', there is no such file' : ''}.`,
    )
  }
  const body = parse(answer.text)
  if (body === undefined) {
    const html = /^\s*</.test(answer.text) || answer.contentType.includes('html')
    return problem(
      'config.json is not JSON',
      html
        ? 'The server answered with an HTML page, as hosts do that send index.html for a file that is missing.'
        : 'What the server sent does not parse as JSON.',
    )
  }
  if (!isJsonObject(body)) {
    return problem('config.json does not hold an object', 'It is JSON, but not of the form { … }.')
  }
  const somethingIsSet = Object.keys(body).length > 0 || Object.values(builtIn).some((value) => value?.trim())
  // Apart: the demo need not wait for the rules of what it does not have.
  return somethingIsSet ? (await import('./setup.ts')).settle(body, builtIn) : { is: 'demo' }
}

function problem(what: string, why: string): Setup {
  return {
    is: 'problem',
    what,
    why,
    remedy:
      'Put a config.json beside index.html. It holds {} for the demo, or the client id of your app registration; it must be served as it is, not rewritten to index.html.',
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
