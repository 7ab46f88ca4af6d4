#!/bin/bash
# A private PostgreSQL for the tests, on a free port of the loopback.
#   postgres.sh start FOLDER   makes a cluster in FOLDER, starts it, prints its URL
#   postgres.sh stop FOLDER    stops it and takes FOLDER away
# PostgreSQL refuses to run as root, so root hands it to the user "postgres" (or "nobody").
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
command=$1
folder=$2
bin=$("$here/install.sh" postgres-bin)

owner=$(id -un)
if [[ $EUID -eq 0 ]]; then
  owner=postgres
  id -u "$owner" >/dev/null 2>&1 || owner=nobody
fi
as_owner() {
  # From a folder the owner may look into; the caller's may be root's own.
  cd /
  if [[ $EUID -eq 0 ]]; then runuser -u "$owner" -- "$@"; else "$@"; fi
}

case $command in
  start)
    mkdir -p "$folder"
    chmod 700 "$folder"
    [[ $EUID -ne 0 ]] || chown "$owner" "$folder"
    as_owner "$bin/initdb" --pgdata "$folder/data" --auth trust --username sanviec --encoding UTF8 --no-locale --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
    # Durability is not what the suites ask of it; speed is.
    settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB"
    for _ in 1 2 3 4 5; do
      port=$((20000 + RANDOM % 20000))
      if as_owner "$bin/pg_ctl" --pgdata "$folder/data" --log "$folder/data/log" --options "$settings -p $port" --wait --timeout 60 --silent start >&2; then
        echo "postgres://sanviec@127.0.0.1:$port/postgres"
        exit 0
      fi
    done
    tail -20 "$folder/data/log" >&2 || true
    exit 1
    ;;
  stop)
    if [[ -f $folder/data/postmaster.pid ]]; then as_owner "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate --silent stop >&2 || true; fi
    rm -rf "$folder"
    ;;
  *)
    echo "postgres.sh start|stop FOLDER" >&2
    exit 2
    ;;
esac
