import { bandwidth } from '../format.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers } from './answers.ts'
import { UNIT_MBPS, wantedMbps } from './speeds.ts'
import type { Surroundings } from './surroundings.ts'

/** Why a field has what it has while nobody touched it, as one sentence; `undefined` where somebody did, or where nothing was proposed. */
export function defaultReason(field: string, answers: Answers, around: Surroundings): string | undefined {
  if (isTouched(answers, field)) return undefined
  const { goal, hub } = answers
  switch (field) {
    case 'goal.wan':
      return goal.wan.is === 'new'
        ? 'Named by the region. It is Standard, which no way leads back from.'
        : undefined
    case 'goal.group':
      return goal.group.is === 'existing' ? 'What is there already is in it.' : undefined
    case 'hub.name':
      return 'Named by the region.'
    case 'hub.prefix':
      return hub.prefix === ''
        ? undefined
        : 'Free in all that was read, and a /23, as is recommended. It cannot be changed later.'
    case 'hub.capacity':
      return 'What Azure begins with: 3 Gbps between virtual networks, and up to 2000 virtual machines in them.'
    case 'gateway.name':
      return 'Named by the hub.'
    case 'gateway.units': {
      const mbps = wantedMbps(answers, around)
      return mbps === 0
        ? `The smallest, ${bandwidth(UNIT_MBPS)}. It grows with the speeds that you give for the links of the sites.`
        : `For ${bandwidth(mbps)}, which the links of all branches come to. One unit is ${bandwidth(UNIT_MBPS)}.`
    }
    default:
      return undefined
  }
}
