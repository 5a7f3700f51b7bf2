"""Reports of one incident brought together: events of many documents to incidents."""

from summitry.linking.choosing import Report, choose
from summitry.linking.clustering import Cluster, link
from summitry.linking.rules import Rules, load_rules
from summitry.linking.statements import Statement, acting_key, link_key, person_key, statement_of

__all__ = [
    "Cluster",
    "Report",
    "Rules",
    "Statement",
    "acting_key",
    "choose",
    "link",
    "link_key",
    "load_rules",
    "person_key",
    "statement_of",
]
