export interface MailFile {
  name: string
  bytes: Uint8Array | string
  type?: string
}

/** An invented mail (RFC 5322, MIME) with a text and files. */
export function makeMail(subject: string, text: string, files: MailFile[] = []): Buffer {
  const mark = `grenze-${Buffer.from(subject).toString('hex')}`
  const parts = files.map(
    ({ name, bytes, type = 'application/octet-stream' }) =>
      `--${mark}\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n${
        type === 'message/rfc822'
          ? `\r\n${Buffer.from(bytes).toString('latin1')}`
          : `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`
      }\r\n`,
  )
  return Buffer.from(
    `From: Musteramt <muster@example.invalid>\r\nTo: Kollegin <kollegin@example.invalid>\r\nSubject: ${subject}\r\nDate: Tue, 05 Mar 2024 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${mark}"\r\n\r\n--${mark}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n${parts.join('')}--${mark}--\r\n`,
    'latin1',
  )
}
