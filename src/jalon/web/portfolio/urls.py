"""The addresses of the portfolio."""

from django.urls import path

from jalon.web.portfolio import edit_views, views

urlpatterns = [
    path("", views.portfolio, name="portfolio"),
    path("programmes/nouveau/", edit_views.programme_add, name="programme_add"),
    path("programmes/<slug:slug>/", views.programme, name="programme"),
    path("programmes/<slug:slug>/journal/", views.trail, name="programme_trail"),
    path("programmes/<slug:slug>/modifier/", edit_views.programme_edit, name="programme_edit"),
    path(
        "programmes/<slug:slug>/modifier/<slug:key>/", edit_views.programme_section, name="programme_section"
    ),
    path(
        "programmes/<slug:slug>/modifier/<slug:key>/<int:pk>/retirer/",
        edit_views.programme_section_remove,
        name="programme_section_remove",
    ),
]
