import type { TemplateLine } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { doseWords } from '../../ui/dosage-words.ts'
import { withKitNamed } from '../../ui/kit-words.ts'
import styles from './plan-editor.module.css'

/** What becomes of a line, with a sign before it, so that colour is never the only one. */
const AS: Readonly<Record<TemplateLine['as'], { sign: string; words: MessageDescriptor; grade: string }>> = {
  new: { sign: '+', words: msg`comes in`, grade: 'said' },
  smaller: { sign: '◆', words: msg`comes in smaller, with care`, grade: 'care' },
  there: { sign: '=', words: msg`is in the draft, and keeps the dose it has there`, grade: 'said' },
  rests: { sign: '=', words: msg`rests in this plan, and goes on resting`, grade: 'said' },
  out: { sign: '▲', words: msg`stays out`, grade: 'refused' },
  gone: { sign: '▲', words: msg`stays out: the library has it no more`, grade: 'refused' },
}

type Props = { lines: readonly TemplateLine[]; onInsist: (line: TemplateLine) => void }

/** Every line of a template and what becomes of it for this person, what stays out with the reason. Nothing is left unsaid. */
export function TemplateLines({ lines, onInsist }: Props) {
  const { t, i18n } = useLingui()
  return (
    <ol className={styles['next']}>
      {lines.map((line) => {
        const { item, dosage, title, as, because, insist } = line
        const { sign, words, grade } = AS[as]
        return (
          <li key={item.exerciseId} data-template-line={item.exerciseId} data-as={as}>
            <strong>{title}</strong>{' '}
            {(as === 'new' || as === 'smaller') && (
              <span className={styles['quiet']}>{doseWords(dosage, i18n)}</span>
            )}
            <span className={`${styles['fault']} ${styles['answer']}`} data-grade={grade}>
              {sign} {i18n._(words)}
              {as === 'smaller' && because.length === 0 && <> · {t`the pain is easily stirred up`}</>}
              {because.map((one) => (
                <span key={one.id}> · {explain(withKitNamed(one, i18n))}</span>
              ))}
            </span>
            {insist && (
              <Button look="quiet" onClick={() => onInsist(line)}>
                <Trans>Put it in all the same</Trans>
                <span className="visually-hidden">: {title}</span>
              </Button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
