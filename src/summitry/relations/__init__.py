"""The course of relations: series, turning points, words for their state, sequences, ranks, networks, journeys.

Everything here works on tables of incidents, wherever they come from; `Record.ask` puts the same questions to a record.
"""

from summitry.relations.answers import Answer, coverage_line, noun_for, plural, span_of
from summitry.relations.bonds import Bond, bonds_between, bonds_of
from summitry.relations.comparing import compare_answer, match_tables
from summitry.relations.counting import COUNTED_BY, count_answer
from summitry.relations.coverage import Coverage, Mention, assumed_coverage
from summitry.relations.dyads import dyads_answer
from summitry.relations.gaps import firsts_answer, gaps_in, streaks_in
from summitry.relations.network import centrality_answer, ties_in
from summitry.relations.parties import Party, find_party
from summitry.relations.profiles import Profile, profile_of
from summitry.relations.ranks import Unit, rank_pairs, rank_partners
from summitry.relations.reciprocity import reciprocity_answer
from summitry.relations.sequences import EventSequence, sequence_answer, sequence_of
from summitry.relations.series import Series, series_between, series_of
from summitry.relations.silences import Silence, silences
from summitry.relations.steps import STEPS, Step, step_named
from summitry.relations.travel import journeys_in, travel_answer
from summitry.relations.turning import TurningPoint, turning_answer, turning_points
from summitry.relations.words import Judgement, StateWord, judge_extreme, judge_word, state_words, word_for

__all__ = [
    "COUNTED_BY",
    "STEPS",
    "Answer",
    "Bond",
    "Coverage",
    "EventSequence",
    "Judgement",
    "Mention",
    "Party",
    "Profile",
    "Series",
    "Silence",
    "StateWord",
    "Step",
    "TurningPoint",
    "Unit",
    "assumed_coverage",
    "bonds_between",
    "bonds_of",
    "centrality_answer",
    "compare_answer",
    "count_answer",
    "coverage_line",
    "dyads_answer",
    "find_party",
    "firsts_answer",
    "gaps_in",
    "journeys_in",
    "judge_extreme",
    "judge_word",
    "match_tables",
    "noun_for",
    "plural",
    "profile_of",
    "rank_pairs",
    "rank_partners",
    "reciprocity_answer",
    "sequence_answer",
    "sequence_of",
    "series_between",
    "series_of",
    "silences",
    "span_of",
    "state_words",
    "step_named",
    "streaks_in",
    "ties_in",
    "travel_answer",
    "turning_answer",
    "turning_points",
    "word_for",
]
