/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/exercise.h"

#include <glib/gi18n-lib.h>

/* More working languages than these are not asked for. */
#define MAX_LANGUAGES 8

/* The kinds whose titles people of all nations read. */
#define READ (LIAISON_TARGET (EXERCISE) | LIAISON_TARGET (STAGE) | LIAISON_TARGET (OBJECTIVE) | LIAISON_TARGET (SITE) | LIAISON_TARGET (EVENT))

typedef struct
{
  const char *tags[MAX_LANGUAGES]; /* interned */
  guint n;
} Languages;

static gpointer
get_languages (LiaisonReview *review)
{
  const LiaisonItems *items = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->languages;
  Languages *languages = g_new0 (Languages, 1);

  for (guint i = 0; i < liaison_items_get_size (items) && languages->n < MAX_LANGUAGES; i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (items, i));
      if (use->language.language != NULL
          && (use->use == LIAISON_LANGUAGE_USE_WORKING || use->use == LIAISON_LANGUAGE_USE_OFFICIAL))
        languages->tags[languages->n++] = use->language.language;
    }
  return languages;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const Languages *languages = review->state;
  const LiaisonField *title = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE);
  LiaisonFinding *finding = NULL;

  if (languages->n < 2 || title == NULL)
    return;
  const LiaisonText *text = *(LiaisonText *const *) LIAISON_BLOCK_AT (block, title);
  for (guint i = 0; liaison_text_get_size (text) > 0 && i < languages->n; i++)
    {
      if (liaison_text_lookup (text, languages->tags[i]) != NULL)
        continue;
      if (finding == NULL && !liaison_review_may_list (review))
        return;
      if (finding == NULL)
        finding = liaison_review_add (review, block, title->name, N_ ("“{record}” has no title in {languages}."));
      liaison_finding_take_operand (finding, liaison_operand_language ("languages", languages->tags[i]));
    }
}

const LiaisonRule liaison_rule_translation_missing = {
  "translation-missing", LIAISON_SEVERITY_NOTE, N_ ("Titles not translated"),
  N_ ("Something that all nations read has no title in one of the working languages of the exercise. Translate it before packs "
      "are printed."),
  NULL,
  .look = look_at, .kinds = READ, .prepare = get_languages, .forget = g_free
};
