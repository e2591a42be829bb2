"""The addresses of the portfolio."""

from django.urls import path

from jalon.web.portfolio import views

urlpatterns = [
    path("", views.portfolio, name="portfolio"),
    path("programmes/<slug:slug>/", views.programme, name="programme"),
    path("programmes/<slug:slug>/journal/", views.trail, name="programme_trail"),
]
