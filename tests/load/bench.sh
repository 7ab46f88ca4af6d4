#!/bin/bash
# Builds everything for release, starts a PostgreSQL unless TEST_POSTGRES_URL names one, measures,
# and ends what it started. BENCH_SIZE: how many vacancies (100,000).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
support=$PWD/tests/support

work=$(mktemp -d "${TMPDIR:-/tmp}/sanviec-bench.XXXXXX")
# A folder for others to pass through: PostgreSQL runs as a user of its own.
chmod 711 "$work"
finish() {
  local code=$?
  trap - EXIT INT TERM
  if [[ -d $work/postgres ]]; then "$support/postgres.sh" stop "$work/postgres" || true; fi
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cargo build --release --quiet --package sanviec-web --bin sanviec --package sanviec-tests --bin bench
if [[ -z ${TEST_POSTGRES_URL:-} ]]; then
  # Without it the run still says everything else.
  if "$support/install.sh" postgres >&2 && TEST_POSTGRES_URL=$("$support/postgres.sh" start "$work/postgres"); then
    export TEST_POSTGRES_URL
  else
    unset TEST_POSTGRES_URL
  fi
fi
target=$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
BENCH_TARGET=$target "$target/release/bench"
