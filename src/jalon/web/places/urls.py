"""The addresses of places."""

from django.urls import path

from jalon.web.places import views

urlpatterns = [
    path("territoires/", views.places, name="places"),
    path("territoires/<str:uid>/", views.place, name="place"),
]
