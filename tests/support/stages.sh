#!/bin/bash
# stages.sh STAGE...: runs stages of the tests one after the other, prints a heading and the time of
# each, ends everything it started, and closes with "N passed, N failed". A stage that fails doesn't
# keep the next from running, except that nothing runs without a build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
support=$PWD/tests/support

work=$(mktemp -d "${TMPDIR:-/tmp}/sanviec-test.XXXXXX")
# A folder for others to pass through: PostgreSQL runs as a user of its own.
chmod 711 "$work"
passed=0
failed=0
lines=()
wrong=()

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

# stage NAME HEADING: runs stage_NAME and adds up what it says it passed and failed.
stage() {
  local name=$1 heading=$2 log=$work/$1.log began=$SECONDS code=0 good bad result=passed
  printf '\n=== %s\n' "$heading"
  # A shell of its own: errexit would not hold inside a function that is followed by "||".
  bash -euo pipefail -c "stage_$name" 2>&1 | tee "$log" || code=$?
  read -r good bad < <(count "$log")
  if ((good == 0 && bad == 0)); then
    case $name in
      # Suites in which nothing ran have proved nothing.
      rust | solver | api | browser | crash) bad=1 ;;
      *) if ((code == 0)); then good=1; fi ;;
    esac
  fi
  if ((code != 0 && bad == 0)); then bad=1; fi
  passed=$((passed + good))
  failed=$((failed + bad))
  if ((bad > 0)); then result=FAILED; fi
  if [[ $result == FAILED ]]; then failures "$heading" "$log"; fi
  lines+=("$(printf '%-28s %-7s %5d passed %4d failed %5d s' "$heading" "$result" "$good" "$bad" $((SECONDS - began)))")
  printf -- '--- %s: %s, %d s\n' "$heading" "$result" $((SECONDS - began))
  ((bad == 0))
}

# What failed, by name, for the end of the output: whoever reads only that has to know.
failures() {
  local heading=$1 log=$2 name
  while IFS= read -r name; do wrong+=("$heading: $name"); done < <(
    sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^(    [a-z_]+(::[a-z_0-9]+)+$|error(\[E[0-9]+\])?: | +[0-9]+\) \[|Diff in )' | sort -u | head -20
  )
}

# Adds up cargo's "test result: … 12 passed; 0 failed" and Playwright's "  12 passed (1.2m)".
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^test result: / { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) good += $(i - 1); if ($i ~ /^failed/) bad += $(i - 1) } }
    /^  +[0-9]+ (passed|flaky)/ { good += $1 }
    /^  +[0-9]+ (failed|interrupted|did not run)/ { bad += $1 }
    END { print good + 0, bad + 0 }'
}

stage_format() { cargo fmt --all --check; }

# The lint flags stand behind "--": they reach our own crates only, so no dependency is built anew.
stage_lints() {
  cargo clippy --workspace --all-targets --quiet -- --deny warnings
  # The program can be built without its two optional parts.
  cargo clippy --package sanviec-web --no-default-features --quiet -- --deny warnings
}

stage_docs() { cargo doc --workspace --no-deps --quiet; }

# One build for all that follows: the same profile and features, so nothing is compiled twice.
stage_build() { cargo build --workspace --bins --tests --examples --quiet; }

stage_rust() { cargo test --workspace --quiet --no-fail-fast; }

stage_browser() {
  "$support/install.sh" chromium node
  cd tests/browser
  npm ci --no-audit --no-fund --loglevel error
  npx --no-install playwright test
}

stage_solver() {
  "$support/install.sh" python
  tests/solver/run.sh
}

stage_api() {
  "$support/install.sh" python
  tests/api/run.sh
}

stage_crash() { cargo test --workspace --quiet --test crash -- --ignored --nocapture; }

export support
export -f stage_format stage_lints stage_docs stage_build stage_rust stage_solver stage_api stage_browser stage_crash

# PostgreSQL is shared by what asks for it; a server that is already given is used as it is.
need_postgres() {
  [[ -z ${TEST_POSTGRES_URL:-} ]] || return 0
  "$support/install.sh" postgres
  TEST_POSTGRES_URL=$("$support/postgres.sh" start "$work/postgres")
  export TEST_POSTGRES_URL
}

target=$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
export SANVIEC_BIN=${SANVIEC_BIN:-$target/debug/sanviec}
built=yes
for name in "$@"; do
  case $name in
    format) stage format "Formatting" || true ;;
    lints) stage lints "Lints" || true ;;
    docs) stage docs "Documentation" || true ;;
    build) stage build "Build" || built= ;;
    rust)
      if [[ -z $built ]]; then continue; fi
      printf '\n=== PostgreSQL\n'
      if need_postgres; then
        echo "answers at $TEST_POSTGRES_URL"
      else
        # Half of the suites would pass by themselves without it: that is a failure, not a skip.
        failed=$((failed + 1))
        lines+=("PostgreSQL could not be started")
      fi
      stage rust "Rust tests, both databases" || true
      ;;
    solver) if [[ -n $built ]]; then stage solver "Allocation, solved twice" || true; fi ;;
    api) if [[ -n $built ]]; then stage api "Employers' API" || true; fi ;;
    browser) if [[ -n $built ]]; then stage browser "Browser" || true; fi ;;
    crash) if [[ -n $built ]]; then stage crash "Crash: 200 kills" || true; fi ;;
    *) echo "stages.sh: what is $name?" >&2; exit 2 ;;
  esac
done

printf '\n=== Summary (%d min %d s)\n' $((SECONDS / 60)) $((SECONDS % 60))
printf '%s\n' "${lines[@]}"
if ((${#wrong[@]})); then printf '\nFailed:\n'; printf '  %s\n' "${wrong[@]}"; fi
if [[ -z $built ]]; then echo "nothing was run: the build failed"; fi
printf '\n%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
