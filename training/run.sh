#!/usr/bin/env bash
# Makes models/fundstelle-embed-v2.{bin,json} anew. One command, one core, seeds fixed:
#
#   bash training/run.sh [<corpus folder>] [<work folder>]
#
# About 15 CPU-minutes (parsing and vocabulary 2, teacher 6, training 5), 3 GB of memory, 1 GB of disk. The corpus folder
# holds gii/ and gii-all-2025-04-02.tar.xz; the only thing fetched is the Python packages named in requirements.txt.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
corpus=${1:-$here/../../shared/corpus}
work=${2:-$(mktemp -d)}
mkdir -p "$work/laws"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
python="$work/venv/bin/python"

tar -xJf "$corpus/gii-all-2025-04-02.tar.xz" -C "$work/laws"
cd "$here/.."
npx tsx training/passages.ts "$work/laws" >"$work/all.jsonl"
npx tsx training/passages.ts "$corpus/gii" 2025-03-05 >"$work/gii.jsonl"

cd "$here"
"$python" vocabulary.py "$work" "$corpus/lay-questions/omos-qa_de.jsonl"
"$python" teacher.py "$work"
"$python" start.py "$work"
"$python" train.py "$work" "$work/rows.npy"
"$python" export.py "$work/rows.npy" "$work/vocabulary.json" "$here/../models/fundstelle-embed-v2"
echo "Work files: $work. Now: npm run bench -- embed, and a new src/models/__fixtures__/static-embedding-golden.json."
