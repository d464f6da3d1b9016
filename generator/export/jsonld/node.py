"""Nodes of the graph: a type, an address, and only such properties as have a value."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]
"""A node, or a reference to one: `{"@id": address}`."""


def node(kind: str | list[str], address: str | None = None, **properties: object) -> Node:
    """A node with its properties in the order given; those without a value are left out."""
    head = {"@type": kind} | ({"@id": address} if address else {})
    return head | {key: value for key, value in properties.items() if value not in (None, "", [])}


def reference(address: str) -> Node:
    """A reference to the node at `address`."""
    return {"@id": address}
