import { describe, expect, test } from 'vitest'
import type { Excursion } from '../repetition/segmenter.ts'
import { TempoReader } from './tempo.ts'

const STEP = 0.05
const excursion = (over: Partial<Excursion> = {}): Excursion => ({
  start: 1,
  peak: 1.5,
  end: 2,
  height: 30,
  low: 0,
  holdSeconds: 0,
  outSeconds: 0.3,
  backSeconds: null,
  partial: false,
  ...over,
})

describe('the tempo of repetitions', () => {
  test('two quick ways say nothing; of three in a row the slowest counts, with one step of the camera', () => {
    const tempo = new TempoReader()
    const told = [0.3, 0.4, 0.2, 1.2, 0.3, 0.3, 0.3].map((outSeconds) =>
      tempo.told(excursion({ outSeconds }), STEP).map(({ seconds }) => seconds),
    )
    expect(told).toEqual([[], [], [0.45], [1.25], [1.25], [1.25], [0.35]])
  })

  test('the way back is told once, when the person is home', () => {
    const tempo = new TempoReader()
    const back = (): number[] => {
      const one = excursion()
      tempo.told(one, STEP)
      const early = tempo.arrived(STEP)
      one.backSeconds = 0.5
      return [...early, ...tempo.arrived(STEP), ...tempo.arrived(STEP)].map(({ seconds }) => seconds)
    }
    expect([back(), back(), back(), back()]).toEqual([[], [], [0.55], [0.55]])
  })

  test('partial repetitions have no tempo', () => {
    const tempo = new TempoReader()
    tempo.told(excursion(), STEP)
    expect(tempo.told(excursion({ partial: true, backSeconds: 0.2 }), STEP)).toEqual([])
    expect(tempo.arrived(STEP)).toEqual([])
  })

  test('after somebody was lost the row begins anew', () => {
    const tempo = new TempoReader()
    for (let i = 0; i < 2; i++) tempo.told(excursion({ backSeconds: 0.2 }), STEP)
    tempo.forget()
    expect(tempo.arrived(STEP)).toEqual([])
    expect(tempo.told(excursion(), STEP)).toEqual([])
  })
})
