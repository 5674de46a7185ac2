/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The synchronisation matrix and the execution matrix: who does what when, as a table of cells. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MATRIX_PAGE (liaison_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonMatrixPage, liaison_matrix_page, LIAISON, MATRIX_PAGE, GtkWidget)

/* For the schedule's table of views. @bar may be NULL: all events. */
GtkWidget *liaison_matrix_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
