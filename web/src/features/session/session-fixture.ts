import type { Exercise, PrescribedItem, Prescription } from '@dorsal/care'
import type { SetSummary, TrackerEvent } from '@dorsal/motion'
import { advance, type Input } from './machine.ts'
import type { Control } from './controls.ts'
import { beginSession, type Clock, type SessionState } from './state.ts'

/** Plain things to test the session with; nothing of it ships. */
const SIGN_OFF = { state: 'draft', by: null, at: null } as const

export function exercise(id: string, more: Partial<Exercise> = {}): Exercise {
  return {
    id,
    version: 1,
    name: id,
    components: ['strengthening'],
    position: 'standing',
    equipment: [],
    laterality: 'none',
    purpose: '',
    steps: ['Stand.', 'Bend.', 'Come back.'],
    faults: [{ id: 'drops', name: 'Chest drops', cue: 'Look ahead' }],
    dosage: { early: null, middle: null, late: null },
    variants: { easier: null, harder: null },
    progression: { chain: id, level: 1, easierId: null, harderId: null },
    contraindicationTags: [],
    precautionTags: [],
    trackability: 'full',
    movement: {
      template: 'cycle',
      cameraView: 'side',
      needs: [],
      count: { signal: 'hip_height_cycle', views: ['side'], direction: -1, minRange: 0.1 },
      measure: null,
      hold: null,
      faults: [],
    },
    evidence: 'weak',
    sources: [],
    signOff: SIGN_OFF,
    ...more,
  }
}

export function prescribed(id: string, more: Partial<PrescribedItem> = {}): PrescribedItem {
  return {
    planItemId: `item-${id}`,
    exercise: exercise(id),
    easier: null,
    dosage: {
      sets: 2,
      reps: 4,
      holdSeconds: 0,
      durationSeconds: null,
      tempo: '2-1-2',
      restSeconds: 30,
      perSide: false,
      timesPerDay: 1,
      daysPerWeek: 3,
      effort: [3, 5],
    },
    rangeShare: 1,
    because: [],
    ...more,
  }
}

const yesNo = (id: string, disposition: 'emergency_now' | 'same_day_urgent') => ({
  id,
  question: id,
  answerType: 'yes_no' as const,
  severe: null,
  maps: [],
  disposition,
  card: disposition === 'emergency_now' ? ('emergency' as const) : ('same-day' as const),
})

const stopRule = (id: string, action: Prescription['stopRules'][number]['action']) => ({
  id,
  label: id,
  detectedBy: 'test',
  action,
  signOff: SIGN_OFF,
})

export function prescription(items: PrescribedItem[], more: Partial<Prescription> = {}): Prescription {
  return {
    sessionNumber: 2,
    planVersion: 1,
    contentVersion: 'test',
    minutes: 15,
    painCeiling: 5,
    preSession: [
      yesNo('PS1', 'emergency_now'),
      yesNo('PS2', 'emergency_now'),
      yesNo('PS3', 'same_day_urgent'),
      yesNo('PS4', 'same_day_urgent'),
      {
        ...yesNo('PS5', 'same_day_urgent'),
        answerType: 'number_0_10',
        severe: { pain: 9, disposition: 'see_clinician_first', card: 'clinician-first' },
      },
    ],
    stopRules: [
      stopRule('SS01', 'emergency'),
      stopRule('SS02', 'emergency'),
      stopRule('SS03', 'end-session'),
      stopRule('SS04', 'stop-exercise'),
      stopRule('SS05', 'stop-exercise'),
      stopRule('SS06', 'end-session'),
      stopRule('SS08', 'pause'),
      stopRule('SS11', 'recovery-only'),
      stopRule('SS13', 'end-session'),
    ],
    items,
    changes: [],
    ...more,
  }
}

/** A session with its own clock: sends inputs, lets seconds pass in ticks of a tenth, as the player does. */
export class Played {
  state: SessionState
  ms = 1000

  constructor(of: Prescription = prescription([prescribed('squat'), prescribed('row')])) {
    this.state = beginSession('00000000-0000-4000-8000-000000000001', of, this.clock)
    this.pass(0.1)
  }

  get clock(): Clock {
    return { ms: this.ms, iso: new Date(1_700_000_000_000 + this.ms).toISOString() }
  }

  get phase(): string {
    return this.state.phase.name
  }

  get done(): number {
    return this.state.bout.done
  }

  send(input: Input): this {
    this.state = advance(this.state, input, this.clock)
    return this
  }

  press(...controls: Control[]): this {
    for (const control of controls) this.send({ type: 'control', control })
    return this
  }

  /** Lets time pass; `until` ends it early. */
  pass(seconds: number, until: () => boolean = () => false): this {
    for (let tick = 0; tick < Math.round(seconds * 10) && !until(); tick++) {
      this.ms += 100
      this.send({ type: 'tick' })
    }
    return this
  }

  until(phase: string): this {
    this.pass(900, () => this.phase === phase)
    if (this.phase !== phase) throw new Error(`never came to ${phase}, stands in ${this.phase}`)
    return this
  }

  /** Answers everything before the start with "no" and this pain. */
  ready(pain = 2, energy: 'low' | 'medium' | 'good' = 'good'): this {
    for (const id of ['PS1', 'PS2', 'PS3', 'PS4'])
      this.send({ type: 'answer', id, value: 'no' }).press('next')
    this.send({ type: 'pain-before', value: pain }).press('next')
    if (this.phase === 'before') this.send({ type: 'since', value: 'same' }).press('next')
    if (this.phase === 'before') this.send({ type: 'energy', value: energy }).press('next')
    return this
  }

  /** Into the first set, by the timer or seen by the camera. */
  working(camera = false): this {
    this.ready()
    if (camera) this.send({ type: 'camera', to: 'starting' }).send({ type: 'camera', to: 'on' })
    this.press('next')
    if (camera) this.see()
    return this.until('work')
  }

  see(): this {
    return this.tell(
      { type: 'framing', t: 0, framing: { help: 'in-view', view: 'side', missing: [], usable: true } },
      { type: 'found', t: 0 },
    )
  }

  vanish(): this {
    return this.tell(
      { type: 'framing', t: 0, framing: { help: 'nobody', view: null, missing: [], usable: false } },
      { type: 'lost', t: 0 },
    )
  }

  rep(count: number, partial = false): this {
    const repetition = { side: 'both' as const, start: 0, end: 1, peak: 0.5, holdSeconds: 0, partial }
    return this.tell({ type: 'rep', t: 0, count, repetition })
  }

  tell(...events: TrackerEvent[]): this {
    return this.send({ type: 'tracker', events })
  }

  /** All repetitions that the report would hold if the session ended now. */
  get repetitions(): number {
    const under = this.state.soFar.done + this.state.bout.done
    return this.state.sets.reduce((all, set) => all + set.doneReps, 0) + under
  }
}

export function summary(total: number): SetSummary {
  return {
    reps: { total, left: 0, right: 0, partial: 0 },
    repetitions: [],
    holdSeconds: 0,
    range: { signal: 'knee_flexion', unit: 'deg', left: null, right: null, best: 80, error: 6 },
    tempoSeconds: 4,
    faults: [{ id: 'drops', count: 1 }],
    seenShare: 0.9,
  }
}
