#!/usr/bin/env bash
# Puts the questions of questions.txt to a store and writes them down with their answers and what was found when checking them:
#   docs/session/run.sh "dotnet .../kg.dll" STORE > docs/session.md
# A line of questions.txt is the question, a bar and the words behind kg; a line of checked.tsv the question's number, a tab and
# the remark. Notes below rows are left out, long lines cut: the page shows answers, not articles.
set -euo pipefail
export LC_ALL=C.UTF-8
here="$(cd "$(dirname "$0")" && pwd)"
read -r -a kg <<<"$1"
store="$2"
number=0
cat "$here/head.md"
while IFS='|' read -r question command; do
  [ -n "$question" ] || continue
  number=$((number + 1))
  printf '\n## %d. %s\n```console\n$ kg %s\n' "$number" "$question" "$command"
  eval "words=($command)"
  { "${kg[@]}" "${words[@]}" --db "$store" 2>&1 || true; } | { grep -v '^    [^ ]' || true; } | sed -E 's/^(.{200}).+$/\1…/' | sed -n '1,14p'
  printf '```\n'
  sed -n "s/^$number\t//p" "$here/checked.tsv"
done < "$here/questions.txt"
