/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/offer-row.h"

#include "schedule/observances.h"
#include "words/dates.h"
#include "words/names.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define OFFER_KEY "liaison-offer"

static void
append_run_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  const LiaisonOfferRun run = { first, last, confirmed };

  g_array_append_val (data, run);
}

/* Where it does not fall into the window: when it does, around that. */
static GArray *
list_near (const LiaisonOfferTerms *terms, const LiaisonObservanceOffer *offer)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (LiaisonOfferRun));

  liaison_observance_foreach_days (offer->after, terms->from - 366, terms->until + 183,
                                   append_run_cb, runs);
  return runs;
}

static char *
tell_days (const LiaisonManner *manner, const GArray *runs)
{
  const LiaisonDateStyle style = LIAISON_DATE_MEDIUM;
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < runs->len && i < 3; i++)
    {
      const LiaisonOfferRun *run = &g_array_index (runs, LiaisonOfferRun, i);
      g_autofree char *first = liaison_words_format_day (manner->words, run->first, style);
      g_autofree char *last = liaison_words_format_day (manner->words, run->last, style);

      g_string_append_printf (told, "%s%s", i > 0 ? ", " : "", first);
      if (run->last > run->first)
        g_string_append_printf (told, " – %s", last);
    }
  if (runs->len > 3)
    g_string_append (told, " …");
  return g_string_free (told, FALSE);
}

static char *
tell_nations (const LiaisonManner *manner, const LiaisonObservanceData *data)
{
  guint n;
  const char *const *codes = liaison_codes_get (data->nations, &n);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < n && i < 12; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? ", " : "", codes[i]);
  if (n > 12)
    g_string_append (told, " …");
  return g_string_free (told, FALSE);
}

static char *
tell_offer (const LiaisonManner *manner,
            const LiaisonOfferTerms *terms,
            const LiaisonObservanceOffer *offer)
{
  const LiaisonObservanceData *data = LIAISON_DATA (Observance, offer->after);
  g_autoptr (GArray) near = offer->runs->len == 0 ? list_near (terms, offer) : NULL;
  g_autofree char *days = tell_days (manner, near != NULL ? near : offer->runs);
  g_autofree char *nations = tell_nations (manner, data);
  const char *effect = liaison_observance_effects.choices[data->effect].label;
  GString *told = g_string_new (nations);

  if (*days != '\0')
    g_string_append_printf (told, "%s%s", liaison_screen_separator (), days);
  if (*effect != '\0')
    g_string_append_printf (told, "%s%s", liaison_screen_separator (), _ (effect));
  if (data->calendar > LIAISON_CALENDAR_SYSTEM_GREGORIAN)
    g_string_append_printf (told, "%s%s", liaison_screen_separator (),
                            _ (liaison_calendar_systems.choices[data->calendar].label));
  if (data->sighting)
    g_string_append_printf (told, "%s%s", liaison_screen_separator (), _ ("subject to sighting"));
  if (data->source != NULL)
    g_string_append_printf (told, "\n%s", data->source);
  return g_string_free (told, FALSE);
}

static void
ticked_cb (GtkCheckButton *check)
{
  LiaisonObservanceOffer *offer = g_object_get_data (G_OBJECT (check), OFFER_KEY);

  offer->wanted = gtk_check_button_get_active (check);
}

GtkWidget *
liaison_offer_row_new (const LiaisonManner *manner,
                       const LiaisonOfferTerms *terms,
                       LiaisonObservanceOffer *offer,
                       GCallback changed,
                       gpointer owner)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = liaison_manner_tell_block_name (manner, offer->after);
  g_autofree char *told = tell_offer (manner, terms, offer);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (told, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), offer->wanted);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), OFFER_KEY, offer);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), NULL);
  g_signal_connect_swapped (check, "toggled", changed, owner);
  if (offer->state == LIAISON_OFFER_CHANGED)
    {
      GtkWidget *label = gtk_label_new (_ ("Changes what is there"));

      gtk_widget_add_css_class (label, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}
