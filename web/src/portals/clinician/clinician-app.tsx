import type { StaffMe } from '@dorsal/care'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { useEffect } from 'react'
import { JoinPage } from '../../features/sign-in/join-page.tsx'
import { panelAddress } from '../../features/panel/panel-address.ts'
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx'
import { scheduleAddress } from '../../features/schedule/schedule-address.ts'
import { ApiError, call, showClinic } from '../../lib/api.ts'
import { LiveDesk } from '../../lib/live-desk.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { PageFailed } from '../../ui/page-failed.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { watchClinic } from './clinic-switch.tsx'
import { ClinicianFrame, NoSuchPage } from './clinician-frame.tsx'
import { mayBeSignedIn, noteSignedIn } from './signed-in-note.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage })

const panel = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: panelAddress,
  component: lazyRouteComponent(() => import('./panel-route.tsx'), 'PanelRoute'),
})

const patient = createRoute({
  getParentRoute: () => root,
  path: '/patients/$id',
  component: lazyRouteComponent(() => import('./patient-route.tsx'), 'PatientRoute'),
})

const notes = createRoute({
  getParentRoute: () => root,
  path: '/patients/$id/notes',
  component: lazyRouteComponent(() => import('../../features/note/notes-page.tsx'), 'NotesPage'),
})

const note = createRoute({
  getParentRoute: () => root,
  path: '/patients/$id/notes/$noteId',
  component: lazyRouteComponent(() => import('../../features/note/note-page.tsx'), 'NotePage'),
})

const planEditor = createRoute({
  getParentRoute: () => root,
  path: '/patients/$id/plan',
  component: lazyRouteComponent(
    () => import('../../features/plan-editor/plan-editor-page.tsx'),
    'PlanEditorPage',
  ),
})

const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(
    () => import('../../features/plan-editor/templates-page.tsx'),
    'TemplatesPage',
  ),
})

const coSign = createRoute({
  getParentRoute: () => root,
  path: '/co-sign',
  component: lazyRouteComponent(() => import('../../features/note/co-sign-page.tsx'), 'CoSignPage'),
})

const replay = createRoute({
  getParentRoute: () => root,
  path: '/patients/$id/sessions/$session',
  component: lazyRouteComponent(() => import('../../features/replay/replay-page.tsx'), 'ReplayPage'),
})

const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('./visit-route.tsx'), 'VisitRoute'),
})

const video = createRoute({
  getParentRoute: () => root,
  path: '/visits/$id/video',
  component: lazyRouteComponent(
    () => import('../../features/video/clinician-video-page.tsx'),
    'ClinicianVideoPage',
  ),
})

const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedule',
  validateSearch: scheduleAddress,
  component: lazyRouteComponent(() => import('./schedule-route.tsx'), 'ScheduleRoute'),
})

const scheduleSetup = createRoute({
  getParentRoute: () => root,
  path: '/schedule/setup',
  component: lazyRouteComponent(() => import('../../features/schedule/setup-page.tsx'), 'ScheduleSetupPage'),
})

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('./today-route.tsx'), 'TodayRoute'),
})

const security = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/security/security-page.tsx'), 'SecurityPage'),
})

const clinic = createRoute({
  getParentRoute: () => root,
  id: 'clinic',
  component: lazyRouteComponent(() => import('./clinic-layout.tsx'), 'ClinicLayout'),
})

const colleagues = createRoute({
  getParentRoute: () => clinic,
  path: '/people',
  component: lazyRouteComponent(() => import('./colleagues-route.tsx'), 'ColleaguesRoute'),
})

const teams = createRoute({
  getParentRoute: () => clinic,
  path: '/teams',
  component: lazyRouteComponent(() => import('../../features/clinic/teams-page.tsx'), 'TeamsPage'),
})

const places = createRoute({
  getParentRoute: () => clinic,
  path: '/places',
  component: lazyRouteComponent(() => import('../../features/clinic/places-page.tsx'), 'PlacesPage'),
})

const settings = createRoute({
  getParentRoute: () => clinic,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../features/clinic/settings-page.tsx'), 'SettingsPage'),
})

const coverage = createRoute({
  getParentRoute: () => clinic,
  path: '/coverage',
  component: lazyRouteComponent(
    () => import('../../features/coverage/coverage-desk-page.tsx'),
    'CoverageDeskPage',
  ),
})

const trail = createRoute({
  getParentRoute: () => clinic,
  path: '/trail',
  component: lazyRouteComponent(() => import('../../features/clinic/trail-page.tsx'), 'TrailPage'),
})

const find = createRoute({
  getParentRoute: () => root,
  path: '/find',
  component: lazyRouteComponent(() => import('../../features/patient/find-person.tsx'), 'FindPersonPage'),
})

const load = createRoute({
  getParentRoute: () => root,
  path: '/load',
  component: lazyRouteComponent(() => import('./load-route.tsx'), 'LoadRoute'),
})

const content = createRoute({
  getParentRoute: () => root,
  path: '/content',
  component: lazyRouteComponent(() => import('./content-route.tsx'), 'ContentRoute'),
})

const contentItem = createRoute({
  getParentRoute: () => root,
  path: '/content/$kind/$item',
  component: lazyRouteComponent(() => import('../../features/content-review/review-page.tsx'), 'ReviewPage'),
})

const router = createRouter({
  routeTree: root.addChildren([
    panel,
    patient,
    planEditor,
    templates,
    notes,
    note,
    coSign,
    replay,
    video,
    visit,
    schedule,
    scheduleSetup,
    today,
    security,
    clinic.addChildren([colleagues, teams, places, settings, coverage, trail]),
    load,
    find,
    content,
    contentItem,
  ]),
  basepath: '/clinician',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
})

/** Who is signed in here; nobody is an answer, not an error. */
async function fetchStaff(signal: AbortSignal): Promise<StaffMe | null> {
  if (!mayBeSignedIn()) return null
  try {
    const me = await call('staffMe', { signal })
    showClinic(me.clinicId)
    return me
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'sign-in')) throw error
    noteSignedIn(false)
    return null
  }
}

/** Whether this page was opened by a link from the clinic. */
const byLink = (): boolean => window.location.pathname === '/clinician/join'

/** The clinician's portal: sign-in, the panel, one patient. */
export function ClinicianApp() {
  const queryClient = useQueryClient()
  useEffect(watchClinic, [])
  const me = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => fetchStaff(signal) })
  if (me.isPending) return <Waiting />
  if (me.error) return <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
  const onSignedIn = (staff: StaffMe) => {
    noteSignedIn(true)
    showClinic(staff.clinicId)
    queryClient.setQueryData(['staff'], staff)
    if (byLink()) window.location.replace('/clinician')
  }
  if (byLink()) return <JoinPage onSignedIn={onSignedIn} />
  if (!me.data) return <SignInPage onSignedIn={onSignedIn} />
  return (
    <ClinicianFrame
      staff={me.data}
      onSignOut={async () => {
        await call('signOut')
        noteSignedIn(false)
        showClinic(null)
        // Nothing of one clinician's patients may be left in memory for the next who signs in here.
        queryClient.clear()
        window.location.assign('/clinician')
      }}
    >
      <LiveDesk role={me.data.role} />
      <RouterProvider router={router} />
    </ClinicianFrame>
  )
}
