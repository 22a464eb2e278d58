import type { Context } from 'hono'
import type { Intake } from '../law/intake.ts'
import type { ApiEnv } from './api-env.ts'
import { ProblemError } from './problem-error.ts'
import { formBytesMax, type TakenFile, takeForm } from './take-form.ts'

/** As the readers of papers have it; asked before a byte is taken. The intake counts what really comes. */
const megabyte = 1024 * 1024
const limits = {
  file: { bytes: 100 * megabyte, sent: 'Die Datei hat', most: '100 MB' },
  form: { bytes: formBytesMax, sent: 'Das Formular hat', most: '100 MB je Datei, zusammen 300 MB' },
}

type Received = Awaited<ReturnType<Intake['receive']>>

/** Hands what a request brings on as it arrives: one file, or those of a form. @throws ProblemError, IntakeError */
export async function takeUpload(
  c: Context<ApiEnv>,
  intake: Intake,
  fileName: string | undefined,
): Promise<Received | { files: TakenFile[] }> {
  const body = c.req.raw.body ?? nothing()
  const by = c.get('caller').owner
  const contentType = c.req.header('content-type') ?? ''
  const isForm = /^\s*multipart\//i.test(contentType)
  refuseBySize(Number(c.req.header('content-length') ?? 0), isForm ? 'form' : 'file')
  if (isForm) return { files: await takeForm(body, contentType, intake, by) }
  return intake.receive(body, { fileName: fileName ?? '', by })
}

function refuseBySize(announced: number, what: keyof typeof limits): void {
  const { sent, bytes, most } = limits[what]
  if (announced <= bytes) return
  throw new ProblemError(
    'body-too-large',
    `${sent} ${Math.ceil(announced / megabyte)} MB; angenommen werden höchstens ${most}. Bitte in Teilen oder mit kleineren Bildern hochladen.`,
    { headers: { Connection: 'close' } },
  )
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
