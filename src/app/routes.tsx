import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { NotFound } from './pages/NotFound.tsx'
import { RouteProblem } from './pages/RouteProblem.tsx'
import { Shell } from './shell/Shell.tsx'

/** Every page of the app. `handle.name` is what a narrow screen calls it. */
export const ROUTES: RouteObject[] = [
  {
    Component: Shell,
    // The static frame of index.html stays until the first page is there.
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteProblem,
        children: [
          { index: true, handle: { name: 'Hub' }, lazy: () => import('../features/hub/hub-route.tsx') },
          {
            path: 'resources',
            handle: { name: 'Resources' },
            lazy: () => import('../features/resources/resources-route.tsx'),
          },
          ...['resource', 'resource/*'].map((path) => ({
            path,
            handle: { name: 'Resource' },
            lazy: () => import('../features/resource/resource-route.tsx'),
          })),
          { path: '*', handle: { name: 'Not found' }, Component: NotFound },
        ],
      },
    ],
  },
]

export function createRouter(base: string): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(ROUTES, { basename: base })
}
