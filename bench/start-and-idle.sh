#!/usr/bin/env bash
# Measures, on a Release build and an empty data folder: the time from process start to the first page served, and the resident memory
# of the whole process, idle, half a minute later. Prints one line a run. usage: bench/start-and-idle.sh [runs]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-3}
port=${PORT:-5977}
dotnet build src/Host -c Release -v q >/dev/null
server=src/Host/bin/Release/net10.0/tousrisques
for run in $(seq "$runs"); do
  data=$(mktemp -d)
  begin=$(date +%s%N)
  "$server" --data "$data" --urls "http://127.0.0.1:$port" >/dev/null &
  pid=$!
  until curl -s -o /dev/null -f "http://127.0.0.1:$port/"; do sleep 0.01; done
  first=$(( ($(date +%s%N) - begin) / 1000000 ))
  sleep "${IDLE:-30}"
  echo "run $run: first page after $first ms, idle $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status") MB"
  kill "$pid"; wait "$pid" 2>/dev/null || true
  rm -rf "$data"
done
