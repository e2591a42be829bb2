"""The addresses of entries and of what waits for approval."""

from django.urls import path

from jalon.web.entries import correct_views, draft_views, views

urlpatterns = [
    path("ecritures/<str:uid>/", views.entry, name="entry"),
    path("ecritures/<str:uid>/approuver/", views.approve, name="entry_approve"),
    path("ecritures/<str:uid>/retirer/", views.withdraw, name="entry_withdraw"),
    path("ecritures/<str:uid>/ecarter/", views.set_aside, name="entry_set_aside"),
    path("ecritures/<str:uid>/remarque/", views.remark, name="entry_remark"),
    path("ecritures/<str:uid>/corriger/", correct_views.correct, name="entry_correct"),
    path("saisie/", draft_views.drafts, name="drafts"),
]
