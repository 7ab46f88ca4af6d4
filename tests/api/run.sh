#!/bin/bash
# run.sh: tries the API for employers' own systems by its own description, on a small demo province. Needs
# SANVIEC_BIN; keeps its Python packages under the build folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

folder=${API_TEST_FOLDER:-../../target/api-tests}
mkdir -p "$folder"
python=$folder/venv/bin/python
if ! cmp --silent requirements.txt "$folder/installed.txt"; then
  rm -rf "$folder/venv"
  python3 -m venv "$folder/venv"
  "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
  cp requirements.txt "$folder/installed.txt"
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/sanviec-api.XXXXXX")
finish() {
  local code=$?
  trap - EXIT
  kill "${server:-}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

# So many requests come from one system here only.
export SANVIEC__LIMITS__RATES__PROGRAM_KEY=1000000/1m
mkfifo "$work/said"
"$SANVIEC_BIN" demo --small --dir "$work/demo" --listen 127.0.0.1:0 >"$work/said" 2>"$work/log" &
server=$!
read -r address <"$work/said" || { cat "$work/log" >&2; exit 1; }

code=0
"$folder/venv/bin/schemathesis" --config-file schemathesis.toml run "${address}api/v1/employer/openapi.json" \
  --header "Authorization: Bearer svk_test_demo" --max-examples "${API_EXAMPLES:-60}" --seed 33 --no-color "$@" 2>&1 | tee "$work/out" || code=$?
# In the words in which the stages count: so many requests were tried, and how many of them failed.
passed=$(sed -n 's/.*generated, .*\b\([0-9]\+\) passed.*/\1/p' "$work/out" | tail -1)
printf '  %d passed\n' "${passed:-0}"
if ((code != 0)); then printf '  1 failed\n'; fi
exit "$code"
