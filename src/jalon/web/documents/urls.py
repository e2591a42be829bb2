"""The addresses of documents and sources."""

from django.urls import path

from jalon.web.documents import figure_views, upload_views, views

urlpatterns = [
    path("documents/", views.documents, name="documents"),
    path("documents/nouveau/", upload_views.document_add, name="document_add"),
    path("documents/<str:uid>/", views.document, name="document"),
    path("documents/<str:uid>/fichiers/<int:number>/", views.document_file, name="document_file"),
    path("documents/<str:uid>/saisir/", figure_views.figure_add, name="figure_add"),
    path("sources/<str:uid>/", views.source, name="source"),
]
