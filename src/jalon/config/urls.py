"""Every address of the product; each area of the face brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("utilisateur/", include("allauth.urls")),
]
