import { makeScene } from './room.js'
import { framesOf } from './scenes.js'

const canvas = document.getElementById('picture')

/** Opens a scene; the returned number is its count of frames. */
window.openScene = (name, rate, w, h) => {
  window.room = makeScene({ shorts: true }, { w, h, canvas })
  window.frames = framesOf(name, rate)
  return window.frames.length
}

const drawn = new Map()
const rounded = (_key, value) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)

/** One frame as a JPEG in base64; what looks the same is drawn once. */
window.picture = (index) => {
  const { pose, yaw } = window.frames[index]
  const look = JSON.stringify({ pose, yaw }, rounded)
  const known = drawn.get(look)
  if (known !== undefined) return known
  window.room.man.visible = pose !== null
  window.room.view(yaw, 3.1, 1.05, 0.95)
  window.room.render(pose ?? {})
  const picture = canvas.toDataURL('image/jpeg', 0.88).slice('data:image/jpeg;base64,'.length)
  drawn.set(look, picture)
  return picture
}
