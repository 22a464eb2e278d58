import { describe, expect, test } from 'vitest'
import { makeMail } from '../../../tests/office/make-mail.ts'
import { makeMsg } from '../../../tests/office/make-msg.ts'
import { paperLimits } from './paper-limits.ts'
import { readPaper } from './read-paper.ts'
import { unfoldMail } from './unfold-mail.ts'

const text = (words: string) => ({ name: 'anlage.txt', bytes: words })

/** A mail that holds a mail that holds a mail …, `depth` mails in all, with a text in the innermost. */
function nested(depth: number): Buffer {
  const innermost = makeMail(`Mail ${depth}`, 'Innen.', [text('Ganz innen.')])
  let mail = innermost
  for (let level = depth - 1; level >= 1; level -= 1)
    mail = makeMail(`Mail ${level}`, `Text der Mail ${level}.`, [
      { name: `mail-${level + 1}.eml`, bytes: mail, type: 'message/rfc822' },
    ])
  return mail
}

describe('a mail', () => {
  test('has its subject as title, who wrote whom and when, its text, and its attachments as files', async () => {
    const paper = await readPaper(makeMail('Musterkarte', 'Für Köln gilt ein Monat.', [text('Anlage.')]), 'mail.eml')
    expect(paper.blocks.map((block) => block.text)).toEqual([
      'Musterkarte',
      'Von: Musteramt <muster@example.invalid>',
      'An: Kollegin <kollegin@example.invalid>',
      'Gesendet: 05.03.2024',
      'Für Köln gilt ein Monat.',
    ])
    expect(paper.attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['anlage.txt', 'Anlage.'],
    ])
    expect(paper.meta.mail?.sentOn).toBe('2024-03-05')
  })

  test('sent after midnight in Germany is of the new day, wherever the clock of its sender stood', async () => {
    const mail = makeMail('Muster', 'Text.', [])
      .toString()
      .replace(/^Date: .*$/m, 'Date: Fri, 28 Jun 2024 23:30:00 +0000')
    const paper = await readPaper(Buffer.from(mail), 'mail.eml')
    expect(paper.meta.mail?.sentOn).toBe('2024-06-29')
  })

  test('that forwards a decree line by line behind `>` has the decree as it is written', async () => {
    const quoted = '> 1. Grundsatz\n>\n> Die Musterkarte gilt einen Monat.\n> > Sie ist grün.\n'
    const { blocks } = await readPaper(makeMail('WG: Erlass', `Zur Kenntnis.\n\n${quoted}`), 'mail.eml')
    expect(blocks.slice(5).map(({ kind, number, text: words }) => [kind, number, words])).toEqual([
      ['heading', '1.', 'Grundsatz'],
      ['paragraph', null, 'Die Musterkarte gilt einen Monat. Sie ist grün.'],
    ])
  })

  test('of Outlook is read as well', async () => {
    const msg = makeMsg({
      subject: 'Musterkarte',
      from: 'Musteramt',
      text: 'Für Köln gilt ein Monat.',
      files: [{ name: 'anlage.txt', bytes: Buffer.from('Anlage.') }],
    })
    const paper = await readPaper(msg, 'mail.msg')
    expect(paper.meta.format).toBe('msg')
    expect(paper.blocks.map((block) => block.text)).toEqual([
      'Musterkarte',
      'Von: Musteramt',
      'Für Köln gilt ein Monat.',
    ])
    expect(paper.attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['anlage.txt', 'Anlage.'],
    ])
  })
})

describe('a mail in a mail in a mail', () => {
  test('is unfolded: every file with the mails around it', async () => {
    const mail = nested(3)
    const { attachments, notes } = await unfoldMail(await readPaper(mail, 'aussen.eml'), 'aussen.eml')
    expect(attachments.map(({ within, name }) => [...within, name].join(' > '))).toEqual([
      'aussen.eml > mail-2.eml',
      'aussen.eml > mail-2.eml > mail-3.eml',
      'aussen.eml > mail-2.eml > mail-3.eml > anlage.txt',
    ])
    expect(notes).toEqual([])
  })

  test('is opened only so deep, and what was left closed is said', async () => {
    const { attachments, notes } = await unfoldMail(await readPaper(nested(9), 'aussen.eml'), 'aussen.eml')
    expect(attachments).toHaveLength(paperLimits.mailDepth)
    expect(notes).toEqual([expect.stringMatching(/mail-6\.eml.*Bitte die innere Mail einzeln hochladen/)])
  })
})
