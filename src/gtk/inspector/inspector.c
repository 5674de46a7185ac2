/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/inspector.h"

#include "inspector/finding-list.h"
#include "inspector/history-list.h"
#include "inspector/record-form.h"
#include "inspector/timing-list.h"
#include "inspector/use-list.h"

#include "withdraw/withdrawal.h"
#include "screen.h"

#include <glib/gi18n.h>

struct _LiaisonInspector
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonFieldTarget *target; /* NULL: nothing, or records of several kinds */

  /* Template */
  GtkStack *stack;
  AdwStatusPage *mixed;
  GtkScrolledWindow *scroller;
  GtkLabel *kind;
  GtkLabel *title;
  GtkWidget *what_if;
  GtkWidget *room_card;
  LiaisonFindingList *findings;
  LiaisonRecordForm *form;
  LiaisonTimingList *timing;
  LiaisonUseList *uses;
  LiaisonHistoryList *history;

  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonInspector, liaison_inspector, GTK_TYPE_WIDGET)

static void
show_heading (LiaisonInspector *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonKind *kind = liaison_field_target_get_kind (self->target);
  guint n = liaison_field_target_get_size (self->target);
  g_autofree char *title = NULL;

  if (n == 1)
    title = liaison_manner_tell_name (&manner, liaison_field_target_get_id (self->target, 0));
  else
    title = liaison_screen_printf (
        ngettext ("%u record, changed together", "%u records, changed together", n), n);
  gtk_label_set_label (self->kind, n == 1 ? _ (kind->shape.label) : _ (kind->plural_label));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->room_card, kind->id == LIAISON_KIND_EVENT);
  gtk_widget_set_visible (self->what_if,
                          n == 1 && ((LIAISON_WITHDRAWAL_TARGETS >> kind->id) & 1) != 0);
}

/* Whether the records selected are those shown. */
static gboolean
same_records (LiaisonInspector *self, const LiaisonId *ids, guint n)
{
  if (self->target == NULL || liaison_field_target_get_size (self->target) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!liaison_id_same (liaison_field_target_get_id (self->target, i), ids[i]))
      return FALSE;
  return TRUE;
}

static void
show_nothing (LiaisonInspector *self, guint n)
{
  g_autofree char *title =
      liaison_screen_printf (ngettext ("%u Record Selected", "%u Records Selected", n), n);

  adw_status_page_set_title (self->mixed, title);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "nothing" : "mixed");
  liaison_record_form_set_target (self->form, NULL);
  g_clear_object (&self->target);
  liaison_finding_list_set_record (self->findings, (LiaisonId){ 0 });
  liaison_timing_list_set_record (self->timing, (LiaisonId){ 0 });
  liaison_use_list_set_record (self->uses, (LiaisonId){ 0 });
  liaison_history_list_set_record (self->history, (LiaisonId){ 0 });
}

static void
show_records (LiaisonInspector *self, const LiaisonKind *kind, const LiaisonId *ids, guint n)
{
  g_autoptr (LiaisonFieldTarget) target = liaison_field_target_new (self->session, kind, ids, n);
  LiaisonId one = n == 1 ? ids[0] : (LiaisonId){ 0 };

  g_set_object (&self->target, target);
  liaison_record_form_set_target (self->form, target);
  liaison_finding_list_set_record (self->findings, one);
  liaison_timing_list_set_record (self->timing, one);
  liaison_use_list_set_record (self->uses, one);
  liaison_history_list_set_record (self->history, one);
  show_heading (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

static void
selection_changed_cb (LiaisonInspector *self)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  const LiaisonKind *kind = liaison_selection_get_kind (selection);
  guint n;
  const LiaisonId *ids = liaison_selection_get (selection, &n);
  g_autofree LiaisonId *copy = g_memdup2 (ids, n * sizeof *ids);

  if (kind == NULL)
    show_nothing (self, n);
  else if (!same_records (self, copy, n))
    show_records (self, kind, copy, n);
}

static void
refresh (LiaisonInspector *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->target == NULL || liaison_field_target_get_block (self->target, 0) == NULL)
    return;
  liaison_record_form_refresh (self->form);
  show_heading (self);
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonInspector *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* What is shown follows at once. Other records matter too, as their names and times are shown, but
 * not that much. */
static void
document_changed_cb (LiaisonInspector *self, const LiaisonChange *changes, guint n)
{
  if (self->target == NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (changes[i].after != NULL
        && liaison_field_target_contains (self->target, changes[i].after->id))
      {
        refresh (self);
        return;
      }
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
read_only_cb (LiaisonInspector *self)
{
  gboolean read_only = liaison_editor_get_read_only (liaison_session_get_editor (self->session));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (read_only && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !read_only);
}

static void
field_cb (LiaisonInspector *self, const char *name)
{
  liaison_record_form_focus_field (self->form, name);
}

static void
liaison_inspector_dispose (GObject *object)
{
  LiaisonInspector *self = LIAISON_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->target);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_inspector_parent_class)->dispose (object);
}

static void
liaison_inspector_class_init (LiaisonInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_inspector_dispose;

  g_type_ensure (LIAISON_TYPE_FINDING_LIST);
  g_type_ensure (LIAISON_TYPE_RECORD_FORM);
  g_type_ensure (LIAISON_TYPE_TIMING_LIST);
  g_type_ensure (LIAISON_TYPE_USE_LIST);
  g_type_ensure (LIAISON_TYPE_HISTORY_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/inspector/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, mixed);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, what_if);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, room_card);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, form);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, timing);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, uses);
  gtk_widget_class_bind_template_child (widget_class, LiaisonInspector, history);
  gtk_widget_class_bind_template_callback (widget_class, field_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_inspector_init (LiaisonInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
liaison_inspector_new (LiaisonSession *session)
{
  LiaisonInspector *self = g_object_new (LIAISON_TYPE_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  liaison_finding_list_set_session (self->findings, session);
  liaison_timing_list_set_session (self->timing, session);
  liaison_use_list_set_session (self->uses, session);
  liaison_history_list_set_session (self->history, session);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "notify::read-only",
                           G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  read_only_cb (self);
  selection_changed_cb (self);
  return GTK_WIDGET (self);
}

void
liaison_inspector_settle (LiaisonInspector *self)
{
  liaison_record_form_settle (self->form);
}
