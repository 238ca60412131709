import { describe, expect, it } from 'vitest'
import type { TextConcept, TextPattern } from '../red-flag.ts'
import { readText } from './grammar.ts'
import { weightOf } from './rules.ts'

const FORMS: Readonly<Record<string, string>> = {
  chest: 'chest',
  legs: 'legs, leg',
  pain: 'pain, hurts, ache*',
  numb: "numb, can't feel, don't feel, no feeling",
  fever: 'fever',
  breath: 'out of breath',
  harm: 'kill myself',
  idiom: 'chest day, kills me',
  'cue.denial': "no, not, never, without, don't",
  'cue.none': 'no, none',
  'cue.pseudo': 'no relief, not sure',
  'cue.turn': 'but, because',
  'cue.or': 'or',
  'cue.and': 'and',
  'cue.link': 'in, of, or, and, any',
  'cue.self': 'i, my, me',
  'cue.other': 'my mother, she, her',
  'cue.tells': 'says',
  'cue.past': 'years ago',
  'cue.resolved': 'all clear',
  'cue.present': 'now, today',
  'cue.again': 'back again',
  'cue.fear': 'worried',
  'cue.if': 'what if',
  'cue.idle': 'just curious',
  'cue.real': 'i have',
  'cue.effort': 'squats',
  'cue.easy': 'normal in a minute',
  'cue.help': 'ambulance',
  'cue.sense': "don't feel",
  'cue.source': 'the app says',
  'cue.filler': 'the, so, is, are, feel',
}
const concepts: TextConcept[] = Object.entries(FORMS).map(([id, forms]) => ({ id, lang: 'en', forms }))

const row = (id: string, all: string[], more: Partial<TextPattern> = {}): TextPattern => ({
  id,
  lang: '*',
  domain: id,
  disposition: 'emergency_now',
  card: 'emergency',
  asks: ['RF02'],
  all,
  ...more,
})
const patterns = [
  row('chest-pain', ['chest', 'pain']),
  row('legs-numb', ['legs', 'numb'], { effort: true }),
  row('breath', ['breath'], { effort: true }),
  row('fever', ['fever'], { disposition: 'same_day_urgent', card: 'same-day' }),
  row('harm', ['harm'], { card: 'self-harm' }),
  row('far', ['chest', 'fever'], { reach: 'text', asked: true }),
  row('but-not', ['legs', 'pain'], { unless: 'fever' }),
]
const read = (text: string) =>
  readText(text, { concepts, patterns }, 'en').reading.matches.map((m) => `${m.row.id} ${m.meaning}`)

describe('how a danger word is meant', () => {
  it.each([
    ['my chest hurts', 'chest-pain said'],
    ['I have no pain in my chest', 'chest-pain denied'],
    ['chest pain: none', 'chest-pain denied'],
    ['no sleep, chest pain', 'chest-pain unsure'],
    ['no relief, my chest hurts', 'chest-pain said'],
    ['no fever my chest hurts', 'chest-pain said'],
    ['no fever but chest pain', 'chest-pain said'],
    ['no fever, cough, nausea or chest pain', 'chest-pain denied'],
    ['my mother has chest pain', 'chest-pain other'],
    ['my mother has chest pain now', 'chest-pain other-now'],
    ['my mother says my chest hurts', 'chest-pain said'],
    ['years ago I had chest pain', 'chest-pain over'],
    ['years ago I had chest pain, today I wonder', 'chest-pain said'],
    ['years ago I had chest pain. It is back again', 'chest-pain past'],
    ['chest pain, all clear', 'chest-pain past'],
    ['worried about chest pain', 'chest-pain feared'],
    ['worried because I have chest pain', 'chest-pain said'],
    ['what if I get chest pain', 'chest-pain idle'],
    ['what if I get chest pain. I am stiff today', 'chest-pain general'],
    ['what if I get chest pain, just curious', 'chest-pain idle'],
    ['the app says chest pain is bad', 'chest-pain other'],
    ['the app says rest, and I have chest pain', 'chest-pain said'],
    ['the app says "chest pain"', 'chest-pain other'],
    ['"chest pain"', 'chest-pain unsure'],
    ['my legs are numb after squats', 'legs-numb effort'],
    ['out of breath after squats, normal in a minute', 'breath eased'],
    ["I don't feel my legs", 'legs-numb said'],
    ["I don't feel any pain in my chest", 'chest-pain denied'],
    ['no feeling in my legs', 'legs-numb said'],
    ['My chest. It hurts.', 'chest-pain said'],
  ])('"%s": %s', (text, meaning) => {
    expect(read(text)).toContain(meaning)
  })

  it.each([
    ['chest day hurts', 'chest-pain'],
    ['my chest is as it should be, and then many more words until something else hurts', 'chest-pain'],
    ['legs ache with fever', 'but-not'],
  ])('"%s" is no %s', (text, id) => {
    expect(read(text).filter((match) => match.startsWith(id))).toEqual([])
  })

  it('reads slots anywhere in the message where the row says so, and asks at most where it says so', () => {
    const [match] = readText(
      'My chest is odd. Since then fever.',
      { concepts, patterns },
      'en',
    ).reading.matches.filter((m) => m.row.id === 'far')
    expect(match?.weight).toBe('ask')
  })

  it('comes to a level, a question or nothing by how grave the danger is', () => {
    const [grave, lower, harm] = [patterns[0], patterns[3], patterns[4]].filter((one) => one !== undefined)
    const weights = (meaning: Parameters<typeof weightOf>[1]) =>
      [grave, lower, harm].map((one) => one && weightOf(one, meaning))
    expect(weights('said')).toEqual(['said', 'said', 'said'])
    expect(weights('past')).toEqual(['ask', null, 'ask'])
    expect(weights('denied')).toEqual([null, null, 'ask'])
    expect(weights('feared')).toEqual(['ask', 'ask', 'ask'])
    expect(weights('eased')).toEqual([null, null, 'ask'])
  })
})
