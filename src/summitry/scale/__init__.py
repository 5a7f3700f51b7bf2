"""Coding on many machines: articles from files or object storage, to Parquet parts that a record takes in.

The order of the flow: `storage` finds files, `inputs` reads them, `batches` cuts, `worker` codes, `parts` commits and
reads back; `pool` keeps workers busy and outlives their deaths; `run` puts these together.
"""

from summitry.scale.parts import CodedParts, open_parts
from summitry.scale.run import ScaleSummary, code_at_scale

__all__ = ["CodedParts", "ScaleSummary", "code_at_scale", "open_parts"]
