"""The chain from a document to what a person decided can be followed by a machine."""

from __future__ import annotations

import io
import json

from record.test_incidents import AGAIN, BEIJING, add
from summitry.record import Record
from summitry.record.provenance import write_provenance


def test_every_link_of_the_chain_leads_somewhere(record: Record) -> None:
    add(record, BEIJING, AGAIN)
    (incident,) = record.incidents()
    record.corrections.edit(incident.id, "place", "Beijing, China", author="ann", reason="fuller")
    target = io.StringIO()
    count = write_provenance(record, target)
    graph = {entity["@id"]: entity for entity in json.loads(target.getvalue())["@graph"]}
    assert len(graph) == count
    (row,) = [entity for entity in graph.values() if entity["@id"].startswith("summitry:incident")]
    events = [graph[link["@id"]] for link in row["prov:wasDerivedFrom"]]
    quotes = [graph[link["@id"]] for event in events for link in event["prov:wasDerivedFrom"]]
    documents = {graph[quote["prov:wasQuotedFrom"]["@id"]]["@id"] for quote in quotes}
    assert (len(events), len(quotes), len(documents)) == (2, 2, 2)
    (correction,) = [graph[link["@id"]] for link in row["prov:wasInfluencedBy"]]
    assert graph[correction["prov:wasAttributedTo"]["@id"]]["schema:name"] == "ann"
    selector = quotes[0]["oa:hasSelector"]
    text = next(d.document.text for d in record.documents() if d.id in quotes[0]["prov:wasQuotedFrom"]["@id"])
    assert text[selector[0]["oa:start"] : selector[0]["oa:end"]] == selector[1]["oa:exact"]
