"""Runs every fuzz target of this crate for a while, two at a time, and says what each found.

    python3 run.py [seconds for each, 600 if not said] [targets, all if none is named]

Needs a nightly compiler and `cargo install cargo-fuzz`. Corpora are made from ../seeds and kept in corpus/, findings in artifacts/.
The sanitizer is off: the crate forbids unsafe code, and without it the libraries compile in minutes and run three times as fast.
"""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
SEEDS = os.path.join(HERE, "..", "seeds")
PLAIN = {
    "archive": "odt docx xlsx", "jpeg": "jpg", "mp3": "mp3", "mp4": "mp4", "pdf": "pdf", "png": "png",
    "svg": "svg", "text": "txt csv svg", "webp": "webp",
}
OFFICE = ["docx", "odt", "pptx", "xlsx"]


def put(target, name, content):
    folder = os.path.join(HERE, "corpus", target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


def corpora():
    for target, endings in PLAIN.items():
        for ending in endings.split():
            for path in glob.glob(os.path.join(SEEDS, f"*.{ending}")):
                with open(path, "rb") as file:
                    put(target, os.path.basename(path), file.read())
    for ending in OFFICE:
        for path in glob.glob(os.path.join(SEEDS, f"*.{ending}")):
            with zipfile.ZipFile(path) as package:
                names = set(package.namelist())
                for name in names:
                    folder, _, file = name.rpartition("/")
                    beside = "META-INF/manifest.xml" if ending == "odt" else f"{folder}/_rels/{file}.rels".lstrip("/")
                    part = package.read(name) if name.endswith(".xml") else b""
                    if 0 < len(part) < 20_000:
                        relations = package.read(beside) if beside in names else b""
                        put(ending, f"{os.path.basename(path)}-{file}", part + b"\0" + relations)


def fuzz(target, seconds, binary):
    findings = os.path.join(HERE, "artifacts", target, "")
    os.makedirs(findings, exist_ok=True)
    run = subprocess.run(
        ["nice", "-n", "15", binary, os.path.join(HERE, "corpus", target), f"-artifact_prefix={findings}",
         f"-max_total_time={seconds}", "-rss_limit_mb=2048", "-timeout=20", "-max_len=40000"],
        capture_output=True, text=True, errors="replace")
    last = re.findall(r"^#(\d+)\s.*?cov: (\d+)", run.stderr, re.M)
    files, edges = last[-1] if last else ("0", "0")
    problem = "nothing found" if run.returncode == 0 else "FOUND: " + "; ".join(
        line for line in run.stderr.splitlines() if "panicked" in line or "ERROR" in line or "Test unit written" in line)
    print(f"{target}: {files} files, {edges} edges, {problem}", flush=True)
    return run.returncode == 0


if __name__ == "__main__":
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    targets = sys.argv[2:] or sorted([*PLAIN, *OFFICE])
    corpora()
    into = os.environ.get("CARGO_TARGET_DIR", os.path.join(HERE, "target"))
    subprocess.run(["cargo", "+nightly", "fuzz", "build", "-s", "none", "--no-trace-compares", "--target-dir", into],
                   cwd=HERE, check=True)
    binaries = {t: glob.glob(os.path.join(into, "*", "release", t))[0] for t in targets}
    with concurrent.futures.ThreadPoolExecutor(2) as two:
        fine = list(two.map(lambda target: fuzz(target, seconds, binaries[target]), targets))
    sys.exit(0 if all(fine) else 1)
