/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/language-use.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_language_uses,
  [LIAISON_LANGUAGE_USE_OFFICIAL] = { "official", N_("Official language") },
  [LIAISON_LANGUAGE_USE_WORKING] = { "working", N_("Working language") },
  /* Translators: Interpretation into this language is given */
  [LIAISON_LANGUAGE_USE_INTERPRETED] = { "interpreted", N_("Interpreted") },
  /* Translators: Packs are printed in this language */
  [LIAISON_LANGUAGE_USE_PRINTED] = { "printed", N_("Printed") });

LIAISON_DEFINE_ITEM (LanguageUse, liaison_language_use_shape, "language-use", N_("Language"),
                     LIAISON_LANGUAGE_USE_FIELDS);
