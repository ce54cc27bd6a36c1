import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { FirstPage } from './pages/FirstPage.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { RouteProblem } from './pages/RouteProblem.tsx'
import { Shell } from './shell/Shell.tsx'
import { EstateReader } from '../queries/use-estate.ts'

const loadHub = () => import('../features/hub/hub-route.tsx')
const loadResources = () => import('../features/resources/resources-route.tsx')
const loadResource = () => import('./pages/resource-page-route.tsx')
const loadOperations = () => import('./pages/operations-route.tsx')
const loadSiteToSite = () => import('../features/site-to-site/site-to-site-route.tsx')
const loadExpressRoute = () => import('../features/express-route-wizard/express-route-route.tsx')
const loadBranch = () => import('../features/branch-wizard/branch-route.tsx')
const loadChoose = () => import('../features/choose/choose-route.tsx')
const loadSelfTest = () => import('./pages/self-test-route.tsx')

/** Every page of the app. `handle.name` is what a narrow screen calls it. */
const ROUTES: RouteObject[] = [
  {
    // Here, not in the shell: what is read draws only who asks for it.
    element: (
      <EstateReader>
        <Shell />
      </EstateReader>
    ),
    children: [
      {
        ErrorBoundary: RouteProblem,
        // The shell stands, and reads, while the first page's code is still on its way.
        HydrateFallback: FirstPage,
        children: [
          { index: true, handle: { name: 'Hub' }, lazy: loadHub },
          { path: 'resources', handle: { name: 'Resources' }, lazy: loadResources },
          { path: 'resource', handle: { name: 'Resource' }, lazy: loadResource },
          { path: 'resource/*', handle: { name: 'Resource' }, lazy: loadResource },
          { path: 'operations', handle: { name: 'Operations' }, lazy: loadOperations },
          {
            path: 'create/site-to-site/:step?',
            handle: { name: 'Set up VPN' },
            lazy: loadSiteToSite,
          },
          {
            path: 'create/expressroute/:step?',
            handle: { name: 'Set up ExpressRoute' },
            lazy: loadExpressRoute,
          },
          { path: 'create/branch/:step?', handle: { name: 'Connect a branch' }, lazy: loadBranch },
          { path: 'choose', handle: { name: 'Choose a solution' }, lazy: loadChoose },
          { path: 'self-test', handle: { name: 'Self-test' }, lazy: loadSelfTest },
          { path: '*', handle: { name: 'Not found' }, Component: NotFound },
        ],
      },
    ],
  },
]

export function createRouter(base: string): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(ROUTES, { basename: base })
}
