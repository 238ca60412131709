import type { Played } from '../cohort.ts'
import { GUARDRAILS, type Violations } from './guardrails.ts'
import type { Outcome } from './play.ts'

const mean = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => '---'))]

const treated = (all: readonly Outcome[]) => all.filter(({ ended }) => ended !== 'held')

function ways(name: string, of: (outcomes: readonly Outcome[]) => string, played: readonly Played[]): string {
  const by = (way: 'adaptive' | 'fixed') => of(treated(played.map((one) => one[way])))
  return row(name, by('adaptive'), by('fixed'))
}

function phaseRow(phase: 'middle' | 'late' | 'maintenance', played: readonly Played[]): string {
  const people = treated(played.map(({ adaptive }) => adaptive))
  const days = people.flatMap(({ phases }) => phases[phase] ?? [])
  return row(phase, percent(days.length, people.length), days.length === 0 ? '–' : `day ${middle(days)}`)
}

function doseRow(week: number, played: readonly Played[]): string {
  const of = (way: 'adaptive' | 'fixed') => {
    const work = treated(played.map((one) => one[way])).flatMap(({ weekly }) => weekly[week - 1] ?? [])
    return work.length === 0 ? '–' : `${mean(work).toFixed(0)} (${work.length} people)`
  }
  return row(`week ${week}`, of('adaptive'), of('fixed'))
}

/** The tables as text. */
export function printed(played: readonly Played[], violations: Violations): string {
  const people = treated(played.map(({ adaptive }) => adaptive))
  const weeks = people.reduce((sum, { weekly }) => sum + Math.max(1, weekly.length), 0)
  const perWeek = (of: (outcome: Outcome) => number) =>
    ((1000 * people.reduce((sum, one) => sum + of(one), 0)) / Math.max(1, weeks)).toFixed(1)
  const total = [...violations.values()].reduce((sum, count) => sum + count, 0)
  const reasons = [...new Set(people.flatMap(({ clinician }) => Object.keys(clinician.why)))].sort()
  const ended = (how: Outcome['ended']) => played.filter(({ adaptive }) => adaptive.ended === how).length
  return [
    '# Virtual cohort',
    '',
    'A safety test of the rules on made-up people with made-up bodies. It is not a claim that anybody gets better, nor by how much: that only real people can show.',
    '',
    `${played.length} people: ${ended('held')} stopped by the warning signs before any plan, ${ended('danger')} in the middle of the course, ${ended('gave-up')} gave up, ${ended('through')} went through twelve weeks. ${played.filter(({ lies }) => lies > 0).length} of them say less pain than they have.`,
    '',
    ...head('guardrail', 'broken'),
    ...GUARDRAILS.map((rail) => row(rail, violations.get(rail) ?? 0)),
    row('**all**', `**${total}**`),
    '',
    ...head('the same people', 'by the rules', 'plan left as it began'),
    ways('sessions a person', (all) => mean(all.map(({ sessions }) => sessions)).toFixed(1), played),
    ways(
      'red sessions, of all',
      (all) =>
        percent(
          all.reduce((sum, one) => sum + one.redSessions, 0),
          all.reduce((sum, one) => sum + one.sessions, 0),
        ),
      played,
    ),
    ways(
      'people with a red session',
      (all) => percent(all.filter(({ redSessions }) => redSessions > 0).length, all.length),
      played,
    ),
    ways(
      'three red sessions or more',
      (all) => percent(all.filter(({ redSessions }) => redSessions >= 3).length, all.length),
      played,
    ),
    '',
    ...head('mean work of a session (repetition-seconds)', 'by the rules', 'plan left as it began'),
    ...[1, 2, 4, 6, 8, 10, 11].map((week) => doseRow(week, played)),
    '',
    ...head('phase', 'people who reached it', 'middle of those'),
    ...(['middle', 'late', 'maintenance'] as const).map((phase) => phaseRow(phase, played)),
    '',
    ...head('work for clinicians, per 1,000 patient-weeks', ''),
    row(
      'proposals to decide',
      perWeek(({ clinician }) => clinician.proposals),
    ),
    row(
      'weekly co-signs to look at',
      perWeek(({ clinician }) => clinician.coSigns),
    ),
    row(
      'tasks',
      perWeek(({ clinician }) => clinician.tasks),
    ),
    ...reasons.map((why) =>
      row(
        `task: ${why}`,
        perWeek(({ clinician }) => clinician.why[why] ?? 0),
      ),
    ),
  ].join('\n')
}
