#!/usr/bin/env python3
"""Trains the encoder and its answers head on what data.py made, for as many minutes as given.

    venv/bin/python training/train.py examples.jsonl --minutes 240 --out reader.pt

Writes --out at the end and every ten minutes, and a line a minute to standard error: the
learning curve. AdamW, the learning rate rising over 100 steps and falling to nothing at the end,
five times as high for the heads; word and position tables stay as they are. --examples N ends
after N examples instead, so that a run can be repeated; --start goes on from what a run wrote, or
from the weights that the program has, knowledge/encoder/weights.bin.

One encoder serves both ends: beside learning to answer it is held to the vectors that the
published one gives a question or a sentence alone.
"""
import argparse
import json
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

import reader
import weights

SPAN_LOSS = 0.15
HEAD_RATE = 5
VECTOR_LOSS = 5
VECTORS_OF = 12  # one example in so many gives its question and its sentence


def load(path):
    """Reads examples as (ids, types, label, start, end), start 0 where the words are not known."""
    t, rows = reader.tokenizer(), [json.loads(line) for line in open(path, encoding="utf-8")]
    encode = lambda texts: t.encode_batch(texts, add_special_tokens=False)
    fields = [encode([r[f] for r in rows]) for f in ("question", "sentence", "before")]
    loaded = []
    for row, q, s, b in zip(rows, *fields):
        ids, types, at = reader.pack(q.ids, s.ids, b.ids)
        start = end = 0
        if row.get("span"):
            inside = [i for i, (x, y) in enumerate(s.offsets) if x < row["span"][1] and y > row["span"][0]]
            if inside and at + inside[-1] < len(ids):
                start, end = at + inside[0], at + inside[-1]
        loaded.append((ids, types, row["answers"], start, end))
    return loaded


def batches(rows, tokens, rng):
    """Yields batches of rows of like length, of at most so many tokens, for ever."""
    while True:
        rng.shuffle(rows)
        for i in range(0, len(rows), 6000):
            part = sorted(rows[i : i + 6000], key=lambda r: len(r[0]))
            made, batch = [], []
            for r in part:
                if batch and (len(batch) + 1) * len(r[0]) > tokens:
                    made.append(batch)
                    batch = []
                batch.append(r)
            made.append(batch)
            rng.shuffle(made)
            yield from made


def tensors(batch):
    longest = max(len(r[0]) for r in batch)
    fill = lambda k: torch.tensor([r[k] + [0] * (longest - len(r[k])) for r in batch])
    column = lambda k: torch.tensor([r[k] for r in batch])
    return fill(0), fill(1), column(2), column(3), column(4)


def loss_of(model, batch):
    ids, types, label, start, end = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        answers, span = model(ids, types)
    loss = F.binary_cross_entropy_with_logits(answers, label.float())
    known = start > 0
    if known.any():
        loss = loss + SPAN_LOSS * (F.cross_entropy(span[known][..., 0], start[known]) + F.cross_entropy(span[known][..., 1], end[known]))
    return loss, ((answers > 0) == (label > 0)).float().mean().item()


def alone(batch):
    """The questions and sentences of some examples, each as a text of its own."""
    texts = []
    for ids, types, *_ in batch[::VECTORS_OF]:
        first, last = types.index(1), len(types) - types[::-1].index(1)
        texts += [ids[:first], [reader.CLS, *ids[first:last]]]
    longest = max(map(len, texts))
    ids = torch.tensor([t + [0] * (longest - len(t)) for t in texts])
    return ids, torch.zeros_like(ids)


def drift_of(model, base, batch):
    """How far, on average, the vectors of texts lie from those of the published encoder (1 - cosine)."""
    ids, types = alone(batch)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            want = base.vectors(ids, types)
        return (1 - F.cosine_similarity(model.vectors(ids, types), want)).mean()


def optimiser(model, rate):
    model.words.weight.requires_grad_(False)
    model.positions.weight.requires_grad_(False)
    heads = [*model.answers.parameters(), *model.span.parameters()]
    body = [p for n, p in model.named_parameters() if p.requires_grad and n.split(".")[0] not in ("answers", "span")]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": HEAD_RATE * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True), body + heads


def started(path):
    """Returns the state that a run goes on from."""
    if path.endswith(".bin"):
        return {name: torch.tensor(x, dtype=torch.float32) for name, x in weights.read(path).items()}
    return torch.load(path)


def save(model, path):
    torch.save(model.state_dict(), path + ".part")
    os.replace(path + ".part", path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("examples")
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="what an earlier run wrote, or weights.bin; without it, the published encoder")
    p.add_argument("--minutes", type=float, default=240)
    p.add_argument("--examples", dest="most", type=int, default=0)
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--tokens", type=int, default=2048)
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)
    model, base = reader.Reader().load_base(), reader.Reader().load_base().eval()
    if a.start:
        model.load_state_dict(started(a.start))
    opt, learned = optimiser(model, a.rate)
    rates = [g["lr"] for g in opt.param_groups]
    rows, rng = load(a.examples), random.Random(1)
    began = told = saved = time.time()
    seen, window = 0, []
    for step, batch in enumerate(batches(rows, a.tokens, rng)):
        done = seen / a.most if a.most else (time.time() - began) / 60 / a.minutes
        if done >= 1:
            break
        for g, rate in zip(opt.param_groups, rates):
            g["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - done)
        loss, right = loss_of(model, batch)
        drift = drift_of(model, base, batch)
        (loss + VECTOR_LOSS * drift).backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        opt.step()
        opt.zero_grad(set_to_none=True)
        seen += len(batch)
        window.append((loss.item(), right, drift.item()))
        now = time.time()
        if now - told > 60:
            l, r, d = (sum(x) / len(window) for x in zip(*window))
            print(f"{(now - began) / 60:.0f} min, {seen} examples, loss {l:.3f}, right {r:.3f}, drift {d:.4f}", file=sys.stderr, flush=True)
            told, window = now, []
        if now - saved > 600:
            save(model, a.out)
            saved = now
    save(model, a.out)
    print(f"ended after {seen} examples, {(time.time() - began) / 60:.0f} min", file=sys.stderr)


if __name__ == "__main__":
    main()
