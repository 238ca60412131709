import { makeScene } from '../room.js'
import { BODIES, framesOf } from './scenes.js'

const canvas = document.getElementById('picture')

/** Opens a scene for a body; the angles that are known of each frame, in degrees. */
window.openScene = (name, body, rate, w, h) => {
  const { look, away, height, body: lengths } = BODIES[body]
  window.room = makeScene({ shorts: true, ...look }, { w, h, canvas })
  window.room.view(0, away, height, 0.95)
  window.frames = framesOf(name, lengths, rate)
  return window.frames.map(({ trunk, pelvisYaw }) => ({
    turn: trunk?.rot ?? 0,
    bend: trunk?.lat ?? 0,
    whole: pelvisYaw ?? 0,
  }))
}

/** One frame as a JPEG in base64. */
window.picture = (index) => {
  window.room.render(window.frames[index])
  return canvas.toDataURL('image/jpeg', 0.88).slice('data:image/jpeg;base64,'.length)
}
