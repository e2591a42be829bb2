"""The addresses of reading: the pile, a document's review, what a document says."""

from django.urls import path

from jalon.web.reading import add_views, contents_views, judge_views, recognise_views, series_views, views

urlpatterns = [
    path("lecture/", views.pile, name="reading_pile"),
    path("programmes/<slug:slug>/series/", series_views.programme_series, name="programme_series"),
    path("documents/<str:uid>/lire/", views.read, name="reading_read"),
    path("documents/<str:uid>/reconnaitre/", recognise_views.recognise, name="reading_recognise"),
    path("documents/<str:uid>/lecture/", views.review, name="reading_review"),
    path("documents/<str:uid>/lecture/suivant/", views.next_document, name="reading_next"),
    path("documents/<str:uid>/lecture/tout/", judge_views.accept_all, name="reading_accept_all"),
    path("documents/<str:uid>/lecture/ajouter/", add_views.add, name="reading_add"),
    path("documents/<str:uid>/lecture/propositions/<int:pk>/", judge_views.claim, name="reading_claim"),
    path("documents/<str:uid>/lecture/alertes/<int:pk>/", judge_views.alert, name="reading_alert"),
    path("documents/<str:uid>/contenu/", contents_views.contents, name="reading_contents"),
]
