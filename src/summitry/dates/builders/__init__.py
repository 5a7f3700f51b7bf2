"""From a run of tokens that a grammar rule fits to its reading.

Each builder takes the tokens, the first and the last (exclusive) token index and the rule's name, and
returns one reading, two for a range, or none where the words turn out to be something else.
"""

from __future__ import annotations

from collections.abc import Callable

from summitry.dates.builders import dates, relative, spans, years
from summitry.dates.readings import Reading
from summitry.dates.scan import Tokens

__all__ = ["BUILDERS", "Builder"]

Builder = Callable[[Tokens, int, int, str], tuple[Reading, ...]]

BUILDERS: dict[str, Builder] = {
    "ad_year": years.ad_year,
    "anniversary": years.anniversary,
    "bare_units": spans.bare_units,
    "bc_range": years.bc_range,
    "bc_year": years.bc_year,
    "century": years.century,
    "clock": dates.clock,
    "date": dates.date_,
    "eve": relative.eve,
    "later_in_day": relative.later_in_day,
    "quarter_century": relative.quarter_century,
    "unit_before_last": relative.unit_before_last,
    "window_unit": spans.window_unit,
    "day_range": dates.day_range,
    "dayname": dates.dayname,
    "decade": years.decade,
    "duration": spans.duration,
    "count_of_unit": spans.count_of_unit,
    "era": years.era,
    "fiscal": years.fiscal,
    "fiscal_relative": years.fiscal_relative,
    "half": dates.half,
    "holiday": dates.feast,
    "iso": dates.iso,
    "month": dates.month,
    "night_of": dates.night_of,
    "ordinal_day": dates.ordinal_day,
    "overnight": dates.overnight,
    "quarter": dates.quarter,
    "recent": spans.vague,
    "relative": relative.relative,
    "relative_month": relative.relative_month,
    "relative_part": relative.relative_part,
    "relative_weekday": relative.relative_weekday,
    "season": dates.season,
    "set": spans.set_,
    "setword": spans.setword,
    "shift": relative.shift,
    "short_year": years.short_year,
    "slash": dates.slash,
    "spelled_year": years.year_in_words,
    "the_unit": relative.the_unit,
    "unit_end": relative.unit_end,
    "vague": spans.vague,
    "vague_shift": relative.vague_shift,
    "vague_units": spans.vague_units,
    "weekday": dates.weekday,
    "week_of": dates.week_of,
    "weekday_of_week": relative.weekday_of_week,
    "weekend": relative.weekend,
    "window": spans.window,
    "window_half": spans.window_half,
    "the_past": spans.the_past,
    "year_earlier": relative.year_earlier,
    "latest_period": relative.latest_period,
    "part_before": relative.part_before,
    "noon": dates.noon,
    "noon_of_day": dates.noon_of_day,
    "year": years.year,
    "year_range": years.year_range,
}
