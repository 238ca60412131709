import { cardOfStop, judge, judgeBefore, judgeSet } from './rules.ts'
import { emergency, finish, stopBy } from './ending.ts'
import { onward } from './flow.ts'
import { applyChange } from './changing.ts'
import { suggested } from './choosing.ts'
import { type Clock, goTo, itemAt, type SessionState, say } from './state.ts'

export const SINCE_LAST = ['better', 'same', 'a-little-worse', 'much-worse'] as const

/** After how many seconds of quiet pain must have come down (SS03). */
const SETTLE_SECONDS = 120

/** SS08: rest after very hard work that was not shortness of breath. */
const HARD_REST = 300

/** The questions before the start in order: each danger sign on its own, pain now, since last time (unless the morning has told), energy. */
export function beforeSteps(state: SessionState): string[] {
  const dangers = state.prescription.preSession
    .filter((item) => item.answerType !== 'number_0_10')
    .map((item) => item.id)
  const known = state.before.sinceLast === 'first' || state.sinceTold === true
  return [...dangers, 'pain', ...(known ? [] : ['since']), 'energy']
}

/** Whether the question on show has its answer; none may be left out. */
export function answered(state: SessionState): boolean {
  if (state.phase.name !== 'before') return true
  const step = beforeSteps(state)[state.phase.step]
  if (step === undefined) return true
  if (step === 'pain') return state.before.pain !== null
  if (step === 'since') return state.before.sinceLast !== null
  if (step === 'energy') return state.before.energy != null
  return state.before.answers[step] !== undefined
}

/** On from one question before the start. A danger sign shows its card; an emergency does so before any other question. */
export function nextBefore(state: SessionState, clock: Clock): SessionState {
  if (state.phase.name !== 'before' || !answered(state)) return state
  const { step } = state.phase
  const steps = beforeSteps(state)
  const verdict = judgeBefore(state.before, state.prescription)
  const last = step + 1 >= steps.length
  // A lower danger sign waits for the pain question, which can raise it.
  if (verdict.kind === 'card' && (verdict.emergency || steps[step] === 'pain' || last))
    return emergency(state, verdict.rule, verdict.card, clock)
  if (verdict.kind === 'recovery' && steps[step] === 'pain') return toRecovery(state)
  if (!last) return goTo(state, { name: 'before', step: step + 1 })
  return verdict.kind === 'recovery'
    ? toRecovery(state)
    : say(goTo(suggested(state), { name: 'set-up' }), { id: 'set-up' })
}

function toRecovery(state: SessionState): SessionState {
  return say(goTo(state, { name: 'recovery', elapsed: 0, running: false }), { id: 'recovery' })
}

/** Leaves the questions after a set: the rules look at pain and effort, and only ever make what follows easier or end it. */
export function leaveAfter(state: SessionState): SessionState {
  const waited = state.phase.name === 'after' ? state.phase.waited : SETTLE_SECONDS
  const last = state.sets.at(-1)
  const judged = `${state.sets.length}:${last?.pain ?? ''}:${last?.effort ?? ''}`
  if (judged === state.judged) return onward(state, waited)
  return follow({ ...state, judged }, waited)
}

function follow(state: SessionState, waited: number): SessionState {
  const verdict = judgeSet(state)
  switch (verdict.kind) {
    case 'go-on':
      return onward(state, waited)
    case 'end':
      return stopBy(state, verdict.rule, cardOfStop(verdict.rule, state.prescription))
    case 'settle':
      return say(
        goTo(state, { name: 'settle', left: SETTLE_SECONDS, asked: false }),
        { id: 'settle' },
        'attention',
      )
    case 'breath':
      return { ...state, ask: { kind: 'breath' } }
    case 'change':
      return onward(applyChange(state, verdict), waited)
  }
}

/** Pain after two quiet minutes: settled goes on, easier; anything else ends the session (SS03). */
export function settled(state: SessionState, pain: number): SessionState {
  const item = itemAt(state)
  if (item === null) return state
  const verdict = judge(state, item, { kind: 'settled', pain })
  if (verdict.kind === 'end') return stopBy(state, verdict.rule, cardOfStop(verdict.rule, state.prescription))
  return onward(verdict.kind === 'change' ? applyChange(state, verdict) : state, SETTLE_SECONDS)
}

/** SS08: new shortness of breath is a danger sign; hard work alone gets a long rest. */
export function breathAnswered(state: SessionState, short: boolean, clock: Clock): SessionState {
  if (short) return emergency(state, 'SS01', 'emergency', clock)
  const rested = onward({ ...state, ask: null }, 0)
  return rested.phase.name === 'rest'
    ? say(
        { ...rested, phase: { ...rested.phase, left: HARD_REST, total: HARD_REST } },
        { id: 'rest-longer', values: { seconds: HARD_REST } },
      )
    : rested
}

export const END_STEPS = ['pain', 'effort', 'hardest', 'note'] as const

export function nextEnd(state: SessionState, clock: Clock): SessionState {
  if (state.phase.name !== 'end') return state
  const step = state.phase.step + 1
  return step < END_STEPS.length ? goTo(state, { name: 'end', step }) : finish(state, clock)
}
