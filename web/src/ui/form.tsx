import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import styles from './sign-in-page.module.css'

type Props = {
  onSubmit: () => Promise<void>
  busy: boolean
  failed: unknown
  action: ReactNode
  children: ReactNode
}

/** A short form with one button. */
export function Form({ onSubmit, busy, failed, action, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSubmit()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
      {failed ? <ErrorNote error={failed} /> : null}
      <Button type="submit" disabled={busy}>
        {action}
      </Button>
    </form>
  )
}
