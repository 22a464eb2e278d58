import { ProblemError, problems } from '../api/problem-error.ts'

/** What OpenAI clients read of a failure. */
interface OpenAiError {
  message: string
  type: string
  param: null
  code: string
}

export function openAiError({ slug, detail }: ProblemError): OpenAiError {
  return { message: `${problems[slug].title} ${detail}`, type: slug, param: null, code: slug }
}

/** The same problem with the member `error` in which OpenAI clients look for what went wrong. */
export function withOpenAiError(problem: ProblemError): ProblemError {
  const { slug, detail, headers, members, cause } = problem
  return new ProblemError(slug, detail, { headers, members: { ...members, error: openAiError(problem) }, cause })
}
