/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/trend-view.h"

#include "edit/rewind.h"
#include "review/finding-edits.h"
#include "review/trend.h"
#include "shared/empty-page.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More findings than these are counted. */
#define MAX_SHOWN 200

#define LIAISON_TYPE_TREND_VIEW (liaison_trend_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTrendView, liaison_trend_view, LIAISON, TREND_VIEW, AdwBin)

struct _LiaisonTrendView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *job; /* a look that is under way, or NULL */

  /* Borrowed, children */
  GtkStack *pages;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (LiaisonTrendView, liaison_trend_view, ADW_TYPE_BIN)

/* A look back, in a thread. */
typedef struct
{
  LiaisonSnapshot *now;
  GPtrArray *entries; /* of GBytes */
  LiaisonId conference;
  gint64 then, at; /* Unix s */
  gboolean complete;

  /* Made */
  LiaisonReviewTrend *trend;
  guint n_lost;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->now, liaison_snapshot_unref);
  g_clear_pointer (&look->entries, g_ptr_array_unref);
  g_clear_pointer (&look->trend, liaison_review_trend_free);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (LiaisonSnapshot) before =
      liaison_snapshot_rewind (look->now, look->entries, &look->n_lost);

  look->trend = liaison_review_trend_new (before, look->then, look->now, look->at, cancellable);
  g_task_return_boolean (task, look->trend != NULL);
}

static GtkWidget *
label_new (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

/* One severity: then, and now. */
static void
add_count (LiaisonTrendView *self, LiaisonSeverity severity, guint then, guint now)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  static const char *const sentences[] = { N_ ("Notes: {then} then, {now} now"),
                                           N_ ("Warnings: {then} then, {now} now"),
                                           N_ ("Errors: {then} then, {now} now") };
  g_autofree char *text = liaison_words_format (manner.words, sentences[severity],
                                                liaison_operand_integer ("then", then),
                                                liaison_operand_integer ("now", now));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (row), liaison_severity_icon_new (severity));
  gtk_box_append (GTK_BOX (row), label_new (text, NULL));
  gtk_box_append (self->content, row);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, LiaisonTrendView *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "liaison-record");

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static GtkWidget *
finding_new (LiaisonTrendView *self, const LiaisonFinding *finding)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = liaison_manner_tell_finding (&manner, finding);
  GtkWidget *row = adw_action_row_new ();
  char id[LIAISON_ID_TEXT_SIZE];

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), liaison_severity_icon_new (finding->severity));
  if (finding->n_records > 0)
    {
      liaison_id_format (finding->records[0], id);
      g_object_set_data_full (G_OBJECT (row), "liaison-record", g_strdup (id), g_free);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding->n_records > 0);
  return row;
}

static void
add_findings (LiaisonTrendView *self,
              const char *heading,
              const char *none,
              const GPtrArray *findings)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *list;
  g_autofree char *text = liaison_words_format (manner.words, N_ ("{title} ({n})"),
                                                liaison_operand_text ("title", heading),
                                                liaison_operand_integer ("n", findings->len));
  g_autofree char *plain = liaison_words_dup_without_isolates (text);

  gtk_box_append (self->content, label_new (plain, "heading"));
  if (findings->len == 0)
    {
      gtk_box_append (self->content, label_new (none, "dim-label"));
      return;
    }
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  for (guint i = 0; i < MIN (findings->len, MAX_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), finding_new (self, findings->pdata[i]));
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_box_append (self->content, list);
}

static char *
tell_since (LiaisonTrendView *self, const Look *look)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *name = liaison_manner_tell_name (&manner, look->conference);
  g_autofree char *time = liaison_manner_tell_time (&manner, look->then, NULL);
  g_autofree char *text = liaison_words_format (
      manner.words,
      /* Translators: {conference} is the title of a conference, {time} when it ended */
      N_ ("Since “{conference}” ({time})"), liaison_operand_text ("conference", name),
      liaison_operand_text ("time", time));

  return liaison_words_dup_without_isolates (text);
}

static void
show (LiaisonTrendView *self, const Look *look)
{
  g_autofree char *since = tell_since (self, look);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  gtk_box_append (self->content, label_new (since, "title-3"));
  if (!look->complete || look->n_lost > 0)
    gtk_box_append (
        self->content,
        label_new (_ ("The history of the plan does not reach back so far, or leaves "
                      "out large changes: what stood there then is told as far as it is known."),
                   "dim-label"));
  for (int i = LIAISON_SEVERITY_ERROR; i >= 0; i--)
    add_count (self, i, look->trend->then[i], look->trend->now[i]);
  add_findings (self, _ ("New Since Then"), _ ("Nothing has come."),
                look->trend->comparison->arisen);
  add_findings (self, _ ("Gone Since Then"), _ ("Nothing has gone."),
                look->trend->comparison->gone);
  gtk_stack_set_visible_child_name (self->pages, "trend");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonTrendView *self = LIAISON_TREND_VIEW (source);
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->job)
    return;
  g_clear_object (&self->job);
  if (done)
    show (self, g_task_get_task_data (G_TASK (result)));
}

/* Looked at whenever it is shown, or the review has found something else meanwhile. */
static void
look (LiaisonTrendView *self)
{
  Look *look;
  g_autoptr (GTask) task = NULL;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  look = g_new0 (Look, 1);
  look->now = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  look->at = g_get_real_time () / G_USEC_PER_SEC;
  if (!liaison_review_find_conference (look->now, look->at, &look->conference, &look->then))
    {
      gtk_stack_set_visible_child_name (self->pages, "none");
      look_free (look);
      return;
    }
  look->entries = liaison_trail_list_since (liaison_session_get_trail (self->session),
                                            look->then * 1000, &look->complete);
  self->job = g_cancellable_new ();
  task = g_task_new (self, self->job, looked_cb, NULL);
  g_task_set_source_tag (task, look_thread);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
}

static void
liaison_trend_view_dispose (GObject *object)
{
  LiaisonTrendView *self = LIAISON_TREND_VIEW (object);

  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_trend_view_parent_class)->dispose (object);
}

static void
liaison_trend_view_class_init (LiaisonTrendViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_trend_view_dispose;
}

static void
liaison_trend_view_init (LiaisonTrendView *self)
{
}

static GtkWidget *
content_new (LiaisonTrendView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->content), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->content), 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

GtkWidget *
liaison_trend_view_new (LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonTrendView *self = g_object_new (LIAISON_TYPE_TREND_VIEW, NULL);

  self->session = g_object_ref (session);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->pages,
                       liaison_empty_page_new ("document-open-recent-symbolic", _ ("Looking Back…"), NULL),
                       "looking");
  gtk_stack_add_named (self->pages, content_new (self), "trend");
  gtk_stack_add_named (self->pages,
                       liaison_empty_page_new ("document-open-recent-symbolic", _ ("No Conference Yet"),
                                   _ ("After the first planning conference you see here which "
                                      "findings have come and gone since.")),
                       "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pages));
  g_signal_connect (self, "map", G_CALLBACK (look), NULL);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
