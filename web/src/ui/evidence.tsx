import type { Claim, EvidenceGrade, Reference } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './evidence.module.css'

/** How well something is founded, in words that say what it is borrowed from. */
export const GRADE_WORDS: Readonly<Record<EvidenceGrade, MessageDescriptor>> = {
  thoracic: msg`Studied in mid-back pain`,
  borrowed: msg`Borrowed: studied in other pain or other people`,
  weak: msg`Weak: few studies, or general knowledge`,
}

type EvidenceProps = {
  grade: EvidenceGrade
  sources: readonly { id: string; cite: string; url: string | null }[]
}

/** The grade of a claim; its sources open on a tap. Citations stay in the language that they are printed in. */
export function Evidence({ grade, sources }: EvidenceProps) {
  const { i18n } = useLingui()
  return (
    <details className={styles['evidence']}>
      <summary>
        <span className={styles['grade']}>{i18n._(GRADE_WORDS[grade])}</span>
        <span className={styles['open']}>
          <Trans>Sources</Trans>
        </span>
      </summary>
      <ul lang="en">
        {sources.map(({ id, cite, url }) => (
          <li key={id}>
            {cite}
            {url !== null && (
              <>
                {' '}
                <a href={url} rel="noreferrer noopener">
                  {url}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The sources of a claim out of a bibliography. */
export function sourcesOf(
  { references }: Claim,
  bibliography: readonly Reference[],
): { id: string; cite: string; url: string | null }[] {
  return bibliography
    .filter(({ id }) => references.includes(id))
    .map(({ id, cite, doi, url }) => ({ id, cite, url: doi === null ? url : `https://doi.org/${doi}` }))
}
