"""Every address of the product; each area of the face brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("utilisateur/", include("allauth.urls")),
    path("langue/", include("django.conf.urls.i18n")),
    path("", include("jalon.web.portfolio.urls")),
    path("", include("jalon.web.places.urls")),
    path("", include("jalon.web.organisations.urls")),
    path("", include("jalon.web.search.urls")),
    path("", include("jalon.web.help.urls")),
    path("", include("jalon.web.users.urls")),
    path("", include("jalon.web.results.urls")),
    path("", include("jalon.web.figures.urls")),
    path("", include("jalon.web.documents.urls")),
    path("", include("jalon.web.entries.urls")),
    path("", include("jalon.web.reading.urls")),
    path("style/", include("jalon.web.style.urls")),
]

handler400 = "jalon.web.errors.bad_request"
handler403 = "jalon.web.errors.forbidden"
handler404 = "jalon.web.errors.not_found"
handler500 = "jalon.web.errors.broken"
