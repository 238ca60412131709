/** Every line that the guide can say. The words are in `script.ts`; voice and captions both take them from there. */
export type LineId =
  | 'welcome'
  | 'set-up'
  | 'exercise'
  | 'next-set'
  | 'other-side'
  | 'go'
  | 'count'
  | 'smaller'
  | 'mended'
  | 'half-way'
  | 'hold'
  | 'ease-off'
  | 'last-ten'
  | 'set-done'
  | 'rest'
  | 'rest-longer'
  | 'paused'
  | 'away'
  | 'go-on'
  | 'lost'
  | 'still-lost'
  | 'found'
  | 'are-you-ok'
  | 'help'
  | 'camera-on'
  | 'camera-off'
  | 'camera-failed'
  | 'by-timer'
  | 'cue'
  | 'change'
  | 'undone'
  | 'settle'
  | 'settle-ask'
  | 'skipped'
  | 'harder'
  | 'time-left'
  | 'breathe-in'
  | 'breathe-out'
  | 'breathe-hold'
  | 'stopped'
  | 'end'
  | 'recovery'
  | 'finished'

export type Line = { id: LineId; values?: Record<string, string | number> }

export const SOUNDS = [
  'none',
  'count',
  'start',
  'turn',
  'hold',
  'release',
  'done',
  'rest',
  'attention',
] as const
export type SoundKind = (typeof SOUNDS)[number]
