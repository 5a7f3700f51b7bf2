"""The pages of the desk."""

from summitry.web.desk import Desk
from summitry.web.view import Asked, Page
from summitry.web.views.actors import actor_page, actors_page
from summitry.web.views.check import check_page
from summitry.web.views.claims import claims_page
from summitry.web.views.corrections import corrections_page
from summitry.web.views.documents import document_page, documents_page
from summitry.web.views.dyads import dyad_page, dyads_page
from summitry.web.views.forecast import await_forecast, forecast_page
from summitry.web.views.forecasts import await_filed, forecasts_page
from summitry.web.views.help import help_page
from summitry.web.views.incident import incident_page
from summitry.web.views.incidents import incidents_page
from summitry.web.views.overview import overview_page
from summitry.web.views.queues import queue_page
from summitry.web.views.reading import job_page, reading_page
from summitry.web.views.search import search_page

__all__ = ["PAGES"]


def _tallies(desk: Desk, asked: Asked, seconds: float) -> None:
    desk.tallies(seconds)


PAGES: tuple[Page, ...] = (
    Page("/", overview_page, wait=_tallies),
    Page("/incidents", incidents_page, csv=True),
    Page("/incidents/{incident_id}", incident_page),
    Page("/dyads", dyads_page, csv=True, wait=_tallies),
    Page("/dyads/{one}/{other}", dyad_page, csv=True),
    Page("/actors", actors_page, csv=True, wait=_tallies),
    Page("/actors/{name}", actor_page, csv=True),
    Page("/documents", documents_page, csv=True),
    Page("/documents/{document_id}", document_page, csv=True),
    Page("/claims", claims_page, csv=True),
    Page("/check", check_page),
    Page("/forecast", forecast_page, csv=True, wait=await_forecast),
    Page("/forecasts", forecasts_page, csv=True, wait=await_filed),
    Page("/search", search_page),
    Page("/queue", queue_page, wait=_tallies),
    Page("/corrections", corrections_page, csv=True),
    Page("/reading", reading_page),
    Page("/reading/{job_id}", job_page),
    Page("/help", help_page),
)
"""Every page, by its address."""
