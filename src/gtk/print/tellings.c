/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print/tellings.h"

#include "preferences.h"
#include "record/kinds/exercise.h"
#include "words/names.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

#define VALUES_KEY "liaison-values"

/* What stands behind the names in the row. */
static void
set_choices (AdwComboRow *row, GPtrArray *names, GPtrArray *values)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (names, NULL);
  list = gtk_string_list_new ((const char *const *) names->pdata);
  g_object_set_data_full (G_OBJECT (row), VALUES_KEY, values, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static const char *
get_value (AdwComboRow *row)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (row), VALUES_KEY);
  guint selected = adw_combo_row_get_selected (row);

  return selected < values->len ? values->pdata[selected] : values->pdata[0];
}

static gboolean
has_value (GPtrArray *values, const char *value)
{
  return g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL);
}

void
liaison_tellings_offer_languages (AdwComboRow *row, LiaisonSession *session)
{
  LiaisonWords *words = liaison_session_get_manner (session).words;
  g_auto (GStrv) tags = liaison_words_list_languages (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  const char *spoken = liaison_words_get_language (words);

  g_ptr_array_add (names, liaison_words_dup_language (words, spoken));
  g_ptr_array_add (values, g_strdup (spoken));
  for (guint i = 0; tags[i] != NULL; i++)
    if (!has_value (values, tags[i]))
      {
        g_ptr_array_add (names, liaison_words_dup_language (words, tags[i]));
        g_ptr_array_add (values, g_strdup (tags[i]));
      }
  set_choices (row, names, values);
}

const char *
liaison_tellings_get_language (AdwComboRow *row)
{
  return get_value (row);
}

static void
add_zone (LiaisonWords *words, const char *zone, GPtrArray *names, GPtrArray *values)
{
  if (zone == NULL || has_value (values, zone))
    return;
  g_ptr_array_add (names, liaison_words_dup_zone (words, zone));
  g_ptr_array_add (values, g_strdup (zone));
}

void
liaison_tellings_offer_zones (AdwComboRow *row, LiaisonSession *session)
{
  LiaisonPreferences *preferences = liaison_preferences_get_default ();
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  const char *const *clocks = liaison_preferences_get_clocks (preferences);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  add_zone (manner.words, manner.zone, names, values);
  add_zone (manner.words, LIAISON_DATA (Exercise, exercise)->zone, names, values);
  add_zone (manner.words, "Etc/UTC", names, values);
  for (guint i = 0; clocks[i] != NULL; i++)
    add_zone (manner.words, clocks[i], names, values);
  set_choices (row, names, values);
}

const char *
liaison_tellings_get_zone (AdwComboRow *row)
{
  return get_value (row);
}

void
liaison_tellings_offer_rows (AdwComboRow *row, const LiaisonExtract *extract)
{
  g_autofree char *shown = liaison_screen_printf (
      /* Translators: the rows of a table that are shown, with their number */
      _ ("As Shown (%u)"), extract->n_shown);
  /* Translators: the rows of a table that are selected, with their number */
  g_autofree char *selected = liaison_screen_printf (_ ("Selected (%u)"), extract->n_selected);
  /* Translators: all rows of a table, with their number */
  g_autofree char *all = liaison_screen_printf (_ ("All (%u)"), extract->rows->len);
  const char *const names[] = { shown, selected, all, NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}
