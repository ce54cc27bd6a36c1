import type { EstatePolicy } from '../estates/estate.ts'
import { tagsIn } from '../network/tags.ts'
import type { JsonObject } from '../wire/json.ts'
import { isObject } from '../wire/read.ts'
import type { Answer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import { gatewayError } from './refusals.ts'
import { isAtOrBelow } from './roles.ts'

/** 403 for a write of a resource with tags that a policy with the effect deny does not let pass. */
export function refuseByPolicy(exchange: Exchange): Answer | undefined {
  const { estate, method, segments, body } = exchange
  if ((method !== 'PUT' && method !== 'PATCH') || segments.length !== 8 || !isObject(body)) return undefined
  // Policies about tags are for resources that have them, not for the deployment that makes them.
  if (/^microsoft\.resources$/i.test(segments[5] ?? '')) return undefined
  // A PATCH without tags changes none.
  if (method === 'PATCH' && body.tags === undefined) return undefined
  const id = `/${segments.join('/')}`
  const tags = tagsIn(body.tags) ?? {}
  const denying = (estate.policies ?? []).find(
    (policy) => isAtOrBelow(id, policy.scope) && !lets(policy, tags),
  )
  return denying && disallowed(denying, segments[7] ?? '', tags)
}

function lets({ requires }: EstatePolicy, tags: Record<string, string>): boolean {
  return valueOf(tags, requires.tag) !== undefined
}

function valueOf(tags: Record<string, string>, name: string): string | undefined {
  return Object.entries(tags).find(([tag]) => tag.toLowerCase() === name.toLowerCase())?.[1]
}

/** Text as in public reports (issue 348 of microsoft/vscode-apimanagement); the members of `info` are unverified. */
function disallowed(policy: EstatePolicy, name: string, tags: Record<string, string>): Answer {
  const { displayName, scope, requires } = policy
  const definitionId = `/subscriptions/${scope.split('/')[2] ?? ''}/providers/Microsoft.Authorization/policyDefinitions/${policy.name}`
  const assignmentId = `${scope}/providers/Microsoft.Authorization/policyAssignments/${policy.name}`
  const identifiers = [
    {
      policyAssignment: { name: displayName, id: assignmentId },
      policyDefinition: { name: displayName, id: definitionId },
    },
  ]
  const answer = gatewayError(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${name}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`,
  )
  const info: JsonObject = {
    evaluationDetails: {
      evaluatedExpressions: [
        {
          result: 'True',
          expressionKind: 'Field',
          expression: `tags[${requires.tag}]`,
          path: `tags[${requires.tag}]`,
          expressionValue: valueOf(tags, requires.tag),
          targetValue: 'false',
          operator: 'Exists',
        },
      ],
    },
    policyDefinitionId: definitionId,
    policyDefinitionName: policy.name,
    policyDefinitionDisplayName: displayName,
    policyDefinitionEffect: 'deny',
    policyAssignmentId: assignmentId,
    policyAssignmentName: policy.name,
    policyAssignmentDisplayName: displayName,
    policyAssignmentScope: scope,
    policyAssignmentParameters: { tagName: { value: requires.tag } },
    policyExemptionIds: [],
  }
  const error: JsonObject = {
    ...errorOf(answer),
    target: name,
    additionalInfo: [{ type: 'PolicyViolation', info }],
  }
  return { ...answer, body: { error } }
}

function errorOf({ body }: Answer): JsonObject {
  return isObject(body) && isObject(body.error) ? body.error : {}
}
