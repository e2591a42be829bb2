"""Who may open what: every address of the product, five viewers, the exact answer of each.

A new address without a line here fails `test_every_address_has_its_line`.
"""

import io
import zipfile
from collections.abc import Iterator
from urllib.parse import parse_qs, urljoin, urlparse

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import URLPattern, URLResolver

from jalon.config.urls import urlpatterns
from jalon.records.ledger.models import Act, Entry
from jalon.records.programmes.models import Programme, ProgrammeCode
from jalon.records.reading.models import Claim, Reading, Verdict
from jalon.records.sources.models import Document, PageRecognition, Recognition, Text
from jalon.records.trail.models import TrailEvent
from jalon.records.users.models import User
from jalon.web.portfolio.edit_sections import SECTIONS
from tests.web.world import APART, INTERNAL, SECRETS, world

pytestmark = pytest.mark.django_db
VIEWERS = ("anonymous", "coumba", "boubacar", "awa", "admin")

ADDRESSES: dict[str, dict[str, tuple[int, int, int, int, int]]] = {
    "utilisateur/login/": {
        "/utilisateur/login/": (200, 302, 302, 302, 302),
    },
    "utilisateur/logout/": {
        "/utilisateur/logout/": (302, 200, 200, 200, 200),
    },
    "utilisateur/inactive/": {
        "/utilisateur/inactive/": (200, 200, 200, 200, 200),
    },
    "utilisateur/signup/": {
        "/utilisateur/signup/": (200, 302, 302, 302, 302),
    },
    "utilisateur/reauthenticate/": {
        "/utilisateur/reauthenticate/": (302, 200, 200, 200, 200),
    },
    "utilisateur/email/": {
        "/utilisateur/email/": (302, 200, 200, 200, 200),
    },
    "utilisateur/confirm-email/": {
        "/utilisateur/confirm-email/": (200, 200, 200, 200, 200),
    },
    "utilisateur/password/change/": {
        "/utilisateur/password/change/": (302, 200, 200, 200, 200),
    },
    "utilisateur/password/set/": {
        "/utilisateur/password/set/": (302, 302, 302, 302, 302),
    },
    "utilisateur/password/reset/": {
        "/utilisateur/password/reset/": (200, 200, 200, 200, 200),
    },
    "utilisateur/login/code/confirm/": {
        "/utilisateur/login/code/confirm/": (302, 302, 302, 302, 302),
    },
    "utilisateur/password/reset/key/done/": {
        "/utilisateur/password/reset/key/done/": (200, 200, 200, 200, 200),
    },
    "utilisateur/password/reset/done/": {
        "/utilisateur/password/reset/done/": (200, 200, 200, 200, 200),
    },
    "utilisateur/2fa/": {
        "/utilisateur/2fa/": (302, 200, 200, 200, 200),
    },
    "utilisateur/2fa/authenticate/": {
        "/utilisateur/2fa/authenticate/": (302, 302, 302, 302, 302),
    },
    "utilisateur/2fa/reauthenticate/": {
        "/utilisateur/2fa/reauthenticate/": (302, 302, 302, 302, 302),
    },
    "utilisateur/2fa/totp/activate/": {
        "/utilisateur/2fa/totp/activate/": (302, 302, 302, 302, 302),
    },
    "utilisateur/2fa/totp/deactivate/": {
        "/utilisateur/2fa/totp/deactivate/": (302, 404, 404, 404, 404),
    },
    "utilisateur/2fa/recovery-codes/": {
        "/utilisateur/2fa/recovery-codes/": (302, 404, 404, 404, 404),
    },
    "utilisateur/2fa/recovery-codes/generate/": {
        "/utilisateur/2fa/recovery-codes/generate/": (302, 302, 302, 302, 302),
    },
    "utilisateur/2fa/recovery-codes/download/": {
        "/utilisateur/2fa/recovery-codes/download/": (302, 404, 404, 404, 404),
    },
    "langue/setlang/": {
        "/langue/setlang/": (302, 302, 302, 302, 302),
    },
    "utilisateur/^confirm-email/(?P<key>[-:\\w]+)/$": {
        "/utilisateur/confirm-email/inconnu/": (200, 200, 200, 200, 200),
    },
    "utilisateur/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": {
        "/utilisateur/password/reset/key/1-inconnu/": (200, 200, 200, 200, 200),
    },
    "": {
        "/": (200, 200, 200, 200, 200),
    },
    "programmes/<slug:slug>/": {
        "/programmes/ouvert/": (200, 200, 200, 200, 200),
        "/programmes/baobab/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/": (404, 404, 404, 404, 200),
        "/programmes/absent/": (404, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/journal/": {
        "/programmes/ouvert/journal/": (403, 403, 200, 200, 200),
        "/programmes/baobab/journal/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/journal/": (404, 404, 404, 404, 200),
        "/programmes/absent/journal/": (404, 404, 404, 404, 404),
    },
    "programmes/nouveau/": {
        "/programmes/nouveau/": (302, 403, 403, 200, 200),
    },
    "programmes/<slug:slug>/modifier/": {
        "/programmes/ouvert/modifier/": (302, 403, 403, 200, 200),
        "/programmes/baobab/modifier/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/modifier/": (302, 404, 404, 404, 200),
        "/programmes/absent/modifier/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/modifier/<slug:key>/": {
        "/programmes/ouvert/modifier/codes/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/organisations/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/lieux/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/statuts/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/conventions/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/avenants/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/liens/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/modifier/absent/": (302, 403, 403, 404, 404),
        "/programmes/baobab/modifier/codes/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/modifier/codes/": (302, 404, 404, 404, 200),
    },
    "programmes/<slug:slug>/modifier/<slug:key>/<int:pk>/retirer/": {
        "/programmes/ouvert/modifier/codes/1/retirer/": (302, 403, 403, 405, 405),
        "/programmes/baobab/modifier/codes/1/retirer/": (302, 404, 403, 405, 405),
        "/programmes/tamarin/modifier/codes/1/retirer/": (302, 404, 404, 404, 405),
    },
    "programmes/<slug:slug>/resultats/": {
        "/programmes/ouvert/resultats/": (200, 200, 200, 200, 200),
        "/programmes/baobab/resultats/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/resultats/": (404, 404, 404, 404, 200),
        "/programmes/absent/resultats/": (404, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/": {
        "/programmes/ouvert/cadre/": (404, 404, 200, 200, 200),
        "/programmes/baobab/cadre/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/cadre/": (404, 404, 404, 404, 404),
        "/programmes/absent/cadre/": (404, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/comparer/": {
        "/programmes/ouvert/cadre/comparer/": (404, 404, 404, 404, 404),
        "/programmes/baobab/cadre/comparer/": (404, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/nouvelle-revision/": {
        "/programmes/ouvert/cadre/nouvelle-revision/": (302, 403, 403, 302, 302),
        "/programmes/baobab/cadre/nouvelle-revision/": (302, 404, 403, 302, 302),
        "/programmes/tamarin/cadre/nouvelle-revision/": (302, 404, 404, 404, 200),
    },
    "programmes/<slug:slug>/cadre/niveaux/": {
        "/programmes/ouvert/cadre/niveaux/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/niveaux/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/niveaux/": (302, 404, 404, 404, 200),
    },
    "programmes/<slug:slug>/cadre/niveaux/<int:pk>/retirer/": {
        "/programmes/ouvert/cadre/niveaux/1/retirer/": (302, 403, 403, 405, 405),
        "/programmes/baobab/cadre/niveaux/1/retirer/": (302, 404, 403, 405, 405),
        "/programmes/tamarin/cadre/niveaux/1/retirer/": (302, 404, 404, 404, 405),
    },
    "programmes/<slug:slug>/cadre/cibles/<path:uid>/": {
        "/programmes/ouvert/cadre/cibles/ouvert.formes/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/cadre/cibles/baobab.formes/": (302, 403, 403, 404, 404),
        "/programmes/baobab/cadre/cibles/baobab.formes/": (302, 404, 403, 200, 200),
    },
    "programmes/<slug:slug>/cadre/<int:number>/modifier/": {
        "/programmes/ouvert/cadre/1/modifier/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/1/modifier/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/1/modifier/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/adopter/": {
        "/programmes/ouvert/cadre/1/adopter/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/1/adopter/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/1/adopter/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/abandonner/": {
        "/programmes/ouvert/cadre/1/abandonner/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/1/abandonner/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/1/abandonner/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/resultat/": {
        "/programmes/ouvert/cadre/1/resultat/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/1/resultat/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/1/resultat/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/indicateur/": {
        "/programmes/ouvert/cadre/1/indicateur/": (302, 403, 403, 200, 200),
        "/programmes/baobab/cadre/1/indicateur/": (302, 404, 403, 200, 200),
        "/programmes/tamarin/cadre/1/indicateur/": (302, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/resultat/<path:uid>/": {
        "/programmes/ouvert/cadre/1/resultat/absent/": (302, 403, 403, 404, 404),
        "/programmes/baobab/cadre/1/resultat/absent/": (302, 404, 403, 404, 404),
    },
    "programmes/<slug:slug>/cadre/<int:number>/indicateur/<path:uid>/": {
        "/programmes/ouvert/cadre/1/indicateur/ouvert.formes/": (302, 403, 403, 200, 200),
        "/programmes/ouvert/cadre/1/indicateur/baobab.formes/": (302, 403, 403, 404, 404),
        "/programmes/baobab/cadre/1/indicateur/baobab.formes/": (302, 404, 403, 200, 200),
    },
    "programmes/<slug:slug>/cadre/<int:number>/retirer-resultat/<path:uid>/": {
        "/programmes/ouvert/cadre/1/retirer-resultat/absent/": (302, 403, 403, 405, 405),
        "/programmes/baobab/cadre/1/retirer-resultat/absent/": (302, 404, 403, 405, 405),
        "/programmes/tamarin/cadre/1/retirer-resultat/absent/": (302, 404, 404, 404, 405),
    },
    "programmes/<slug:slug>/cadre/<int:number>/retirer-indicateur/<path:uid>/": {
        "/programmes/ouvert/cadre/1/retirer-indicateur/ouvert.formes/": (302, 403, 403, 405, 405),
        "/programmes/baobab/cadre/1/retirer-indicateur/ouvert.formes/": (302, 404, 403, 405, 405),
        "/programmes/tamarin/cadre/1/retirer-indicateur/ouvert.formes/": (302, 404, 404, 404, 405),
    },
    "programmes/<slug:slug>/changements/": {
        "/programmes/ouvert/changements/": (200, 200, 200, 200, 200),
        "/programmes/baobab/changements/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/changements/": (404, 404, 404, 404, 200),
        "/programmes/absent/changements/": (404, 404, 404, 404, 404),
    },
    "territoires/": {
        "/territoires/": (200, 200, 200, 200, 200),
    },
    "organisations/": {
        "/organisations/": (200, 200, 200, 200, 200),
    },
    "recherche/": {
        "/recherche/": (200, 200, 200, 200, 200),
    },
    "aide/": {
        "/aide/": (200, 200, 200, 200, 200),
    },
    "utilisateurs/": {
        "/utilisateurs/": (302, 403, 403, 403, 200),
    },
    "utilisateurs/nouveau/": {
        "/utilisateurs/nouveau/": (302, 403, 403, 403, 200),
    },
    "resultats/": {
        "/resultats/": (200, 200, 200, 200, 200),
    },
    "documents/": {
        "/documents/": (200, 200, 200, 200, 200),
    },
    "documents/nouveau/": {
        "/documents/nouveau/": (302, 403, 200, 200, 200),
    },
    "saisie/": {
        "/saisie/": (403, 404, 200, 200, 200),
    },
    "style/": {
        "/style/": (200, 200, 200, 200, 200),
    },
    "territoires/<str:uid>/": {
        "/territoires/{place.uid}/": (200, 200, 200, 200, 200),
        "/territoires/absent/": (404, 404, 404, 404, 404),
    },
    "organisations/<str:uid>/": {
        "/organisations/{organisation.uid}/": (200, 200, 200, 200, 200),
        "/organisations/absent/": (404, 404, 404, 404, 404),
    },
    "utilisateurs/<int:pk>/": {
        "/utilisateurs/{people.awa.pk}/": (302, 403, 403, 403, 200),
    },
    "utilisateurs/<int:pk>/mot-de-passe/": {
        "/utilisateurs/{people.awa.pk}/mot-de-passe/": (302, 403, 403, 403, 405),
    },
    "utilisateurs/<int:pk>/fermer/": {
        "/utilisateurs/{people.awa.pk}/fermer/": (302, 403, 403, 403, 405),
    },
    "utilisateurs/<int:pk>/rouvrir/": {
        "/utilisateurs/{people.awa.pk}/rouvrir/": (302, 403, 403, 403, 405),
    },
    "utilisateurs/<int:pk>/roles/<int:role>/retirer/": {
        "/utilisateurs/{people.awa.pk}/roles/{membership.pk}/retirer/": (302, 403, 403, 403, 405),
    },
    "chiffres/<path:uid>/": {
        "/chiffres/ouvert.formes/": (200, 200, 200, 200, 200),
        "/chiffres/ouvert.interne/": (404, 404, 200, 200, 200),
        "/chiffres/baobab.formes/": (404, 404, 200, 200, 200),
        "/chiffres/absent/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/": {
        "/documents/{open_document.uid}/": (200, 200, 200, 200, 200),
        "/documents/{inner_document.uid}/": (404, 404, 200, 200, 200),
        "/documents/{closed_document.uid}/": (404, 404, 200, 200, 200),
        "/documents/absent/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/fichiers/<int:number>/": {
        "/documents/{open_document.uid}/fichiers/1/": (404, 404, 404, 404, 404),
        "/documents/{inner_document.uid}/fichiers/1/": (404, 404, 404, 404, 404),
        "/documents/{closed_document.uid}/fichiers/1/": (404, 404, 404, 404, 404),
        "/documents/absent/fichiers/1/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/saisir/": {
        "/documents/{open_document.uid}/saisir/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/saisir/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/saisir/": (404, 404, 302, 302, 302),
        "/documents/absent/saisir/": (404, 404, 404, 404, 404),
    },
    "sources/<str:uid>/": {
        "/sources/{open_source.uid}/": (302, 302, 302, 302, 302),
        "/sources/{inner_source.uid}/": (404, 404, 302, 302, 302),
        "/sources/{closed_source.uid}/": (404, 404, 302, 302, 302),
        "/sources/absent/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/": {
        "/ecritures/{open_entry.uid}/": (200, 200, 200, 200, 200),
        "/ecritures/{inner_entry.uid}/": (404, 404, 200, 200, 200),
        "/ecritures/{closed_entry.uid}/": (404, 404, 200, 200, 200),
        "/ecritures/{draft.uid}/": (404, 404, 200, 200, 200),
        "/ecritures/absent/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/approuver/": {
        "/ecritures/{open_entry.uid}/approuver/": (403, 403, 403, 403, 403),
        "/ecritures/{inner_entry.uid}/approuver/": (404, 404, 403, 403, 403),
        "/ecritures/{closed_entry.uid}/approuver/": (404, 404, 403, 403, 403),
        "/ecritures/{draft.uid}/approuver/": (404, 404, 403, 200, 200),
        "/ecritures/absent/approuver/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/retirer/": {
        "/ecritures/{open_entry.uid}/retirer/": (403, 403, 403, 200, 200),
        "/ecritures/{inner_entry.uid}/retirer/": (404, 404, 403, 200, 200),
        "/ecritures/{closed_entry.uid}/retirer/": (404, 404, 403, 200, 200),
        "/ecritures/{draft.uid}/retirer/": (404, 404, 403, 200, 200),
        "/ecritures/absent/retirer/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/ecarter/": {
        "/ecritures/{open_entry.uid}/ecarter/": (403, 403, 403, 200, 200),
        "/ecritures/{inner_entry.uid}/ecarter/": (404, 404, 403, 200, 200),
        "/ecritures/{closed_entry.uid}/ecarter/": (404, 404, 403, 200, 200),
        "/ecritures/{draft.uid}/ecarter/": (404, 404, 403, 403, 403),
        "/ecritures/absent/ecarter/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/remarque/": {
        "/ecritures/{open_entry.uid}/remarque/": (403, 403, 200, 200, 200),
        "/ecritures/{inner_entry.uid}/remarque/": (404, 404, 200, 200, 200),
        "/ecritures/{closed_entry.uid}/remarque/": (404, 404, 200, 200, 200),
        "/ecritures/{draft.uid}/remarque/": (404, 404, 200, 200, 200),
        "/ecritures/absent/remarque/": (404, 404, 404, 404, 404),
    },
    "programmes/<slug:slug>/series/": {
        "/programmes/ouvert/series/": (403, 403, 200, 200, 200),
        "/programmes/baobab/series/": (404, 404, 200, 200, 200),
        "/programmes/tamarin/series/": (404, 404, 404, 404, 200),
        "/programmes/absent/series/": (404, 404, 404, 404, 404),
    },
    "lecture/": {
        "/lecture/": (403, 404, 200, 200, 200),
    },
    "documents/<str:uid>/lire/": {
        "/documents/{open_document.uid}/lire/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lire/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/lire/": (404, 404, 302, 302, 302),
        "/documents/absent/lire/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/reconnaitre/": {
        "/documents/{open_document.uid}/reconnaitre/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/reconnaitre/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/reconnaitre/": (404, 404, 302, 302, 302),
        "/documents/absent/reconnaitre/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/": {
        "/documents/{open_document.uid}/lecture/": (403, 403, 200, 200, 200),
        "/documents/{inner_document.uid}/lecture/": (404, 404, 200, 200, 200),
        "/documents/{closed_document.uid}/lecture/": (404, 404, 200, 200, 200),
        "/documents/absent/lecture/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/suivant/": {
        "/documents/{open_document.uid}/lecture/suivant/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lecture/suivant/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/lecture/suivant/": (404, 404, 302, 302, 302),
        "/documents/absent/lecture/suivant/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/tout/": {
        "/documents/{open_document.uid}/lecture/tout/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lecture/tout/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/lecture/tout/": (404, 404, 302, 302, 302),
        "/documents/absent/lecture/tout/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/ajouter/": {
        "/documents/{open_document.uid}/lecture/ajouter/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lecture/ajouter/": (404, 404, 302, 302, 302),
        "/documents/{closed_document.uid}/lecture/ajouter/": (404, 404, 302, 302, 302),
        "/documents/absent/lecture/ajouter/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/contenu/": {
        "/documents/{open_document.uid}/contenu/": (403, 403, 200, 200, 200),
        "/documents/{inner_document.uid}/contenu/": (404, 404, 200, 200, 200),
        "/documents/{closed_document.uid}/contenu/": (404, 404, 200, 200, 200),
        "/documents/absent/contenu/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/propositions/<int:pk>/": {
        "/documents/{open_document.uid}/lecture/propositions/{claim.pk}/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lecture/propositions/{claim.pk}/": (404, 404, 404, 404, 404),
        "/documents/{closed_document.uid}/lecture/propositions/{claim.pk}/": (404, 404, 404, 404, 404),
        "/documents/absent/lecture/propositions/{claim.pk}/": (404, 404, 404, 404, 404),
    },
    "documents/<str:uid>/lecture/alertes/<int:pk>/": {
        "/documents/{open_document.uid}/lecture/alertes/{alert.pk}/": (403, 403, 302, 302, 302),
        "/documents/{inner_document.uid}/lecture/alertes/{alert.pk}/": (404, 404, 404, 404, 404),
        "/documents/{closed_document.uid}/lecture/alertes/{alert.pk}/": (404, 404, 404, 404, 404),
        "/documents/absent/lecture/alertes/{alert.pk}/": (404, 404, 404, 404, 404),
    },
    "ecritures/<str:uid>/corriger/": {
        "/ecritures/{open_entry.uid}/corriger/": (403, 403, 200, 200, 200),
        "/ecritures/{inner_entry.uid}/corriger/": (404, 404, 200, 200, 200),
        "/ecritures/{closed_entry.uid}/corriger/": (404, 404, 200, 200, 200),
        "/ecritures/{draft.uid}/corriger/": (404, 404, 200, 200, 200),
        "/ecritures/absent/corriger/": (404, 404, 404, 404, 404),
    },
}


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every route under these patterns, as written in the urls."""
    for pattern in patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_every_address_has_its_line() -> None:
    assert set(ADDRESSES) == set(routes(urlpatterns))


@pytest.mark.slow
@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_address_answers_as_said(viewer: str) -> None:
    made, client = world(), Client()
    if viewer != "anonymous":
        client.force_login(getattr(made.people, viewer))
    names = vars(made)

    answers = {
        address: client.get(address.format(**names)).status_code
        for lines in ADDRESSES.values()
        for address in lines
    }

    column = VIEWERS.index(viewer)
    assert answers == {
        address: statuses[column] for lines in ADDRESSES.values() for address, statuses in lines.items()
    }


CHANGING = [
    "/programmes/nouveau/",
    *(
        f"/programmes/{slug}/modifier/{section}"
        for slug in ("ouvert", "baobab", "tamarin")
        for section in ("", *(f"{key}/" for key in SECTIONS))
    ),
    "/programmes/ouvert/modifier/codes/{code.pk}/retirer/",
    *(
        f"/programmes/{slug}/cadre/{page}"
        for slug in ("ouvert", "baobab")
        for page in (
            *("nouvelle-revision/", "niveaux/", f"cibles/{slug}.formes/", "1/adopter/", "1/abandonner/"),
            *("1/resultat/", "1/indicateur/", f"1/indicateur/{slug}.formes/"),
            f"1/retirer-indicateur/{slug}.formes/",
        )
    ),
    "/documents/nouveau/",
    "/documents/{open_document.uid}/lecture/propositions/{claim.pk}/",
    "/documents/{open_document.uid}/lecture/alertes/{alert.pk}/",
    *(
        f"/documents/{{{name}_document.uid}}/{verb}/"
        for name in ("open", "inner", "closed")
        for verb in ("lire", "reconnaitre", "lecture/tout", "lecture/ajouter")
    ),
    *(f"/documents/{{{name}_document.uid}}/saisir/" for name in ("open", "inner", "closed")),
    *(
        f"/ecritures/{{{name}.uid}}/{verb}/"
        for name in ("open_entry", "inner_entry", "closed_entry", "draft")
        for verb in ("approuver", "retirer", "ecarter", "remarque", "corriger")
    ),
    "/utilisateurs/nouveau/",
    "/utilisateurs/{people.awa.pk}/",
    *(f"/utilisateurs/{{people.awa.pk}}/{verb}/" for verb in ("mot-de-passe", "fermer", "rouvrir")),
    "/utilisateurs/{people.awa.pk}/roles/{membership.pk}/retirer/",
]
FIELDS = {
    "motif": "essai",
    "noter": "1",
    "nature": "*",
    "username": "intrus",
    "role": "manager",
    "title": "essai",
    "kind": "report",
}


@pytest.mark.parametrize("viewer", ["anonymous", "coumba"])
def test_outsider_changes_nothing(viewer: str) -> None:
    made, client = world(), Client()
    if viewer == "coumba":
        client.force_login(made.people.coumba)
    before = _counts()

    names = {**vars(made), "code": made.open.codes.get()}
    answers = {address: client.post(address.format(**names), FIELDS) for address in CHANGING}

    assert _counts() == before
    refused = {address: answer.status_code for address, answer in answers.items()}
    assert {address: code for address, code in refused.items() if code not in {302, 403, 404}} == {}
    to_login = {urlparse(answer["Location"]).path for answer in answers.values() if answer.status_code == 302}
    assert to_login <= {"/utilisateur/login/"}


def _counts() -> tuple[int, ...]:
    return tuple(
        model.objects.count()
        for model in (
            *(Act, Entry, Document, Programme, ProgrammeCode, TrailEvent, User),
            *(Claim, Reading, Verdict),
            *(Recognition, PageRecognition, Text),
        )
    )


@pytest.mark.slow
@pytest.mark.parametrize("viewer", ["anonymous", "coumba", "awa"])
def test_nothing_leaks_on_any_page_that_links_reach(viewer: str) -> None:
    made, client = world(), Client()
    if viewer != "anonymous":
        client.force_login(getattr(made.people, viewer))
    forbidden = APART if viewer == "awa" else (*APART, *SECRETS, *INTERNAL)

    pages = crawl(client, [*SEARCHES, "/", "/style/"])

    assert len(pages) > 25
    assert {address for address in pages if "export=" in address} != set()
    leaks = {(address, word) for address, text in pages.items() for word in forbidden if word in text}
    assert leaks == set()


def test_administrator_is_shown_what_the_others_are_not() -> None:
    made, client = world(), Client()
    client.force_login(made.people.admin)

    page = client.get("/").content.decode()

    assert [word in page for word in ("Projet Baobab", "SEC/777", "Projet Tamarin")] == [True, True, True]


SEARCHES = [
    f"/recherche/?q={word}"
    for word in ("baob", "SEC/777", "cadrage", "tamarin", "interne", "amss", "goundam", "rapport")
]


def crawl(client: Client, starts: list[str]) -> dict[str, str]:
    """The text of every page and file that links lead to; of those that only ask otherwise, the first."""
    waiting, seen, kinds = list(starts), {}, set()
    while waiting:
        address = waiting.pop(0)
        asked = urlparse(address)
        kind = asked.path, frozenset(parse_qs(asked.query)) if "/recherche/" not in address else asked.query
        if kind in kinds:
            continue
        kinds.add(kind)
        response = client.get(address, follow=True)
        content = b"".join(response) if response.streaming else response.content
        seen[address] = words_of(content, response.headers.get("Content-Type", ""))
        if "html" not in response.headers.get("Content-Type", ""):
            continue
        for link in BeautifulSoup(content, "html.parser").select("a[href]"):
            target = urljoin(address, str(link["href"])).partition("#")[0]
            if target.startswith("/") and not target.startswith(("/static/", "/utilisateur/")):
                waiting.append(target)
    return seen


def words_of(content: bytes, kind: str) -> str:
    """What a reader finds in a page or a file; the words of a search that are only repeated left out."""
    if "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return " ".join(book.read(name).decode() for name in book.namelist())
    text = content.decode(errors="replace")
    if "html" not in kind:
        return text
    soup = BeautifulSoup(text, "html.parser")
    for tag in soup.select("input, title"):
        tag.decompose()
    return str(soup)
