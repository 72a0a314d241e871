#!/usr/bin/env bash
# The whole way, as a user starts it: two years of Beijing from archive to readable figures, in a fresh data directory.
# Prints when the page showed its first figure, then what the demo prints of itself (values/s, rows, memory, disk) and what the process cost.
# usage: benchmarks/whole-way.sh [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-18090}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./microgram --version > /dev/null # builds what is missing, so that the build is not measured

began=$(date +%s%N)
( time ./microgram demo --data "$work/data" --port "$port" --until-done --lang en > "$work/table" ) 2> "$work/log" &
demo=$!
until curl -sf "http://127.0.0.1:$port/api/now" 2> /dev/null | grep -q '"now":{'; do
    kill -0 "$demo" 2> /dev/null || break
    sleep 0.2
done
first=$(( ($(date +%s%N) - began) / 1000000 ))
wait "$demo"
echo "machine            $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo), load $(cut -d' ' -f1 /proc/loadavg)"
echo "commit             $(git rev-parse --short HEAD)"
echo "first figure shown $first ms after start"
grep -E 'records \(|rows in the store|values\):|^(real|user|sys)' "$work/log"
