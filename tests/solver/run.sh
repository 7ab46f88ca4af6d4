#!/bin/bash
# run.sh: solves random allocations again with another solver (HiGHS, an integer programme and not a flow) and
# compares objectives and prices exactly. `run.sh bench` times the flow against another solver's on networks of a
# province's size. Needs the built examples; keeps its Python packages under the build folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

what=${1:-requirements}
target=$(cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
folder=$target/solver-tests
mkdir -p "$folder"
python=$folder/$what/bin/python
if ! cmp --silent "$what.txt" "$folder/$what.txt"; then
  rm -rf "${folder:?}/$what"
  python3 -m venv "$folder/$what"
  "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$what.txt"
  cp "$what.txt" "$folder/$what.txt"
fi

if [[ $what == bench ]]; then
  cargo build --release --quiet --package sanviec-domain --example allocation_networks
  mkdir -p "$folder/networks"
  "$target/release/examples/allocation_networks" "$folder/networks"
  exec "$python" bench.py "$folder/networks"
fi
"$target/debug/examples/allocation_cases" "$folder/cases.json" "${SOLVER_CASES:-500}"
exec "$python" check.py "$folder/cases.json"
