#!/usr/bin/env bash
# Everything but the tests: types, lint and format, layers, dead code, and the built programs.
set -euo pipefail
cd "$(dirname "$0")/.."
npm run --silent types
npm run --silent lint
npm run --silent layers
npm run --silent deadcode
npm run --silent build
npx tsx scripts/sizes.ts
