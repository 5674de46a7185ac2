/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/offers-window.h"

#include "briefings/calendar-job.h"
#include "briefings/calendar-source.h"
#include "briefings/offer-row.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/observance-set.h"
#include "shared/empty-page.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DAY 86400
/* Rows of what is outside the exercise or there already; the rest is counted. */
#define MAX_ROWS 300

#define LIAISON_TYPE_OFFERS_WINDOW (liaison_offers_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonOffersWindow, liaison_offers_window, LIAISON, OFFERS_WINDOW, AdwWindow)

struct _LiaisonOffersWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *offers; /* of LiaisonObservanceOffer, or NULL */
  GCancellable *job;

  /* Borrowed, in the window */
  GtkStack *stack;
  GtkBox *list;
  GtkButton *add, *read;
  GtkLabel *notice, *problem;
  LiaisonCalendarSource *source;

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
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonOfferTerms terms = make_terms (self->session);
  guint n = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      LiaisonObservanceOffer *offer = self->offers->pdata[i];

      if (belongs (offer) && n++ < MAX_ROWS)
        adw_preferences_group_add (
            ADW_PREFERENCES_GROUP (group),
            liaison_offer_row_new (&manner, &terms, offer, G_CALLBACK (count), self));
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
    gtk_box_append (self->list,
                    liaison_empty_page_new (NULL, _ ("Nothing to Suggest"),
                                            _ ("Nothing is known of the nations of this exercise.")));
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

/* What is mended is no longer complained of. */
static void
forgive_cb (LiaisonOffersWindow *self)
{
  complain (self, NULL);
}

static void
start_cb (LiaisonOffersWindow *self)
{
  const LiaisonOfferTerms terms = make_terms (self->session);
  const char *problem;
  LiaisonCalendarJob *job = liaison_calendar_source_make_job (self->source, &terms, &problem);

  if (job != NULL)
    begin (self, job);
  else
    complain (self, problem);
}

/* How it is put together */

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

static void
stop_cb (LiaisonOffersWindow *self)
{
  g_cancellable_cancel (self->job);
}

static GtkWidget *
reading_new (LiaisonOffersWindow *self)
{
  GtkWidget *page = liaison_empty_page_new (NULL, _ ("Reading the Calendar…"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));

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
  self->source = liaison_calendar_source_new (self->session);
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
  gtk_stack_add_named (self->stack, scrolled (GTK_WIDGET (self->source)), "source");
  gtk_stack_add_named (self->stack, reading_new (self), "reading");
  gtk_stack_add_named (self->stack, scrolled (GTK_WIDGET (self->list)), "offers");
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->read, "clicked", G_CALLBACK (start_cb), self);
  g_signal_connect_swapped (self->source, "activated", G_CALLBACK (start_cb), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (forgive_cb), self);
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
