"""Writes the pack into one JSON file for the hook of pyproject.toml: Semgrep takes several times as long to read it as YAML."""

import json
from pathlib import Path

import yaml
from setuptools import setup

files = sorted(Path("semgrep-rules/python").glob("*.yaml"))
# A tenth of the time, where PyYAML was built with libyaml, as its wheels are.
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
rules = [rule for file in files for rule in yaml.load(file.read_text("utf-8"), Loader=loader)["rules"]]
pack = Path("build/python.json")
pack.parent.mkdir(exist_ok=True)
pack.write_text(json.dumps({"rules": rules}), "utf-8")

setup(data_files=[("share/lambda-security", [str(pack)])])
