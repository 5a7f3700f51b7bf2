"""Reports of one incident brought together: events of many documents to incidents."""

from summitry.linking.choosing import choose, interval_text
from summitry.linking.cluster import Cluster
from summitry.linking.clustering import link
from summitry.linking.renewing import Linked, Renewal, renew
from summitry.linking.rules import Rules, load_rules, rules_digest
from summitry.linking.statements import Statement, acting_key, link_key, person_key, statement_of
from summitry.linking.weighing import Report

__all__ = [
    "Cluster",
    "Linked",
    "Renewal",
    "Report",
    "Rules",
    "Statement",
    "acting_key",
    "choose",
    "interval_text",
    "link",
    "link_key",
    "load_rules",
    "person_key",
    "renew",
    "rules_digest",
    "statement_of",
]
