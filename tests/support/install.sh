#!/bin/bash
# install.sh postgres|chromium|node|python ...: makes sure that a Debian package is there, and installs it
# where it is missing. Prints nothing when there is nothing to do.
set -euo pipefail

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; elif command -v sudo >/dev/null; then sudo --non-interactive "$@"; else return 1; fi
}

updated=
# packages HINT NAME...: installs Debian packages without questions and without starting services.
packages() {
  local hint=$1
  shift
  if ! command -v apt-get >/dev/null; then
    echo "$hint is missing and this is no Debian: please install it and start again" >&2
    return 1
  fi
  echo "installing $* ($hint)"
  export DEBIAN_FRONTEND=noninteractive
  local apt=(apt-get --quiet=2 --option Dpkg::Use-Pty=0 --option DPkg::Lock::Timeout=300)
  if [[ -z $updated ]]; then
    as_root "${apt[@]}" update || { echo "packages can't be installed without root: apt-get install $*" >&2; return 1; }
    updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --yes --no-install-recommends "$@" >/dev/null
}

postgres_bin() {
  local initdb
  initdb=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1) || true
  [[ -n $initdb ]] && dirname "$(readlink -f "$initdb")"
}

node_is_fit() {
  command -v node >/dev/null && command -v npm >/dev/null && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)'
}

for want in "$@"; do
  case $want in
    postgres)
      if [[ -z $(postgres_bin) ]]; then
        # The tests make their own cluster: Debian's must not be made and started beside it.
        as_root mkdir -p /etc/postgresql-common/createcluster.d
        echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.d/sanviec-tests.conf >/dev/null
        packages "PostgreSQL, for the tests" postgresql
      fi
      ;;
    chromium) command -v chromium >/dev/null || packages "Chromium, for the browser tests" chromium ;;
    node) node_is_fit || packages "Node.js 18 or newer and npm, for the browser tests" nodejs npm ;;
    python) python3 -c 'import ensurepip, venv, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || packages "Python 3.11 or newer, for the tests of the API" python3 python3-venv ;;
    postgres-bin) postgres_bin ;;
    *) echo "install.sh: what is $want?" >&2; exit 2 ;;
  esac
done
