/** A person some weeks into their course, as the device would hold it: made of the record that the server gives, moved back in time. */
import type { CheckIn, Me, SessionReport } from '@dorsal/care'
import type { Page } from '@playwright/test'

const DAY = 86_400_000
const WEEKS = 5

const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString()
const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`

function checkIn(week: number): CheckIn {
  return {
    id: idOf(week),
    at: ago((WEEKS - week) * 7),
    moments: ['weekly'],
    answers: {
      nprs: { nprs_avg: [4, 4, 3, 3, 2][week - 1] ?? 2 },
      ...(week % 2 === 1 && { peg: { peg1: 6 - week, peg2: 5, peg3: 6 - week } }),
      ...(week === 4 && { psfs: { psfs_score: [7] } }),
    },
    event: null,
  }
}

function session(number: number, like: Me): { receivedAt: string; report: SessionReport } {
  const at = ago(WEEKS * 7 - number * 2.5)
  const item = like.prescription?.items[0]
  const range = { signal: 'trunk_axial_rotation', unit: 'deg', error: 6 }
  const best = 34 + number
  const summary = {
    reps: { total: 8, left: 4, right: 4, partial: 0 },
    repetitions: [],
    holdSeconds: 0,
    range: { ...range, left: best - 4, right: best, best },
    tempoSeconds: 3,
    faults: [],
    seenShare: 0.9,
  }
  const report: SessionReport = {
    id: idOf(100 + number),
    sessionNumber: number,
    planVersion: 1,
    mode: 'camera',
    startedAt: at,
    endedAt: at,
    before: { answers: {}, pain: 5 - Math.floor(number / 3), sinceLast: 'same' },
    sets: [
      {
        planItemId: item?.planItemId ?? 'item',
        exerciseId: item?.exercise.id ?? 'exercise',
        set: 1,
        prescribedReps: 8,
        doneReps: 8,
        counted: 'camera',
        seconds: 40,
        summary,
        pain: null,
        effort: 3,
      },
    ],
    changes: [],
    painAfter: 4 - Math.floor(number / 3),
    effort: 3,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
  return { receivedAt: at, report }
}

/** From now on this page's record is five weeks old: sessions, answers, a flare-up, the next phase, and the weekly questions due. */
export async function fiveWeeksOn(page: Page): Promise<void> {
  await page.route('**/api/me', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const reply = await route.fetch()
    if (!reply.ok()) return route.fulfill({ response: reply })
    const me = (await reply.json()) as Me
    const { course } = me
    if (course === null) return route.fulfill({ response: reply })
    const turn = { left: 38, right: 44, source: 'camera' as const, error: 10 }
    const older: Me = {
      ...me,
      history: [1, 2, 3, 4, 5, 7, 8, 9, 10, 12].map((number) => session(number, me)),
      checkIns: [...[1, 2, 3, 4].map(checkIn), ...me.checkIns],
      course: {
        ...course,
        startedAt: ago(WEEKS * 7),
        tests: { 'seated-rotation': turn },
        phases: [
          { phase: 'early', since: ago(WEEKS * 7) },
          { phase: 'middle', since: ago(10) },
        ],
        flares: [{ began: ago(20), ended: ago(16) }],
      },
      due: ['ae', 'nprs', 'sleep'].map((measureId) => ({
        measureId,
        moments: ['weekly'],
        dueAt: ago(0.5),
        closesAt: ago(-6),
        items:
          { ae: ['ae1', 'ae_txt'], nprs: ['nprs_avg', 'nprs_worst'], sleep: ['sleep1'] }[measureId] ?? [],
      })),
    }
    return route.fulfill({ response: reply, json: older })
  })
}
