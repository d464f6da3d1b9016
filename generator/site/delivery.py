"""How a site will reach its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.site.headers import Host


@dataclass(frozen=True, slots=True)
class Delivery:
    """`offline`: the site is also read from a folder, without any server; `hosts`: those who get a header file."""

    offline: bool = False
    hosts: tuple[Host, ...] = ()


ONLINE = Delivery()
"""On any host, with the policy in the pages alone."""
