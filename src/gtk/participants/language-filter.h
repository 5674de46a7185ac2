/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of participants by a language they speak. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* Adds a drop-down of the languages spoken in the plan to the filters of @view, a table of
 * participants. */
void liaison_language_filter_add (LiaisonTableView *view);

G_END_DECLS
