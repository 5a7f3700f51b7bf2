"""Incidents in tables: their level, their text, their frame. Made by `linking`, kept by `record`."""

from summitry.incidents.levels import LEVELS, at_least, level_of_incident, level_of_office, level_of_participant
from summitry.incidents.rows import INCIDENT_COLUMNS, incident_cells
from summitry.incidents.series import SeriesCheck, check_series
from summitry.incidents.table import IncidentTable, date_text, incident_dict, incident_schema, people

__all__ = [
    "INCIDENT_COLUMNS",
    "LEVELS",
    "IncidentTable",
    "SeriesCheck",
    "at_least",
    "check_series",
    "date_text",
    "incident_cells",
    "incident_dict",
    "incident_schema",
    "level_of_incident",
    "level_of_office",
    "level_of_participant",
    "people",
]
