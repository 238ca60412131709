import { describe, expect, test } from 'vitest'
import type { Signal } from '../movement.ts'
import { crossTalk, PURE, WATCHED } from '../testing/cross-talk.ts'

/** What a signal may show, in its unit, of any movement that is not its own. */
const USUAL: Partial<Record<Signal, number>> = {
  trunk_axial_rotation: 8,
  trunk_lateral_flexion: 5,
  trunk_inclination: 3,
  thoracic_extension_proxy: 4,
  neck_rotation: 6,
  neck_lateral_flexion: 6,
  shrug_index: 0.08,
  pelvis_rotation: 6,
}

/** Pairs that physics ties together, each with its bound and why. */
const TIED: Record<string, number> = {
  // The pelvis turns the chest along, and half of it is depth that the model does not see.
  'turn of the pelvis 25 > trunk_axial_rotation': 14,
  // A head that goes along with a turn of the body by less than 25 degrees looks like a turn of the head.
  'turn of the trunk 40 > neck_rotation': 22,
  'turn of the pelvis 25 > neck_rotation': 27,
  // The camera stands lower than the ears: those of a turned head seem tilted. Withheld as a number beyond 30 degrees of turn.
  'turn of the head 50 > neck_lateral_flexion': 11,
  // Leaning back is a part of extension and the other way round; beyond 20 degrees the proxy is withheld.
  'lean forward 45 > thoracic_extension_proxy': 28,
  'upper back 20 backward > trunk_inclination': 8,
  // Foreshortened from the front; beyond 20 degrees withheld.
  'lean forward 45 > shrug_index': 0.12,
}

describe('a pure movement of one part and what the other signals make of it', () => {
  test.each(
    PURE.flatMap((movement) =>
      (movement.sides ? ([1, -1] as const) : ([1] as const)).map(
        (sign) => [movement.name, sign, movement] as const,
      ),
    ),
  )('%s (%s)', (name, sign, movement) => {
    const talk = crossTalk(movement, sign)
    for (const signal of WATCHED) {
      const { most = Number.NaN } = talk.get(signal) ?? {}
      if (signal === movement.moves) expect([signal, most > (USUAL[signal] ?? 0)]).toEqual([signal, true])
      else
        expect([signal, most <= (TIED[`${name} > ${signal}`] ?? USUAL[signal] ?? 0), most]).toEqual([
          signal,
          true,
          most,
        ])
    }
  })

  test('every tie is of a movement and a signal that are measured', () => {
    const pairs = PURE.flatMap(({ name }) => WATCHED.map((signal) => `${name} > ${signal}`))
    for (const tie of Object.keys(TIED)) expect(pairs).toContain(tie)
  })
})
