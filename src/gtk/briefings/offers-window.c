/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/offers-window.h"

#include "briefings/calendar-job.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/times.h"
#include "schedule/observance-set.h"
#include "schedule/observances.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define DAY       86400
#define OFFER_KEY "liaison-offer"
#define CODE_KEY  "liaison-code"
/* Rows of what is outside the exercise or there already; the rest is counted. */
#define MAX_ROWS 300

#define LIAISON_TYPE_OFFERS_WINDOW (liaison_offers_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonOffersWindow, liaison_offers_window, LIAISON, OFFERS_WINDOW, AdwWindow)

struct _LiaisonOffersWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *offers;  /* of LiaisonObservanceOffer, or NULL */
  GPtrArray *checks;  /* of GtkCheckButton; borrowed */
  GPtrArray *nations; /* of GtkCheckButton, whose holidays are read; borrowed */
  GCancellable *job;
  char *path; /* of the file chosen; or NULL */

  /* Borrowed, in the window */
  GtkStack *stack;
  GtkBox *list;
  GtkButton *add, *read;
  GtkLabel *notice, *problem;
  AdwEntryRow *address;
  AdwActionRow *file;
  AdwComboRow *language;
  GtkSwitch *mark;

  const char *sentence; /* of the edit */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (LiaisonOffersWindow, liaison_offers_window, ADW_TYPE_WINDOW)

/* The days of the exercise, or of a year from now. */
static LiaisonOfferTerms
make_terms (LiaisonSession *session)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup));
  LiaisonOfferTerms terms = { (gint32) (manner.now / DAY), (gint32) (manner.now / DAY) + 366,
                              manner.now * 1000, TRUE };
  gint64 startex, endex;

  if (liaison_times_resolve (&manner.lookup, &exercise->startex, &startex, NULL)
          == LIAISON_TIME_KNOWN
      && liaison_times_resolve (&manner.lookup, &exercise->endex, &endex, NULL)
             == LIAISON_TIME_KNOWN
      && endex >= startex)
    {
      terms.from = (gint32) (startex / DAY);
      terms.until = (gint32) (endex / DAY);
    }
  return terms;
}

/* Telling an offer */

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
    g_string_append_printf (told, " · %s", days);
  if (*effect != '\0')
    g_string_append_printf (told, " · %s", _ (effect));
  if (data->calendar > LIAISON_CALENDAR_SYSTEM_GREGORIAN)
    g_string_append_printf (told, " · %s",
                            _ (liaison_calendar_systems.choices[data->calendar].label));
  if (data->sighting)
    g_string_append_printf (told, " · %s", _ ("subject to sighting"));
  if (data->source != NULL)
    g_string_append_printf (told, "\n%s", data->source);
  return g_string_free (told, FALSE);
}

static void
count (LiaisonOffersWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->offers->len; i++)
    n += ((LiaisonObservanceOffer *) self->offers->pdata[i])->wanted;
  label =
      liaison_words_format_plural (manner.words, "_Take {n} Observance", "_Take {n} Observances", n,
                                   liaison_operand_integer ("n", n));
  gtk_button_set_label (self->add, label);
  gtk_button_set_use_underline (self->add, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), n > 0);
}

static void
ticked_cb (LiaisonOffersWindow *self, GtkCheckButton *check)
{
  LiaisonObservanceOffer *offer = g_object_get_data (G_OBJECT (check), OFFER_KEY);

  offer->wanted = gtk_check_button_get_active (check);
  count (self);
}

static GtkWidget *
row_new (LiaisonOffersWindow *self, LiaisonObservanceOffer *offer)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = liaison_manner_tell_block_name (&manner, offer->after);
  const LiaisonOfferTerms terms = make_terms (self->session);
  g_autofree char *told = tell_offer (&manner, &terms, offer);
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
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (ticked_cb), self);
  if (offer->state == LIAISON_OFFER_CHANGED)
    {
      GtkWidget *label = gtk_label_new (_ ("Changes what is there"));

      gtk_widget_add_css_class (label, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

typedef gboolean (*BelongsFunc) (const LiaisonObservanceOffer *offer);

static gboolean
is_inside (const LiaisonObservanceOffer *offer)
{
  return offer->state != LIAISON_OFFER_SAME && offer->runs->len > 0;
}

static gboolean
is_outside (const LiaisonObservanceOffer *offer)
{
  return offer->state != LIAISON_OFFER_SAME && offer->runs->len == 0;
}

static gboolean
is_same (const LiaisonObservanceOffer *offer)
{
  return offer->state == LIAISON_OFFER_SAME;
}

static void
append_group (LiaisonOffersWindow *self, const char *title, const char *hint, BelongsFunc belongs)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      LiaisonObservanceOffer *offer = self->offers->pdata[i];

      if (belongs (offer) && n++ < MAX_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (self, offer));
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), hint);
  if (n > 0)
    gtk_box_append (self->list, group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
show_offers (LiaisonOffersWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  append_group (self, _ ("In the days of the exercise"),
                _ ("Suggestions: the nation confirms what it keeps."), is_inside);
  append_group (self, _ ("At other times"), _ ("They count for planning conferences and travel."),
                is_outside);
  append_group (self, _ ("In the plan already"), NULL, is_same);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) == NULL)
    {
      GtkWidget *page = adw_status_page_new ();

      adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing to Suggest"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _ ("Nothing is known of the nations of this exercise."));
      gtk_box_append (self->list, page);
    }
  count (self);
  gtk_widget_set_visible (GTK_WIDGET (self->add), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->read), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "offers");
}

