import { RANGE_GOALS } from '@dorsal/care'
import type { Member } from '../test-staff.ts'

const HOUR = 3_600_000

/** The same numbers each time for the same seed, so that what failed fails again. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
export type Dice = ReturnType<typeof dice>
export function oneOf<T>(roll: Dice, all: readonly T[]): T {
  const [one] = all.slice(roll(all.length))
  if (one === undefined) throw new Error('none to choose from')
  return one
}

const turned = (degrees: number, signal = 'trunk_axial_rotation') => ({
  summary: {
    range: {
      signal,
      unit: 'deg',
      left: degrees,
      right: null,
      best: degrees,
      error: 10,
    },
    seenShare: 0.9,
  },
})
/** Sets of all kinds: counted by the camera or not, of a movement with a goal or not, seen well or hardly. */
const someSets = (roll: Dice) =>
  Array.from({ length: roll(3) }, () => ({
    planItemId: oneOf(roll, ['a', 'b']),
    exerciseId: 'seated-rotation',
    counted: oneOf(roll, ['camera', 'camera', 'timer']),
    summary: oneOf(roll, [
      null,
      { range: null, seenShare: 0.3 },
      turned(20 + roll(9), oneOf(roll, Object.keys(RANGE_GOALS))).summary,
      turned(20 + roll(9)).summary,
      {
        range: { signal: 'shrug_index', unit: 'ratio', left: 1, right: 1, best: 1, error: 0.1 },
        seenShare: 1,
      },
    ]),
  }))

type Happens = (id: string, roll: Dice) => [string, unknown[]]

/** Whose clinic it is, what time it is there, and who works there. */
type At = { tenant: () => string; now: () => Date; staff: readonly Member[] }

