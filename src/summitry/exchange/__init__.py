"""Event data in and out: GDELT, ICEWS, POLECAT, Phoenix, PLOVER JSON, travel tables, CSV; panels in Parquet.

from summitry.exchange import export_incidents, import_events, open_panel
import_events([Path("20180325.export.CSV.zip")], Path("panel"), "gdelt")
dyad_series(open_panel(Path("panel")), "CHN", "PRK")
"""

from summitry.exchange.conversion import Conversion, find_table, load_rules, read_table
from summitry.exchange.exporting import EXPORT_FORMATS, Exported, ExportFormat, export_incidents
from summitry.exchange.importing import ImportReport, import_events
from summitry.exchange.panels import Cut, Step, columns_of, dyad_series, write_panel
from summitry.exchange.plover import to_plover
from summitry.exchange.plover_in import from_plover
from summitry.exchange.record_panel import write_record_panel
from summitry.exchange.schema import COLUMNS, SHAPES, Shape
from summitry.exchange.store import Input, Panel, Part, open_panel

__all__ = [
    "COLUMNS",
    "EXPORT_FORMATS",
    "SHAPES",
    "Conversion",
    "Cut",
    "ExportFormat",
    "Exported",
    "ImportReport",
    "Input",
    "Panel",
    "Part",
    "Shape",
    "Step",
    "columns_of",
    "dyad_series",
    "export_incidents",
    "find_table",
    "from_plover",
    "import_events",
    "load_rules",
    "open_panel",
    "read_table",
    "to_plover",
    "write_panel",
    "write_record_panel",
]
