"""The address of the search."""

from django.urls import path

from jalon.web.search import views

urlpatterns = [path("recherche/", views.search, name="search")]
