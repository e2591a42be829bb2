"""The addresses where an administrator looks after users."""

from django.urls import path

from jalon.web.users import views

urlpatterns = [
    path("utilisateurs/", views.users, name="users"),
    path("utilisateurs/nouveau/", views.add, name="user_add"),
    path("utilisateurs/<int:pk>/", views.user, name="user"),
    path("utilisateurs/<int:pk>/mot-de-passe/", views.password, name="user_password"),
    path("utilisateurs/<int:pk>/fermer/", views.close, name="user_close"),
    path("utilisateurs/<int:pk>/rouvrir/", views.reopen, name="user_reopen"),
    path("utilisateurs/<int:pk>/roles/<int:role>/retirer/", views.take_back, name="user_role_end"),
]
