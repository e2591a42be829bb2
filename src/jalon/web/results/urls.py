"""The addresses of results."""

from django.urls import path

from jalon.web.results import (
    compare_views,
    edit_indicator_views,
    edit_result_views,
    edit_target_views,
    edit_views,
    views,
)

CADRE = "programmes/<slug:slug>/cadre/"
REVISION = f"{CADRE}<int:number>/"

urlpatterns = [
    path("resultats/", views.home, name="results_home"),
    path("programmes/<slug:slug>/resultats/", views.results, name="results"),
    path(CADRE, views.framework_page, name="framework"),
    path(f"{CADRE}comparer/", compare_views.framework_compare, name="framework_compare"),
    path(f"{CADRE}nouvelle-revision/", edit_views.framework_open, name="framework_open"),
    path(f"{CADRE}niveaux/", edit_views.framework_levels, name="framework_levels"),
    path(
        f"{CADRE}niveaux/<int:pk>/retirer/", edit_views.framework_level_remove, name="framework_level_remove"
    ),
    path(f"{CADRE}cibles/<path:uid>/", edit_target_views.targets, name="targets"),
    path(f"{REVISION}modifier/", edit_views.framework_edit, name="framework_edit"),
    path(f"{REVISION}adopter/", edit_views.framework_adopt, name="framework_adopt"),
    path(f"{REVISION}abandonner/", edit_views.framework_discard, name="framework_discard"),
    path(f"{REVISION}resultat/", edit_result_views.result_add, name="result_add"),
    path(f"{REVISION}resultat/<path:uid>/", edit_result_views.result_edit, name="result_edit"),
    path(f"{REVISION}retirer-resultat/<path:uid>/", edit_result_views.result_remove, name="result_remove"),
    path(f"{REVISION}indicateur/", edit_indicator_views.indicator_add, name="indicator_add"),
    path(f"{REVISION}indicateur/<path:uid>/", edit_indicator_views.indicator_edit, name="indicator_edit"),
    path(
        f"{REVISION}retirer-indicateur/<path:uid>/",
        edit_indicator_views.indicator_remove,
        name="indicator_remove",
    ),
]
