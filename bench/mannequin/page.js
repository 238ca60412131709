import { makeScene } from './room.js'
import { framesOf } from './scenes.js'

const canvas = document.getElementById('picture')

/** Opens a scene; the returned number is its count of frames. */
window.openScene = (name, rate, w, h) => {
  window.room = makeScene({ shorts: true }, { w, h, canvas })
  window.frames = framesOf(name, rate)
  return window.frames.length
}

/** One frame as a JPEG in base64; the empty room is drawn once. */
window.picture = (index) => {
  const { pose, yaw } = window.frames[index]
  if (pose === null && window.empty?.yaw === yaw) return window.empty.picture
  window.room.man.visible = pose !== null
  window.room.view(yaw, 3.1, 1.05, 0.95)
  window.room.render(pose ?? {})
  const picture = canvas.toDataURL('image/jpeg', 0.88).slice('data:image/jpeg;base64,'.length)
  if (pose === null) window.empty = { yaw, picture }
  return picture
}
