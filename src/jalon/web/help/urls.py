"""The address of the help."""

from django.urls import path

from jalon.web.help import views

urlpatterns = [path("aide/", views.help_page, name="help")]
