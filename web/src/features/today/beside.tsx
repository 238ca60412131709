import { isRelief, type Plan, type PlanItem } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { askedWords, habitWords } from '../../ui/dosage-words.ts'
import { Card } from '../../ui/card.tsx'
import styles from './today-page.module.css'

function Line({ item }: { item: PlanItem }) {
  const { i18n } = useLingui()
  const asked = item.dosage && !isRelief(item) ? habitWords(item.dosage, i18n) : askedWords(item, i18n)
  return (
    <li>
      <strong>{item.title}</strong>
      {asked && <span className={styles['dose']}>{asked}</span>}
    </li>
  )
}

/** What is asked for beside the session: few small habits, then what may give relief. */
export function Beside({ plan }: { plan: Plan }) {
  const habits = plan.items.filter(({ kind, state }) => kind === 'habit' && state === 'active')
  const tasks = habits.filter((item) => !isRelief(item))
  if (habits.length === 0) return null
  return (
    <Card>
      <h2>
        <Trans>Beside the session</Trans>
      </h2>
      <ul className={styles['list']}>
        {[...tasks, ...habits.filter(isRelief)].map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  )
}
