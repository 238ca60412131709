import { rangeText } from '@dorsal/motion'
import type { SessionReport, SetReport } from '../session/session.ts'
import { all, dayIn, type Drafted, type DraftInput, from, row, type RowRule } from './draft-input.ts'

/** The last session that anything was reported of; none before the note that came last. */
function lastSession({ record, since }: DraftInput): SessionReport | undefined {
  const report = record.reports.at(-1)?.report
  return report === undefined || (since !== null && Date.parse(report.endedAt) < Date.parse(since))
    ? undefined
    : report
}

const orNotAsked = (value: number | null): number | string => value ?? 'not asked'

const SINCE = {
  better: 'better',
  same: 'the same',
  'a-little-worse': 'a little worse',
  'much-worse': 'much worse',
  first: 'first session',
} as const

function toldRows(given: DraftInput): Drafted[] {
  const report = lastSession(given)
  if (report === undefined) return [row('session', [from('session', null, given.since)], 'note.no-session')]
  const { id, startedAt, before, painAfter, effort, note, stop, mode } = report
  const at = (...part: string[]) => from('session', id, startedAt, ...part)
  return [
    row('session', [at('startedAt'), at('mode')], `note.session-${mode}`, { day: dayIn(startedAt) }),
    row('session.pain', [at('before', 'pain'), at('painAfter')], 'note.session-pain', {
      before: orNotAsked(before.pain),
      after: orNotAsked(painAfter),
    }),
    row('session.effort', [at('effort')], 'note.session-effort', { effort: orNotAsked(effort) }),
    row('session.since', [at('before', 'sinceLast')], 'note.since-last', {
      since: before.sinceLast === null ? 'not asked' : SINCE[before.sinceLast],
    }),
    ...(note === null || note.trim() === ''
      ? []
      : [row('session.words', [at('note')], 'note.session-words', { words: note })]),
    ...(stop === null
      ? []
      : [
          row('session.stop', [at('stop')], 'note.session-stopped', {
            day: dayIn(startedAt),
            rule: given.record.texts[stop.rule] ?? stop.rule,
          }),
        ]),
  ]
}

function morningRows({ record, since }: DraftInput): Drafted[] {
  const told = record.told.findLast(({ kind }) => kind === 'morning')
  if (told?.kind !== 'morning' || (since !== null && Date.parse(told.at) < Date.parse(since))) return []
  return [
    row('morning', [from('day', told.id, told.at)], 'note.morning', {
      day: dayIn(told.at),
      since: SINCE[told.sinceLast],
      pain: orNotAsked(told.pain),
    }),
  ]
}

type Numbered = { set: SetReport; index: number }

function bySet(report: SessionReport): Map<string, Numbered[]> {
  const groups = new Map<string, Numbered[]>()
  report.sets.forEach((set, index) =>
    groups.set(set.planItemId, [...(groups.get(set.planItemId) ?? []), { set, index }]),
  )
  return groups
}

const COUNTED = { camera: 'by camera', timer: 'by timer', self: 'as they said' } as const

function exerciseRows(given: DraftInput): Drafted[] {
  const report = lastSession(given)
  if (report === undefined) return []
  const { texts } = given.record
  return [...bySet(report)].flatMap(([item, sets]): Drafted[] => {
    const first = sets[0]
    if (first === undefined) return []
    const exercise = texts[first.set.exerciseId] ?? first.set.exerciseId
    const at = (index: number, ...part: string[]) =>
      from('session', report.id, report.startedAt, 'sets', String(index), ...part)
    const sources = sets.map(({ index }) => at(index))
    const planned = first.set.prescribedReps
    const counted = all([...new Set(sets.map(({ set }) => COUNTED[set.counted]))])
    const done =
      planned === null
        ? row(`exercise.${item}`, sources, 'note.exercise-timed', {
            exercise,
            seconds: all(sets.map(({ set }) => Math.round(set.seconds))),
          })
        : row(`exercise.${item}`, sources, 'note.exercise', {
            exercise,
            done: all(sets.map(({ set }) => set.doneReps)),
            planned,
            counted,
          })
    const seen = sets.findLast(({ set }) => set.summary?.range != null)
    const range = seen?.set.summary?.range
    if (seen === undefined || range == null) return [done]
    const source = at(seen.index, 'summary', 'range')
    const sides = { left: rangeText(range, range.left), right: rangeText(range, range.right) }
    const best = rangeText(range, range.best)
    if (sides.left !== null && sides.right !== null)
      return [
        done,
        row(`range.${item}`, [source], 'note.range-sides', {
          exercise,
          left: sides.left,
          right: sides.right,
        }),
      ]
    return best === null ? [done] : [done, row(`range.${item}`, [source], 'note.range', { exercise, best })]
  })
}

const VARIABLES: Readonly<Record<string, string>> = {
  range: 'range',
  tempo: 'tempo',
  reps: 'repetitions',
  sets: 'sets',
  hold: 'hold',
  exercise: 'exercise',
  rest: 'rest',
  skip: 'left out',
  end: 'ended early',
  state: 'paused or taken up again',
}

function changeRows(given: DraftInput): Drafted[] {
  const report = lastSession(given)
  if (report === undefined) return []
  const { texts, plan } = given.record
  const nameOf = (planItemId: string): string => {
    const done = report.sets.find((set) => set.planItemId === planItemId)
    return (
      plan?.items.find(({ id }) => id === planItemId)?.title ?? texts[done?.exerciseId ?? ''] ?? planItemId
    )
  }
  return report.changes.map(({ planItemId, variable, undone }, index) =>
    row(
      `within.${index}`,
      [from('session', report.id, report.startedAt, 'changes', String(index))],
      undone ? 'note.eased-undone' : 'note.eased',
      { exercise: nameOf(planItemId), variable: VARIABLES[variable] ?? variable },
    ),
  )
}

const STATUS = { applied: 'done', listed: 'listed for co-sign', waiting: 'waits for a therapist' } as const

/** What the rules or a clinician changed in the plan since the last note. */
function planChanges({ record, since }: DraftInput): Drafted[] {
  const fresh = record.proposals.filter(
    ({ createdAt }) => since === null || Date.parse(createdAt) >= Date.parse(since),
  )
  return fresh.flatMap(({ id, createdAt, changes }) =>
    changes.map(({ planItemId, variable, from: was, to, status }, index) =>
      row(
        `change.${id}.${index}`,
        [from('proposal', id, createdAt, 'changes', String(index))],
        'note.plan-change',
        {
          exercise: record.plan?.items.find((item) => item.id === planItemId)?.title ?? planItemId,
          variable: VARIABLES[variable] ?? variable,
          was,
          to,
          status: STATUS[status],
        },
      ),
    ),
  )
}

/** Sentences on the last session and what came of it. */
export const SESSION_RULES_OF_NOTES: readonly RowRule[] = [
  { in: { daily: 'subjective' }, rows: toldRows },
  { in: { daily: 'subjective' }, rows: morningRows },
  { in: { daily: 'objective' }, rows: exerciseRows },
  { in: { daily: 'objective' }, rows: changeRows },
  { in: { daily: 'plan', progress: 'plan' }, rows: planChanges },
]
