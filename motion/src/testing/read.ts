import { BodyReader } from '../body/body.ts'
import type { Body } from '../body/body.ts'
import { type Reading, readSignal } from '../angles/angles.ts'
import type { Signal } from '../movement.ts'
import { type Neutral, NeutralReader } from '../calibration/neutral.ts'
import { ViewReader } from '../body/view.ts'
import { film, type Sketch as Posture, type Shot } from '../person/film.ts'

/** The body and neutral pose after a second of `rest` and a second of `posture`. */
export function seenAs(
  posture: Posture,
  rest: Posture = {},
  shot: Shot = {},
): { body: Body; neutral: Neutral | null } {
  const reader = new BodyReader()
  const view = new ViewReader()
  const neutral = new NeutralReader(null)
  let { body } = reader
  for (const frame of film(2.5, 30, (t) => (t < 1.2 ? { yaw: posture.yaw ?? 0, ...rest } : posture), shot)) {
    body = reader.read(frame)
    body.view = view.read(body)
    neutral.read(body)
  }
  return { body, neutral: neutral.neutral }
}

/** The reading of one signal in a posture that was held for a second. */
export function readingOf(
  signal: Signal,
  posture: Posture,
  rest: Posture = {},
  shot: Shot = {},
): Reading | null {
  const { body, neutral } = seenAs(posture, rest, shot)
  return readSignal(body, neutral, signal)
}
