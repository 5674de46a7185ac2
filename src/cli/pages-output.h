/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages into files, for verbs. */
#pragma once

#include "command.h"

#include "pack/pages.h"

G_BEGIN_DECLS

/* Sets @pages and writes them as PDF ("-": to standard output). FALSE after a complaint. */
gboolean liaison_pages_save (LiaisonPages *pages, const char *title, gint64 now, const char *path);

G_END_DECLS
