"""What pages ask of a record beyond incidents, events and documents: tallies, lists, queues, neighbours, search.

Each function takes a `Record` and reads only. `limited` bounds what one answer may cost.
"""

from summitry.record.browsing.decisions import incident_at, on_incident, standing
from summitry.record.browsing.documents import DocumentRow, claim_documents, count_documents, list_documents
from summitry.record.browsing.finding import Found, Outline, find_page, latest_incidents, outline, read_page
from summitry.record.browsing.limiting import limited
from summitry.record.browsing.names import OTHERS, NameRow, initials, names_from
from summitry.record.browsing.people import ActorTally, actor_named, actors_like, partners
from summitry.record.browsing.queues import QUEUES, Queue, queue_page
from summitry.record.browsing.surroundings import incidents_of_events, neighbours, rejected
from summitry.record.browsing.tallies import ActorCount, DyadCount, Tallies, TypeYear, size, tally

__all__ = [
    "OTHERS",
    "QUEUES",
    "ActorCount",
    "ActorTally",
    "DocumentRow",
    "DyadCount",
    "Found",
    "NameRow",
    "Outline",
    "Queue",
    "Tallies",
    "TypeYear",
    "actor_named",
    "actors_like",
    "claim_documents",
    "count_documents",
    "find_page",
    "incident_at",
    "incidents_of_events",
    "initials",
    "latest_incidents",
    "limited",
    "list_documents",
    "names_from",
    "neighbours",
    "on_incident",
    "outline",
    "partners",
    "queue_page",
    "read_page",
    "rejected",
    "size",
    "standing",
    "tally",
]
