import { describe, expect, it } from 'vitest'
import { conversation, turnOf } from './turns.ts'

describe('a conversation', () => {
  it.each([
    [['Q: Do you have pain?'], 'yes, a lot', /i have .*pain.*a lot/],
    [['Q: Do you have pain?'], 'no, none', /^no, none$/],
    [['Q: Do you feel your bladder?'], 'no', /i don't feel my bladder/],
    [['Q: ¿Siente el papel?'], 'no', /no siento el papel/],
    [['Q: Consegue andar?'], 'não', /não consigo andar/],
    [['Q: Do you feel numbness?'], 'no', /^no$/],
    [['Q: Where?'], 'in my chest', /Where.*in my chest/],
    [['It is numb.'], 'between my legs', /^It is numb, between my legs$/],
    [
      ['I did all of the exercises that you gave me today.'],
      'Now I would like to know about the next week, please.',
      /today\.\nNow/,
    ],
  ])('%j then "%s"', (turns, text, whole) => {
    expect(conversation(turns, text)).toMatch(whole)
  })

  it('knows who speaks by what stands before', () => {
    expect(turnOf('Q: how are you?')).toEqual({ text: 'how are you?', asked: true })
    expect(turnOf('Patient: fine')).toEqual({ text: 'fine', asked: false })
    expect(turnOf('fine')).toEqual({ text: 'fine', asked: false })
  })
})
