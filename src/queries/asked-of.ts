import type { UseQueryResult } from '@tanstack/react-query'
import { errorIn } from '../model/errors.ts'
import type { Resource } from '../model/resources/resource.ts'
import { known, type Asked } from '../model/why/asked.ts'

/** A query as a fact of a diagnosis; what was not wanted is not there. */
export function askedOf<T>(query: UseQueryResult<T> | undefined, wanted: boolean): Asked<T> {
  if (!query || !wanted) return { is: 'none' }
  if (query.isError && !query.isFetching) return { is: 'failed', error: errorIn(query.error) }
  if (query.data !== undefined) return known(query.data, query.dataUpdatedAt)
  return { is: 'asking' }
}

export function mapped<T, R>(asked: Asked<T>, make: (value: T) => R): Asked<R> {
  return asked.is === 'known' ? known(make(asked.value), asked.at) : asked
}

/** What is of another kind than it was asked for is not there. */
export function narrowed<R>(asked: Asked<Resource>, make: (value: Resource) => R | undefined): Asked<R> {
  if (asked.is !== 'known') return asked
  const value = make(asked.value)
  return value === undefined ? { is: 'none' } : known(value, asked.at)
}
