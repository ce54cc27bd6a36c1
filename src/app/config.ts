import { isJsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { BuiltIn, Setup } from './setup.ts'

/** What came back for config.json, or what the browser said instead of an answer. */
export type ConfigAnswer =
  | { is: 'answer'; status: number; contentType: string; text: string }
  | { is: 'failure'; message: string }

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
    return problem('config.json could not be read', `The browser said: ${answer.message}.`, LATER)
  }
  if (answer.status === 404)
    return problem('config.json could not be read', 'The server answered 404, there is no such file.')
  if (answer.status !== 200)
    return problem('config.json could not be read', `The server answered ${answer.status}.`, LATER)
  const parsed = parse(answer.text)
  if (!parsed.ok) {
    const html = /^\s*</.test(answer.text) || answer.contentType.includes('html')
    return html
      ? problem(
          'config.json is not JSON',
          'The server answered with an HTML page, as hosts do that send index.html for a file that is missing.',
        )
      : problem(
          'config.json is not JSON',
          `What the server sent does not parse as JSON. The browser said: ${parsed.error}.`,
          'Mend the file config.json beside index.html, then reload this page.',
        )
  }
  const body = parsed.value
  if (!isJsonObject(body)) {
    return problem('config.json does not hold an object', 'It is JSON, but not of the form { … }.')
  }
  const somethingIsSet = Object.keys(body).length > 0 || Object.values(builtIn).some((value) => value?.trim())
  // Apart: the demo need not wait for the rules of what it does not have.
  return somethingIsSet ? (await import('./setup.ts')).settle(body, builtIn) : { is: 'demo' }
}

const PUT_ONE =
  'Put a config.json beside index.html. It holds {} for the demo, or the client id of your app registration; it must be served as it is, not rewritten to index.html.'

const LATER =
  'Check the network and the server that this page came from, then try again. The file stands beside index.html.'

function problem(what: string, why: string, remedy = PUT_ONE): Setup {
  return { is: 'problem', what, why, remedy }
}

function parse(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}
