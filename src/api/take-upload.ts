import type { Context } from 'hono'
import type { Intake } from '../law/intake.ts'
import type { ApiEnv } from './api-env.ts'
import { ProblemError } from './problem-error.ts'

/** As the readers of papers have it; asked before a byte is taken. The intake counts what really comes. */
const bytesMax = 100 * 1024 * 1024

/** Hands the body of a request on as it arrives. @throws ProblemError, IntakeError */
export async function takeUpload(c: Context<ApiEnv>, intake: Intake, fileName: string): ReturnType<Intake['receive']> {
  const mediaType = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType?.startsWith('multipart/') === true)
    throw new ProblemError(
      'unsupported-media-type',
      'Bitte die Datei selbst als Inhalt senden, nicht als Formular: curl --data-binary @Datei.pdf …?name=Datei.pdf',
    )
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > bytesMax)
    throw new ProblemError(
      'body-too-large',
      `Die Datei hat ${Math.ceil(announced / 1024 / 1024)} MB; angenommen werden höchstens ${bytesMax / 1024 / 1024} MB. Bitte in Teilen oder mit kleineren Bildern hochladen.`,
      { headers: { Connection: 'close' } },
    )
  return intake.receive(c.req.raw.body ?? nothing(), { fileName, by: c.get('caller').owner })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
