import type { ReactNode } from 'react'
import { useConfigIfKnown } from '../../lib/config.ts'
import { Card } from '../../ui/card.tsx'
import styles from './sign-in-page.module.css'

/** What stands round each step of coming in: the clinic's name, one heading, one card. */
export function DoorFrame({
  title,
  lead,
  children,
  below,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  below?: ReactNode
}) {
  const config = useConfigIfKnown()
  return (
    <main className={styles['page']}>
      <title>{`${title} · Dorsal`}</title>
      <h1>{title}</h1>
      {config && <p className={styles['clinic']}>{config.clinic}</p>}
      {lead && <p>{lead}</p>}
      <Card>{children}</Card>
      {below}
    </main>
  )
}
