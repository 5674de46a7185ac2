/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between which languages nobody interprets any more. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/participant.h"
#include "record/times.h"
#include "liaison/languages.h"

#include <glib/gi18n-lib.h>

/* Who interprets, and who speaks as a first language; of those who stay. */
typedef struct
{
  LiaisonLooking *looking;
  GPtrArray *people; /* of const LiaisonBlock *: all persons who stay */
  GHashTable *told;  /* pairs that have been told, as text */
} Languages;

static const LiaisonSpokenLanguageData *
get_spoken (const LiaisonBlock *person, guint place)
{
  return LIAISON_DATA (SpokenLanguage,
                       liaison_items_get (LIAISON_DATA (Participant, person)->languages, place));
}

static guint
count_spoken (const LiaisonBlock *person)
{
  return liaison_items_get_size (LIAISON_DATA (Participant, person)->languages);
}

static gboolean
interprets (const LiaisonBlock *person, const char *language)
{
  for (guint i = 0; i < count_spoken (person); i++)
    {
      const LiaisonSpokenLanguageData *spoken = get_spoken (person, i);
      if (spoken->interprets && spoken->level.language != NULL
          && liaison_language_same (spoken->level.language, language))
        return TRUE;
    }
  return FALSE;
}

/* Whether somebody who stays speaks @language, and not @other. */
static gboolean
needs (const Languages *self, const char *language, const char *other)
{
  for (guint i = 0; i < self->people->len; i++)
    if (liaison_person_find_language (self->people->pdata[i], language) != NULL
        && liaison_person_find_language (self->people->pdata[i], other) == NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_interpreter (const Languages *self, const char *one, const char *other)
{
  for (guint i = 0; i < self->people->len; i++)
    if (interprets (self->people->pdata[i], one) && interprets (self->people->pdata[i], other))
      return TRUE;
  return FALSE;
}

/* A level without skills is told as the name of the language. */
static void
take_language (LiaisonBreaking *breaking, const char *placeholder, const char *language)
{
  liaison_breaking_take_operand (breaking, liaison_operand_text (placeholder, language));
}

static void
look_at_pair (Languages *self, const LiaisonBlock *person, const char *one, const char *other)
{
  gboolean ordered = g_strcmp0 (one, other) < 0;
  g_autofree char *pair
      = g_strconcat (ordered ? one : other, " ", ordered ? other : one, NULL);
  gint64 when = self->looking->options.from;

  if (liaison_language_same (one, other) || has_interpreter (self, one, other)
      || !needs (self, one, other) || !needs (self, other, one)
      || !g_hash_table_add (self->told, g_strdup (pair)))
    return;
  LiaisonBreaking *breaking = liaison_looking_add (
      self->looking, person, LIAISON_BREAK_LANGUAGE, LIAISON_SEVERITY_ERROR,
      N_ ("Without “{record}” nobody interprets between {one} and {other}."),
      when != G_MININT64 ? when : LIAISON_BREAK_NO_DATE);
  take_language (breaking, "one", ordered ? one : other);
  take_language (breaking, "other", ordered ? other : one);
}

static void
look_at_person (Languages *self, const LiaisonBlock *person)
{
  for (guint i = 0; i < count_spoken (person); i++)
    for (guint k = 0; k < i; k++)
      {
        const LiaisonSpokenLanguageData *one = get_spoken (person, i), *other = get_spoken (person, k);
        if (one->interprets && other->interprets && one->level.language != NULL
            && other->level.language != NULL)
          look_at_pair (self, person, one->level.language, other->level.language);
      }
}

void
liaison_looking_look_at_languages (LiaisonLooking *looking)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Languages self = { looking, people, told };
  guint n;
  const LiaisonBlock *const *all
      = liaison_snapshot_get (looking->snapshot, LIAISON_KIND_PARTICIPANT, &n);

  for (guint i = 0; i < n; i++)
    if (count_spoken (all[i]) > 0 && !liaison_looking_is_lost (looking, all[i]->id)
        && !liaison_block_is_over (all[i]))
      g_ptr_array_add (people, (gpointer) all[i]);
  for (guint i = 0; i < looking->losses->len; i++)
    {
      const LiaisonBlock *lost = looking->losses->pdata[i];
      if (lost->shape == &liaison_participant_kind.shape)
        look_at_person (&self, lost);
    }
}
