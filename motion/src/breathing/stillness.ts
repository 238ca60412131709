import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'
import { share } from '../body/one-euro.ts'

/** How far a part may stray from where it has lately been before it is a movement and no breath, in trunk lengths (half a metre). */
const STRAY = { shoulder: 0.07, hip: 0.06, wrist: 0.15 }
/** Hz of the slow mean (where it has been) and of the fast one (where it is). */
const SLOW = 0.05
const FAST = 0.6
/** Seconds without a part after which its past is forgotten. */
const GAP = 1

type Mean = { slow: number; fast: number; t: number }

/**
 * Tells sitting or standing still, breathing, from moving: walking, posture shifts, arm movement. Breath moves the shoulders by
 * 2-24 mm (rest to deep); more than 35 mm, or hips or hands that travel, is something else. Parts that are not seen are not judged.
 */
export class Stillness {
  private readonly means = new Map<string, Mean>()

  /** Forgets the past. */
  reset(): void {
    this.means.clear()
  }

  /** True when something moved in this frame. `scale`: pixels of a trunk length. */
  moved(body: Body, scale: number): boolean {
    let moved = false
    const look = (part: string, value: number, limit: number): void => {
      if (this.stray(part, value / scale, body.t) > limit) moved = true
    }
    look('shoulderX', middleX(body, 'shoulder'), STRAY.shoulder)
    look('shoulderY', middleY(body, 'shoulder'), STRAY.shoulder)
    look('hipX', middleX(body, 'hip'), STRAY.hip)
    look('hipY', middleY(body, 'hip'), STRAY.hip)
    for (const wrist of ['wristL', 'wristR'] as const) {
      if (!can(body, wrist)) continue
      look(`${wrist}X`, px(body, wrist), STRAY.wrist)
      look(`${wrist}Y`, py(body, wrist), STRAY.wrist)
    }
    return moved
  }

  private stray(part: string, value: number, t: number): number {
    if (!Number.isFinite(value)) return 0
    const mean = this.means.get(part)
    const dt = mean === undefined ? 0 : t - mean.t
    if (mean === undefined || !(dt > 0 && dt < GAP)) {
      this.means.set(part, { slow: value, fast: value, t })
      return 0
    }
    mean.t = t
    mean.slow += share(SLOW, dt) * (value - mean.slow)
    mean.fast += share(FAST, dt) * (value - mean.fast)
    return Math.abs(mean.fast - mean.slow)
  }
}
