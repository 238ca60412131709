import type { FaultRule, Movement, Signal } from '../movement.ts'
import type { View } from '../pose.ts'

const movement = (over: Partial<Movement>): Movement => ({
  template: 'cycle',
  cameraView: 'front',
  needs: ['shoulders', 'hips'],
  count: null,
  measure: null,
  hold: null,
  faults: [],
  ...over,
})

const one = (signal: Signal, view: View, minRange: number, over: Partial<Movement> = {}): Movement =>
  movement({
    cameraView: view,
    count: { signal, views: [view], direction: 1, minRange },
    measure: { signal, views: [view] },
    ...over,
  })

/** A fault rule with the usual fields filled in. */
export const rule = (over: Partial<FaultRule>): FaultRule => ({
  id: 'leaning',
  signal: 'trunk_lateral_flexion',
  views: ['front'],
  when: 'aboveAbs',
  threshold: 12,
  seconds: 0.4,
  cue: 'leaning',
  ...over,
})

/** Movements of the kinds that the library has, for tests and benches. */
export const MOVEMENTS = {
  squat: movement({
    cameraView: 'side',
    needs: ['hips', 'knees', 'feet'],
    count: { signal: 'hip_height_cycle', views: ['front', 'oblique', 'side'], direction: -1, minRange: 0.1 },
    measure: { signal: 'knee_flexion', views: ['side'] },
  }),
  abduction: one('shoulder_abduction', 'front', 25, { needs: ['shoulders', 'arms', 'hips'] }),
  flexion: one('shoulder_flexion', 'side', 25, { needs: ['shoulders', 'arms', 'hips'] }),
  sideBend: one('trunk_lateral_flexion', 'front', 8, { template: 'alternating' }),
  rotation: one('trunk_axial_rotation', 'front', 12, {
    template: 'alternating',
    needs: ['shoulders', 'hips'],
  }),
  neckTurn: one('neck_rotation', 'front', 15, { template: 'alternating', needs: ['head', 'shoulders'] }),
  armHold: movement({
    template: 'hold',
    cameraView: 'side',
    needs: ['shoulders', 'arms', 'hips'],
    hold: { signal: 'shoulder_flexion', views: ['side'], min: 80, max: 120 },
    measure: { signal: 'shoulder_flexion', views: ['side'] },
  }),
  stillness: movement({ template: 'timed', cameraView: 'front' }),
} satisfies Record<string, Movement>
