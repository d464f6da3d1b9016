"""Bytes to what a target reads: raw text, or text put together from pieces that the rules care about."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.read.project import read_project
from tests.conftest import CORPUS

if TYPE_CHECKING:
    from generator.model.registry import Registry
    from generator.model.settings import Settings

MEMORY: Final = Path("/dev/shm")  # noqa: S108  thousands of small files a second
RAW, GERMAN = 86, 172
"""A first byte below RAW means: the rest is UTF-8; below GERMAN each byte chooses one of `PIECES`, else of `MARKUP`."""

PIECES: Final = (
    *(
        "\n",
        "\n\n",
        " ",
        ". ",
        "? ",
        ": ",
        ", ",
        "; ",
        " – ",
        "-",
        "/",
        "…",
        "'",
        "’",
        "\t",
        "\r\n",
        "\u2028",
        "\u00a0",
    ),
    *(
        "«",
        "»",
        "„",
        "“",
        "”",
        "‚",
        "‘",
        "›",
        "‹",
        '"',
        "(",
        ")",
        "[",
        "]",
        "#",
        "> ",
        "- ",
        "1. ",
        "| ",
        "*",
        "_",
        "`",
    ),
    *(
        "Anna Keller",
        "Keller",
        "Kellers",
        "Hans Keller",
        "Tomáš Novák",
        "Prag",
        "Wien",
        "Bern",
        "Schweiz",
        "IFS",
        "M-109",
    ),
    *("Reuters", "Tagesblatt", "Brünn", "der", "die", "das", "ein", "er", "sie", "Minister", "Ministerin", "Präsident"),
    *(
        "sagte",
        "sagt",
        "so",
        "erklärte",
        "habe",
        "sei",
        "könnte",
        "soll",
        "werde",
        "hat",
        "nicht",
        "kein",
        "bestreitet",
    ),
    *("dementierte", "liefert", "lieferte", "traf", "reist", "zufolge", "laut", "nach Angaben", "dass", "und", "oder"),
    *("am", "im", "vor", "seit", "bis", "Jahren", "Montag", "gestern", "März", "13. März 2024", "2024-03-13", "90er"),
    *("9'000", "152", "Millimeter", "Kilometer", "31. 2. 2023", "XXI.", "24/7", "12:30", "1e9", "½", "٣", "朝鮮"),
    *(
        "Bild:",
        "Mehr zum Thema:",
        "(sda, afp)",
        "Von Max Muster",
        "date 2024-03",
        "\u00ad",
        "\u200b",
        "\u202e",
        "ä",
        "a\u0308",
    ),
    *("<b>", "</script>", "&amp;", "{{", "}}", "![", "](", "^", "$", "~~", "==", "\\", "ẞ", "İ", "ß", "\ufeff", "𝕏"),
)

MARKUP: Final = (
    *(
        "\n",
        "\n  ",
        "\n    - ",
        "\n- ",
        ": ",
        ", ",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "|\n  ",
        ">-\n  ",
        "---\n",
        "# ",
        "? ",
        "~",
    ),
    *(
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "<<: ",
        "%YAML 1.2\n",
        "entities:",
        "- id: ",
        "id: ",
        "kind: ",
        "name: ",
        "aliases: ",
        "text: ",
    ),
    *(
        "facts: ",
        "property: ",
        "value: ",
        "evidence: ",
        "source: ",
        "nth: ",
        "relations:",
        "type: ",
        "subject: ",
        "object: ",
    ),
    *(
        "events:",
        "disputes:",
        "sides: ",
        "stance: ",
        "decisions:",
        "context: ",
        "mention: ",
        "entity: ",
        "reason: ",
        "date: ",
    ),
    *(
        "title: ",
        "site_url: ",
        "https://a.example/",
        "expected: ",
        "quotations: ",
        "least: ",
        "published: ",
        "rights: ",
        "topics: ",
    ),
    *(
        "person",
        "state",
        "kim",
        "putin",
        "2023-09",
        "2024-02-30",
        "201X",
        "/..",
        "~",
        "?",
        "1",
        "0",
        "full",
        "role",
        "met",
        "denies",
    ),
    *(
        "<html>",
        "<head>",
        "<title>",
        "</title>",
        "<meta name=author content=x>",
        "<body>",
        "<article>",
        "<p>",
        "</p>",
        "<h1>",
        "<br>",
    ),
    *(
        "<table><tr><td>",
        "</td>",
        "<li>",
        "<ul>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script>",
        "<style>",
        "&#",
        "&#150;",
    ),
    *(
        "<a href='javascript:x'>",
        "</a>",
        "<blockquote>",
        "Das ist ein Satz, der lang genug ist, um zu bleiben. ",
        "&lt;",
        "\x00",
        "ä",
        " ",
    ),
    *(
        "](",
        "![",
        "[x]: ",
        "javascript:",
        "//",
        "https:",
        "\\",
        "`",
        "```\n",
        "    ",
        "\t",
        "|",
        "| - |\n",
        "^",
        "*",
        "_",
        "<",
        ">",
        "&",
    ),
    *(
        "[^1]",
        "*[x]: ",
        "!!! note\n",
        "+++",
        "===\n",
        "data:",
        "&colon;",
        "&#58;",
        "(",
        ")",
        "\u2028",
        "\u202e",
        "{: #x }",
        "--8<--",
    ),
)


def text_of(data: bytes) -> str:
    """The text that `data` means; it never holds halves of surrogate pairs."""
    first = data[0] if data else 0
    if first < RAW:
        return data[1:].decode("utf-8", "replace")
    pieces = PIECES if first < GERMAN else MARKUP
    return "".join(pieces[byte % len(pieces)] for byte in data[1:])


def seeds(target: str) -> list[bytes]:
    """Where fuzzing a target starts."""
    if target in {"manifest", "journal", "run"}:
        return [
            b'{"neu.md": "' + b"0" * 64 + b'"}',
            b'{"gone": {}, "before": {"neu.md": null}, "after": {"neu.md": "x"}}',
        ]
    pattern = {"yaml": "*.yml", "source": "*.md"}.get(target, "*.[mt][dx]*")
    files = [file.read_bytes() for file in sorted((CORPUS / "seeds").rglob(pattern))]
    return [(b"" if target == "source" else b"\x00") + content for content in files]


@cache
def folder() -> Path:
    """A folder of this process, in memory where there is such a thing; it goes with the process's temporary files."""
    return Path(tempfile.mkdtemp(prefix="dossier-fuzz-", dir=MEMORY if MEMORY.is_dir() else None))


@cache
def corpus() -> tuple[Settings, Registry]:
    """Settings and registry of the invented corpus."""
    settings, registry, _ = read_project(CORPUS)
    return settings, registry