static void
add_cb (LiaisonOffersWindow *self)
{
  LiaisonProposal *proposal;

  /* Read again: the day of the check is kept with those that are the same, too. */
  for (guint i = 0; self->refreshing && i < self->offers->len; i++)
    {
      LiaisonObservanceOffer *offer = self->offers->pdata[i];
      offer->wanted |= offer->state == LIAISON_OFFER_SAME;
    }
  proposal = liaison_observance_offers_propose (self->offers, self->sentence);
  if (proposal == NULL || liaison_session_commit (self->session, proposal, NULL))
    gtk_window_close (GTK_WINDOW (self));
}

/* Reading a calendar */

static void
complain (LiaisonOffersWindow *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
show_notice (LiaisonOffersWindow *self, const char *text)
{
  gtk_label_set_text (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LiaisonOffersWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  GPtrArray *offers = liaison_calendar_job_finish (result, &notice, &error);

  g_clear_object (&self->job);
  if (self->session == NULL)
    {
      g_clear_pointer (&offers, g_ptr_array_unref);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->read), TRUE);
  if (offers == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "source");
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        complain (self, error->message);
      return;
    }
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = offers;
  show_notice (self, notice);
  show_offers (self);
}

static void
begin (LiaisonOffersWindow *self, LiaisonCalendarJob *job)
{
  complain (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->read), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  self->job = g_cancellable_new ();
  liaison_calendar_job_run_async (job, self->job, read_cb, g_object_ref (self));
}

static const char *
get_language (LiaisonOffersWindow *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->language);

  return chosen != NULL
             ? g_object_get_data (G_OBJECT (self->language), gtk_string_object_get_string (chosen))
             : NULL;
}

static void
start_cb (LiaisonOffersWindow *self)
{
  g_autofree char *address =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  LiaisonOfferTerms terms = make_terms (self->session);
  LiaisonCalendarJob *job;

  for (guint i = 0; i < self->nations->len; i++)
    if (gtk_check_button_get_active (self->nations->pdata[i]))
      g_ptr_array_add (codes, g_object_get_data (self->nations->pdata[i], CODE_KEY));
  if (*address == '\0' && self->path == NULL)
    complain (self, _ ("Choose a file, or give an address that begins with https://."));
  else if (codes->len == 0)
    complain (self, _ ("Say whose holidays they are."));
  else
    {
      terms.mark = gtk_switch_get_active (self->mark);
      job = liaison_calendar_job_new (self->session, &terms);
      liaison_calendar_job_add (job, *address != '\0' ? address : NULL, self->path,
                                (const char *const *) codes->pdata, codes->len,
                                get_language (self));
      begin (self, job);
    }
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LiaisonOffersWindow *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *name = NULL, *escaped = NULL;

      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_free (self->path);
      self->path = g_file_get_path (file);
      name = g_filename_display_basename (self->path);
      escaped = g_markup_escape_text (name, -1);
      adw_action_row_set_subtitle (self->file, escaped);
      gtk_editable_set_text (GTK_EDITABLE (self->address), "");
    }
  g_object_unref (dialog);
}

static void
choose_cb (LiaisonOffersWindow *self)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Calendar of Holidays"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendars (.ics)"));
  gtk_file_filter_add_pattern (filter, "*.ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* How it is put together */

static GtkWidget *
where_new (LiaisonOffersWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  self->file = ADW_ACTION_ROW (adw_action_row_new ());
  self->address = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Where the calendar is"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("An address is read now and can be read again later; what was read is kept for when there "
         "is no network."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), _ ("File"));
  adw_action_row_set_subtitle (self->file, _ ("None chosen"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->file, button);
  adw_action_row_set_activatable_widget (self->file, button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address),
                                 _ ("Or an address (https://…)"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->file));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->address));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->address, "entry-activated", G_CALLBACK (start_cb), self);
  return group;
}

static GtkWidget *
how_new (LiaisonOffersWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonItems *uses =
      LIAISON_DATA (Exercise, liaison_lookup_get_exercise (&manner.lookup))->languages;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->language = ADW_COMBO_ROW (adw_combo_row_new ());
  for (guint i = 0; i < liaison_items_get_size (uses); i++)
    {
      const char *tag = LIAISON_DATA (LanguageUse, liaison_items_get (uses, i))->language.language;
      g_autofree char *name = tag != NULL ? liaison_words_dup_language (manner.words, tag) : NULL;

      if (name == NULL)
        continue;
      gtk_string_list_append (names, name);
      g_object_set_data (G_OBJECT (self->language), name, (gpointer) tag);
    }
  adw_combo_row_set_expression (self->language, string);
  gtk_expression_unref (string);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _ ("Language of its names"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language), _ ("Where it does not say"));
  self->mark = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->mark, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Default marking of the exercise"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("Otherwise they are for their originator only"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->mark));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->language));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static GtkWidget *