/** What can happen to somebody's rows, each straight in the database: whoever does it, the panel must know. */
export function happenings({ tenant, now, staff }: At): Readonly<Record<string, Happens>> {
  const own = (id: string) => [tenant(), id]
  const ago = (roll: Dice) => new Date(now().getTime() - roll(30 * 24) * HOUR)
  return {
    'a task': (id, roll) => [
      `insert into app.task (tenant_id, task_id, patient_id, kind, level, because, created_at) values ($1, gen_random_uuid(), $2, $3, $4, '[]', $5)`,
      [
        ...own(id),
        oneOf(roll, ['red-flag', 'stopped-session', 'appointment-request', 'review']),
        oneOf(roll, ['none', 'caution', 'same_day_urgent', 'emergency_now']),
        ago(roll),
      ],
    ],
    'tasks done': (id) => [
      'update app.task set closed_at = $3 where tenant_id = $1 and patient_id = $2',
      [...own(id), now()],
    ],
    'tasks gone': (id) => ['delete from app.task where tenant_id = $1 and patient_id = $2', own(id)],
    'a proposal': (id, roll) => [
      `insert into app.proposal (tenant_id, proposal_id, patient_id, kind, status, plan_version, changes, because, created_at)
     values ($1, gen_random_uuid(), $2, $3, 'pending', 1, '[]', '[]', $4) on conflict do nothing`,
      [
        ...own(id),
        oneOf(roll, ['first-plan', 'co-sign', 'beyond-bounds', 'next-phase', 'discharge']),
        ago(roll),
      ],
    ],
    'an answer to proposals': (id) => [
      `update app.proposal set status = 'rejected' where tenant_id = $1 and patient_id = $2`,
      own(id),
    ],
    'a message': (id, roll) => [
      `insert into app.message (tenant_id, patient_id, message_id, author, words, lang, answers, received_at)
     values ($1, $2, gen_random_uuid(), 'patient', 'Hello', 'en', '{}', $3)`,
      [...own(id), ago(roll)],
    ],
    'an answer to messages': (id) => [
      'update app.message set answered_at = $3 where tenant_id = $1 and patient_id = $2',
      [...own(id), now()],
    ],
    'a name': (id, roll) => [
      'update app.patient set contact = $3 where tenant_id = $1 and patient_id = $2',
      [
        ...own(id),
        JSON.stringify({
          name: oneOf(roll, ['Rosa Núñez', 'rosa', 'Örjan', '李娜', 'Åsa', null]),
          email: oneOf(roll, [null, 'a@example.org']),
          phone: null,
        }),
      ],
    ],
    'a plan': (id, roll) => [
      `insert into app.plan (tenant_id, patient_id, version, body, decided_by, at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, 'test', $4 from app.plan where tenant_id = $1 and patient_id = $2`,
      [
        ...own(id),
        JSON.stringify({
          status: oneOf(roll, ['active', 'active', 'ended']),
          phase: oneOf(roll, ['early', 'middle', 'late']),
          cadence: { homeSessionsPerWeek: 5 },
          items: [],
        }),
        ago(roll),
      ],
    ],
    'a session': (id, roll) => {
      const at = ago(roll)
      const pain = oneOf(roll, [null, 1, 3, 7])
      const body = {
        startedAt: at,
        endedAt: at,
        sets: roll(2) === 0 ? [] : [{}, ...someSets(roll)],
        before: { pain, sinceLast: oneOf(roll, ['same', 'much-worse']) },
        painAfter: oneOf(roll, [null, 2, 6]),
        stop: oneOf(roll, [null, null, { rule: 'pain', planItemId: null }]),
        changes: [{ planItemId: 'a', variable: oneOf(roll, ['range', 'reps']), undone: roll(2) === 0 }],
      }
      return [
        `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       select $1, $2, gen_random_uuid(), count(*) + 1, $3, $4 from app.session_report where tenant_id = $1 and patient_id = $2`,
        [...own(id), JSON.stringify(body), at],
      ]
    },
    'a session of every movement': (id, roll) => {
      const at = ago(roll)
      const sets = Object.keys(RANGE_GOALS).map((signal) => ({
        planItemId: 'd',
        exerciseId: 'some',
        counted: 'camera',
        ...turned(20, signal),
      }))
      const body = { startedAt: at, endedAt: at, sets, before: {}, stop: null, changes: [] }
      return [
        `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       values ($1, $2, gen_random_uuid(), 1, $3, $4)`,
        [...own(id), JSON.stringify(body), at],
      ]
    },
    'weeks of measured sessions': (id, roll) => {
      const [least, most] = oneOf(roll, [
        [20, 4],
        [12, 20],
      ] as const)
      const bodies = Array.from({ length: 9 }, (_, index) => {
        const at = new Date(now().getTime() - (9 - index) * 4 * 24 * HOUR)
        const sets = [
          ...someSets(roll),
          { planItemId: 'c', exerciseId: 'cat-cow', counted: 'camera', ...turned(least + roll(most)) },
        ]
        return {
          startedAt: at,
          endedAt: at,
          sets,
          before: { pain: 1, sinceLast: 'same' },
          painAfter: 1,
          stop: oneOf(roll, [null, null, null, null, { rule: 'pain', planItemId: null }]),
          changes: [{ planItemId: oneOf(roll, ['a', 'b']), variable: 'range', undone: roll(2) === 0 }],
        }
      })
      return [
        `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       select $1, $2, gen_random_uuid(), n, body, (body ->> 'endedAt')::timestamptz from jsonb_array_elements($3::jsonb) with ordinality e (body, n)`,
        [...own(id), JSON.stringify(bodies)],
      ]
    },
    'an intake': (id, roll) => [
      `insert into app.episode (tenant_id, patient_id, intake, triage, warnings, clearances, next, session_number, prescription, updated_at)
     values ($1, $2, $3, '{}', '[]', '[]', 'session', 1, 'null', $4)
     on conflict (tenant_id, patient_id) do update set intake = excluded.intake`,
      [
        ...own(id),
        JSON.stringify({
          yearOfBirth: oneOf(roll, [1950, 1970, 1990]),
          measures: { nprs: { average: roll(11) } },
        }),
        now(),
      ],
    ],
    'a check-in': (id, roll) => [
      `insert into app.check_in (tenant_id, patient_id, check_in_id, body, received_at) values ($1, $2, gen_random_uuid(), '{}', $3)`,
      [...own(id), ago(roll)],
    ],
    'a note': (id, roll) => [
      `insert into app.note (tenant_id, patient_id, note_id, kind, state, lang, lock, body, author, saved, signed, hash, created_at)
     values ($1, $2, gen_random_uuid(), $3, $4, 'en', 1, '{}', '{}', '{}', jsonb_build_object('at', $5::text), 'x', $6)`,
      [
        ...own(id),
        oneOf(roll, ['plan-of-care', 'daily']),
        oneOf(roll, ['awaiting-co-sign', 'signed']),
        new Date(now().getTime() - (60 + roll(40)) * 24 * HOUR).toISOString(),
        now(),
      ],
    ],
    'somebody on the team': (id, roll) => [
      `insert into app.care_team (tenant_id, patient_id, staff_id, part, since, until, added_by) values ($1, $2, $3, $4, $5, $6, 'test')
     on conflict (tenant_id, patient_id, staff_id) do update set part = excluded.part, until = excluded.until`,
      [
        ...own(id),
        oneOf(roll, staff).staffId,
        oneOf(roll, ['lead', 'member', 'cover']),
        ago(roll),
        oneOf(roll, [null, new Date(now().getTime() + 40 * HOUR)]),
      ],
    ],
    'nobody on the team': (id) => [
      'delete from app.care_team where tenant_id = $1 and patient_id = $2',
      own(id),
    ],
  }
}
