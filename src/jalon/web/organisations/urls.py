"""The addresses of organisations."""

from django.urls import path

from jalon.web.organisations import views

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<str:uid>/", views.organisation, name="organisation"),
]
