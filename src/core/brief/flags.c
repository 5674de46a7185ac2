/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/flags.h"

#include "record/kinds/nation.h"
#include "words/names.h"
#include "words/nation.h"
#include "words/search.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A place while it is sorted. */
typedef struct
{
  LiaisonFlagPlace *place;
  char *key;     /* by which it is sorted, smallest first */
  gboolean host; /* of the exercise */
} Sorted;

static void
place_free (gpointer data)
{
  LiaisonFlagPlace *self = data;

  g_free (self->name);
  g_free (self);
}

static void
sorted_clear (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

static gboolean
takes_part (const LiaisonNationData *nation)
{
  return nation->status != LIAISON_NATION_STATUS_DECLINED
         && nation->status != LIAISON_NATION_STATUS_WITHDRAWN;
}

static gboolean
is_organisation (const LiaisonNationData *nation)
{
  return nation->type == LIAISON_NATION_TYPE_ORGANISATION
         || (nation->type == LIAISON_NATION_TYPE_UNSET && nation->code != NULL
             && liaison_nation_get_organisation (nation->code) != NULL);
}

static const char *
find_in (const LiaisonText *text, const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));
  const char *found = liaison_text_lookup (text, language);

  return found != NULL ? found : liaison_text_lookup (text, base);
}

/* In the language of the order, or as the nation calls itself. */
static char *
name_nation (const LiaisonNationData *nation, LiaisonWords *words)
{
  const char *language = liaison_words_get_language (words);
  const char *name = find_in (nation->ceremony_name, language);

  if (name == NULL)
    name = find_in (nation->name, language);
  if (name != NULL)
    return g_strdup (name);
  if (nation->code != NULL && liaison_nation_is_known (nation->code))
    return liaison_words_dup_nation (words, nation->code);
  name = liaison_text_pick (nation->name, language, NULL);
  return g_strdup (name != NULL ? name : nation->code != NULL ? nation->code : "");
}

static char *
make_key (const LiaisonNationData *nation,
          LiaisonFlagOrder rule,
          const char *name,
          LiaisonWords *words)
{
  g_autofree char *alphabet = liaison_words_dup_sort_key (words, name);

  if (rule == LIAISON_FLAG_ORDER_AS_LISTED)
    return g_strconcat (nation->order != NULL ? nation->order : "~", "\x01", alphabet, NULL);
  if (rule == LIAISON_FLAG_ORDER_JOINING)
    return g_strdup_printf (
        "%011u%s",
        nation->joined != LIAISON_DATE_UNSET ? (guint) nation->joined + G_MAXINT32 : G_MAXUINT32,
        alphabet);
  return g_steal_pointer (&alphabet);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorted *one = a, *two = b;
  LiaisonFlagOrder rule = GPOINTER_TO_INT (data);

  if (one->place->organisation != two->place->organisation)
    return one->place->organisation ? 1 : -1;
  if (one->host != two->host && rule == LIAISON_FLAG_ORDER_HOST_FIRST)
    return one->host ? -1 : 1;
  if (one->host != two->host && rule == LIAISON_FLAG_ORDER_HOST_LAST)
    return one->host ? 1 : -1;
  return strcmp (one->key, two->key);
}

static GArray *
list_nations (const LiaisonSnapshot *snapshot, LiaisonFlagOrder rule, LiaisonWords *words)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Sorted));
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_NATION, &n);

  g_array_set_clear_func (list, sorted_clear);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, blocks[i]);
      Sorted entry = { 0 };

      if (!takes_part (nation))
        continue;
      entry.place = g_new0 (LiaisonFlagPlace, 1);
      entry.place->nation = blocks[i];
      entry.place->name = name_nation (nation, words);
      entry.place->organisation = is_organisation (nation);
      entry.host = nation->code != NULL
                   && (g_strcmp0 (nation->code, exercise->host) == 0
                       || (exercise->host == NULL && nation->role == LIAISON_NATION_ROLE_HOST));
      entry.key = make_key (nation, rule, entry.place->name, words);
      g_array_append_val (list, entry);
    }
  g_array_sort_with_data (list, compare, GINT_TO_POINTER (rule));
  return list;
}

LiaisonFlags *
liaison_flags_new (const LiaisonSnapshot *snapshot,
                   LiaisonFlagOrder rule,
                   const char *language,
                   guint turn)
{
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot));
  LiaisonFlags *self = g_new0 (LiaisonFlags, 1);
  g_autoptr (LiaisonWords) words = NULL;
  g_autoptr (GArray) list = NULL;

  if (rule == LIAISON_FLAG_ORDER_UNSET)
    rule = (LiaisonFlagOrder) exercise->flag_order;
  self->rule = rule != LIAISON_FLAG_ORDER_UNSET ? rule : LIAISON_FLAG_ORDER_HOST_FIRST;
  language = language != NULL ? language : exercise->flag_language.language;
  words = liaison_words_new (language != NULL ? language : "en", NULL);
  self->language = g_strdup (liaison_words_get_language (words));
  self->places = g_ptr_array_new_with_free_func (place_free);
  list = list_nations (snapshot, self->rule, words);
  while (self->n_nations < list->len
         && !g_array_index (list, Sorted, self->n_nations).place->organisation)
    self->n_nations++;
  if (self->rule != LIAISON_FLAG_ORDER_ROTATION || self->n_nations == 0)
    turn = 0;
  for (guint i = 0; i < list->len; i++)
    {
      guint from = i < self->n_nations && self->n_nations > 0 ? (i + turn) % self->n_nations : i;

      g_ptr_array_add (self->places, g_array_index (list, Sorted, from).place);
    }
  return self;
}

void
liaison_flags_free (LiaisonFlags *self)
{
  g_free (self->language);
  g_ptr_array_unref (self->places);
  g_free (self);
}

guint
liaison_flags_find (const LiaisonFlags *self, const char *code)
{
  for (guint i = 0; i < self->n_nations; i++)
    {
      const LiaisonFlagPlace *place = self->places->pdata[i];

      if (g_strcmp0 (LIAISON_DATA (Nation, place->nation)->code, code) == 0)
        return i + 1;
    }
  return 0;
}

char *
liaison_flags_tell_rule (const LiaisonFlags *self, LiaisonWords *words)
{
  g_autofree char *language = liaison_words_dup_language (words, self->language);

  return liaison_words_format (
      words,
      /* Translators: {rule} is “Host first, then the alphabet”, {language} the name of a language:
         in whose words the nations are named. */
      N_ ("{rule}, names in {language}"),
      liaison_operand_text (
          "rule", liaison_words_get (words, liaison_flag_orders.choices[self->rule].label)),
      liaison_operand_text ("language", language));
}
