import { count } from '../format.ts'
import { shellQuoted, azCommand } from './az-commands.ts'
import type { Plan, PlannedResource } from './plan.ts'
import { bodyWith, requestOf } from './requests.ts'
import { secretsOf, type VersionFor } from './template.ts'

/**
 * The plan as a script for a POSIX shell that makes the same with the Azure CLI, one resource after the other. Secrets are asked for where it
 * runs; they are in no argument of a process, and no answer is printed, since it may repeat them.
 */
export function azScriptOf(plan: Plan, versionFor: VersionFor): string {
  const secrets = secretsOf(plan.resources)
  return [
    '#!/bin/sh',
    `# ${comment(plan.name)}: creates ${count(plan.resources.length, 'resource')} in ${comment(plan.at.resourceGroup)}, one after the other.`,
    '# Needs the Azure CLI, signed in (az login). What fails ends it; run it again after the cause is gone.',
    'set -eu',
    ...(secrets.length === 0 ? [] : ['', ...ASK]),
    ...secrets.map(
      ({ parameter, what }) => `ask ${shellQuoted(comment(what))}\n${parameter}=$(json_text "$answer")`,
    ),
    ...plan.groups.flatMap(({ subscriptionId, name, location }) => [
      '',
      `# ${comment(name)}: resource group`,
      `az group create --subscription ${shellQuoted(subscriptionId)} --name ${shellQuoted(name)} --location ${shellQuoted(location)} --output none`,
    ]),
    ...plan.resources.flatMap((resource) => [
      '',
      `# ${comment(resource.id.split('/').at(-1) ?? '')}: ${comment(resource.settings)}`,
      azCommand(resource) ?? sent(resource, versionFor),
    ]),
    '',
  ].join('\n')
}

/** The keyboard's echo comes back also where the script is stopped. */
const ASK = [
  'ask() {',
  String.raw`  printf '%s: ' "$1" >&2`,
  "  trap 'stty echo 2>/dev/null || true' EXIT",
  "  trap 'exit 130' INT TERM",
  '  stty -echo 2>/dev/null || true',
  '  IFS= read -r answer',
  '  stty echo 2>/dev/null || true',
  String.raw`  printf '\n' >&2`,
  '}',
  String.raw`json_text() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }`,
]

/** `az rest` sends a body as it is and does not wait for the end (Azure CLI reference, az rest, az resource wait). */
function sent(resource: PlannedResource, versionFor: VersionFor): string {
  const { id } = resource
  const version = shellQuoted(versionFor(id))
  const url = shellQuoted(requestOf(resource, versionFor).url)
  return [
    `printf '%s' ${bodyWords(resource)} | az rest --method put --url ${url} --body @- --output none`,
    `az resource wait --ids ${shellQuoted(id)} --api-version ${version} --created --timeout 7200 --output none`,
  ].join('\n')
}

/** The body as one word, secrets as variables in it. A text that is nowhere in the body shows where each goes. */
function bodyWords(resource: PlannedResource): string {
  const text = JSON.stringify(bodyWith(resource, () => ''))
  let mark = '@'
  while (text.includes(mark)) mark += '@'
  return JSON.stringify(bodyWith(resource, (parameter) => `${mark}${parameter}${mark}`))
    .split(mark)
    .map((part, index) => (index % 2 === 0 ? shellQuoted(part) : `"$${part}"`))
    .join('')
}

/** One line, without what a terminal would act on. */
function comment(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
