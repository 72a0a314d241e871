#!/usr/bin/env bash
# What accounts add to the two-year backfill: the demo from archive to readable figures, by turns without any target and with one of 2020 for
# every unit and station (17 + 35) and the city, each in a fresh data directory. Prints the seconds of each, their medians and the ratio.
# usage: benchmarks/account-cost.sh [RUNS] [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-3}
port=${2:-18091}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./microgram --version > /dev/null # builds what is missing, so that the build is not measured

for kind in without with; do
    cp -r config "$work/$kind"
    rm -f "$work/$kind/targets.yaml"
done
# Of the city, the units, and the stations that report in both years.
ids=$( (awk -F, '!/^#/ && $1 != "id" && NF > 3 {print $1}' config/areas.csv
    awk -F, '!/^#/ && $1 != "id" && NF > 8 && $6 != "" {print $1}' config/stations.csv) | sort -u)
{
    echo "targets:"
    for id in $ids; do
        name=$(echo "t-$id" | tr '[:upper:]' '[:lower:]')
        echo "  $name: {subject: $id, period: 2020, indicator: pm25_mean, value: 38 µg/m³, source: benchmark, example: true}"
    done
} > "$work/with/targets.yaml"

run() { # KIND -> seconds, and rows of air_account
    local data="$work/data" began ended
    began=$(date +%s%N)
    ./microgram demo --config "$work/$1" --data "$data" --port "$port" --until-done --lang en > "$work/table" 2> "$work/log"
    ended=$(date +%s%N)
    rows=$(./microgram query --config "$work/$1" --data "$data" --measurement air_account 2> /dev/null | tail -n +2 | wc -l)
    rm -rf "$data"
    seconds=$(awk "BEGIN {printf \"%.1f\", ($ended - $began) / 1e9}")
    echo "$1 $seconds s, $rows rows of accounts, load $(cut -d' ' -f1 /proc/loadavg)"
    echo "$seconds" >> "$work/$1.seconds"
}
median() { sort -n "$1" | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

echo "machine $(nproc) cores, commit $(git rev-parse --short HEAD), $(grep -c period "$work/with/targets.yaml") targets"
for _ in $(seq "$runs"); do
    run without
    run with
done
without=$(median "$work/without.seconds")
with=$(median "$work/with.seconds")
awk "BEGIN {printf \"median without %s s, with %s s: ratio %.3f (at most 1.10)\n\", $without, $with, $with / $without}"
