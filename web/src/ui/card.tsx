import type { ReactNode } from 'react'
import styles from './card.module.css'

export type Tone = 'calm' | 'ok' | 'warn' | 'danger' | 'accent'

type CardProps = { tone?: Tone; children: ReactNode; label?: string; className?: string | undefined }

/** A surface that groups what belongs together. With `label` it is a named region. */
export function Card({ tone = 'calm', label, className, children }: CardProps) {
  const classes = [styles['card'], styles[tone], className].filter(Boolean).join(' ')
  return label ? (
    <section className={classes} aria-label={label}>
      {children}
    </section>
  ) : (
    <div className={classes}>{children}</div>
  )
}

/** A short standing remark with a tone; `live` announces it when it appears. */
export function Notice({
  tone = 'calm',
  live = false,
  children,
}: {
  tone?: Tone
  live?: boolean
  children: ReactNode
}) {
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={live ? 'status' : undefined}>
      {children}
    </div>
  )
}
