"""Lines of each shape, made of the cells a test names."""

from __future__ import annotations

from collections.abc import Mapping

GDELT_PLACES = {58: (50, 51, 53, 54), 61: (52, 53, 56, 57)}
ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name"
    "\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\t"
    "Latitude\tLongitude"
)
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\t"
    "Recipient Name\tRecipient Country\tPlacename\tCountry\tLatitude\tLongitude"
)


def gdelt(
    id: str = "1", day: str = "20180326", source: str = "PRK", target: str = "CHN", code: str = "042", width: int = 58
) -> str:
    """A line of GDELT 1.0 (57 or 58 columns) or 2.0 (61)."""
    cells = [""] * width
    cells[0], cells[1], cells[5], cells[7], cells[15], cells[17] = id, day, f"{source}GOV", source, target, target
    cells[6], cells[12], cells[16], cells[26], cells[30], cells[31], cells[32] = (
        "NORTH KOREA", "GOV", "CHINA", code, "1.9", "12", "3",
    )  # fmt: skip
    place, country, latitude, longitude = GDELT_PLACES[61 if width == 61 else 58]
    cells[place], cells[country], cells[latitude], cells[longitude] = "Beijing, Beijing, China", "CH", "39.9", "116.4"
    if width > 57:
        cells[-1] = "https://www.example.org/a"
    return "\t".join(cells)


def row(header: str, cells: Mapping[str, str]) -> str:
    """A line under a header, by the names of its columns."""
    return "\t".join(cells.get(name, "") for name in header.split("\t"))
