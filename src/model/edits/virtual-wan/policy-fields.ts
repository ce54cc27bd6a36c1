import type { JsonObject } from '../../../lib/json.ts'
import type { DrawnField, DrawnProblem } from '../drawn-form.ts'
import { IPSEC_OPTIONS, policyProblems, PRESETS, type TypedPolicy } from '../ipsec-policy.ts'

/** Azure's own policy, or all eight values of another (Virtual WAN document 5.4). */
export type PolicyValues = TypedPolicy & { policy: string }

const LABELS: Readonly<Record<keyof TypedPolicy, string>> = {
  ikeEncryption: 'IKE encryption',
  ikeIntegrity: 'IKE integrity',
  dhGroup: 'DH group',
  ipsecEncryption: 'IPsec encryption',
  ipsecIntegrity: 'IPsec integrity',
  pfsGroup: 'PFS group',
  saLifeTimeSeconds: 'SA lifetime in seconds',
  saDataSizeKilobytes: 'SA data size in kilobytes',
}

// A literal with a label for each field; Object.keys forgets which.
const FIELDS = Object.keys(LABELS) as (keyof TypedPolicy)[]

export function policyValues(
  policy: Readonly<Partial<Record<keyof TypedPolicy, string | number>>> | undefined,
): PolicyValues {
  if (policy === undefined) return { policy: 'default', ...PRESETS.Strong }
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String(policy[name] ?? '')]))
  return { policy: 'custom', ...PRESETS.Strong, ...typed }
}

export function policyFields(values: PolicyValues): DrawnField[] {
  return [
    {
      is: 'choice',
      name: 'policy',
      label: 'IPsec policy',
      options: [
        { value: 'default', label: 'Azure’s default, many proposals' },
        { value: 'custom', label: 'Custom, one proposal' },
      ],
    },
    ...(values.policy === 'custom'
      ? FIELDS.map((name): DrawnField => {
          const label = LABELS[name]
          if (name === 'saLifeTimeSeconds' || name === 'saDataSizeKilobytes')
            return { is: 'number', name, label }
          return {
            is: 'choice',
            name,
            label,
            options: [...new Set([...IPSEC_OPTIONS[name], values[name]])].map((value) => ({
              value,
              label: value,
            })),
          }
        })
      : []),
  ]
}

export function policyFaults(values: PolicyValues): DrawnProblem[] {
  return values.policy === 'custom' ? policyProblems(values).map((one) => ({ ...one })) : []
}

/** In wire shape; `undefined`: Azure's default. */
export function policyOf(values: PolicyValues): JsonObject | undefined {
  if (values.policy !== 'custom') return undefined
  return Object.fromEntries(
    FIELDS.map((name) => [name, name.startsWith('sa') ? Number(values[name]) : values[name]]),
  )
}
