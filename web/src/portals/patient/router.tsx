import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { cameraSearch } from '../../features/camera/camera-search.ts'
import { HomePage } from '../../features/home/home-page.tsx'
import { configQuery, contentQuery } from '../../lib/config.ts'
import { loadDraft } from '../../lib/draft.ts'
import { loadCheckIn } from '../../lib/kept-check-in.ts'
import { loadDay } from '../../lib/kept-day.ts'
import { meQuery, recallMe } from '../../lib/me.ts'
import { PageFailed } from '../../ui/page-failed.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { PageMissing, PatientFrame } from './patient-frame.tsx'

type Context = { queryClient: QueryClient }

const root = createRootRouteWithContext<Context>()({
  component: PatientFrame,
  notFoundComponent: PageMissing,
})

/** What a page fetches before it is shown. The pages themselves then find it there. */
const load = {
  config: ({ queryClient }: Context) => queryClient.ensureQueryData(configQuery),
  content: async ({ queryClient }: Context) => {
    const config = await queryClient.ensureQueryData(configQuery)
    await queryClient.ensureQueryData(contentQuery(config))
  },
  // Not on the first page: what reads the library is fetched with it.
  lessons: async ({ queryClient }: Context) => {
    const config = await queryClient.ensureQueryData(configQuery)
    const { lessonsQuery } = await import('../../lib/library.ts')
    await queryClient.ensureQueryData(lessonsQuery(config))
  },
  library: async ({ queryClient }: Context) => {
    const config = await queryClient.ensureQueryData(configQuery)
    const { libraryQuery } = await import('../../lib/library.ts')
    await queryClient.ensureQueryData(libraryQuery(config))
  },
  draft: () => loadDraft(),
  checkIn: () => loadCheckIn(),
  day: () => loadDay(),
  recalledMe: ({ queryClient }: Context) => recallMe(queryClient),
  me: ({ queryClient }: Context) => queryClient.fetchQuery(meQuery),
  // No session by what was true a moment ago: another tab or the clinic may have stopped it since.
  meNow: ({ queryClient }: Context) => queryClient.fetchQuery({ ...meQuery, staleTime: 0 }),
}

const needs =
  (...parts: (keyof typeof load)[]) =>
  async ({ context }: { context: Context }) => {
    await Promise.all(parts.map((part) => load[part](context)))
  }

/** `q` names a screen of a page, never an answer. */
const screen = (search: Record<string, unknown>): { q?: string } =>
  typeof search['q'] === 'string' ? { q: search['q'] } : {}

/** Which step of its questions is shown, beside the screen: a number, never an answer. */
const steps = (search: Record<string, unknown>): { q?: string; step?: number } => {
  const { step } = search
  return typeof step === 'number' && Number.isInteger(step) && step >= 0
    ? { ...screen(search), step }
    : screen(search)
}

/** The patient's pages. All but the first are fetched when they are opened. */
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    loader: needs('draft', 'recalledMe'),
    component: HomePage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    loader: needs('config', 'draft'),
    component: lazyRouteComponent(() => import('./start-route.tsx'), 'StartRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/intake',
    validateSearch: screen,
    loader: needs('content', 'draft'),
    component: lazyRouteComponent(() => import('./intake-route.tsx'), 'IntakeRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check',
    validateSearch: screen,
    loader: needs('content', 'draft'),
    component: lazyRouteComponent(() => import('./check-route.tsx'), 'CheckRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/result',
    validateSearch: screen,
    loader: needs('content', 'draft', 'me'),
    component: lazyRouteComponent(() => import('./result-route.tsx'), 'ResultRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plan',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./plan-route.tsx'), 'PlanRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/paper',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./paper-route.tsx'), 'PaperRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/share',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./share-route.tsx'), 'ShareRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/messages',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./messages-route.tsx'), 'MessagesRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./documents-route.tsx'), 'DocumentsRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/devices',
    loader: needs('me'),
    component: lazyRouteComponent(() => import('./devices-route.tsx'), 'DevicesRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enter',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./enter-route.tsx'), 'EnterRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    loader: needs('config', 'me', 'checkIn'),
    component: lazyRouteComponent(() => import('./today-route.tsx'), 'TodayRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/day',
    validateSearch: steps,
    loader: needs('config', 'me', 'day'),
    component: lazyRouteComponent(() => import('./day-route.tsx'), 'DayRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/check-in',
    validateSearch: screen,
    loader: needs('content', 'me', 'checkIn'),
    component: lazyRouteComponent(() => import('./check-in-route.tsx'), 'CheckInRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/progress',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./progress-route.tsx'), 'ProgressRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/replays',
    loader: needs('me'),
    component: lazyRouteComponent(() => import('./replays-route.tsx'), 'ReplaysRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/session',
    preloadStaleTime: 0,
    loader: needs('content', 'meNow'),
    component: lazyRouteComponent(() => import('./session-route.tsx'), 'SessionRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/daily',
    validateSearch: screen,
    loader: needs('config', 'meNow'),
    component: lazyRouteComponent(() => import('./daily-route.tsx'), 'DailyRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/library',
    validateSearch: screen,
    loader: needs('lessons', 'library', 'me'),
    component: lazyRouteComponent(() => import('./library-route.tsx'), 'LibraryRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/lesson',
    validateSearch: screen,
    loader: needs('lessons', 'me'),
    component: lazyRouteComponent(() => import('./lesson-route.tsx'), 'LessonRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/book',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./book-route.tsx'), 'BookRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./visits-route.tsx'), 'VisitsRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/cadence',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./visits-route.tsx'), 'CadenceRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$id',
    loader: needs('config', 'me'),
    component: lazyRouteComponent(() => import('./visits-route.tsx'), 'VisitRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visits/$id/check-in',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./visits-route.tsx'), 'CheckInRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    loader: needs('me'),
    component: lazyRouteComponent(() => import('./calendar-route.tsx'), 'CalendarRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/coverage',
    component: lazyRouteComponent(() => import('../../features/coverage/coverage-page.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/visit/$id/video',
    loader: needs('content', 'me'),
    component: lazyRouteComponent(() => import('./video-route.tsx'), 'VideoRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/camera',
    validateSearch: cameraSearch,
    loader: needs('content'),
    component: lazyRouteComponent(() => import('./camera-route.tsx'), 'CameraRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reminders',
    loader: needs('me'),
    component: lazyRouteComponent(() => import('./reminders-route.tsx'), 'RemindersRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/privacy',
    loader: needs('config'),
    component: lazyRouteComponent(() => import('../../features/privacy/privacy-page.tsx'), 'PrivacyPage'),
  }),
]

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
