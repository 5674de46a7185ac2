/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches what goes to an audience for canaries with the tools that a curious reader has. */
#pragma once

#include "leak-check.h"

G_BEGIN_DECLS

/* Whether pdftotext, pdfinfo, pdfdetach, pdfimages, mutool, qpdf and unzip are here. */
gboolean leak_search_is_possible (void);
/* Makes the outputs that are not plain text of one plan, and searches each with every tool that
 * reads it. NULL: there are no canaries; else where one is. Transfer full. */
char *leak_search (guint32 seed, LeakAudience whom);
/* The tools do find canaries that are there: in what is made of the plan for planners, who see what
 * others do not, packs among it. */
gboolean leak_search_finds (guint32 seed, LeakAudience whom);

G_END_DECLS
