import type { JsonObject } from '../../lib/json.ts'
import type { ShownRequest } from '../../model/requests/logged-request.ts'
import type { CodeTab } from './CodeTabs.tsx'

/** Every form of a plan's code. */
export interface PlanCode {
  template: JsonObject
  bicep: readonly { name: string; text: string }[]
  script: string
  requests: readonly ShownRequest[]
  /** Markdown. */
  changeRequest: string
}

/**
 * Every form of a plan's code as a tab.
 * @param name of the plan, which begins the names of files
 */
export function codeTabs(
  name: string,
  { template, bicep, script, requests, changeRequest }: PlanCode,
): CodeTab[] {
  return [
    { name: 'Bicep', text: inOneFile(bicep), fileName: `${name}.bicep`, is: 'text' },
    { name: 'ARM template', text: json(template), fileName: `${name}.json`, is: 'json' },
    { name: 'Azure CLI', text: script, fileName: `${name}.sh`, is: 'text' },
    {
      name: 'JSON per resource',
      text: requests.map(requestText).join('\n\n'),
      fileName: `${name}-requests.txt`,
      is: 'text',
    },
    { name: 'Change request', text: changeRequest, fileName: `${name}.md`, is: 'text' },
  ]
}

/** Modules stand below the file that uses them, each under its name. */
function inOneFile(files: PlanCode['bicep']): string {
  const [only, ...more] = files
  if (only && more.length === 0) return only.text
  return files.map(({ name, text }) => `// ${name}\n${text}`).join('\n\n')
}

function requestText({ method, url, body }: ShownRequest): string {
  return `${method} ${decodeURI(url)}\n${body.is === 'json' ? json(body.json) : ''}`
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
