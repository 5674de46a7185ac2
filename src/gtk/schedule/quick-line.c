/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/quick-line.h"

#include "record/kinds/inject.h"
#include "schedule/quick-reading.h"

#include <glib/gi18n.h>

struct _LiaisonQuickLine
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  const LiaisonKind *kind; /* static: what it makes */
  LiaisonTableFilter *filter;
  LiaisonQuickEntry *read; /* what stands in the entry, understood; NULL: nothing stands there */

  /* Borrowed */
  GtkWidget *view; /* what the line adds to, weak; or NULL */

  /* Template */
  GtkWidget *content;
  GtkEntry *entry;
  GtkRevealer *revealer;
  GtkFlowBox *chips;
  GtkLabel *problems;
};

G_DEFINE_FINAL_TYPE (LiaisonQuickLine, liaison_quick_line, GTK_TYPE_WIDGET)

/* A day without a month is meant around now; of an inject, within the exercise. */
static gint64
find_reference (LiaisonQuickLine *self, const LiaisonManner *manner)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  gint64 now = manner->now, edge;

  if (self->kind != &liaison_inject_kind)
    return now;
  if (liaison_times_get_end (&manner->lookup, exercise, &edge) == LIAISON_TIME_KNOWN)
    now = MIN (now, edge);
  if (liaison_times_get_start (&manner->lookup, exercise, &edge) == LIAISON_TIME_KNOWN)
    now = MAX (now, edge);
  return now;
}

static void
read_text (LiaisonQuickLine *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (self->session));

  manner.now = find_reference (self, &manner);
  g_clear_pointer (&self->read, liaison_quick_entry_free);
  if (*text != '\0')
    self->read = liaison_quick_entry_read (&manner, snapshot, self->kind, id, text);
}

static void
changed_cb (LiaisonQuickLine *self)
{
  if (self->session == NULL)
    return;
  read_text (self);
  liaison_quick_reading_fill (self->chips, self->session, self->read);
  liaison_quick_reading_mark (self->entry, self->read);
  liaison_quick_reading_tell (self->problems, self->read);
  gtk_revealer_set_reveal_child (self->revealer, self->read != NULL);
}

static LiaisonBlock *
make_block (LiaisonQuickLine *self)
{
  LiaisonBlock *block = liaison_quick_reading_make_block (self->session, self->kind, self->read);

  if (self->kind == &liaison_inject_kind)
    {
      ((LiaisonInjectData *) block)->level = LIAISON_INJECT_LEVEL_INJECT;
      ((LiaisonInjectData *) block)->status = LIAISON_INJECT_STATUS_DRAFT;
    }
  return block;
}

gboolean
liaison_quick_line_add (LiaisonQuickLine *self)
{
  LiaisonBlock *block;

  /* The plan may have changed since the last letter. */
  changed_cb (self);
  if (self->read == NULL
      || liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    return FALSE;
  if (self->read->n_problems > 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      liaison_quick_reading_select_problem (self->entry, self->read);
      return FALSE;
    }
  block = make_block (self);
  liaison_table_filter_keep (self->filter, block->id);
  liaison_session_add_record (self->session, self->kind, block);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  /* The letters' own history ends here: the next Ctrl+Z takes back the record, not the typing. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  return TRUE;
}

static void
activate_cb (LiaisonQuickLine *self)
{
  liaison_quick_line_add (self);
}

/* First what was typed goes, then the focus does: to what was added. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonQuickLine *self = LIAISON_QUICK_LINE (widget);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else if (self->view != NULL)
    gtk_widget_activate_action (self->view, "table.focus-rows", NULL);
  return TRUE;
}

static gboolean
liaison_quick_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIAISON_QUICK_LINE (widget)->entry));
}

static void
liaison_quick_line_dispose (GObject *object)
{
  LiaisonQuickLine *self = LIAISON_QUICK_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_QUICK_LINE);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->read, liaison_quick_entry_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_quick_line_parent_class)->dispose (object);
}

static void
liaison_quick_line_class_init (LiaisonQuickLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_quick_line_dispose;
  widget_class->grab_focus = liaison_quick_line_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/schedule/quick-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, content);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, revealer);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, chips);
  gtk_widget_class_bind_template_child (widget_class, LiaisonQuickLine, problems);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
liaison_quick_line_init (LiaisonQuickLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
read_only_cb (LiaisonQuickLine *self)
{
  gtk_widget_set_sensitive (
      GTK_WIDGET (self->entry),
      !liaison_editor_get_read_only (liaison_session_get_editor (self->session)));
}

/* What the template says is about events. */
static void
speak_of_injects (LiaisonQuickLine *self)
{
  gtk_entry_set_placeholder_text (
      self->entry,
      /* Translators: An example of what can be typed; keep the marks @ ! > and the date-time group
       */
      _ ("Add an inject: 261300ZOCT27 30m Fuel spill reported @Task group !telephone >Storyline"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               _ ("Time, duration, title, @recipient, !method, >storyline or "
                                  "incident, #nation in any order; "
                                  "Enter adds (Ctrl+E)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add an inject in one line"), -1);
}

GtkWidget *
liaison_quick_line_new (LiaisonSession *session,
                        const LiaisonKind *kind,
                        LiaisonTableFilter *filter)
{
  LiaisonQuickLine *self = g_object_new (LIAISON_TYPE_QUICK_LINE, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->filter = g_object_ref (filter);
  if (self->kind == &liaison_inject_kind)
    speak_of_injects (self);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "notify::read-only",
                           G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  read_only_cb (self);
  return GTK_WIDGET (self);
}

void
liaison_quick_line_set_view (LiaisonQuickLine *self, GtkWidget *view)
{
  g_set_weak_pointer (&self->view, view);
}

GtkEditable *
liaison_quick_line_get_entry (LiaisonQuickLine *self)
{
  return GTK_EDITABLE (self->entry);
}
