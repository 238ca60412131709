/** Sessions sent as the device sends them, for journeys that are about what comes after. */
import { randomUUID } from 'node:crypto'
import type { Intake, IntakeReply, Prescription, ReportReply, SessionReport } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { expect, type Page } from '@playwright/test'
import { meOf } from '../session-helpers.ts'

/** A session that went well in every set. Made up. */
export function goodReport(prescription: Prescription, planVersion: number): SessionReport {
  const questions = prescription.preSession.filter(({ answerType }) => answerType === 'yes_no')
  return {
    id: randomUUID(),
    sessionNumber: prescription.sessionNumber,
    planVersion,
    mode: 'timer',
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    endedAt: new Date().toISOString(),
    before: {
      answers: Object.fromEntries(questions.map(({ id }): [string, 'no'] => [id, 'no'])),
      pain: 2,
      sinceLast: prescription.sessionNumber === 1 ? 'first' : 'better',
    },
    sets: prescription.items.flatMap((item) =>
      Array.from({ length: item.dosage.sets }, (_, index) => ({
        planItemId: item.planItemId,
        exerciseId: item.exercise.id,
        set: index + 1,
        prescribedReps: item.dosage.reps,
        doneReps: item.dosage.reps ?? 0,
        counted: 'timer' as const,
        seconds: item.dosage.durationSeconds ?? 30,
        summary: null,
        pain: 1,
        effort: 2,
      })),
    ),
    changes: [],
    painAfter: 1,
    effort: 2,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
}

/** Sessions that went well, one after the other, until the rules have something to propose to the clinician. */
export async function untilProposal(page: Page): Promise<void> {
  for (let session = 0; session < 6; session += 1) {
    const me = await meOf(page)
    if (me.proposals.some(({ status }) => status === 'pending')) return
    if (!me.prescription || !me.plan) throw new Error('There is no session to do')
    const report = goodReport(me.prescription, me.plan.version)
    const reply = await page.request.put(`/api/sessions/${report.id}/report`, { data: report })
    expect(reply.ok(), await reply.text()).toBe(true)
    expect(((await reply.json()) as ReportReply).next).not.toBe('escalate')
  }
  throw new Error('Six good sessions in a row led to no proposal')
}

/** Answers of somebody with nothing to warn of, all at once. */
export async function sendSafeIntake(page: Page, answers: Intake['answers'] = {}): Promise<IntakeReply> {
  const emergencies = loadContent().redFlags.items.filter(
    ({ disposition }) => disposition === 'emergency_now',
  )
  const intake: Intake = {
    format: 'dorsal-intake/1',
    lang: 'en',
    yearOfBirth: 1981,
    sex: 'female',
    camera: false,
    equipment: ['chair', 'wall'],
    minutesPerDay: 15,
    daysPerWeek: 5,
    answers: {
      ...Object.fromEntries(emergencies.map(({ id }): [string, 'no'] => [id, 'no'])),
      H01: '6-12 weeks',
      H03: ['between blades'],
      H04: ['ache', 'tight'],
      H05: ['sitting', 'desk or laptop'],
      H06: ['walking or moving'],
      H07: 'builds up to evening',
      ...answers,
    },
    goals: [{ text: 'Sit through a film', now: 4 }],
    measures: { nprs: { now: 3, average: 4, worst: 6 } },
    movementTests: {},
  }
  const reply = await page.request.put(`/api/intakes/${randomUUID()}`, { data: intake })
  expect(reply.ok(), await reply.text()).toBe(true)
  return (await reply.json()) as IntakeReply
}
