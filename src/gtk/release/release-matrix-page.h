/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may see what: records of one table against the nations. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_RELEASE_MATRIX_PAGE (liaison_release_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonReleaseMatrixPage, liaison_release_matrix_page, LIAISON, RELEASE_MATRIX_PAGE, GtkWidget)

GtkWidget *liaison_release_matrix_page_new (LiaisonSession *session);
/* What the line below says; for tests. */
const char *liaison_release_matrix_page_get_telling (LiaisonReleaseMatrixPage *self);

G_END_DECLS
