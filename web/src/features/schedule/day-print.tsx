import { useLingui } from '@lingui/react/macro'
import { type Column, clockOf } from './day-grid.ts'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'

type Props = { columns: readonly Column[]; title: string; phones: boolean }

/** The day on paper: a list for each therapist. Phone numbers only where they are wished. */
export function DayPrint({ columns, title, phones }: Props) {
  const { i18n } = useLingui()
  return (
    <div className={styles['paper']}>
      <h1>{title}</h1>
      {columns.map(({ staffId, name, blocks }) => (
        <section key={staffId}>
          <h2>{name}</h2>
          <ul>
            {blocks.map((block) =>
              block.what === 'free' ? null : (
                <li key={block.key}>
                  {clockOf(block.from)}–{clockOf(block.to)}{' '}
                  {block.what === 'class' ? (
                    <>
                      {block.group.name}: {block.people.map(({ who }) => who).join(', ')}
                    </>
                  ) : (
                    <>
                      <strong>{block.visit.who}</strong> {phones && block.visit.phone} {block.visit.type.name}{' '}
                      {block.visit.room} · {i18n._(STATES[block.visit.state].label)}
                    </>
                  )}
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}
