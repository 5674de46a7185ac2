/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a spreadsheet: the dialog of this version of GTK, behind one small face. */
#pragma once

#include "message.h"

G_BEGIN_DECLS

void liaison_choose_sheet_to_open (GtkWindow *parent, LiaisonPathFunc func, gpointer data);

G_END_DECLS
