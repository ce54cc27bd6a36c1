import type { FieldValue, Section } from '../details/field.ts'
import { absent, codes, text, texts } from '../details/values.ts'
import { count } from '../format.ts'
import type { Verdict } from '../status/verdict.ts'
import { isRunning } from './failover-tests.ts'
import type { FailoverTestReading, ResiliencyReading, RouteSet } from './resiliency.ts'

/** The score by its parts (ExpressRoute document 2.2); names are Azure's. */
export function scoreSection({ score, components }: ResiliencyReading): Section {
  return {
    title: 'Resiliency index',
    note: score === undefined ? 'not given' : `${score} of 100`,
    columns: [
      { label: 'Part' },
      { label: 'Score', align: 'end' },
      { label: 'At most', align: 'end' },
      { label: 'What would raise it' },
    ],
    rows: components.map(({ name, score: own, most, recommendations }, index) => ({
      key: `${index} ${name}`,
      cells: [
        text(name, 'not named'),
        text(own, 'not given'),
        text(most, 'not given'),
        recommendations.length === 0
          ? absent('nothing named')
          : texts(recommendations.map((one) => one.title ?? one.text ?? 'not told')),
      ],
    })),
    empty: 'Azure gives no parts.',
  }
}

/** A network from one location alone is lost with it. */
export function routeSetSection(sets: readonly RouteSet[]): Section {
  const lone = sets.filter(({ locations }) => locations.length < 2).flatMap(({ networks }) => networks)
  return {
    title: 'Networks by location',
    note:
      lone.length === 0
        ? 'each from two or more locations'
        : `${count(lone.length, 'network')} from one location alone`,
    columns: [{ label: 'From' }, { label: 'Redundancy' }, { label: 'Networks' }],
    rows: sets.map(({ locations, networks }, index) => ({
      key: String(index),
      cells: [
        text(locations.join(', '), 'not told'),
        locations.length > 1
          ? { is: 'state', text: 'Survives one location', verdict: 'healthy' }
          : { is: 'state', text: 'Lost with the location', verdict: 'attention' },
        codes(networks),
      ],
    })),
    empty: 'Azure tells of no network.',
  }
}

const STATUS: Readonly<Record<string, Verdict>> = {
  completed: 'healthy',
  running: 'attention',
  starting: 'inProgress',
  stopping: 'inProgress',
  startfailed: 'down',
  stopfailed: 'down',
}

export function testSection(tests: readonly FailoverTestReading[]): Section {
  return {
    title: 'Failover tests',
    note: count(tests.length, 'test'),
    columns: [
      { label: 'Status' },
      { label: 'Peering location' },
      { label: 'Started' },
      { label: 'Ended' },
      { label: 'Connections' },
      { label: 'Issues' },
    ],
    rows: tests.map((test, index) => ({
      key: test.guid ?? String(index),
      cells: [
        {
          is: 'state',
          text: test.status ?? 'not given',
          verdict: STATUS[test.status?.toLowerCase() ?? ''] ?? 'unknown',
          ...(isRunning(test) && { meaning: 'It goes on until somebody stops it' }),
          ...(test.status?.toLowerCase() === 'stopfailed' && {
            meaning: 'The location may still be away: stop it again',
          }),
        },
        text(test.location, 'not given'),
        time(test.startedAt),
        time(test.endedAt),
        texts(test.connections.map(({ name = 'not named', status = 'not given' }) => `${name}: ${status}`)),
        texts(test.issues),
      ],
    })),
    empty: 'No failover was tested. A test shows whether the other location carries the traffic.',
  }
}

function time(value: string | undefined): FieldValue {
  return value === undefined ? absent('–') : { is: 'time', text: value }
}
