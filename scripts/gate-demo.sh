#!/usr/bin/env bash
# The gate on the demonstration collection: what CI holds every change to. Extracts, no network, a database of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder" eval/runs/ci-demo' EXIT
rm -rf eval/runs/ci-demo
export FUNDSTELLE_DATA="$folder/data" FUNDSTELLE_OFFLINE=1 FUNDSTELLE_LLM_URL=off

npm run --silent ingest -- ingest/demo/gii >/dev/null
npm run --silent eval -- check eval/reference/demo.jsonl
npm run --silent eval -- gate eval/reference/demo.jsonl --name ci-demo --no-cache \
  --thresholds eval/gate/demo-thresholds.txt --baseline eval/gate/baselines/demo "$@"
