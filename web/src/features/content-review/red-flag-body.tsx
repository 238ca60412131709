import { type Reply, RedFlag, TextPattern } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import * as z from 'zod/mini'
import { conditionWords } from './condition-words.ts'
import styles from './content-review.module.css'
import { Fields } from './fields.tsx'

const Asked = z.pick(RedFlag, { question: true, help: true, patientMessage: true })
const Flag = z.extend(z.omit(RedFlag, { signOff: true }), { patterns: z.array(TextPattern) })

/** A question as each language asks it, side by side. */
function InLanguages({ sheet }: { sheet: Reply<'openForReview'> }) {
  const all = [{ lang: 'en', item: sheet.item }, ...sheet.others].flatMap(({ lang, item }) => {
    const asked = Asked.safeParse(item)
    return asked.success ? [{ lang, ...asked.data }] : []
  })
  return (
    <div className={styles['languages']}>
      {all.map(({ lang, question, help, patientMessage }) => (
        <section key={lang} lang={lang} data-lang={lang}>
          <h3>{lang.toUpperCase()}</h3>
          <p className={styles['asked']}>{question}</p>
          {help !== null && <p>{help}</p>}
          {patientMessage !== null && <q>{patientMessage}</q>}
        </section>
      ))}
    </div>
  )
}

/** A warning sign as it is asked, what each answer comes to, and the words in free text that lead to it. */
export function RedFlagBody({ sheet }: { sheet: Reply<'openForReview'> }) {
  const { i18n } = useLingui()
  const parsed = Flag.safeParse(sheet.item)
  if (!parsed.success) return <Fields of={sheet.item} />
  const { trigger, patterns } = parsed.data
  return (
    <>
      <InLanguages sheet={sheet} />
      <dl className={styles['fields']}>
        <div>
          <dt>
            <Trans>Raised when</Trans>
          </dt>
          <dd>
            <code>{conditionWords(trigger, i18n)}</code>
          </dd>
        </div>
      </dl>
      <Fields of={parsed.data} without={['question', 'help', 'patientMessage', 'trigger', 'patterns']} />
      {patterns.length > 0 && (
        <details className={styles['part']}>
          <summary>
            <Trans>Words in free text that lead here: {patterns.length} rules</Trans>
          </summary>
          <ul className={styles['patterns']}>
            {patterns.map((pattern) => (
              <li key={`${pattern.id}-${pattern.lang}`}>
                <strong>{pattern.id}</strong> {pattern.lang === '*' ? '' : pattern.lang} ·{' '}
                {pattern.disposition}
                <Fields
                  of={pattern}
                  only={['pattern', 'all', 'within', 'reach', 'unless', 'subject', 'time', 'effort', 'asked']}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
