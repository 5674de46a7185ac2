/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/information-area.h"

#include "inform/product-view.h"
#include "inform/release-matrix-view.h"
#include "inform/release-view.h"
#include "inform/request-view.h"
#include "shared/page-area.h"

#include <glib/gi18n.h>

static GtkWidget *
create_products (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_product_view_new (session);
}

static GtkWidget *
create_matrix (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_release_matrix_view_new (session);
}

static GtkWidget *
create_releases (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_release_view_new (session);
}

static GtkWidget *
create_requests (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_request_view_new (session);
}

static const LiaisonPage pages[] = {
  { "list", N_ ("Products"), N_ ("What is to be shared, and how far its release has come"),
    LIAISON_TARGET (PRODUCT), create_products, NULL },
  /* Translators: Which nation has which document */
  { "matrix", N_ ("Who has what"),
    N_ ("Which nation has which product, may have it, may not, and why"), LIAISON_TARGET (PRODUCT),
    create_matrix, NULL },
  /* Translators: The list of everything that was given to other nations */
  { "register", N_ ("Release register"), N_ ("What was given to whom, with numbered copies"),
    LIAISON_TARGET (RELEASE), create_releases, NULL },
  { "requests", N_ ("Requests"), N_ ("Requests for information, from open to answered"),
    LIAISON_TARGET (INFORMATION_REQUEST), create_requests, NULL },
};

GtkWidget *
liaison_information_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
