import type { DailyOffer } from '@dorsal/care'

/** An offer as tests need it: a pack asks about the skin first and while it lies, breathing has a pace. */
export function offer(kind: DailyOffer['kind'], more: Partial<DailyOffer> = {}): DailyOffer {
  const pack = kind === 'heat' || kind === 'cold'
  return {
    id: kind,
    version: 1,
    kind,
    title: kind,
    hook: '',
    minutes: pack ? [10, 15, 20] : [2, 5],
    usual: pack ? 10 : 5,
    pace: kind === 'breathing' ? { in: 4, out: 6 } : null,
    before: [],
    confirm: pack ? { question: 'Skin?', yes: 'Yes', no: 'No', stay: 'Leave it' } : null,
    steps: [
      { id: 'begin', text: 'Begin', seconds: 20 },
      { id: 'main', text: 'Main', seconds: null },
      { id: 'end', text: 'End', seconds: 10 },
    ],
    check: pack ? { everySeconds: 300, text: 'Look at your skin' } : null,
    stop: ['Pain'],
    after: '',
    gentle: null,
    moves: [],
    planItemIds: [],
    evidence: 'weak',
    sources: [],
    signOff: { state: 'draft', by: null, at: null },
    ...more,
  }
}
