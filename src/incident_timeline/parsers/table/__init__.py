"""Tables read by a mapping: CSV, TSV, JSON Lines, workbooks and Parquet."""

from incident_timeline.parsers.table.mapping import Mapping, load_mapping
from incident_timeline.parsers.table.places import MappingError
from incident_timeline.parsers.table.reader import TABLE, TableParser
from incident_timeline.parsers.table.shipped import mappings
from incident_timeline.parsers.table.suggest import suggest_mapping

__all__ = [
    "TABLE",
    "Mapping",
    "MappingError",
    "TableParser",
    "load_mapping",
    "mappings",
    "suggest_mapping",
]
