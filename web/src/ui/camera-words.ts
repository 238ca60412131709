import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { BodyPart, CalibrationHelp, FramingHelp } from '@dorsal/motion'
import type { CameraFailure } from '../lib/camera/camera-failure.ts'
import type { PoseFailure } from '../lib/pose/pose-failure.ts'

export type StageFailure = CameraFailure | PoseFailure

/** The one sentence of framing help. Left and right are the person's own, as in the mirrored preview. */
export const FRAMING_WORDS: Record<FramingHelp, MessageDescriptor> = {
  'in-view': msg`Good. The camera sees what it needs.`,
  nobody: msg`We cannot see you. Step back into the picture.`,
  'too-dark': msg`It is too dark to see you well. Turn on a light, or open a curtain.`,
  'two-people': msg`The camera sees two people. Please stay in the picture alone; a mirror can look like a second person.`,
  'too-near': msg`Move a little further from the camera.`,
  'too-far': msg`Come a little closer to the camera.`,
  'step-left': msg`Move a little to your left.`,
  'step-right': msg`Move a little to your right.`,
  'head-cut-off': msg`Your head is out of the picture. Move back, or point the camera at it.`,
  'feet-cut-off': msg`Your feet are out of the picture. Move back, or point the camera at them.`,
  'part-hidden': msg`Part of you is hidden. Clear the view, or move a little.`,
  'turn-to-side': msg`Turn so that your side faces the camera.`,
  'face-camera': msg`Turn to face the camera.`,
}

export const PART_WORDS: Record<BodyPart, MessageDescriptor> = {
  head: msg`head`,
  shoulders: msg`shoulders`,
  arms: msg`arms`,
  hips: msg`hips`,
  knees: msg`knees`,
  feet: msg`feet`,
}

/**
 * The one sentence of the guided calibration. Left is the person's own, and nobody is asked for more than is comfortable. Where it
 * failed, this is what happened; what to do then is `CALIBRATION_ADVICE`.
 */
export const CALIBRATION_WORDS: Record<CalibrationHelp, MessageDescriptor> = {
  'stand-still': msg`First, stay still for a moment.`,
  'turn-left': msg`Now turn slowly to your left, as far as is comfortable.`,
  'bend-left': msg`Now bend slowly to your left, as far as is comfortable.`,
  'head-left': msg`Now move your head slowly to your left, as far as is comfortable.`,
  'left-hand': msg`Now lift your left arm slowly, as far as is comfortable.`,
  'left-leg': msg`Now lift your left leg slowly, as far as is comfortable.`,
  'once-slowly': msg`Now do the exercise once, slowly, as far as is comfortable.`,
  'come-back': msg`Good. And come back slowly.`,
  'once-more': msg`Once more, please: slowly, to your left.`,
  done: msg`Thank you. The camera now knows how you move.`,
  nobody: msg`The camera lost sight of you.`,
  'not-still': msg`The camera could not find a still moment.`,
  'cannot-see': msg`The camera could not see that movement well.`,
  'no-movement': msg`The camera saw no movement.`,
  'side-unclear': msg`The camera could not tell left from right.`,
}

/** What helps the next time, where nothing is wrong with the picture itself. */
export const CALIBRATION_ADVICE: Partial<Record<CalibrationHelp, MessageDescriptor>> = {
  nobody: msg`Step back into the picture.`,
  'not-still': msg`Keep your whole body still for two seconds.`,
  'cannot-see': msg`More light, or one step back, may help.`,
  'no-movement': msg`Wait for the words, then move. A small movement is enough.`,
  'side-unclear': msg`Face it, and move to your own left.`,
}

/** What happened and what to do, one pair for each failure. */
export const FAILURE_WORDS: Record<StageFailure, { title: MessageDescriptor; advice: MessageDescriptor }> = {
  'camera-refused': {
    title: msg`The camera is not allowed for this page.`,
    advice: msg`Tap the camera or lock sign beside the address, allow the camera, and try again. The picture stays on this device.`,
  },
  'camera-absent': {
    title: msg`We found no camera on this device.`,
    advice: msg`Plug one in, or open this page on a phone, tablet or laptop with a camera. Then try again.`,
  },
  'camera-in-use': {
    title: msg`Another program is using the camera.`,
    advice: msg`Close video calls and other tabs that use the camera, and try again.`,
  },
  'camera-unplugged': {
    title: msg`The camera stopped.`,
    advice: msg`It may have been unplugged, or another program took it. Your count so far is kept. Check the camera and try again.`,
  },
  'camera-insecure': {
    title: msg`The browser gives no camera to this address.`,
    advice: msg`The camera works only on a secure address, one that begins with https. Ask your clinic for it.`,
  },
  'camera-unknown': {
    title: msg`The camera did not start.`,
    advice: msg`Close and open the browser, and try again.`,
  },
  'model-missing': {
    title: msg`The part that reads movement could not be loaded.`,
    advice: msg`Check your connection and try again. If it stays so, tell your clinic: a file is missing on the server.`,
  },
  'wasm-failed': {
    title: msg`The part that reads movement did not start.`,
    advice: msg`Reload the page and try again. If it stays so, another browser may help.`,
  },
  'browser-too-old': {
    title: msg`This browser is too old to read movement.`,
    advice: msg`Update it, or use a recent Chrome, Edge, Firefox or Safari.`,
  },
  'worker-died': {
    title: msg`The part that reads movement keeps stopping.`,
    advice: msg`This device may be short of memory. Close other programs and tabs, and try again.`,
  },
}
