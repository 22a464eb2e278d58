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
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  refuseBySize(Number(c.req.header('content-length') ?? 0), boundary === null ? 'file' : 'form')
  if (boundary !== null) return { files: await takeForm(body, boundary, intake, by) }
  return intake.receive(body, { fileName: fileName ?? '', by })
}

/** Null for what is no form. */
function boundaryOf(contentType: string): string | null {
  const [, kind] = /^\s*multipart\/([^\s;]+)/i.exec(contentType) ?? []
  if (kind === undefined) return null
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare
  if (kind.toLowerCase() !== 'form-data' || boundary === undefined)
    throw new ProblemError(
      'unsupported-media-type',
      'Bitte die Datei als Formular (multipart/form-data mit boundary) oder selbst als Inhalt senden: curl -F file=@Datei.pdf',
    )
  return boundary
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
