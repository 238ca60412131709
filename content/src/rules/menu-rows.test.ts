import { composePlan, type Content, evaluate, type Plan } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Given, intakeOf, KIT, NOW, triageOf } from './people.ts'

/** The published menus, most wanted first: component, exercise, why. */
const MENUS: Readonly<Record<string, readonly string[]>> = {
  P1: [
    'stretching seated-thoracic-rotation menu.turn-after-sitting',
    'strengthening scapular-squeeze menu.blade-endurance',
    'posture tall-sit-reset menu.change-position',
    'stretching doorway-chest-stretch menu.open-chest',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'functional sit-to-stand menu.functional',
    'pain-management slow-breathing menu.calm-breath',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'strengthening wall-angel menu.blade-endurance',
    'strengthening band-row-seated menu.blade-strength',
    'posture chin-tuck menu.head-over-chest',
    'manual-therapy ball-wall-release menu.self-mobilise',
  ],
  P2: [
    'stretching seated-rotation-supported menu.win-back-turning',
    'manual-therapy towel-assisted-rotation menu.self-mobilise',
    'stretching seated-side-bend menu.open-side',
    'stretching breath-with-arm-raise menu.ribs-move',
    'strengthening wall-slide-forearm menu.use-new-range',
    'posture tall-sit-reset menu.change-position',
    'pain-management belly-breathing menu.calm-breath',
    'functional sit-to-stand menu.functional',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'stretching side-lying-open-book menu.win-back-turning',
    'stretching cat-cow menu.move-every-level',
    'functional driver-shoulder-check menu.turn-to-look',
    'strengthening scapular-squeeze menu.blade-endurance',
  ],
  P3: [
    'stretching seated-rotation-supported menu.win-back-turning',
    'functional hip-hinge-stick menu.lift-well',
    'functional sit-to-stand menu.functional',
    'strengthening scapular-squeeze menu.blade-strength',
    'strengthening bird-dog menu.steady-trunk',
    'strengthening wall-slide-forearm menu.reach-strength',
    'posture tall-sit-reset menu.change-position',
    'pain-management slow-breathing menu.calm-breath',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'strengthening bridge menu.steady-trunk',
    'functional squat menu.functional',
    'strengthening band-row-seated menu.blade-strength',
    'strengthening pallof-press menu.steady-trunk',
    'functional box-lift menu.lift-well',
  ],
  P4: [
    'stretching neck-rotation menu.neck-moves',
    'posture chin-tuck menu.head-over-chest',
    'strengthening scapular-squeeze menu.blade-strength',
    'strengthening wall-slide-forearm menu.reach-strength',
    'stretching doorway-chest-stretch menu.open-chest',
    'manual-therapy ball-wall-release menu.self-mobilise',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'pain-management shoulder-rolls menu.ease',
    'functional sit-to-stand menu.functional',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'strengthening band-external-rotation menu.blade-strength',
    'strengthening band-row-seated menu.blade-strength',
    'functional overhead-reach-shelf menu.reach-strength',
    'posture tall-sit-reset menu.change-position',
  ],
  P5: [
    'pain-management belly-breathing menu.calm-breath',
    'manual-therapy side-rib-breathing menu.ribs-move',
    'stretching seated-side-bend menu.open-side',
    'stretching breath-with-arm-raise menu.ribs-move',
    'stretching seated-rotation-supported menu.win-back-turning',
    'strengthening scapular-squeeze menu.blade-endurance',
    'posture tall-sit-reset menu.change-position',
    'functional sit-to-stand menu.functional',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'manual-therapy rib-side-mobilisation menu.ribs-move',
    'pain-management slow-breathing menu.calm-breath',
    'strengthening wall-angel menu.blade-endurance',
  ],
  P6: [
    'pain-management feet-up-90-90-breathing menu.rest-breath',
    'pain-management belly-breathing menu.calm-breath',
    'pain-management shoulder-rolls menu.ease',
    'stretching seated-rotation-supported menu.small-moves',
    'manual-therapy side-rib-breathing menu.ribs-move',
    'strengthening scapular-squeeze menu.wake-muscles',
    'posture tall-sit-reset menu.change-position',
    'functional sit-to-stand menu.functional',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
  ],
  P7: [
    'pain-management slow-breathing menu.calm-breath',
    'stretching seated-thoracic-rotation menu.win-back-turning',
    'strengthening scapular-squeeze menu.blade-endurance',
    'functional sit-to-stand menu.functional',
    'functional march-on-spot menu.stamina',
    'posture tall-sit-reset menu.change-position',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'home-programme walking-programme menu.walk',
    'home-programme microbreak-stand-reach menu.micro-break',
    'pain-management heat-pack menu.heat',
    'stretching self-hug-stretch menu.ease',
    'strengthening wall-angel menu.blade-endurance',
  ],
  P8: [
    'stretching seated-rotation-supported menu.gentle-start',
    'pain-management belly-breathing menu.calm-breath',
    'strengthening scapular-squeeze menu.wake-muscles',
    'posture tall-sit-reset menu.change-position',
    'manual-therapy chair-back-extension menu.self-mobilise',
    'manual-therapy side-rib-breathing menu.ribs-move',
    'manual-therapy shoulder-rolls menu.ease',
    'functional sit-to-stand menu.functional',
    'functional march-on-spot menu.functional',
    'home-programme microbreak-stand-reach menu.micro-break',
    'home-programme walking-programme menu.walk',
    'pain-management heat-pack menu.heat',
    'stretching breath-with-arm-raise menu.gentle-start',
    'stretching cross-body-stretch menu.ease',
    'pain-management shoulder-rolls menu.ease',
    'pain-management slow-breathing menu.calm-breath',
    'strengthening wall-slide-forearm menu.use-new-range',
    'strengthening bridge menu.steady-trunk',
    'posture chin-tuck menu.head-over-chest',
  ],
}

