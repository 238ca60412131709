export { LANDMARKS, Side, View } from './pose.ts'
export type { Frame, Landmark } from './pose.ts'
export { Figure, Posture, Stance } from './person/figure.ts'
export { BodyPart, FaultRule, Movement, Signal } from './movement.ts'
export { MeasuredRange, Repetition, SetSummary } from './events.ts'
export type { Framing, FramingHelp, TrackerEvent } from './events.ts'
export { SIGNALS } from './angles/angles.ts'
export type { Reading, SignalRow } from './angles/angles.ts'
export { Calibration, PersonalRange, readCalibration } from './calibration/calibration.ts'
export { calibrate, startCalibration } from './calibration/guide.ts'
export type {
  CalibrationEvent,
  CalibrationOptions,
  CalibrationPhase,
  CalibrationState,
} from './calibration/guide.ts'
export type { CalibrationHelp } from './calibration/guided-movements.ts'
export type { Neutral } from './calibration/neutral.ts'
export { startTracking } from './tracking/state.ts'
export type { TrackerState, TrackingOptions } from './tracking/state.ts'
export { step } from './tracking/step.ts'
export { calibrationOf, summarize } from './tracking/summary.ts'
export { analyze, signalOf } from './recording/analyze.ts'
export type { Analysis, AnalyzeOptions, SignalPoint } from './recording/analyze.ts'
export { productFrames, skeletonFrames } from './recording/frames.ts'
export { mirror } from './skeleton/mirror.ts'
export { readRecordings, RecordingError } from './recording/records.ts'
export type { Recording } from './recording/records.ts'
