"""Every code that the program can print stands in design/problem-codes.md, and the other way round."""

from __future__ import annotations

import re

from tests.conftest import REPOSITORY

_CODE = re.compile(r"\b(?:SRC|YML|REG|SET|PUB|SITE|INT|EXP|REV|LAY|COV|NUM|CLI|DATA|CHG|PDF|DIF|CAC)\d{3}\b")


def test_table_and_code_agree() -> None:
    table = set(
        re.findall(r"^\| `(\w+)` \|", (REPOSITORY / "design/problem-codes.md").read_text("utf-8"), re.MULTILINE)
    )
    used = {
        code
        for path in (REPOSITORY / "generator").rglob("*.py")
        for code in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert used == table
