#!/usr/bin/env python3
"""Makes the examples that the answers head is trained on: (question, sentence, the sentence before
it) and whether the sentence answers, with the words that do where they are known.

    venv/bin/python training/data.py --nqg DIR --qamr DIR [--exclude FILE ...] >examples.jsonl

  --nqg      a checkout of github.com/xinyadu/nqg (questions of SQuAD 1.1, CC BY-SA 4.0), of which
             only the part drawn from SQuAD's training articles is used (data/processed/*-test.txt)
  --qamr     a checkout of github.com/uwnlp/qamr (MIT)
  --exclude  a file with texts to measure on; an example that shares a sentence with it is left out

and beside this script questions of our own, most of which their text does not answer, though it looks
as if it did: news.jsonl, on press releases of the United States Senate (in the public domain, from
github.com/lintool/GrimmerSenatePressReleases) and on invented news, and squad.jsonl, on the sentences
of nqg, by their lines.

For each question of the sources there are its sentence; those that share most with the question in the
same text and in another, which do not answer; and near misses made from it: another verb, name, number
or a condition more in the question, or the answer cut out of the sentence. A question of our own stands
beside the sentence that answers it and those that come nearest, OWN_TIMES over, since there are few.
Everything is drawn with a fixed seed.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import re

BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "``": '"', "''": '"'}
WH = {"who", "whom", "whose", "what", "which", "when", "where", "why", "how"}
NUMBER = re.compile(r"\d[\d,.]*")
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
OWN_TIMES = 8


def contraries():
    """Returns word -> its contraries, from the project's own lexicon."""
    pairs, section = collections.defaultdict(list), ""
    for name in ("lexicon.txt", "paraphrase.txt"):
        for line in (ROOT / "knowledge/english/data" / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line[1 : line.index("]")]
            elif section in ("antonyms", "contraries") and line and not line.startswith("#"):
                head, *others = line.split()
                for other in others:
                    pairs[head].append(other)
                    pairs[other].append(head)
    return pairs


CONTRARY = contraries()


def plain(tokens):
    return [BRACKETS.get(t.lower(), t) for t in tokens]


def key(sentence):
    """What a sentence is known by: its letters and digits."""
    return re.sub(r"[^a-z0-9]", "", sentence.lower())


def excluded(paths):
    """The keys of all stretches of eight words in the files, to tell a shared sentence by."""
    keys = set()
    for path in paths:
        words = re.findall(r"[a-z0-9]+", pathlib.Path(path).read_text(encoding="utf-8").lower())
        keys.update(" ".join(words[i : i + 8]) for i in range(len(words) - 7))
    return keys


def shares(sentence, keys):
    words = re.findall(r"[a-z0-9]+", sentence.lower())
    if len(words) < 8:
        return False
    return any(" ".join(words[i : i + 8]) in keys for i in range(len(words) - 7))


class Text:
    """Sentences of one source in order, and the questions on each: (question tokens, answer)."""

    def __init__(self):
        self.sentences, self.questions = [], []

    def add(self, sentence, question, answer=None):
        if not self.sentences or self.sentences[-1] != sentence:
            self.sentences.append(sentence)
            self.questions.append([])
        self.questions[-1].append((question, answer))


def read_nqg(folder, per_text=12):
    """SQuAD's sentences in the order of their articles, in stretches of a few."""
    folder = pathlib.Path(folder) / "data" / "processed"
    sources = (folder / "src-test.txt").read_text(encoding="utf-8").splitlines()
    questions = (folder / "tgt-test.txt").read_text(encoding="utf-8").splitlines()
    text = Text()
    for source, question in zip(sources, questions):
        sentence = plain(source.split())
        if len(text.sentences) >= per_text and sentence != text.sentences[-1]:
            yield text
            text = Text()
        text.add(sentence, plain(question.split()))
    yield text


def read_qamr(folder):
    """QAMR's sentences, those of one document together. Sentence ids are source:document:…"""
    data = pathlib.Path(folder) / "data"
    sentences = dict(line.split("\t", 1) for line in (data / "wiki-sentences.tsv").read_text(encoding="utf-8").splitlines())
    documents = collections.defaultdict(Text)
    for part in ("dev", "test"):
        for line in (data / "filtered" / f"{part}.tsv").read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            answer = [int(i) for i in fields[6].split()]
            agreed = [f.split(":")[1].split() for f in fields[7:9]]
            if fields[0] not in sentences or not all(agreed) or answer != list(range(answer[0], answer[-1] + 1)):
                continue
            question = re.findall(r"\w+|[^\w\s]", fields[5])
            document = ":".join(fields[0].split(":")[:3])
            documents[document].add(plain(sentences[fields[0]].split()), question, (answer[0], answer[-1]))
    yield from documents.values()


def join(tokens):
    return " ".join(tokens)


AUXILIARIES = {"is", "was", "are", "were", "did", "does", "do", "has", "had", "will", "would", "can", "could"}


class Others:
    """Finds, for a question, the sentences that share its rarest words and do not answer it."""

    def __init__(self, texts):
        self.places = [(t, i) for t, text in enumerate(texts) for i in range(len(text.sentences))]
        self.texts, self.holding = texts, collections.defaultdict(list)
        for n, (t, i) in enumerate(self.places):
            for w in {w.lower() for w in texts[t].sentences[i] if w[:1].isalnum()}:
                self.holding[w].append(n)

    def nearest(self, question, text, inside, but):
        """Returns the place that shares most with the question, inside its text or outside, but
        for one sentence of it; None where none shares a word that is not in every fiftieth."""
        shared = collections.Counter()
        for w in {w.lower() for w in question} - WH:
            found = self.holding.get(w, [])
            if len(found) * 50 < len(self.places):
                for n in found:
                    t, i = self.places[n]
                    if (t == text) == inside and (t, i) != (text, but):
                        shared[t, i] += math.log(len(self.places) / len(found))
        return max(shared, key=lambda p: (shared[p], p)) if shared else None


def changed(rng, question, sentence, names, numbers):
    """Returns the question with one thing changed that the sentence then does not say; None where
    there is none to change."""
    low, held = [t.lower() for t in question], {w.lower() for w in sentence}
    ways = []
    for i, t in enumerate(low):
        if CONTRARY.get(t) and t not in WH:
            ways.append((i, i + 1, [rng.choice(CONTRARY[t])]))
        elif NUMBER.fullmatch(t) and t in held:
            ways.append((i, i + 1, [rng.choice(numbers)]))
        elif i > 0 and t in held and question[i][:1].isupper() and t not in WH:
            ways.append((i, i + 1, [rng.choice(names)]))
    if len(low) > 4 and low[0] in WH and rng.random() < 0.4:
        end = len(low) - (low[-1] == "?")
        ways.append((end, end, ["in", rng.choice(names if rng.random() < 0.5 else numbers)]))
        if low[1] in AUXILIARIES and low[0] in ("who", "what", "which"):
            ways.append((2, 2, ["not"]))
    if not ways:
        return None
    start, end, words = rng.choice(ways)
    if words[-1].lower() in held or words[-1].lower() in low:
        return None
    return question[:start] + words + question[end:]


def without(sentence, answer):
    """Returns the sentence without the words that answer; None where they are much of it."""
    if not answer or answer[1] - answer[0] >= len(sentence) // 3:
        return None
    start = answer[0]
    if start > 0 and sentence[start - 1].lower() in ("in", "on", "at", "by", "for", "from", "of", "with", "because"):
        start -= 1
    return sentence[:start] + sentence[answer[1] + 1 :]


def negatives(rng, others, t, i, question, answer, names, numbers):
    """Yields (question, sentence, before) that look like a question and its answer and are none."""
    texts, sentence = others.texts, others.texts[t].sentences[i]
    before = lambda t, i: texts[t].sentences[i - 1] if i else []
    near = others.nearest(question, t, True, i) or rng.choice(
        [(t, j) for j in range(len(texts[t].sentences)) if j != i] or [None])
    far = others.nearest(question, t, False, i) if rng.random() < 0.4 else None
    for place in (near, far):
        if place and texts[place[0]].sentences[place[1]] != sentence:
            yield question, texts[place[0]].sentences[place[1]], before(*place)
    if other := changed(rng, question, sentence, names, numbers):
        yield other, sentence, before(t, i)
    if rest := without(sentence, answer):
        yield question, rest, before(t, i)


def row(question, sentence, before, answers):
    return {"question": join(question), "sentence": join(sentence), "before": join(before), "answers": answers}


def examples(rng, texts, keys):
    """Yields examples as dicts; "span" is in characters of the sentence, where it is known."""
    texts = list(texts)
    words = [w for t in texts for s in t.sentences for w in s]
    names = [w for w in words if w[:1].isupper() and len(w) > 2] or ["Smith"]
    numbers = [w for w in words if NUMBER.fullmatch(w)] or ["7"]
    others = Others(texts)
    for t, text in enumerate(texts):
        for i, sentence in enumerate(text.sentences):
            if shares(join(sentence), keys):
                continue
            for question, answer in text.questions[i]:
                right = row(question, sentence, text.sentences[i - 1] if i else [], 1)
                if answer:
                    right["span"] = [len(join(sentence[: answer[0]])) + (answer[0] > 0), len(join(sentence[: answer[1] + 1]))]
                yield right
                for q, s, before in negatives(rng, others, t, i, question, answer, names, numbers):
                    if s is sentence or not shares(join(s), keys):
                        yield row(q, s, before, 0)


def nearest(question, sentences, but, most):
    """Returns the numbers of the sentences that share most words with the question, but for some."""
    wanted = {w for w in re.findall(r"[a-z0-9]+", question.lower())} - WH
    share = lambda i: len(wanted & set(re.findall(r"[a-z0-9]+", sentences[i].lower())))
    return sorted((i for i in range(len(sentences)) if i not in but), key=share, reverse=True)[:most]


def own(sentences, questions):
    """Yields examples from our own questions on a text. One that has an answer names its sentence and,
    but for yes and no, its words. One that has none names the sentences that come near and, where it
    has been written, the sentence that would answer in the place of the first: so that it is the
    sentence that tells, not how the question is put."""

    def made(q, sentence, i, answers, words=None):
        span = {"span": [sentence.index(words), sentence.index(words) + len(words)]} if words else {}
        return {"question": q["question"], "sentence": sentence, "before": sentences[i - 1] if i else "", "answers": answers, **span}

    for q in questions:
        answer, near = q.get("sentence"), q.get("near", [])
        if answer is not None:
            yield made(q, sentences[answer], answer, 1, q.get("words"))
        elif "instead" in q:
            yield made(q, q["instead"], near[0], 1, q.get("words"))
        for i in near + nearest(q["question"], sentences, [answer, *near], 1 if len(near) > 1 else 2):
            yield made(q, sentences[i], i, 0)


def all_own(nqg, keys):
    """Yields the examples of all our own questions, but for texts that share a sentence with the excluded."""
    lines = (pathlib.Path(nqg) / "data/processed/src-test.txt").read_text(encoding="utf-8").splitlines()
    for name in ("news.jsonl", "squad.jsonl"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            text = json.loads(line)
            sentences = text.get("sentences") or [join(plain(lines[i].split())) for i in text["lines"]]
            if not any(shares(s, keys) for s in sentences):
                yield from own(sentences, text["questions"])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--nqg", required=True)
    p.add_argument("--qamr", required=True)
    p.add_argument("--exclude", nargs="*", default=[])
    a = p.parse_args()
    rng, keys = random.Random(1), excluded(a.exclude)
    rows = list(examples(rng, read_nqg(a.nqg), keys)) + list(examples(rng, read_qamr(a.qamr), keys))
    rows += list(all_own(a.nqg, keys)) * OWN_TIMES
    rng.shuffle(rows)
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
