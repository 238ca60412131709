import type { Measure, MeasureItem } from './measure.ts'

/** An item from 0 to 10, for tests. */
export function scaleItem(id: string, more: Partial<MeasureItem> = {}): MeasureItem {
  return {
    id,
    text: id,
    help: null,
    answer: { kind: 'scale', min: 0, max: 10, low: 'none', high: 'all', marks: [] },
    optional: false,
    perActivity: false,
    moments: null,
    ...more,
  }
}

/** A measure of some items with the mean as its score, for tests. */
export function measureOf(ids: readonly string[], more: Partial<Measure> = {}): Measure {
  return {
    id: 'made-up',
    version: 1,
    name: 'Made up',
    domain: 'test',
    summary: '',
    core: true,
    items: ids.map((id) => scaleItem(id)),
    scoring: { method: 'mean', of: [...ids], needs: ids.length, prorate: false },
    range: [0, 10],
    better: 'lower',
    changes: [],
    cutoffs: [],
    schedule: ['baseline', 'weekly'],
    licence: 'own-wording',
    licenceNote: 'Ours.',
    citation: null,
    codes: [],
    signOff: { state: 'draft', by: null, at: null },
    ...more,
  }
}
