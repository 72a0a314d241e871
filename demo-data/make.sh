#!/bin/sh
# Makes one archive of the demo data from a folder of daily files, byte for byte the same on every machine with the
# same xz (sorted names, time 0, owner 0, one thread).
#
#   demo-data/make.sh FOLDER YEAR
#
# FOLDER holds beijing_all_YYYYMMDD.csv and beijing_extra_YYYYMMDD.csv as downloaded; see SOURCES.md. The files go in
# as they are, with their defects: a defect that is removed here would not be refused, and nobody would know of it.
set -eu

folder=${1:?the folder of daily files}
year=${2:?the year, such as 2019}
target=$(cd "$(dirname "$0")" && pwd)/src/main/resources/org/microgram/demo/beijing-$year.tar.xz

cd "$folder"
find . -maxdepth 1 -type f -name "beijing_*_${year}????.csv" | sed 's|^\./||' | LC_ALL=C sort |
  tar --create --format=ustar --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=0644 --files-from=- |
  xz -9e --threads=1 >"$target"

ls -l "$target"
