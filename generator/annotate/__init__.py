"""One annotator a file or folder; here they are put in order. None of them knows another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.certainty import find_claims
from generator.annotate.layout import find_blocks
from generator.annotate.linking import link
from generator.annotate.names import find_names
from generator.annotate.quotations import find_quotations
from generator.annotate.roles import find_roles
from generator.annotate.sentences import find_sentences
from generator.annotate.temporal import find_dates
from generator.model.annotation import AnnotatedDocument, Parse

if TYPE_CHECKING:
    from generator.german.names.known import KnownNames
    from generator.model.document import Document


def annotate(document: Document, known: KnownNames) -> AnnotatedDocument:
    """Everything that the rules see in `document`; `known` may be the names of an empty registry."""
    blocks = find_blocks(document)
    parse = Parse(document, blocks, find_sentences(document.text, blocks))
    return link_again(AnnotatedDocument(parse, dates=find_dates(parse, document.meta.published)), known)


def link_again(annotated: AnnotatedDocument, known: KnownNames) -> AnnotatedDocument:
    """`annotated` with all that depends on `known` found anew; its parse and its dates stay."""
    parse = annotated.parse
    mentions = find_roles(parse, link(parse, find_names(parse, known), known))
    quotations = find_quotations(parse, mentions)
    return replace(annotated, mentions=mentions, quotations=quotations, claims=find_claims(parse, quotations, mentions))
