import { expect, test } from 'vitest'
import { hub, wan } from '../../../tests/support/resources.ts'
import { surroundings, UNDER_LOCK } from '../../../tests/support/surroundings.ts'
import type { Resource } from '../resources/resource.ts'
import { hubIdOf, wanIdOf } from './place.ts'
import { settled } from './settled.ts'
import { startingAnswers } from './starting-answers.ts'

const started = startingAnswers({}, surroundings([]))
const { hub: newHub, goal } = started
const ids = (there: readonly Resource[], rights = UNDER_LOCK) => {
  const around = surroundings(there, { rights })
  const answers = settled({ ...started, goal: { ...goal } }, around)
  return [hubIdOf(answers), wanIdOf(answers, around)]
}

test('a virtual WAN or hub of the plan is found in its group, also under a lock of it', () => {
  expect(newHub.use).toBe('new')
  const before = ids([], new Map())
  expect(ids([hub(newHub.name)])).toEqual(before)
  expect(ids([wan(goal.wan.is === 'new' ? goal.wan.name : '')])).toEqual(before)
  // What is not begun goes elsewhere.
  expect(ids([hub('vhub-other')])).not.toEqual(before)
})
