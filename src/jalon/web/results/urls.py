"""The addresses of results."""

from django.urls import path

from jalon.web.results import views

urlpatterns = [
    path("resultats/", views.home, name="results_home"),
    path("programmes/<slug:slug>/resultats/", views.results, name="results"),
    path("programmes/<slug:slug>/cadre/", views.framework_page, name="framework"),
]
