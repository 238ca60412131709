import { glassRoutes } from './access/glass.routes.ts'
import { teamRoutes } from './access/team.routes.ts'
import { deviceRoutes } from './account/device.routes.ts'
import { proposalRoutes } from './adaptation/proposal.routes.ts'
import { appointmentRoutes } from './appointment/appointment.routes.ts'
import { trailRoutes } from './audit/trail.routes.ts'
import { consentRoutes } from './consent/consent.routes.ts'
import { calendarRoutes } from './calendar/calendar.routes.ts'
import { coverageRoutes } from './coverage/coverage.routes.ts'
import { dayRoutes } from './course/day.routes.ts'
import { dailyRoutes } from './daily/daily.routes.ts'
import { lessonRoutes } from './education/lesson.routes.ts'
import type { Handlers } from './http/contract-routes.ts'
import { intakeRoutes } from './intake/intake.routes.ts'
import { liveRoutes } from './live/live.routes.ts'
import { messageRoutes } from './message/message.routes.ts'
import { documentRoutes } from './document/document.routes.ts'
import { pictureRoutes } from './message/picture.routes.ts'
import { noteRoutes } from './note/note.routes.ts'
import { queueRoutes } from './note/queue.routes.ts'
import { checkInRoutes } from './outcome/check-in.routes.ts'
import { panelRoutes } from './panel/panel.routes.ts'
import { meRoutes } from './patient/me.routes.ts'
import { patientRoutes } from './patient/patient.routes.ts'
import { bookingRoutes } from './schedule/booking.routes.ts'
import { deskRoutes } from './schedule/desk.routes.ts'
import { ownVisitRoutes } from './schedule/own.routes.ts'
import { setupRoutes } from './schedule/setup.routes.ts'
import { visitCheckInRoutes } from './schedule/visit-check-in.routes.ts'
import { visitPageRoutes } from './schedule/visit.routes.ts'
import { aheadRoutes } from './session/ahead.routes.ts'
import { planRoutes } from './plan/plan.routes.ts'
import { templateRoutes } from './plan/template.routes.ts'
import { reminderRoutes } from './reminder/reminder.routes.ts'
import { replayRoutes } from './replay/replay.routes.ts'
import { reportRoutes } from './session/report.routes.ts'
import { sharingRoutes } from './sharing/sharing.routes.ts'
import { reviewRoutes } from './sign-off/sign-off.routes.ts'
import { colleagueRoutes } from './staff/colleagues.routes.ts'
import { securityRoutes } from './staff/security.routes.ts'
import { signInRoutes } from './staff/sign-in.routes.ts'
import { taskRoutes } from './task/task.routes.ts'
import { videoRoutes } from './video/video.routes.ts'

/** Who answers each row of the contract; a row without an answer does not compile. */
export const handlers: Handlers = {
  ...consentRoutes,
  ...meRoutes,
  ...intakeRoutes,
  ...reportRoutes,
  ...aheadRoutes,
  ...dayRoutes,
  ...checkInRoutes,
  ...lessonRoutes,
  ...dailyRoutes,
  ...appointmentRoutes,
  ...calendarRoutes,
  ...coverageRoutes,
  ...bookingRoutes,
  ...ownVisitRoutes,
  ...deskRoutes,
  ...setupRoutes,
  ...visitCheckInRoutes,
  ...visitPageRoutes,
  ...liveRoutes,
  ...messageRoutes,
  ...pictureRoutes,
  ...documentRoutes,
  ...noteRoutes,
  ...queueRoutes,
  ...sharingRoutes,
  ...glassRoutes,
  ...teamRoutes,
  ...trailRoutes,
  ...deviceRoutes,
  ...signInRoutes,
  ...securityRoutes,
  ...colleagueRoutes,
  ...panelRoutes,
  ...patientRoutes,
  ...proposalRoutes,
  ...planRoutes,
  ...templateRoutes,
  ...reminderRoutes,
  ...replayRoutes,
  ...reviewRoutes,
  ...taskRoutes,
  ...videoRoutes,
}
