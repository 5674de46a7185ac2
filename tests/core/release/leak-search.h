/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches what goes to an audience for canaries with the tools that a curious reader has. */
#pragma once

#include "leak-check.h"

G_BEGIN_DECLS

/* Whether pdftotext, pdfinfo, pdfimages, mutool, qpdf and unzip are here. */
gboolean leak_search_is_possible (void);
/* Makes the outputs that are not plain text of one plan, and searches each with every tool that
 * reads it. NULL: there are no canaries; else where one is. Transfer full. */
char *leak_search (guint32 seed, LeakAudience whom);
/* The tools do find a canary that is there: in the outputs of the plan itself. */
gboolean leak_search_finds (guint32 seed, LeakAudience whom);

G_END_DECLS
