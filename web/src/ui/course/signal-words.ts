import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What the camera measured, in plain words. */
const SIGNALS: Readonly<Record<string, MessageDescriptor>> = {
  trunk_axial_rotation: msg`Turning the upper body`,
  trunk_lateral_flexion: msg`Bending to the side`,
  trunk_inclination: msg`Leaning forward`,
  shoulder_flexion: msg`Raising the arms to the front`,
  shoulder_abduction: msg`Raising the arms to the side`,
  shoulder_external_rotation: msg`Turning the arms out`,
  elbow_flexion: msg`Bending the elbows`,
  knee_flexion: msg`Bending the knees`,
  hip_flexion: msg`Bending the hips`,
  pelvis_lift: msg`Lifting the hips`,
  neck_rotation: msg`Turning the head`,
  neck_lateral_flexion: msg`Tilting the head`,
  respiratory_wave: msg`Breathing`,
  step_cadence: msg`Steps`,
}

const UNITS: Readonly<Record<string, MessageDescriptor>> = {
  deg: msg`degrees`,
  '°': msg`degrees`,
  'per-minute': msg`a minute`,
}

type Words = { _: (words: MessageDescriptor) => string }

/** A signal without words of its own stands readable, never hidden. */
export const signalWords = (signal: string, i18n: Words): string =>
  SIGNALS[signal] ? i18n._(SIGNALS[signal]) : signal.replaceAll('_', ' ')

export const unitWords = (unit: string, i18n: Words): string => (UNITS[unit] ? i18n._(UNITS[unit]) : unit)
