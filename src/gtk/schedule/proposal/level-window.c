/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/level-window.h"

#include "record/kinds/event.h"
#include "schedule/levelling.h"
#include "schedule/proposal/comparison-view.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_LEVEL_WINDOW (liaison_level_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonLevelWindow, liaison_level_window, LIAISON, LEVEL_WINDOW, AdwWindow)

typedef enum
{
  SCOPE_ALL,
  SCOPE_FROM_NOW,
  SCOPE_SELECTION,
} Scope;

struct _LiaisonLevelWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GArray *selected; /* of LiaisonId: events that were selected when it was opened */
  GCancellable *search;

  /* Template */
  GtkStack *pages;
  GtkCheckButton *least;
  GtkCheckButton *shortest;
  AdwComboRow *scope;
  GtkSpinButton *seconds;
  GtkProgressBar *progress;
  GtkLabel *best;
  GtkWidget *apply;
  GtkWidget *options;
  GtkWidget *stop;
  GtkWidget *result;
  AdwStatusPage *nothing;

  LiaisonComparisonView *comparison;
  gint64 began, limit; /* us of the monotonic clock; 0: no limit */
  guint tick;
};

G_DEFINE_FINAL_TYPE (LiaisonLevelWindow, liaison_level_window, ADW_TYPE_WINDOW)

/* A search, in its thread and out of it. */
typedef struct
{
  LiaisonLevelOptions options;
  LiaisonSnapshot *snapshot;
  LiaisonId *only;

  /* Shared */
  GMutex mutex;
  LiaisonLevelProgress progress;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->snapshot, liaison_snapshot_unref);
  g_clear_pointer (&search->only, g_free);
  g_mutex_clear (&search->mutex);
  g_free (search);
}

static void
progress_cb (const LiaisonLevelProgress *progress, gpointer data)
{
  Search *search = data;

  g_mutex_lock (&search->mutex);
  search->progress = *progress;
  g_mutex_unlock (&search->mutex);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  search->options.cancellable = cancellable;
  search->options.progress = progress_cb;
  search->options.progress_data = search;
  g_task_return_pointer (task, liaison_level (search->snapshot, &search->options),
                         (GDestroyNotify) liaison_levelling_free);
}

static gboolean
tick_cb (gpointer data)
{
  GTask *task = data;
  LiaisonLevelWindow *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonLevelProgress progress;
  gint64 now = g_get_monotonic_time ();

  g_mutex_lock (&search->mutex);
  progress = search->progress;
  g_mutex_unlock (&search->mutex);
  if (self->limit > 0)
    gtk_progress_bar_set_fraction (
        self->progress, CLAMP ((double) (now - self->began) / (self->limit - self->began), 0, 1));
  else
    gtk_progress_bar_pulse (self->progress);
  if (progress.schedules == 0)
    return G_SOURCE_CONTINUE;
  g_autofree char *moves = liaison_words_format_plural (
      manner.words, "Best so far: {n} move, {duration} in all.",
      "Best so far: {n} moves, {duration} in all.", progress.moved,
      liaison_operand_integer ("n", progress.moved),
      liaison_operand_duration ("duration", progress.shift));
  gtk_label_set_text (self->best, moves);
  return G_SOURCE_CONTINUE;
}

