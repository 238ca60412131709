import type { FormEvent, ReactNode } from 'react'
import { Button } from './button.tsx'
import { ErrorNote } from './error-note.tsx'
import { Actions } from './page.tsx'
import styles from './form.module.css'

type Props = {
  onSubmit: () => Promise<void>
  busy: boolean
  failed: unknown
  action: ReactNode
  /** What stands beside the button. */
  beside?: ReactNode
  children: ReactNode
}

/** A short form with one button. */
export function Form({ onSubmit, busy, failed, action, beside, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onSubmit()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        <Button type="submit" disabled={busy}>
          {action}
        </Button>
        {beside}
      </Actions>
    </form>
  )
}
