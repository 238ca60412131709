import type { EndpointName } from './contract.ts'
import type { Endpoint } from './endpoint.ts'
import { accessRows } from '../access/access-rows.ts'
import { signInRows } from '../account/sign-in-rows.ts'
import { staffRows } from '../account/staff-rows.ts'
import { calendarRows } from '../calendar/calendar-rows.ts'
import { coverageRows } from '../coverage/coverage-rows.ts'
import { documentRows } from '../document/document-rows.ts'
import { liveRows } from '../live/live.ts'
import { messageRows } from '../message/message-rows.ts'
import { noteRows } from '../note/note-rows.ts'
import { queueRows } from '../note/queue.ts'
import { panelRows } from '../panel/panel-rows.ts'
import { planRows } from '../plan/plan-rows.ts'
import { replayRows } from '../replay/replay-rows.ts'
import { deskRows } from '../schedule/desk-rows.ts'
import { visitPageRows } from '../schedule/visit-rows.ts'
import { reviewRows } from '../sign-off/review-rows.ts'
import { publicRows } from './public-rows.ts'
import { courseRows } from './course-rows.ts'
import { videoRows } from '../video/video-rows.ts'

/** What the pages of the clinic ask; those of a person alone they need not bring along. */
export const clinicRows: Partial<Readonly<Record<EndpointName, Endpoint>>> = {
  ...accessRows,
  ...signInRows,
  ...staffRows,
  ...calendarRows,
  ...coverageRows,
  ...documentRows,
  ...liveRows,
  ...messageRows,
  ...noteRows,
  ...queueRows,
  ...panelRows,
  ...planRows,
  ...replayRows,
  ...deskRows,
  ...visitPageRows,
  ...reviewRows,
  ...publicRows,
  ...courseRows,
  ...videoRows,
}
