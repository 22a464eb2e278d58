const tests = '\\.test\\.ts$|^tests/|^bench/|__fixtures__'

/** Our arrows (../shared/design/design.md, "The arrows"). Each comment is for the person who breaks the rule. */
module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files that need each other are one file, or a third is missing.', {}, { circular: true }),
    rule(
      'answering-without-ingest',
      'Answering must work without ingest: only src/main.ts may put the two together.',
      { path: '^src/', pathNot: `^src/main\\.ts$|${tests}` },
      { path: '^(ingest|eval|web|tests|bench|scripts)/' },
    ),
    rule(
      'main-without-measure',
      'The service never imports what measures it.',
      { path: '^src/main\\.ts$' },
      { path: '^(eval|web|tests|bench|scripts)/' },
    ),
    rule(
      'ingest-meets-eval-in-the-store',
      'Ingest and eval meet in the store.',
      { path: '^ingest/', pathNot: tests },
      { path: '^eval/' },
    ),
    rule(
      'eval-meets-ingest-in-the-store',
      'Ingest and eval meet in the store; eval/recognition measures the header recogniser, which is pure.',
      { path: '^eval/', pathNot: `${tests}|^eval/recognition/` },
      { path: '^ingest/' },
    ),
    rule(
      'steps-do-not-know-each-other',
      'Only answer-question.ts and its neighbours know the order of the steps; a shared word belongs in src/law.',
      { path: '^src/answer/([^/]+)/', pathNot: tests },
      { path: '^src/answer/', pathNot: '^src/answer/$1/' },
    ),
    rule(
      'law-is-pure',
      'The law must be testable in a millisecond: no database, model, network or file.',
      { path: '^src/law/', pathNot: tests },
      { pathNot: '^src/(law|text)/|^node_modules/zod/' },
    ),
    rule(
      'text-is-pure',
      'Text is string work and needs nobody.',
      { path: '^src/text/', pathNot: tests },
      { pathNot: '^src/text/' },
    ),
    rule(
      'sql-in-the-store',
      'SQL and pg live in src/store alone; what only baselines and ablations ask is in eval/run/queries, through the Database handed in.',
      { path: '^(src|ingest|eval|scripts)/', pathNot: `^src/store/|${tests}` },
      { path: '^node_modules/(@types/)?(pg|pgvector|@electric-sql)/' },
    ),
    rule(
      'langchain-behind-the-models',
      'When LangChain changes, one folder changes: src/models (the retriever in src/doors, loaders in ingest/parse, the baseline in eval/run).',
      { path: '^(src|ingest|eval|scripts)/', pathNot: `^src/(models|doors)/|^ingest/parse/|^eval/run/|${tests}` },
      { path: '^node_modules/(langchain|@langchain)/' },
    ),
    rule(
      'hono-at-the-door',
      'Hono belongs to the API, the doors and main.ts; its templates and pages also to what eval shows people.',
      {
        path: '^(src|ingest|eval|scripts)/',
        pathNot: `^src/(api|doors)/|^src/main\\.ts$|^eval/(report|review)/|${tests}`,
      },
      { path: '^node_modules/(hono|@hono)/' },
    ),
    rule(
      'store-knows-the-law-only',
      'The store keeps; it does not answer.',
      { path: '^src/store/', pathNot: tests },
      { path: '^src/(api|answer|models|doors)/' },
    ),
    rule(
      'models-know-nothing',
      'A model knows no law and no store.',
      { path: '^src/models/', pathNot: tests },
      { path: '^src/(api|answer|store|law|doors)/' },
    ),
    rule(
      'embedding-below-answering',
      'Which vectors answer is decided below those who search and feed.',
      { path: '^src/embedding/', pathNot: tests },
      { path: '^src/(api|answer|doors|terminal|wiring|config)' },
    ),
    rule(
      'vermerk-lays-out-an-answer',
      'A Vermerk is made of the stored answer alone: what it says must not depend on who is asked again.',
      { path: '^src/vermerk/', pathNot: tests },
      { path: '^src/', pathNot: '^src/(vermerk|law|text)/' },
    ),
    rule(
      'docx-in-the-vermerk',
      'Word documents are written in src/vermerk alone.',
      { path: '^(src|ingest|eval|scripts)/', pathNot: `^src/vermerk/|${tests}` },
      { path: '^node_modules/docx/' },
    ),
    rule(
      'no-test-in-production',
      'No production file imports a test or a fixture.',
      { path: '^(src|ingest|eval|scripts)/', pathNot: tests },
      { path: tests },
    ),
    rule('no-index', 'Import the file, never a folder’s index.', {}, { path: '^(src|ingest|eval)/.*/index\\.ts$' }),
    rule('nothing-unresolved', 'This import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}

function rule(name, comment, from, to) {
  return { name, severity: 'error', comment, from, to }
}
