import { painAround, type PatientRecord, PLAN_EDITED, rangesOver, scoresOver, weeksDone } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import type { Marked, Panel } from '../../ui/chart/stacked.ts'
import { StackedChart } from '../../ui/chart/stacked-chart.tsx'
import type { CourseView } from '../../ui/course/course-view.ts'
import { happeningsOf } from '../../ui/course/happenings.ts'
import { signalWords, unitWords } from '../../ui/course/signal-words.ts'

const WEEK = 7 * 86_400_000

/** The whole course on one time: pain, function, range, sessions, and below them what happened. */
export function TimeAxis({ record, view }: { record: PatientRecord; view: CourseView }) {
  const { t, i18n } = useLingui()
  const { course, checkIns, reports, measures, now } = view
  const notes = useQuery({
    queryKey: ['notes', record.patientId],
    queryFn: ({ signal }) => call('notes', { params: { id: record.patientId }, signal }),
  }).data
  const thread = useQuery({
    queryKey: ['messages', record.patientId],
    queryFn: ({ signal }) => call('clinicThread', { params: { id: record.patientId }, signal }),
  }).data
  const scores = (id: string) => {
    const measure = measures.find((one) => one.id === id)
    return measure === undefined ? [] : scoresOver(measure, checkIns, course)
  }
  const pain = painAround(reports)
  const count = ({ left, right, best }: ReturnType<typeof rangesOver>[number]) =>
    left.length + right.length + best.length
  // One movement: of the trunk where it was measured, else the one measured most often; the others stand in their own pictures below.
  const weight = (one: ReturnType<typeof rangesOver>[number]) =>
    count(one) + (one.signal.startsWith('trunk_') ? 1_000_000 : 0)
  const range = rangesOver(reports).toSorted((a, b) => weight(b) - weight(a))[0]
  const points = range === undefined ? [] : [...range.left, ...range.right, ...range.best]
  const highest = Math.max(10, ...points.map(({ value, error }) => value + (error ?? 0)))
  const panels: Panel[] = [
    {
      title: t`Pain, 0 to 10`,
      max: 10,
      none: t`No pain was told yet.`,
      lines: [
        { label: t`usual of a week`, look: 'first', points: scores('nprs') },
        { label: t`before a session`, look: 'second', points: pain.before, dots: true },
        { label: t`after a session`, look: 'third', points: pain.after, dots: true },
      ],
    },
    {
      title: t`Own activities (PSFS), 0 to 10, higher is better`,
      max: 10,
      none: t`Not asked yet.`,
      lines: [{ label: t`mean`, look: 'first', points: scores('psfs') }],
    },
    {
      title:
        range === undefined
          ? t`Range`
          : `${signalWords(range.signal, i18n)} (${unitWords(range.unit, i18n)})`,
      max: Math.ceil(highest / 10) * 10,
      none: t`No range was measured yet.`,
      lines: [
        { label: t`left`, look: 'first', points: range?.left ?? [] },
        { label: t`right`, look: 'second', points: range?.right ?? [] },
        { label: t`best`, look: 'first', points: range?.best ?? [] },
      ],
    },
    {
      title: t`Sessions a week, done and prescribed`,
      max: Math.max(course.perWeek, ...weeksDone(reports, course.startedAt, now).map(({ done }) => done)),
      none: '',
      lines: [],
      bars: weeksDone(reports, course.startedAt, now).map(({ from, done }) => ({
        from,
        to: new Date(Date.parse(from) + WEEK).toISOString(),
        done,
        planned: course.perWeek,
      })),
    },
  ]
  const happened = happeningsOf(course, now, i18n)
  const marks: Marked[] = [
    ...record.tasks
      .filter(({ kind }) => kind === 'red-flag' || kind === 'stopped-session')
      .map(({ createdAt, kind }) =>
        kind === 'red-flag'
          ? { at: createdAt, sign: '!', label: t`warning sign` }
          : { at: createdAt, sign: '■', label: t`session stopped` },
      ),
    ...record.decisions
      .filter(({ kind }) => kind === 'clearance')
      .map(({ at }) => ({ at, sign: '✓', label: t`warning cleared` })),
    ...record.decisions
      .filter(({ rule }) => rule === PLAN_EDITED)
      .map(({ at }) => ({ at, sign: 'P', label: t`plan set by a clinician` })),
    ...happened.filter(({ to }) => to === null).map(({ from, label }) => ({ at: from, sign: '→', label })),
    ...(thread?.messages ?? []).map(({ at, from }) =>
      from === 'patient'
        ? { at, sign: '◂', label: t`message of the patient` }
        : { at, sign: '▸', label: t`message of the clinic` },
    ),
    ...(notes?.notes ?? []).flatMap(({ signed }) =>
      signed === null ? [] : [{ at: signed.at, sign: 'N', label: t`note signed` }],
    ),
  ]
  return (
    <StackedChart
      title={t`The course on one time`}
      locale={i18n.locale}
      panels={panels}
      marks={marks.filter(({ at }) => Date.parse(at) >= Date.parse(course.startedAt))}
      spans={happened.filter(({ to }) => to !== null)}
      span={[course.startedAt, now]}
    />
  )
}
