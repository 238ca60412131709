/** Which check questions a group of dangers asks; emergencies stand for themselves, `other` is what no question fits. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['RF01', 'RF02', 'RF03', 'RF04', 'RF05', 'RF06', 'RF07', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12'].map(
      (id) => [id, [id]],
    ),
  ),
  infection: ['RF20', 'RF21', 'RF24', 'RF27'],
  growth: ['RF22', 'RF40', 'RF41', 'RF42'],
  bones: ['RF23', 'RF45', 'RF60', 'RF43'],
  nerves: ['RF25', 'RF46', 'RF62', 'RF28'],
  vessels: ['RF26', 'RF29', 'RF47', 'RF52', 'RF71'],
  other: [],
}

/** What a text of the corpus is learned as: the group of its danger, or its kind of harmless text. */
export function classOf({ flag, category }: { flag: boolean; category: string }): string {
  if (!flag) return category
  return (
    Object.entries(GROUPS).find(([name, asks]) => name === category || asks.includes(category))?.[0] ??
    'other'
  )
}
