import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './question.module.css'

/** A question over the player. Escape answers with `onEscape`; the focus goes to the question and back. */
export function Question({
  title,
  onEscape,
  children,
}: {
  title: string
  onEscape: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed while it is still in the page: a dialog that is gone gives the focus back to nobody.
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onEscape()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

/** The answers of a question below one another. */
export function Choices({ children }: { children: ReactNode }) {
  return <div className={styles['choices']}>{children}</div>
}

/** Help within a question: set apart, so that nobody overlooks it. */
export function Help({ children }: { children: ReactNode }) {
  return <div className={styles['help']}>{children}</div>
}
