import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { readView, writeView, type ListView } from '../../model/list/view.ts'
import type { ListViewChange } from './use-list-rows.ts'

/** The view is the address: back and forward go through it, and a link carries it. */
export function useListView(): [ListView, ListViewChange] {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const view = useMemo(() => readView(search), [search])
  const change = useCallback<ListViewChange>(
    (next, how) => {
      void navigate(
        { pathname, search: writeView(next) },
        { replace: how === 'replace', preventScrollReset: true },
      )
    },
    [navigate, pathname],
  )
  return [view, change]
}
