import { COMPONENTS, explain, type Me, type Plan, type PlanItem } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import { dosageWords } from './dosage-words.ts'
import styles from './plan-page.module.css'
import { COMPONENT_HINTS, COMPONENT_NAMES } from './words.ts'

function Item({ item, texts }: { item: PlanItem; texts: Me['texts'] }) {
  const { i18n } = useLingui()
  const words = item.exerciseId === null ? texts[item.id.replace(/^note-/, '')] : undefined
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
      {words && words !== item.title && <p>{words}</p>}
      {item.dosage && <p className={styles['dosage']}>{dosageWords(item.dosage, i18n)}</p>}
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

/** The seven components, each with its items and its reasons; an empty one says so. */
export function PlanItems({ plan, texts }: { plan: Plan; texts: Me['texts'] }) {
  const { i18n } = useLingui()
  return (
    <>
      {COMPONENTS.map((component) => {
        const items = plan.items.filter((item) => item.component === component)
        return (
          <Card key={component}>
            <div>
              <h3>{i18n._(COMPONENT_NAMES[component])}</h3>
              <p className={styles['soft']}>{i18n._(COMPONENT_HINTS[component])}</p>
            </div>
            {items.length === 0 ? (
              <p>
                <Trans>Nothing for now.</Trans>
              </p>
            ) : (
              <ul className={styles['items']}>
                {items.map((item) => (
                  <Item key={item.id} item={item} texts={texts} />
                ))}
              </ul>
            )}
          </Card>
        )
      })}
    </>
  )
}
