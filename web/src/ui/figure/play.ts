import type { FigureScene } from './scene.ts'

/** Frames are drawn no faster than this apart, milliseconds: 60 a second, 30 where one takes long, 15 where the page cannot keep up. */
const FAST = 1000 / 62
const SLOW = 1000 / 31
const SLOWEST = 1000 / 15.5
/** Where a frame takes longer than this on average, every other one will do, milliseconds. */
const DEAR = 5
/** The page is asked to draw this rarely when something else, as the pose model, has its processor, milliseconds. */
const BUSY = 28

/** Plays a scene frame by frame until it is stopped. `speed`: seconds of the figure to a second of the clock, asked for at each frame. */
export function play(scene: FigureScene, from: number, speed: () => number): { stop: () => number } {
  let at = from
  let last: number | null = null
  let cost = 0
  let asked: number | null = null
  let between = 0
  let frame = 0
  const step = (now: number): void => {
    frame = requestAnimationFrame(step)
    if (asked !== null) between += 0.1 * (Math.min(100, now - asked) - between)
    asked = now
    const apart = between > BUSY ? SLOWEST : cost > DEAR ? SLOW : FAST
    if (last !== null && now - last < apart - 2) return
    // After a pause of the page the figure goes on where it was.
    if (last !== null) at += Math.min(0.1, (now - last) / 1000) * speed()
    last = now
    const began = performance.now()
    scene.draw(at)
    cost += 0.1 * (performance.now() - began - cost)
  }
  frame = requestAnimationFrame(step)
  return {
    stop() {
      cancelAnimationFrame(frame)
      return at
    },
  }
}
