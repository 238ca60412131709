import type { TestProtocol, TestSpec } from '../movement-test/protocol.ts'

/** A protocol with the usual fields filled in: seated turn, three scored attempts each side. */
export const protocolOf = (over: Partial<TestProtocol> = {}): TestProtocol => ({
  kind: 'range',
  unit: 'deg',
  trend: false,
  sides: 'each',
  repeats: 3,
  practice: 0,
  seconds: null,
  camera: { views: ['front'], metres: [2, 2.5], height: 'mid-trunk', fps: 15 },
  needs: ['shoulders', 'hips'],
  signal: 'trunk_lateral_flexion',
  direction: 1,
  minRange: 10,
  failIf: [],
  unseen: [],
  grading: null,
  limits: null,
  change: 6,
  changeSource: 'test',
  stopPain: 5,
  skipTags: [],
  scheduleWeeks: [0, 4],
  ...over,
})

/** A test with its norms. */
export const specOf = (protocol: Partial<TestProtocol> = {}, over: Partial<TestSpec> = {}): TestSpec => ({
  protocol: protocolOf(protocol),
  bands: [
    { fromAge: 18, limitedBelow: 25, typical: [28, 38] },
    { fromAge: 40, limitedBelow: 20, typical: [23, 34] },
    { fromAge: 60, limitedBelow: 14, typical: [16, 28] },
  ],
  sideDifference: 7,
  error: 6,
  ...over,
})

/** The tests of other kinds, as content has them. */
export const SPECS = {
  sideBend: specOf(),
  reach: specOf(
    {
      sides: 'near',
      camera: { views: ['side'], metres: [2, 2.5], height: 'mid-trunk', fps: 15 },
      needs: ['shoulders', 'arms', 'hips'],
      signal: 'shoulder_flexion',
      minRange: 40,
      failIf: [
        {
          id: 'leaning-back',
          signal: 'trunk_inclination',
          views: ['side'],
          when: 'below',
          threshold: -8,
          seconds: 0.4,
        },
      ],
    },
    { sideDifference: 15, error: 10 },
  ),
  squeeze: specOf(
    {
      kind: 'hold',
      unit: 'seconds',
      sides: 'one',
      repeats: 1,
      seconds: 20,
      needs: ['head', 'shoulders'],
      signal: 'shrug_index',
      minRange: 0.85,
      failIf: [
        {
          id: 'shoulders-creep-up',
          signal: 'shrug_index',
          views: ['front'],
          when: 'below',
          threshold: 0.85,
          seconds: 0.5,
        },
      ],
      change: 10,
    },
    { bands: [{ fromAge: 18, limitedBelow: 10, typical: [15, 20] }], sideDifference: null, error: 10 },
  ),
  stands: specOf(
    {
      kind: 'count',
      unit: 'count',
      sides: 'one',
      repeats: 1,
      seconds: 15,
      camera: { views: ['side'], metres: [2, 2.5], height: 'mid-trunk', fps: 15 },
      needs: ['hips', 'feet'],
      signal: 'hip_height_cycle',
      minRange: 0.15,
      change: 3,
    },
    { bands: [], sideDifference: null, error: 1 },
  ),
  goalpost: specOf(
    {
      kind: 'grade',
      unit: 'grade',
      sides: 'one',
      repeats: 1,
      needs: ['shoulders', 'arms', 'hips'],
      signal: 'shoulder_abduction',
      minRange: 25,
      grading: {
        by: 'best',
        rows: [
          { grade: 3, marks: [{ signal: 'shoulder_abduction', from: 140 }], answer: ['touching'] },
          { grade: 2, marks: [{ signal: 'shoulder_abduction', from: 120 }], answer: ['touching', 'unknown'] },
          { grade: 1, marks: [{ signal: 'shoulder_abduction', from: 90 }], answer: null },
        ],
      },
      change: 1,
    },
    { bands: [{ fromAge: 18, limitedBelow: 2 }], sideDifference: 15, error: 1 },
  ),
  head: specOf(
    {
      kind: 'photo',
      trend: true,
      sides: 'one',
      repeats: 2,
      camera: { views: ['side'], metres: [2, 2.5], height: 'mid-trunk', fps: 15 },
      needs: ['head', 'shoulders'],
      signal: 'head_forward_angle',
      change: 4,
    },
    { bands: [], sideDifference: null, error: 4 },
  ),
  gap: specOf(
    {
      kind: 'self',
      unit: 'cm',
      sides: 'one',
      repeats: 1,
      camera: null,
      signal: null,
      direction: -1,
      limits: { typical: null, askAbove: 5, repeatFrom: null, repeatBelow: null },
      change: 1.5,
    },
    { bands: [], sideDifference: null, error: 1.5 },
  ),
  breaths: specOf(
    {
      kind: 'breathing-rate',
      unit: 'per-minute',
      sides: 'one',
      repeats: 1,
      seconds: 30,
      needs: ['shoulders'],
      signal: 'respiratory_wave',
      limits: { typical: [10, 20], askAbove: 20.5, repeatFrom: 25, repeatBelow: 8 },
      change: 3,
    },
    { bands: [], sideDifference: null, error: 2 },
  ),
} satisfies Record<string, TestSpec>
