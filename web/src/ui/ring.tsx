import type { ReactNode } from 'react'
import styles from './ring.module.css'

const RADIUS = 104
const AROUND = 2 * Math.PI * RADIUS
const INNER = 88
const AROUND_INNER = 2 * Math.PI * INNER

type RingProps = {
  /** How much of the whole is done, 0..1. */
  share: number
  /** How far through the present repetition, 0..1; none where nothing is paced. */
  inner?: number | null
  /** The big number in the middle. */
  value: string
  /** One or two words above and below it. */
  above?: string
  below?: string
  /** The whole in words, for those who cannot see the ring. */
  label: string
  look?: 'work' | 'hold' | 'rest'
  children?: ReactNode
}

const clamp = (share: number) => Math.min(1, Math.max(0, share))

/** A large ring with a large number in it: repetitions, seconds of a hold, seconds of rest. */
export function Ring({ share, inner = null, value, above, below, label, look = 'work' }: RingProps) {
  // A word above the number within the inner ring needs room; the same all through a set, so that nothing jumps.
  const tight = inner !== null && Boolean(above)
  return (
    <div className={styles['ring']} data-look={look}>
      <span className="visually-hidden">{label}</span>
      <svg viewBox="0 0 240 240" aria-hidden="true">
        <circle className={styles['track']} cx="120" cy="120" r={RADIUS} />
        <circle
          className={styles['share']}
          cx="120"
          cy="120"
          r={RADIUS}
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * (1 - clamp(share))}
        />
        {inner !== null && (
          <circle
            className={styles['inner']}
            cx="120"
            cy="120"
            r={INNER}
            strokeDasharray={AROUND_INNER}
            strokeDashoffset={AROUND_INNER * (1 - clamp(inner))}
          />
        )}
        {above && (
          <text className={styles['word']} x="120" y={value.length > 3 || tight ? 82 : 72}>
            {above}
          </text>
        )}
        <text className={styles['value']} x="120" y="146" data-tight={tight} data-long={value.length > 3}>
          {value}
        </text>
        {below && (
          <text className={styles['word']} x="120" y="176" data-long={below.length > 10}>
            {below}
          </text>
        )}
      </svg>
    </div>
  )
}
