import { Navigate, useLocation } from 'react-router-dom'
import { listPath } from '../../model/list/view.ts'
import { keyOf, readResourceAddress } from '../../model/paths.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { CollectionAddress } from './CollectionAddress.tsx'
import { ResourceScreen } from './ResourceScreen.tsx'
import { WrongAddress } from './WrongAddress.tsx'

/** `/resource/<ARM id>[/<tab>]`: the address is read as a whole, since an id has slashes and casing of its own. */
export function Component() {
  const { pathname, search } = useLocation()
  const { estate } = useEstate()
  const address = readResourceAddress(pathname, search)
  switch (address.is) {
    case 'resource':
      return <ResourceScreen key={keyOf(address.id)} id={address.id} tab={address.tab} />
    case 'collection':
      return <CollectionAddress scope={address.scope} type={address.type} rows={estate.rows} />
    case 'resourceGroup':
      return (
        <Navigate
          replace
          to={listPath({
            filters: [
              { field: 'group', operator: 'is', values: [address.resourceGroup] },
              { field: 'subscription', operator: 'is', values: [address.subscriptionId] },
            ],
          })}
        />
      )
    case 'subscription':
      return (
        <Navigate
          replace
          to={listPath({
            filters: [{ field: 'subscription', operator: 'is', values: [address.subscriptionId] }],
          })}
        />
      )
    case 'wrong':
      return <WrongAddress text={address.text} problem={address.problem} rows={estate.rows} />
    default:
      return address satisfies never
  }
}
