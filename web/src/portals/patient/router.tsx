import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router'
import { HomePage } from '../../features/home/home-page.tsx'
import { configQuery } from '../../lib/config.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { PageFailed, PageMissing, PatientFrame } from './patient-frame.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: PatientFrame,
  notFoundComponent: PageMissing,
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => void context.queryClient.prefetchQuery(configQuery),
  component: HomePage,
})

/** The patient's pages. All but the first are fetched when they are opened. */
const routes = [home]

export function createPatientRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren(routes),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 0,
    defaultPendingMinMs: 0,
    defaultErrorComponent: PageFailed,
    scrollRestoration: true,
  })
}
