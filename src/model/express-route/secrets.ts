import type { PlannedSecret } from '../plan/plan.ts'
import { authorizationKeyOf, md5KeyOf, type Answers, type CircuitAnswers, type Keys } from './answers.ts'
import { circuitNameOf } from './place.ts'

/** Where the MD5 key of a circuit's private peering goes. */
export function md5SecretOf(circuit: CircuitAnswers): PlannedSecret {
  return {
    path: ['properties', 'sharedKey'],
    parameter: parameterName('md5Key', circuit),
    what: `the MD5 key of the private peering of ${circuitNameOf(circuit)}`,
  }
}

/** Where the authorization key for a circuit goes. */
export function authorizationSecretOf(circuit: CircuitAnswers): PlannedSecret {
  return {
    path: ['properties', 'authorizationKey'],
    parameter: parameterName('authorizationKey', circuit),
    what: `the authorization key of ${circuitNameOf(circuit)}`,
  }
}

/** Letters and digits; with the circuit's key two of one name stay two. */
function parameterName(kind: string, circuit: CircuitAnswers): string {
  const words = circuitNameOf(circuit)
    .replace(/^erc[-_.]?/i, '')
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
  return `${kind}${words.slice(0, 50)}${circuit.key.replaceAll(/[^a-zA-Z0-9]/g, '').toUpperCase()}`
}

/** The keys by the parameters of the plan's secrets; a circuit without one has none. */
export function secretValues({ circuits }: Pick<Answers, 'circuits'>, keys: Keys): Record<string, string> {
  const values: Record<string, string> = {}
  for (const circuit of circuits) {
    const md5 = keys[md5KeyOf(circuit)]
    const authorization = keys[authorizationKeyOf(circuit)]
    if (md5 !== undefined) values[md5SecretOf(circuit).parameter] = md5
    if (authorization !== undefined) values[authorizationSecretOf(circuit).parameter] = authorization.trim()
  }
  return values
}

/** The keys that are still meant: of circuits of the answers, MD5 keys only where one is used. */
export function meantKeys({ circuits }: Pick<Answers, 'circuits'>, keys: Keys): Keys {
  const meant = new Set(
    circuits.flatMap((circuit) => [
      authorizationKeyOf(circuit),
      ...(circuit.peering.md5 ? [md5KeyOf(circuit)] : []),
    ]),
  )
  return Object.fromEntries(Object.entries(keys).filter(([key]) => meant.has(key)))
}
