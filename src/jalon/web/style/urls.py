"""The address of the style page."""

from django.urls import path

from jalon.web.style import views

app_name = "style"
urlpatterns = [path("", views.style, name="page")]
