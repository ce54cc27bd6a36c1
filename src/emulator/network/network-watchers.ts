import type { NetworkType } from './network-type.ts'

/** One for each region, which Azure makes with the first network in it. Shape and times as recorded (java recording 2017). */
export const networkWatchers: NetworkType = {
  type: 'networkWatchers',
  noun: 'NetworkWatcher',
  lists: ['subscription', 'group'],
  seconds: { create: 1, update: 1, remove: 20 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  readOnly: ['runningOperationIds'],
  fill: () => ({ runningOperationIds: [] }),
}
