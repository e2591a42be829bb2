"""The addresses of figures."""

from django.urls import path

from jalon.web.figures import views

urlpatterns = [
    path("chiffres/<path:uid>/", views.figure, name="figure"),
    path("programmes/<slug:slug>/changements/", views.changes, name="changes"),
]
