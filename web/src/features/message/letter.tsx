import type { ReactNode } from 'react'
import styles from './message.module.css'

type LetterProps = {
  id: string
  who: string
  when: string
  own: boolean
  words: string
  children?: ReactNode
}

/** One message: who wrote it, when, the words as they were typed, and how it stands with it. */
export function Letter({ id, who, when, own, words, children }: LetterProps) {
  return (
    <li>
      <article className={own ? `${styles['letter']} ${styles['own']}` : styles['letter']} data-message={id}>
        <h3 className={styles['who']}>
          {who} <span className={styles['when']}>{when}</span>
        </h3>
        <p className={styles['words']} dir="auto">
          {words}
        </p>
        {children}
      </article>
    </li>
  )
}
