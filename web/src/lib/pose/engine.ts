import { countPeople, type Frame } from '@dorsal/motion'
import { afterLook, lookDue, startLooks } from './look-choice.ts'
import { learn, startChoice } from './model-choice.ts'
import type { PoseFailure } from './pose-failure.ts'
import { RUNTIME, type PoseModel, type PoseSource } from './protocol.ts'
import type { LinkEvents, Looked, WorkerLink } from './worker-link.ts'

export const MAX_FPS = 30
export const MAX_RESTARTS = 3

/** Milliseconds: in the network, and from the taking of the picture to its answer. */
export type PoseTiming = { inferenceMs: number; roundTripMs: number }

export type EngineParts = {
  /** Starts a worker with the given model. */
  spawn(model: PoseModel, events: LinkEvents): WorkerLink
  /** The newest camera picture, at the size that the model needs. */
  grab(): Promise<ImageBitmap>
  /** Milliseconds that only ever grow. */
  now(): number
  /** Whether repetitions count now: then the looks for a second person are seldom. */
  counting(): boolean
}

export type EngineEvents = {
  onReady(source: PoseSource): void
  onFrame(frame: Frame, timing: PoseTiming): void
  onRestart(): void
  onFailure(failure: PoseFailure, detail: string): void
}

export type PoseEngine = {
  /** A new camera picture is there. */
  offer(): void
  stop(): void
}

/**
 * Keeps one picture in flight and always sends the newest; restarts a worker that hangs or dies, at most three times;
 * changes once from the full model to lite where full is too slow, without a gap: the old worker reads on until the new
 * one is ready.
 */
export function createPoseEngine(
  parts: EngineParts,
  events: EngineEvents,
  asked: PoseModel | 'auto',
): PoseEngine {
  let choice = startChoice(asked)
  /** Reads pictures now. */
  let current: WorkerLink | null = null
  /** Loads its model; takes over when it is ready. */
  let joining: WorkerLink | null = null
  let inFlight = false
  let newerWaits = false
  let sentAt = Number.NEGATIVE_INFINITY
  let restarts = 0
  let stopped = false
  let looks = startLooks()
  /** Who was found by a look that no frame has told of yet. */
  let looked: Looked | null = null
  /** The last look found two: until they have parted, the set stands, and looks are as often as before it. */
  let crowd = false

  const join = (model: PoseModel): void => {
    const link = parts.spawn(model, {
      onReady() {
        current?.close()
        current = link
        joining = null
        inFlight = false
        // The first look costs the most: not in the moment in which the person is seen for the first time.
        looks = { ...looks, lookedAt: parts.now() }
        events.onReady({ model, delegate: 'CPU', runtime: RUNTIME })
      },
      onFrame: receive,
      onLooked(found) {
        looks = afterLook(looks, found)
        looked = found.possible ? found : null
      },
      onFailed(failure, detail) {
        if (joining === link) joining = null
        else current = null
        if (!current) recover(failure, detail)
      },
    })
    joining = link
  }

  const recover = (failure: PoseFailure, detail: string): void => {
    if (failure === 'worker-died' && restarts < MAX_RESTARTS) {
      restarts += 1
      events.onRestart()
      if (!joining) join(choice.model)
    } else {
      stop()
      events.onFailure(failure, detail)
    }
  }

  function receive(frame: Frame, inferenceMs: number): void {
    inFlight = false
    const { model } = choice
    choice = learn(choice, inferenceMs)
    if (choice.model !== model) join(choice.model)
    const people = looked ? countPeople(frame.image, [looked.other]) : undefined
    if (people !== undefined) crowd = people > 1
    looked = null
    events.onFrame(people === undefined ? frame : { ...frame, people }, {
      inferenceMs,
      roundTripMs: parts.now() - sentAt,
    })
    if (newerWaits) offer()
  }

  async function send(link: WorkerLink): Promise<void> {
    inFlight = true
    newerWaits = false
    sentAt = parts.now()
    const t = sentAt / 1000
    const picture = await parts.grab().catch(() => null)
    if (picture && !stopped && link === current) {
      const look = lookDue(looks, sentAt, parts.counting() && !crowd)
      if (look) looks = { ...looks, lookedAt: sentAt }
      return link.send(picture, t, look)
    }
    picture?.close()
    if (link === current) inFlight = false
  }

  function offer(): void {
    if (stopped || !current) return
    if (inFlight) newerWaits = true
    else if (parts.now() - sentAt >= 1000 / MAX_FPS - 2) void send(current)
  }

  function stop(): void {
    stopped = true
    current?.close()
    joining?.close()
    current = null
    joining = null
  }

  join(choice.model)
  return { offer, stop }
}
