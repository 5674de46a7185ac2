/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/proposal/shift-window.h"

#include "record/kinds/exercise.h"
#include "schedule/proposal/comparison-view.h"
#include "schedule/shift.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_SHIFT_WINDOW (liaison_shift_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonShiftWindow, liaison_shift_window, LIAISON, SHIFT_WINDOW, AdwWindow)

#define PAUSE_MS 200

typedef enum
{
  SCOPE_FROM_NOW,
  SCOPE_ALL,
  SCOPE_CONDUCT,
} Scope;

struct _LiaisonShiftWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *preview;

  /* Template */
  AdwEntryRow *startex;
  GtkSpinButton *days;
  GtkSpinButton *hours;
  AdwComboRow *clocks;
  AdwComboRow *scope;
  GtkLabel *problem;
  GtkWidget *apply;
  GtkBox *place;

  LiaisonComparisonView *comparison;
  gint32 by_days, by_seconds;
  guint source;
  gboolean busy; /* the fields are being filled in */
};

G_DEFINE_FINAL_TYPE (LiaisonShiftWindow, liaison_shift_window, ADW_TYPE_WINDOW)

/* One preview, in its thread. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonShiftOptions options;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->snapshot, liaison_snapshot_unref);
  g_free (job);
}

static void
preview_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, liaison_shift (job->snapshot, &job->options),
                         (GDestroyNotify) g_array_unref);
}

static void
update_apply (LiaisonShiftWindow *self)
{
  gtk_widget_set_sensitive (self->apply,
                            self->preview == NULL && self->source == 0
                                && liaison_comparison_view_get_n_chosen (self->comparison) > 0);
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LiaisonShiftWindow *self = LIAISON_SHIFT_WINDOW (source);
  g_autoptr (GArray) moves = g_task_propagate_pointer (G_TASK (result), NULL);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (moves == NULL || self->session == NULL)
    return;
  g_clear_object (&self->preview);
  liaison_comparison_view_show (self->comparison, job->snapshot, moves, NULL);
  update_apply (self);
}

static gboolean
start_cb (gpointer data)
{
  LiaisonShiftWindow *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);
  Scope scope = adw_combo_row_get_selected (self->scope);

  self->source = 0;
  self->preview = g_cancellable_new ();
  job->snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  job->options = (LiaisonShiftOptions){
    .days = self->by_days,
    .seconds = self->by_seconds,
    .elapsed = adw_combo_row_get_selected (self->clocks) == 1,
    .from = scope == SCOPE_FROM_NOW ? g_get_real_time () / G_USEC_PER_SEC : G_MININT64,
    .conduct_only = scope == SCOPE_CONDUCT,
  };
  task = g_task_new (self, self->preview, preview_cb, NULL);
  g_task_set_source_tag (task, start_cb);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, preview_thread);
  return G_SOURCE_REMOVE;
}

static void
stop_preview (LiaisonShiftWindow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->preview != NULL)
    g_cancellable_cancel (self->preview);
  g_clear_object (&self->preview);
}

static void tell_startex (LiaisonShiftWindow *self);

static void
queue_preview (LiaisonShiftWindow *self)
{
  if (self->busy || self->session == NULL)
    return;
  tell_startex (self);
  stop_preview (self);
  self->source = g_timeout_add (PAUSE_MS, start_cb, self);
  gtk_widget_set_sensitive (self->apply, FALSE);
}

static const LiaisonBlock *
get_exercise (LiaisonShiftWindow *self)
{
  return liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (self->session)));
}

/* STARTEX as it would be, in the row where it can be typed. */
static void
tell_startex (LiaisonShiftWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonShiftOptions options = { .days = self->by_days,
                                  .seconds = self->by_seconds,
                                  .elapsed = adw_combo_row_get_selected (self->clocks) == 1 };
  g_autoptr (LiaisonSnapshot) snapshot
      = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonInstant startex;
  g_autofree char *text = NULL;

  if (!liaison_shift_tell (snapshot, &options, &startex))
    return;
  text = liaison_manner_tell_time (&manner, startex.seconds, startex.zone);
  self->busy = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->startex), text);
  self->busy = FALSE;
}

static void
spun_cb (LiaisonShiftWindow *self)
{
  if (self->busy)
    return;
  self->by_days = gtk_spin_button_get_value_as_int (self->days);
  self->by_seconds = gtk_spin_button_get_value_as_int (self->hours) * 3600;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->startex), "error");
  queue_preview (self);
}

static void
complain (LiaisonShiftWindow *self, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->startex), "error");
}

static void
typed_cb (LiaisonShiftWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = get_exercise (self);
  const LiaisonField *field = &exercise->shape->fields[LIAISON_FIELD (Exercise, startex)];
  g_autoptr (LiaisonSnapshot) snapshot
      = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!liaison_manner_read_field (&manner, snapshot, field, exercise,
                                  gtk_editable_get_text (GTK_EDITABLE (self->startex)), &value,
                                  &error))
    {
      complain (self, error->message);
      return;
    }
  if (value.form != LIAISON_VALUE_FIELD
      || !liaison_shift_measure (snapshot, &value.as.instant, &self->by_days, &self->by_seconds))
    {
      complain (self, _("A date and a time are expected."));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->startex), "error");
  self->busy = TRUE;
  gtk_spin_button_set_value (self->days, self->by_days);
  gtk_spin_button_set_value (self->hours, self->by_seconds / 3600);
  self->busy = FALSE;
  queue_preview (self);
}

static void
apply_cb (LiaisonShiftWindow *self)
{
  if (liaison_comparison_view_apply (self->comparison, N_("Shift the exercise"),
                                     _("The exercise was shifted")))
    gtk_window_close (GTK_WINDOW (self));
}

static void
liaison_shift_window_dispose (GObject *object)
{
  LiaisonShiftWindow *self = LIAISON_SHIFT_WINDOW (object);

  stop_preview (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_shift_window_parent_class)->dispose (object);
}

static void
liaison_shift_window_class_init (LiaisonShiftWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_shift_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/schedule/proposal/shift-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, startex);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, days);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, hours);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, clocks);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, scope);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, LiaisonShiftWindow, place);
  gtk_widget_class_bind_template_callback (widget_class, spun_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_preview);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_shift_window_init (LiaisonShiftWindow *self)
{
  self->busy = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->busy = FALSE;
}

void
liaison_shift_window_present (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonShiftWindow *self
      = g_object_new (LIAISON_TYPE_SHIFT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->comparison = liaison_comparison_view_new (session);
  gtk_box_append (self->place, GTK_WIDGET (self->comparison));
  gtk_widget_set_hexpand (GTK_WIDGET (self->comparison), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->comparison), TRUE);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (update_apply), self,
                           G_CONNECT_SWAPPED);
  if (LIAISON_DATA (Exercise, get_exercise (self))->startex.form != LIAISON_INSTANT_FIXED)
    {
      complain (self, _("The exercise has no STARTEX yet. Give it one in its own form first."));
      gtk_widget_set_sensitive (GTK_WIDGET (self->days), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->hours), FALSE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->startex), FALSE);
    }
  queue_preview (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->days));
}
