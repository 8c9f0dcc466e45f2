#!/usr/bin/env bash
# Measures talksbot on the labelled data in ../shared/eval and ../shared/seed and writes
# the figures into docs/quality.md, between its two marker lines.
#
#   docs/measure.sh
#
# Needs Go and Python 3. Takes a few minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
eval=../shared/eval
[ -d "$eval" ] || { echo "docs/measure.sh: $eval is not here" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 go build -o "$work/talksbot" ./cmd/talksbot

# row TASK DATA TARGET FIELD... prints a line of the table: the fields of measure.py's
# answer, by their path.
row() {
	local task=$1 data=$2 target=$3
	shift 3
	python3 "$eval/measure.py" "$task" "$eval/$data.jsonl" --bin "$work/talksbot" >"$work/figures"
	python3 - "$work/figures" "$task" "$data" "$target" "$@" <<'PY'
import json, sys
path, task, data, target, *fields = sys.argv[1:]
figures = json.load(open(path))
def at(field):
    value = figures
    for key in field.split("/"):
        value = value[int(key) if isinstance(value, list) else key]
    if field == "by_grain":  # the grains the target is for
        right, of = map(sum, zip(*(value[g] for g in ("Day", "Week", "Month", "Quarter", "Year"))))
        return f"{right} of {of} of day to year ({right / of:.3f})"
    return value
def name(field):
    return " ".join(part for part in field.split("/") if not part.isdigit()).replace("_", " ")
shown = ", ".join(f"{name(f)} {at(f)}" for f in fields)
print(f"| `{task}` | {data} | {shown} | {target} |")
PY
}

{
	echo "| task | data | measured | target |"
	echo "| --- | --- | --- | --- |"
	row golden split_golden_rules "≥ 45 of 52" pass of
	row split split_gum_dev "F1 ≥ .97" f1
	row split split_neurosnap "F1 ≥ .96" f1
	row rank rank_trecqa_dev "MAP ≥ .74" map mrr p1
	row rank rank_wikiqa_dev "MAP ≥ .66" map mrr p1
	row squad qa_squad2_dev "first ≥ .80, wrongly refused ≤ .10, AUC ≥ .60" right_sentence_first wrongly_refused rightly_refused auc
	row verify verify_begin_wow_dev "AUC ≥ .95" auc unsupported_let_through supported_thrown_out
	row verify verify_wice_dev "AUC ≥ .80, let through ≤ .15" auc unsupported_let_through supported_thrown_out
	row verify verify_qags_cnndm "AUC ≥ .68, let through ≤ .30" auc unsupported_let_through supported_thrown_out
	row timex dates_aquaint "value F1 ≥ .80, relaxed F1 ≥ .88" value_f1 relaxed/f1 strict/f1
	row phrase dates_duckling "≥ .80 of day to year" accuracy by_grain
	row phrase dates_duckling_negative "≤ 2 false positives" false_positives
	row recog dates_recognizers_even "≥ .80" accuracy
	row gum dates_gum_dev "≥ .85" accuracy
	row quotes quotes_polnear_dev "direct ≥ .97, mixed ≥ .75, indirect ≥ .55, character precision ≥ .80, speaker ≥ .85" \
		found/direct/2 found/mixed/2 found/indirect/2 char/p speaker_right_when_found/2
	echo
	echo "Sample questions on the shipped article (\`../shared/seed/score.py\`):"
	echo
	echo '```'
	python3 ../shared/seed/score.py ../shared/seed/questions.jsonl --bin "$work/talksbot"
	echo '```'
} >"$work/table"

python3 - docs/quality.md "$work/table" <<'PY'
import sys
page, table = sys.argv[1:]
text = open(page, encoding="utf-8").read()
begin, end = "<!-- figures -->\n", "<!-- end of figures -->\n"
head, rest = text.split(begin)
_, tail = rest.split(end)
open(page, "w", encoding="utf-8").write(head + begin + "\n" + open(table, encoding="utf-8").read() + "\n" + end + tail)
PY
