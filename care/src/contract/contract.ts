import type * as z from 'zod/mini'
import { accessRows } from '../access/access-rows.ts'
import { deviceRows } from '../account/device-rows.ts'
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
import { reminderRows } from '../reminder/reminder-rows.ts'
import { replayRows } from '../replay/replay-rows.ts'
import { bookingRows } from '../schedule/booking-rows.ts'
import { visitCheckInRows } from '../schedule/visit-check-in.ts'
import { deskRows } from '../schedule/desk-rows.ts'
import { visitPageRows } from '../schedule/visit-rows.ts'
import { reviewRows } from '../sign-off/review-rows.ts'
import { sharingRows } from '../sharing/sharing-rows.ts'
import { publicRows } from './public-rows.ts'
import { videoRows } from '../video/video-rows.ts'
import { courseRows } from './course-rows.ts'

export type Contract = typeof courseRows &
  typeof publicRows &
  typeof accessRows &
  typeof calendarRows &
  typeof coverageRows &
  typeof documentRows &
  typeof bookingRows &
  typeof visitCheckInRows &
  typeof deskRows &
  typeof visitPageRows &
  typeof liveRows &
  typeof messageRows &
  typeof noteRows &
  typeof queueRows &
  typeof panelRows &
  typeof planRows &
  typeof reminderRows &
  typeof replayRows &
  typeof reviewRows &
  typeof sharingRows &
  typeof deviceRows &
  typeof signInRows &
  typeof staffRows &
  typeof videoRows

/** The API: one table. Nothing is served under /api that is not a row here. */
export const contract: Contract = {
  ...courseRows,
  ...publicRows,
  ...accessRows,
  ...calendarRows,
  ...coverageRows,
  ...documentRows,
  ...bookingRows,
  ...visitCheckInRows,
  ...deskRows,
  ...visitPageRows,
  ...liveRows,
  ...messageRows,
  ...noteRows,
  ...queueRows,
  ...panelRows,
  ...planRows,
  ...reminderRows,
  ...replayRows,
  ...reviewRows,
  ...sharingRows,
  ...deviceRows,
  ...signInRows,
  ...staffRows,
  ...videoRows,
}

export type EndpointName = keyof Contract
export type Body<N extends EndpointName> = Contract[N]['body'] extends z.ZodMiniType
  ? z.infer<Contract[N]['body']>
  : undefined
export type Reply<N extends EndpointName> = z.infer<Contract[N]['reply']>
