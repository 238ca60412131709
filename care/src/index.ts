export * from './access/action.ts'
export * from './access/glass.ts'
export * from './access/policy.ts'
export * from './access/principal.ts'
export * from './access/relation.ts'
export * from './access/team.ts'
export * from './access/trail.ts'
export * from './account/contact.ts'
export { DeviceRow, ENTRY_MINUTES, MAIL_LINK_MINUTES } from './account/device-rows.ts'
export * from './account/licence.ts'
export * from './account/password.ts'
export * from './account/staff-account.ts'
export * from './account/throttle.ts'
export { type AdaptInput, type Adapted, adapt } from './adaptation/adapt.ts'
export { ITEM_RULES } from './adaptation/item-rules.ts'
export { lightOf } from './adaptation/light.ts'
export { SESSION_RULES, type TaskNeeded } from './adaptation/session-rules.ts'
export * from './adaptation/adaptation.ts'
export * from './because.ts'
export * from './calendar/days.ts'
export { Feed, FeedWish, MOST_FEEDS, Moved, OwnCalendar } from './calendar/calendar-rows.ts'
export { type GoalDay, type GoalGiven, type GoalWeek, goalWeek } from './calendar/goal-week.ts'
export { type CalendarEntry, type CalendarMethod, calendarUid, writeCalendar } from './calendar/ics.ts'
export { plannedDays, type SessionMove, usualDays } from './calendar/planned-days.ts'
export * from './codes.ts'
export * from './condition.ts'
export * from './content.ts'
export { type Course, courseFacts, type MeasureValue } from './course/course-facts.ts'
export { type ComeBack, comeBackOf } from './course/come-back.ts'
export * from './course/day-report.ts'
export { type Morning, morningAnswer, morningAsksDanger, morningDue } from './course/morning.ts'
export { sized } from './course/smaller.ts'
export * from './course/so-far.ts'
export { calmUpTo, type Flare, flarePlan, flaresOf, flareStep } from './course/flare.ts'
export {
  type CourseProposal,
  type CourseReview,
  type CourseTask,
  type ReviewInput,
  reviewCourse,
} from './course/review.ts'
export * from './coverage/coverage.ts'
export { CoverageFound, CoverageReply, PastedReply } from './coverage/coverage-rows.ts'
export { type LineFault, type PastedLine, readPastedList } from './coverage/pasted-list.ts'
export { type CoverageAnswer, type CoverageFit, type CoverageHit, searchCoverage } from './coverage/search.ts'
export { plainWords, slipsBetween, slipsForgiven } from './near.ts'
export { clinicRows } from './contract/clinic-rows.ts'
export * from './contract/contract.ts'
export * from './contract/course-rows.ts'
export { personRows } from './contract/person-rows.ts'
export * from './contract/endpoint.ts'
export * from './contract/public-rows.ts'
export {
  CheckInReply,
  IntakeReply,
  LessonReply,
  ReportReply,
} from './contract/replies.ts'
export * from './decision.ts'
export { type DailyStanding, dailyAllowed, dailyOffers } from './daily/offer.ts'
export { checksDue, type DailyPart, dailyScript, partAfter } from './daily/script.ts'
export {
  type DailyOutcome,
  dailyOutcome,
  offersMeanwhile,
  recoveryToday,
  stoppedToday,
} from './daily/stopped.ts'
export * from './daily/timer.ts'
export { dailySums, type DailySum } from './daily/weeks.ts'
export * from './education/claim.ts'
export { isDosedTo, type Learner, LESSON_REST_HOURS, lessonsFor, nextLesson } from './education/dosing.ts'
export * from './education/lesson.ts'
export * from './education/lesson-done.ts'
export * from './education/library.ts'
export * from './education/public-page.ts'
export * from './education/reference.ts'
export * from './errors.ts'
export { evaluateAgain, testedAgain } from './evaluation/again.ts'
export { evaluate, evaluationFacts } from './evaluation/evaluate.ts'
export * from './evaluation/evaluation.ts'
export { type OfferedTest, type TestOffers, offerTests } from './evaluation/offer.ts'
export {
  compareResults,
  type ResultChange,
  Retest,
  RETEST_DAYS,
  retestOf,
  retestsIn,
  Tested,
} from './evaluation/retest.ts'
export * from './evaluation/self-test.ts'
export { VISIT_REASONS } from './evaluation/visit.ts'
export * from './exercise/exercise.ts'
export * from './ids.ts'
export { ADULT, ageOn, mayBeUnderAge } from './intake/age.ts'
export { factsOf, type IntakeSoFar, type YesNo, yesNo } from './intake/facts.ts'
export { type AnswerFault, faultOf, faultsOfIntake } from './intake/faults.ts'
export * from './intake/intake.ts'
export { missingEmergencyItems, openQuestions, openRedFlags, unreadableAnswers } from './intake/open.ts'
export { inOtherWords, type Lookup } from './listed.ts'
export { type Certified, certifiedUntil } from './note/certified.ts'
export { draftNote } from './note/draft.ts'
export type { DraftInput } from './note/draft-input.ts'
export * from './note/note.ts'
export { NOTE_OF_VISIT, noteOfVisit } from './note/of-visit.ts'
export { NoteBrief, NoteSaved, NoteWish } from './note/note-rows.ts'
export type { WaitingNote } from './note/queue.ts'
export { NOTE_SENTENCES, NOTE_WORDS } from './note/note.because.ts'
export { faultsOfTreatment, speaksAgainst, type TreatmentFault } from './note/precaution.ts'
export { type NoteRecord, type NoteSource, partOf } from './note/source.ts'
export { certifiedAt, lastBefore, lastTreated, treatmentsSince } from './note/since.ts'
export { faultsOfNote, NOTE_WRITERS, type NoteAct, type SignFault, transition } from './note/state.ts'
export * from './note/treatment.ts'
export { treatmentRows } from './note/treatment-rows.ts'
export { adherenceOf, isComplete, type SessionDone } from './outcome/adherence.ts'
export { AdverseEvent, eventsPer1000, isSerious, lookWithin, reportBy } from './outcome/adverse-event.ts'
export { changeOf, type ScoreChange } from './outcome/change.ts'
export { LIVE_KINDS, LiveChange, type LiveKind } from './live/live.ts'
export * from './document/document.ts'
export { documentName } from './document/file-name.ts'
export { type Inflate, pdfFault, type PdfFault } from './document/pdf.ts'
export { screenTitle } from './document/screen-title.ts'
export { calledAfter, calls, callsBy, MessageCall } from './message/escalation.ts'
export * from './message/message.ts'
export { cleanJpeg, type CleanJpeg } from './message/jpeg.ts'
export { MessagePicture, PICTURE_LIMITS, PictureSent } from './message/picture.ts'
export { mayWrite, promisedBy, replyFigures, ReplyRule, usualRule } from './message/reply-time.ts'
export { heardBefore, OUTCOMES, screenMessage } from './message/screen-message.ts'
export { MessageTemplate, templatesOf, wordsOf } from './message/templates.ts'
export * from './outcome/check-in.ts'
export { CourseEnd, stopReasons } from './outcome/course-end.ts'
export { againstCurve, curveFor, type Expected, expectedAt } from './outcome/expected-curve.ts'
export * from './outcome/measure.ts'
export { type NprsChange, nprsChange } from './outcome/nprs.ts'
export * from './outcome/outcome-rules.ts'
export * from './outcome/progress.ts'
export { stillDue } from './outcome/still-due.ts'
export { type FirstAndLast, isResponder, type Responders, respondersOf } from './outcome/responder.ts'
export { recommendation } from './outcome/satisfaction.ts'
export { type CourseDates, type Due, dueMeasures, itemsAt } from './outcome/schedule.ts'
export {
  activityChange,
  cutoffsReached,
  type Given,
  type GivenAnswers,
  type Score,
  scoreOf,
} from './outcome/scoring.ts'
export * from './panel/caseload.ts'
export { barsOf, isLowRisk } from './panel/low-risk.ts'
export {
  fewRanges,
  fewReports,
  NEED_RULES,
  needChangesAt,
  type NeedInput,
  needOf,
  type ReportBrief,
} from './panel/need-of.ts'
export * from './panel/panel.ts'
export { RANGE_GOALS, type RangeBrief, rangeBrief, STALL } from './panel/stalled-range.ts'
export * from './panel/wish.ts'
export { composePlan, DEFAULT_BOUNDS } from './plan/compose.ts'
export type { ComposeInput } from './plan/compose.ts'
export { COURSE_FACTS } from './plan/course-facts.ts'
export { type GateState, gateState } from './plan/gate.ts'
export * from './plan/programme.ts'
export { secondsOf, workOf } from './plan/estimate.ts'
export { forbiddenBy } from './plan/fit.ts'
export { HABIT_TOPICS, isRelief } from './plan/habits.ts'
export { neighboursOf } from './plan/item.ts'
export * from './plan/ladder.ts'
export { type NextPhaseInput, nextPhase } from './plan/next-phase.ts'
export { personIn } from './plan/person.ts'
export { diffPlans, PlanDifference, PlanEdited } from './plan/diff.ts'
export { doseToBegin, DraftItem, draftOf, newDraftItem, PlanDraft } from './plan/draft.ts'
export { type ForeseeInput, foresee, Foreseen, Foresight } from './plan/foresee.ts'
export { type FromDraftInput, PLAN_EDITED, planFromDraft } from './plan/from-draft.ts'
export { DraftFault, DraftVerdict, judgeDraft, tagsFor } from './plan/judge.ts'
export { PlanTemplate } from './plan/plan-rows.ts'
export {
  type TemplateInput,
  templateItem,
  type TemplateLine,
  templateLines,
  withTemplate,
} from './plan/apply-template.ts'
export {
  ClinicTemplate,
  MOST_TEMPLATES,
  TemplateItem,
  TemplateProgramme,
  TemplateWish,
} from './plan/template.ts'
export { namesPerson, programmeOf } from './plan/programme-of.ts'
export { type TemplateFault, templateFaults } from './plan/template-faults.ts'
export { barredBy, mayRelease, OVERRIDE_LEAST, Release } from './plan/release.ts'
export { editPlan, stillStands, undoChange } from './plan/edit.ts'
export * from './plan/plan.ts'
export {
  lookAgain,
  nextReminder,
  type RemindDecision,
  type Reminder,
  type ReminderSent,
  type RemindInput,
  remind,
  stillHolds,
} from './reminder/decide.ts'
export {
  knownAnyhow,
  type ReminderDue,
  remindersDue,
  type ToRemind,
  type VisitAhead,
  VISIT_REMINDERS,
} from './reminder/due.ts'
export { isQuiet, quietEnds } from './reminder/hours.ts'
export { OwnReminders, PushSubscription } from './reminder/reminder-rows.ts'
export * from './reminder/settings.ts'
export { type HourFrom, usualHour } from './reminder/usual-hour.ts'
export * from './schedule/authorisation.ts'
export * from './schedule/booking.ts'
export * from './schedule/booking-rule.ts'
export { offerCadence } from './schedule/cadence.ts'
export { freeUntil, inTime } from './schedule/change.ts'
export { dayAfter, dayOf, timeOf, wallClock, wallOf, wallToInstant, weekdayOf } from './schedule/clock.ts'
export * from './schedule/desk.ts'
export * from './schedule/free.ts'
export { type OpenTime, openTimes, type Span } from './schedule/open.ts'
export * from './schedule/setup.ts'
export * from './schedule/visit.ts'
export {
  checkInOpen,
  VISIT_SINCE,
  VisitCheckIn,
  VisitCheckInGiven,
  VisitCheckInSent,
} from './schedule/visit-check-in.ts'
export { screenCheckIn } from './schedule/screen-check-in.ts'
export { VisitPage } from './schedule/visit-rows.ts'
export { VISIT_STEPS } from './schedule/visit-step.ts'
export { fitsWish } from './schedule/fits-wish.ts'
export * from './schedule/wait.ts'
export {
  Next,
  PrescribedItem,
  Prescription,
  SessionChange,
  SessionReport,
  SessionVersion,
  SetReport,
} from './session/session.ts'
export * from './replay/replay.ts'
export * from './replay/compare.ts'
export { Ahead, AHEAD_DAYS, packAhead, sessionAhead } from './session/ahead.ts'
export { type Meanwhile, meanwhile, type Warning } from './session/meanwhile.ts'
export { type Clearance, clear } from './triage/clear.ts'
export { cardOf, firstCard, highest, rankOf } from './triage/rank.ts'
export { kitOf, withoutKit } from './session/kit.ts'
export { lengthsOf, type SessionLength } from './session/length.ts'
export { minutesOf, prescribe } from './session/prescribe.ts'
export type { PrescribeInput } from './session/prescribe.ts'
export {
  adaptWithin,
  type Eased,
  type EaseWhy,
  ease,
  type WithinItem,
  type WithinLimits,
  type WithinSignal,
  type WithinState,
  type WithinVerdict,
  WITHIN_RULES,
} from './session/within.ts'
export { endOf, lastsWithin } from './sharing/lasts.ts'
export { sharedDay } from './sharing/shared-day.ts'
export * from './sharing/sharing.ts'
export { sharingRows } from './sharing/sharing-rows.ts'
export { stopWords } from './sharing/stop-words.ts'
export { HURT_KINDS, HURT_RULES, type HurtKind } from './triage/hurt.ts'
export * from './triage/red-flag.ts'
export { LEARNED, LEARNED_EMERGENCY, screen, UNREADABLE } from './triage/screen.ts'
export { type Features, featuresOf } from './triage/text/features.ts'
export { floorMatches } from './triage/text/floor.ts'
export { hears, judge } from './triage/text/classifier.ts'
export { type Read, readText } from './triage/text/grammar.ts'
export type { Mention } from './triage/text/lexicon.ts'
export type { Tokens } from './triage/text/tokens.ts'
export { type Before, screenAsked, screenBefore } from './triage/screen-before.ts'
export * from './sign-off/review.ts'
export { ContentReview, Reviewed, ReviewRow, ReviewSheet, ReviewWish } from './sign-off/review-rows.ts'
export * from './sign-off/reviewable.ts'
export { type Threshold, thresholdsOf, type Unit } from './sign-off/thresholds.ts'
export { stopOf } from './triage/stop-rule.ts'
export { asksOfTexts, type TriageContent, type TriageIntake, textsOf, triage } from './triage/triage.ts'
export * from './video/door.ts'
export * from './video/said.ts'
export * from './video/signal.ts'
export { IceServer, VideoVisit } from './video/video-rows.ts'
export { isZone, Zone } from './zone.ts'
