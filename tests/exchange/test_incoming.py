"""A row from elsewhere: what is kept of it, and in which bytes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from advisory_cli.exchange.incoming import OWN, Columns, Row
from advisory_cli.model import Accession

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text().filter(lambda name: name.casefold() not in {*OWN, "language", "date"}), values))
def test_the_original_of_a_row_are_its_columns_in_order_and_indented(row: dict[str, object]) -> None:
    row = {**row, "title": "A title"}
    taken = Columns({}).accession(Row("x", row))
    if isinstance(taken, Accession):
        assert taken.document
        assert taken.document.text == json.dumps(row, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
