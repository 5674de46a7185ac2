/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/term.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_term_statuses,
  [LIAISON_TERM_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_TERM_STATUS_AGREED] = { "agreed", N_("Agreed") },
  /* Translators: A term that may be used beside the preferred one */
  [LIAISON_TERM_STATUS_ADMITTED] = { "admitted", N_("Admitted") },
  [LIAISON_TERM_STATUS_DEPRECATED] = { "deprecated", N_("Not to be used") });

/* Translators: An entry of the glossary */
LIAISON_DEFINE_KIND (Term, term, TERM, "term", N_("Term"),
                     .plural = "terms", .plural_label = N_("Terms"))
