/** Movement of sets, made by the synthetic person and sent as a device sends it. */
import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { REPLAY_AGREEMENT, type SessionReport } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { expect, type Page } from '@playwright/test'
import { playedReplay } from '../../motion/src/testing/played-replay.ts'
import { meOf } from '../session-helpers.ts'

/** Agrees, and sends a session of one exercise with the movement of its one set. `range`: how far they go, 1 as the exercise asks. */
export async function sendReplay(page: Page, exerciseId: string, daysAgo: number, range = 1): Promise<void> {
  const exercise = loadContent().exercises.find(({ id }) => id === exerciseId)
  const me = await meOf(page)
  if (exercise === undefined || me.prescription === null) throw new Error('there is nothing to do')
  const at = (ms: number) => new Date(Date.now() - daysAgo * 86_400_000 + ms).toISOString()
  const { preSession, sessionNumber, planVersion } = me.prescription
  const report: SessionReport = {
    id: randomUUID(),
    sessionNumber,
    planVersion,
    mode: 'camera',
    startedAt: at(-120_000),
    endedAt: at(-60_000),
    before: {
      answers: Object.fromEntries(
        preSession.filter((one) => one.answerType === 'yes_no').map(({ id }): [string, 'no'] => [id, 'no']),
      ),
      pain: 2,
      sinceLast: sessionNumber === 1 ? 'first' : 'same',
    },
    sets: [
      {
        planItemId: me.prescription.items[0]?.planItemId ?? 'a',
        exerciseId,
        set: 1,
        prescribedReps: 4,
        doneReps: 4,
        counted: 'camera',
        seconds: 30,
        summary: null,
        pain: 1,
        effort: 2,
      },
    ],
    changes: [],
    painAfter: 1,
    effort: 2,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
  const put = async (path: string, data: unknown) => {
    const reply = await page.request.put(path, { data })
    expect(reply.ok(), await reply.text()).toBe(true)
  }
  await put(`/api/sessions/${report.id}/report`, report)
  await put('/api/me/replays', { agreed: true, version: REPLAY_AGREEMENT, lang: 'en', at: at(0) })
  const data = gzipSync(playedReplay(exercise.movement, exerciseId, { range })).toString('base64')
  await put(`/api/me/replays/${report.id}`, { sessionId: report.id, set: 0, calibration: null, data })
}
