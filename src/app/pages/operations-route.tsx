import { OperationsPage } from '../../features/operations/OperationsPage.tsx'
import { searchRequestLog } from '../request-log/open.ts'

/** `/operations` */
export function Component() {
  return <OperationsPage onShowRequests={searchRequestLog} />
}
