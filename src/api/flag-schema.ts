import { z } from '@hono/zod-openapi'
import { flagKinds } from '../law/flag.ts'
import { dayOut } from './schemas.ts'

const periodOut = z.object({ validFrom: dayOut, validTo: dayOut.nullable() }).nullable()

export const flagOut = z
  .object({
    kind: z.enum(flagKinds).openapi({
      description: 'overtaken: eine umgesetzte Norm lautet seither anders; amended: ein anderer Erlass ändert diesen.',
    }),
    message: z.string(),
    documentId: z.string().openapi({ description: 'Das Gesetz der geänderten Norm oder der ändernde Erlass.' }),
    label: z.string(),
    changedOn: dayOut,
    before: periodOut,
    after: periodOut,
  })
  .openapi('Flag')
