import { describe, expect, it } from 'vitest'
import { FULL_LIMIT_MS, learn, startChoice, TRIAL_FRAMES } from './model-choice.ts'

const after = (milliseconds: number[], asked: 'auto' | 'full' | 'lite' = 'auto') =>
  milliseconds.reduce(learn, startChoice(asked))
const times = (count: number, milliseconds: number) => Array<number>(count).fill(milliseconds)

describe('the choice of the pose model', () => {
  it('begins with the full model and keeps it where it is fast enough', () => {
    expect(startChoice('auto').model).toBe('full')
    expect(after(times(TRIAL_FRAMES, FULL_LIMIT_MS))).toMatchObject({ model: 'full', settled: true })
  })

  it('changes to lite when the median of the trial is too slow, and not before', () => {
    expect(after(times(TRIAL_FRAMES - 1, 200)).model).toBe('full')
    expect(after(times(TRIAL_FRAMES, FULL_LIMIT_MS + 1))).toMatchObject({ model: 'lite', settled: true })
  })

  it('does not mind single slow frames', () => {
    expect(after([...times(10, 900), ...times(TRIAL_FRAMES - 10, 30)]).model).toBe('full')
  })

  it('never goes back and forth once it is settled, nor where a model was asked for', () => {
    expect(after([...times(TRIAL_FRAMES, 30), ...times(500, 900)]).model).toBe('full')
    expect(after([...times(TRIAL_FRAMES, 90), ...times(500, 5)]).model).toBe('lite')
    expect(after(times(500, 900), 'full').model).toBe('full')
  })
})
