import type { EndpointName } from './contract.ts'
import type { Endpoint } from './endpoint.ts'
import { deviceRows } from '../account/device-rows.ts'
import { calendarRows } from '../calendar/calendar-rows.ts'
import { coverageRows } from '../coverage/coverage-rows.ts'
import { documentRows } from '../document/document-rows.ts'
import { liveRows } from '../live/live.ts'
import { messageRows } from '../message/message-rows.ts'
import { reminderRows } from '../reminder/reminder-rows.ts'
import { replayRows } from '../replay/replay-rows.ts'
import { bookingRows } from '../schedule/booking-rows.ts'
import { visitCheckInRows } from '../schedule/visit-check-in.ts'
import { sharingRows } from '../sharing/sharing-rows.ts'
import { publicRows } from './public-rows.ts'
import { courseRows } from './course-rows.ts'
import { videoRows } from '../video/video-rows.ts'
import { accessRows } from '../access/access-rows.ts'
import { reviewRows } from '../sign-off/review-rows.ts'

/** What the pages of a person ask, their own record's and the open ones': most of those of the desk they need not bring along. */
export const personRows: Partial<Readonly<Record<EndpointName, Endpoint>>> = {
  ...deviceRows,
  ...calendarRows,
  ...coverageRows,
  ...documentRows,
  ...liveRows,
  ...messageRows,
  ...reminderRows,
  ...replayRows,
  ...bookingRows,
  ...visitCheckInRows,
  ...sharingRows,
  ...publicRows,
  ...courseRows,
  ...videoRows,
  ...accessRows,
  ...reviewRows,
}