/** People who do not get the first of everything: little or much kit, few positions, or something that speaks against an exercise. */
const PEOPLE: readonly [Given, readonly string[]][] = [
  [{ equipment: KIT }, []],
  [{ equipment: ['chair', 'wall'] }, []],
  [{ equipment: ['chair', 'wall', 'towel', 'band'] }, []],
  [{ equipment: [] }, []],
  [{ equipment: KIT, answers: { 'H14.positions': ['standing'] } }, []],
  [{ equipment: KIT, answers: { 'H14.positions': ['seated'] } }, []],
  [{ equipment: KIT }, ['bone_fragile', 'rib_injury']],
  [{ equipment: KIT }, ['recent_spine_surgery']],
  [{ equipment: KIT }, ['shoulder_overhead_pain', 'balance_risk']],
  [{ equipment: KIT }, ['heart_lung_unstable', 'bp_uncontrolled', 'knee_kneeling_pain']],
]

type Pattern = Content['patterns'][number]['id']

/** What somebody gets for whom just this pattern speaks. */
function planFor(pattern: Pattern, [given, tags]: (typeof PEOPLE)[number], own: Content): Plan {
  const intake = intakeOf(given)
  const triage = triageOf(tags)
  const found = evaluate(intake, own, triage, NOW).result
  const evaluation = { ...found, pattern, candidates: [{ pattern, score: 5 }] }
  return composePlan({ intake, evaluation, triage, content: own, now: NOW, hold: false }).result
}

const said = (plan: Plan): string =>
  JSON.stringify([plan.items.map(({ exerciseId, because }) => [exerciseId, because[0]]), plan.excluded])

describe('the menus of the patterns', () => {
  it.each(content.patterns)('$id is as published', ({ id, menu }) => {
    expect(menu.map(({ component, exerciseId, because }) => `${component} ${exerciseId} ${because}`)).toEqual(
      MENUS[id],
    )
  })

  it.each(content.patterns)('every row of $id moves the plan of somebody', ({ id, menu }) => {
    const whole = PEOPLE.map((person) => said(planFor(id, person, content)))
    const idle = menu.filter((_row, index) => {
      const less = {
        ...content,
        patterns: content.patterns.map((one) =>
          one.id === id ? { ...one, menu: menu.filter((_other, at) => at !== index) } : one,
        ),
      }
      return PEOPLE.every((person, at) => said(planFor(id, person, less)) === whole[at])
    })
    // What the mixed menu has as well comes in by itself.
    const mixed = content.patterns.find((one) => one.id === 'P8')?.menu.map((row) => row.exerciseId) ?? []
    const own = idle.filter(({ exerciseId }) => id === 'P8' || !mixed.includes(exerciseId))
    expect(own.map(({ exerciseId }) => exerciseId)).toEqual([])
  })
})
