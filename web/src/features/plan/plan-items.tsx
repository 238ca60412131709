import { COMPONENTS, type Me, type Plan, type PlanItem } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { explain } from '../../lib/reasons.ts'
import { keyOfPin } from '../../lib/reviewed.ts'
import { askedWords } from '../../ui/dosage-words.ts'
import { buttonClass } from '../../ui/button.tsx'
import { TimerLink } from '../../ui/timer-link.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import styles from './plan-page.module.css'
import { COMPONENT_HINTS, COMPONENT_NAMES } from './words.ts'

type ItemProps = { item: PlanItem; texts: Me['texts']; offers: Me['daily']['offers'] }

function Item({ item, texts, offers }: ItemProps) {
  const { i18n } = useLingui()
  const words = item.exerciseId === null ? texts[item.id.replace(/^note-/, '')] : undefined
  const asked = askedWords(item, i18n)
  return (
    <li className={styles['item']}>
      <h4>
        {item.title}
        {item.state === 'paused' && (
          <span className={styles['paused']}>
            <Trans>paused</Trans>
          </span>
        )}
      </h4>
      {item.pin !== undefined && <ReviewMark of={keyOfPin(item.pin)} shipped={item.signOff} />}
      {words && words !== item.title && <p>{words}</p>}
      {asked && <p className={styles['dosage']}>{asked}</p>}
      {item.words && (
        <p>
          <Trans>Your therapist: “{item.words}”</Trans>
        </p>
      )}
      {item.exerciseId !== null && (
        <div className={styles['shown']}>
          <Link to="/library" search={{ q: item.exerciseId }} className={buttonClass('quiet')}>
            <Trans>See how it goes</Trans>
            <span className="visually-hidden">: {item.title}</span>
          </Link>
          <TimerLink itemId={item.id} offers={offers} />
        </div>
      )}
      {item.because.map((because) => (
        <p key={because.id} className={styles['because']}>
          <strong>
            <Trans>Because:</Trans>
          </strong>{' '}
          {explain(because)}
        </p>
      ))}
      {item.wouldChange.length > 0 && (
        <details className={styles['change']}>
          <summary>
            <Trans>What would change this</Trans>
          </summary>
          <ul>
            {item.wouldChange.map((because) => (
              <li key={because.id}>{explain(because)}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** Closed parts would be missing on paper. */
function useOpenForPrint(root: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const open = () => {
      for (const part of root.current?.querySelectorAll('details') ?? []) part.open = true
    }
    window.addEventListener('beforeprint', open)
    return () => window.removeEventListener('beforeprint', open)
  }, [root])
}

/** The seven components, each to open: its items and their reasons. An empty one says so. */
export function PlanItems({ plan, texts, offers }: { plan: Plan } & Omit<ItemProps, 'item'>) {
  const { i18n } = useLingui()
  const root = useRef<HTMLDivElement>(null)
  useOpenForPrint(root)
  return (
    <div ref={root} className={styles['parts']}>
      {COMPONENTS.map((component, index) => {
        const items = plan.items.filter((item) => item.component === component)
        return (
          <details key={component} className={styles['part']}>
            <summary>
              <span className={styles['number']} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles['name']}>
                <h3>{i18n._(COMPONENT_NAMES[component])}</h3>
                <span className={styles['soft']}>
                  {items.map((item) => item.title).join(' · ') || i18n._(COMPONENT_HINTS[component])}
                </span>
              </span>
            </summary>
            {items.length === 0 ? (
              <p>
                <Trans>Nothing for now.</Trans>
              </p>
            ) : (
              <ul className={styles['items']}>
                {items.map((item) => (
                  <Item key={item.id} item={item} texts={texts} offers={offers} />
                ))}
              </ul>
            )}
          </details>
        )
      })}
    </div>
  )
}
