import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page.module.css'

type PageProps = { title: string; lead?: ReactNode; above?: ReactNode; wide?: boolean; children: ReactNode }

let firstPage = true

/** One page of a portal: names the document, and moves the focus to its heading when the person came from another page. */
export function Page({ title, lead, above, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Dorsal`
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [title])
  return (
    <div className={wide ? `${styles['page']} ${styles['wide']}` : styles['page']}>
      {above}
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className={styles['lead']}>{lead}</p>}
      </header>
      {children}
    </div>
  )
}

/** The row of next steps at the end of a page: side by side where there is room, below one another where not. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>
}

/** Things below one another with even gaps. */
export function Stack({ children, gap = 'm' }: { children: ReactNode; gap?: 's' | 'm' | 'l' }) {
  return <div className={`${styles['stack']} ${styles[gap]}`}>{children}</div>
}
