from __future__ import annotations

import pytest

from tests.supply.licences import TABLE, licensed, locked, table


@pytest.mark.parametrize("name", locked("dev"))
def test_a_locked_package_has_a_licence_that_we_allow(name: str) -> None:
    package = licensed(name)
    if package is None:
        pytest.skip("locked for another platform")
    assert package.allowed, f"{name}: {package or 'does not say what its licence is'}"


def test_the_table_of_licences_is_current() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "run `python -m tests.supply.licences`"
