import { expect, test } from 'vitest'
import type { FramingHelp } from '../events.ts'
import { drawnBody, UPRIGHT_TRUNK } from '../testing/drawn-body.ts'
import { ruleFor } from './framing.ts'
import type { Scene } from './scene.ts'

const NOWHERE = { top: false, bottom: false, left: false, right: false }
const body = (more: Partial<Scene['body']> = {}): Scene['body'] => ({
  ...drawnBody(UPRIGHT_TRUNK, { view: 'front' }),
  ...more,
})

/** Somebody who stands as asked, and what is otherwise. */
const scene = (more: Partial<Scene>): Scene => ({
  body: body(),
  missing: more.cut ?? [],
  cut: [],
  out: NOWHERE,
  size: 0.25,
  level: false,
  views: ['front'],
  asked: 'front',
  light: 0.5,
  crowded: false,
  said: null,
  ...more,
})

test.each<[FramingHelp, string, Partial<Scene>]>([
  ['in-view', 'stands as asked', {}],
  ['too-dark', 'is seen in hardly any light', { light: 0.08 }],
  ['in-view', 'is seen whole in little light', { light: 0.1 }],
  ['too-dark', 'is not seen in little light', { light: 0.15, body: body({ seen: false }) }],
  ['too-dark', 'is half seen in little light', { light: 0.15, missing: ['arms'] }],
  ['nobody', 'is not seen in enough light', { light: 0.17, body: body({ seen: false }) }],
  ['too-dark', 'was in the dark and hardly less so', { light: 0.11, said: 'too-dark' }],
  ['in-view', 'was in the dark and no longer is', { light: 0.13, said: 'too-dark' }],
  ['too-dark', 'was in the dark and is half seen', { light: 0.19, said: 'too-dark', missing: ['arms'] }],
  [
    'part-hidden',
    'was in the dark and is half seen in light',
    { light: 0.21, said: 'too-dark', missing: ['arms'] },
  ],
  ['two-people', 'is not alone', { crowded: true }],
  ['nobody', 'was not alone and is gone', { crowded: true, body: body({ seen: false }) }],
  ['two-people', 'has been taken for somebody else', { body: body({ seen: false, jumped: true }) }],
  ['nobody', 'is gone', { body: body({ seen: false }) }],
  [
    'too-near',
    'fills the picture with the head out of it',
    { size: 0.43, cut: ['head'], out: { ...NOWHERE, top: true } },
  ],
  ['head-cut-off', 'nearly fills it', { size: 0.41, cut: ['head'], out: { ...NOWHERE, top: true } }],
  [
    'too-near',
    'was too near and nearly still is',
    { size: 0.41, cut: ['head'], out: { ...NOWHERE, top: true }, said: 'too-near' },
  ],
  [
    'head-cut-off',
    'was too near and has gone back',
    { size: 0.39, cut: ['head'], out: { ...NOWHERE, top: true }, said: 'too-near' },
  ],
  [
    'too-near',
    'leaves by head and feet',
    { cut: ['head', 'feet'], out: { ...NOWHERE, top: true, bottom: true } },
  ],
  ['too-near', 'leaves by either side', { cut: ['arms'], out: { ...NOWHERE, left: true, right: true } }],
  [
    'head-cut-off',
    'lies with the head outside',
    { level: true, cut: ['head'], out: { ...NOWHERE, left: true } },
  ],
  [
    'feet-cut-off',
    'lies with the feet outside',
    { level: true, cut: ['feet'], out: { ...NOWHERE, left: true } },
  ],
  [
    'feet-cut-off',
    'lies with the knees outside',
    { level: true, cut: ['knees'], out: { ...NOWHERE, right: true } },
  ],
  ['too-near', 'lies with the arms outside', { level: true, cut: ['arms'], out: { ...NOWHERE, left: true } }],
  ['step-left', 'leaves on the left of the picture', { cut: ['arms'], out: { ...NOWHERE, left: true } }],
  ['step-right', 'leaves on the right of it', { cut: ['arms'], out: { ...NOWHERE, right: true } }],
  [
    'step-right',
    'leaves on the left with the back to the camera',
    { body: body({ view: 'back' }), views: ['back'], cut: ['arms'], out: { ...NOWHERE, left: true } },
  ],
  ['feet-cut-off', 'leaves below', { cut: ['feet'], out: { ...NOWHERE, bottom: true } }],
  ['head-cut-off', 'leaves above', { cut: ['head'], out: { ...NOWHERE, top: true } }],
  ['too-far', 'is small', { size: 0.085 }],
  ['in-view', 'is just large enough', { size: 0.095 }],
  ['too-far', 'was too small and is hardly larger', { size: 0.095, said: 'too-far' }],
  ['in-view', 'was too small and has come nearer', { size: 0.105, said: 'too-far' }],
  ['part-hidden', 'hides a hand', { missing: ['arms'] }],
  ['turn-to-side', 'faces the camera though the side is asked for', { views: ['side'], asked: 'side' }],
  ['face-camera', 'shows the side though the front is asked for', { body: body({ view: 'side' }) }],
  [
    'face-camera',
    'shows the back where both would do',
    { body: body({ view: 'back' }), views: ['front', 'side'] },
  ],
  ['in-view', 'is counted from anywhere', { body: body({ view: 'side' }), views: [] }],
  ['in-view', 'has not shown yet which way they stand', { body: body({ view: null }) }],
])('%s: somebody who %s', (help, _what, more) => {
  expect(ruleFor(scene(more)).help).toBe(help)
})