whose_new (LiaisonOffersWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonTable *table = liaison_document_get_table (liaison_session_get_document (self->session),
                                                    LIAISON_KIND_NATION);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Whose holidays they are"));
  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const char *code =
          LIAISON_DATA (Nation, liaison_record_get_block (liaison_table_get (table, i)))->code;
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *name = NULL, *escaped = NULL;

      if (code == NULL)
        {
          g_object_unref (g_object_ref_sink (row));
          g_object_unref (g_object_ref_sink (check));
          continue;
        }
      name = liaison_manner_tell_nation (&manner, code);
      escaped = g_markup_escape_text (name, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (check), CODE_KEY, (gpointer) code);
      g_ptr_array_add (self->nations, check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_margin_start (child, 18);
  gtk_widget_set_margin_end (child, 18);
  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
note_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_widget_set_margin_top (label, 6);
  return label;
}

static GtkWidget *
source_new (LiaisonOffersWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), where_new (self));
  gtk_box_append (GTK_BOX (box), whose_new (self));
  gtk_box_append (GTK_BOX (box), how_new (self));
  return scrolled (box);
}

static void
stop_cb (LiaisonOffersWindow *self)
{
  g_cancellable_cancel (self->job);
}

static GtkWidget *
reading_new (LiaisonOffersWindow *self)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Reading the Calendar…"));
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), stop);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (stop_cb), self);
  return page;
}

static GtkWidget *
content_new (LiaisonOffersWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->add = GTK_BUTTON (gtk_button_new ());
  self->read = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Read")));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->notice = GTK_LABEL (note_new ("heading"));
  self->problem = GTK_LABEL (note_new ("error"));
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->read), "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->add), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), GTK_WIDGET (self->add));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), GTK_WIDGET (self->read));
  gtk_stack_add_named (self->stack, source_new (self), "source");
  gtk_stack_add_named (self->stack, reading_new (self), "reading");
  gtk_stack_add_named (self->stack, scrolled (GTK_WIDGET (self->list)), "offers");
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->read, "clicked", G_CALLBACK (start_cb), self);
  return content;
}

static void
liaison_offers_window_dispose (GObject *object)
{
  LiaisonOffersWindow *self = LIAISON_OFFERS_WINDOW (object);

  g_cancellable_cancel (self->job);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_offers_window_parent_class)->dispose (object);
}

static void
liaison_offers_window_finalize (GObject *object)
{
  LiaisonOffersWindow *self = LIAISON_OFFERS_WINDOW (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->nations);
  g_free (self->path);
  G_OBJECT_CLASS (liaison_offers_window_parent_class)->finalize (object);
}

static void
liaison_offers_window_class_init (LiaisonOffersWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_offers_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_offers_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
liaison_offers_window_init (LiaisonOffersWindow *self)
{
  self->checks = g_ptr_array_new ();
  self->nations = g_ptr_array_new ();
}

static LiaisonOffersWindow *
window_new (GtkWindow *parent, LiaisonSession *session, const char *title, const char *sentence)
{
  LiaisonOffersWindow *self =
      g_object_new (LIAISON_TYPE_OFFERS_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                    title, "default-width", 620, "default-height", 680, NULL);

  self->session = g_object_ref (session);
  self->sentence = sentence;
  adw_window_set_content (ADW_WINDOW (self), content_new (self));
  return self;
}

void
liaison_offers_suggest (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonOffersWindow *self = window_new (parent, session, _ ("Suggested Observances"),
                                          N_ ("Add {count} suggested observances"));
  const LiaisonOfferTerms terms = make_terms (session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_autoptr (GPtrArray) candidates = liaison_observance_set_for_plan (snapshot);

  self->offers = liaison_observance_offers_new (snapshot, candidates, &terms);
  show_offers (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
liaison_offers_read_calendar (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonOffersWindow *self = window_new (parent, session, _ ("Holidays from a Calendar"),
                                          N_ ("Import {count} observances from a calendar"));

  gtk_window_present (GTK_WINDOW (self));
}

gboolean
liaison_offers_refresh (GtkWindow *parent, LiaisonSession *session)
{
  const LiaisonOfferTerms terms = make_terms (session);
  LiaisonCalendarJob *job = liaison_calendar_job_new (session, &terms);
  LiaisonOffersWindow *self;

  if (!liaison_calendar_job_add_feeds (job))
    {
      liaison_calendar_job_free (job);
      return FALSE;
    }
  self = window_new (parent, session, _ ("Calendars Read Again"),
                     N_ ("Read {count} observances again"));
  self->refreshing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->read), FALSE);
  gtk_window_present (GTK_WINDOW (self));
  begin (self, job);
  return TRUE;
}
