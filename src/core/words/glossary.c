/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/glossary.h"

#include "record/kinds/term.h"

#include <string.h>

static gboolean
is_called (const LiaisonTermData *term, const char *word)
{
  for (guint i = 0; i < liaison_text_get_size (term->term); i++)
    if (strcmp (liaison_text_get_string (term->term, i), word) == 0)
      return TRUE;
  return g_strcmp0 (term->abbreviation, word) == 0;
}

const char *
liaison_glossary_translate (const LiaisonSnapshot *snapshot, const char *word, const char *language)
{
  guint n;
  const LiaisonBlock *const *terms = liaison_snapshot_get (snapshot, LIAISON_KIND_TERM, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonTermData *term = LIAISON_DATA (Term, terms[i]);
      const char *told;

      if (!is_called (term, word))
        continue;
      told = liaison_text_pick (term->term, language, NULL);
      return told != NULL && *told != '\0' ? told : word;
    }
  return word;
}