static void
stop_ticking (LiaisonLevelWindow *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
show_result (LiaisonLevelWindow *self, LiaisonLevelling *found)
{
  gboolean some = found->moves->len > 0 || found->unsolved->len > 0;

  liaison_comparison_view_show (self->comparison, found->before, found->moves, found->unsolved);
  gtk_widget_set_sensitive (self->apply,
                            liaison_comparison_view_get_n_chosen (self->comparison) > 0);
  gtk_stack_set_visible_child_name (self->pages, some ? "result" : "nothing");
  if (some)
    gtk_widget_grab_focus (self->apply);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonLevelWindow *self = LIAISON_LEVEL_WINDOW (source);
  g_autoptr (LiaisonLevelling) found = g_task_propagate_pointer (G_TASK (result), NULL);

  stop_ticking (self);
  /* The window is gone, or another search has begun. */
  if (self->session == NULL || found == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->search)
    return;
  g_clear_object (&self->search);
  gtk_widget_set_sensitive (self->options, TRUE);
  show_result (self, found);
}

static void
take_options (LiaisonLevelWindow *self, Search *search)
{
  LiaisonLevelOptions *options = &search->options;
  Scope scope = adw_combo_row_get_selected (self->scope);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  options->goal = gtk_check_button_get_active (self->shortest) ? LIAISON_LEVEL_SHORTEST
                                                               : LIAISON_LEVEL_LEAST;
  options->seed = 1;
  options->seconds = gtk_spin_button_get_value (self->seconds);
  options->now = now / 60 * 60 + 60;
  options->from = scope == SCOPE_FROM_NOW ? now : G_MININT64;
  if (scope != SCOPE_SELECTION)
    return;
  search->only = g_memdup2 (self->selected->data, self->selected->len * sizeof (LiaisonId));
  options->only = search->only;
  options->n_only = self->selected->len;
}

static void
start (LiaisonLevelWindow *self)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  g_mutex_init (&search->mutex);
  search->snapshot
      = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  take_options (self, search);
  self->began = g_get_monotonic_time ();
  self->limit = search->options.seconds > 0
                    ? self->began + (gint64) (search->options.seconds * G_USEC_PER_SEC)
                    : 0;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_text (self->best, _("Looking at the plan…"));
  gtk_stack_set_visible_child_name (self->pages, "working");
  gtk_widget_set_sensitive (self->apply, FALSE);
  gtk_widget_set_sensitive (self->options, FALSE);
  /* Not what throws it away. */
  gtk_widget_grab_focus (self->stop);
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, search, search_free);
  /* Stopped means: with the best so far. */
  g_task_set_check_cancellable (task, FALSE);
  stop_ticking (self);
  self->tick = g_timeout_add_full (G_PRIORITY_DEFAULT, 100, tick_cb, g_object_ref (task),
                                   g_object_unref);
  g_task_run_in_thread (task, search_thread);
}

static void
stop_cb (LiaisonLevelWindow *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
}

static void
options_cb (LiaisonLevelWindow *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "options"))
    return;
  gtk_stack_set_visible_child_name (self->pages, "options");
  gtk_widget_set_sensitive (self->apply, FALSE);
}

static void
apply_cb (LiaisonLevelWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint n = liaison_comparison_view_get_n_chosen (self->comparison);
  g_autofree char *notice
      = liaison_words_format_plural (manner.words, "{n} event moved", "{n} events moved", n,
                                     liaison_operand_integer ("n", n));

  if (liaison_comparison_view_apply (self->comparison, N_("Resolve conflicts"), notice))
    gtk_window_close (GTK_WINDOW (self));
}

static void
chosen_cb (LiaisonLevelWindow *self)
{
  gtk_widget_set_sensitive (self->apply,
                            liaison_comparison_view_get_n_chosen (self->comparison) > 0);
}

static void
liaison_level_window_dispose (GObject *object)
{
  LiaisonLevelWindow *self = LIAISON_LEVEL_WINDOW (object);

  stop_ticking (self);
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->session);
  g_clear_pointer (&self->selected, g_array_unref);

  G_OBJECT_CLASS (liaison_level_window_parent_class)->dispose (object);
}

static void
liaison_level_window_class_init (LiaisonLevelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_level_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/schedule/proposal/level-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, least);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, shortest);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, scope);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, seconds);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, best);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, options);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, stop);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, result);
  gtk_widget_class_bind_template_child (widget_class, LiaisonLevelWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_level_window_init (LiaisonLevelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Events among what is selected; without any, that scope is not offered. */
static void
take_selection (LiaisonLevelWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonDocument *document = liaison_session_get_document (self->session);
  guint n;
  const LiaisonId *ids
      = liaison_selection_get (liaison_session_get_selection (self->session), &n);
  GtkStringList *scopes = gtk_string_list_new (NULL);

  self->selected = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record = liaison_document_find (document, ids[i]);
      if (record != NULL && liaison_record_get_kind (record) == &liaison_event_kind)
        g_array_append_val (self->selected, ids[i]);
    }
  gtk_string_list_append (scopes, _("The whole plan"));
  gtk_string_list_append (scopes, _("What begins from now on"));
  if (self->selected->len > 0)
    {
      g_autofree char *text = liaison_words_format_plural (
          manner.words, "The selected event", "The {n} selected events", self->selected->len,
          liaison_operand_integer ("n", self->selected->len));
      gtk_string_list_append (scopes, text);
    }
  adw_combo_row_set_model (self->scope, G_LIST_MODEL (scopes));
  g_object_unref (scopes);
}

void
liaison_level_window_present (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonLevelWindow *self
      = g_object_new (LIAISON_TYPE_LEVEL_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  take_selection (self);
  self->comparison = liaison_comparison_view_new (session);
  gtk_box_append (GTK_BOX (self->result), GTK_WIDGET (self->comparison));
  gtk_widget_set_vexpand (GTK_WIDGET (self->comparison), TRUE);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  start (self);
}
