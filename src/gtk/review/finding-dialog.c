/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/finding-dialog.h"

#include "record/kinds/accepted-finding.h"
#include "words/sentence.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More changes than these are counted. */
#define MAX_SHOWN 200

/* A dialog while it is open; it belongs to its window. */
typedef struct
{
  LiaisonSession *session;
  GPtrArray *findings;
  GtkWindow *window;
  GtkWidget *done;
  GtkTextBuffer *reason;
  GtkWidget *view;
  GtkEditable *until;
  GtkLabel *problem;
  LiaisonFixFunc fix;
  LiaisonAcceptFunc accept;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

static Dialog *
dialog_new (LiaisonSession *session, const GPtrArray *findings)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, liaison_finding_ref (findings->pdata[i]));
  return self;
}

static GtkWidget *
header_new (Dialog *self, const char *done)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->done = gtk_button_new_with_mnemonic (done);
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->done);
  return bar;
}

/* The window with its bar and what stands in it; Escape closes it. */
static void
make_window (Dialog *self, GtkWindow *parent, const char *title, const char *done, GtkWidget *content, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (self->window, title);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_default_size (self->window, 560, height);
  gtk_box_append (GTK_BOX (box), header_new (self, done));
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, dialog_free);
}

/* “Start: 281015ZOCT27 → 281445ZOCT27”. */
static char *
tell_edit (LiaisonSession *session, const LiaisonManner *manner, const LiaisonFixEdit *edit)
{
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session), edit->slot.record);
  g_auto (LiaisonValue) before = LIAISON_VALUE_INIT;

  if (record == NULL || edit->slot.field == LIAISON_SLOT_WHOLE || edit->slot.item_field != LIAISON_SLOT_WHOLE
      || !liaison_id_is_zero (edit->slot.item))
    return NULL;
  const LiaisonBlock *block = liaison_record_get_block (record);
  const LiaisonField *field = &block->shape->fields[edit->slot.field];
  liaison_block_get_slot (block, &edit->slot, &before);
  g_autofree char *old = liaison_manner_tell_value (manner, field, &before);
  g_autofree char *new = liaison_manner_tell_value (manner, field, &edit->value);
  /* Translators: A change: “Start: 281015ZOCT27 → 281445ZOCT27” */
  return liaison_words_format (manner->words, N_ ("{field}: {old} → {new}"), liaison_operand_field ("field", field->label),
                               liaison_operand_text ("old", *old != '\0' ? old : "—"),
                               liaison_operand_text ("new", *new != '\0' ? new : "—"));
}

void
liaison_finding_list_changes (LiaisonSession *session, const LiaisonFinding *finding, AdwPreferencesGroup *group)
{
  LiaisonManner manner = liaison_session_get_manner (session);

  for (guint i = 0; i < finding->fix->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, i);
      g_autofree char *name = liaison_manner_tell_name (&manner, edit->slot.record);
      g_autofree char *change = tell_edit (session, &manner, edit);
      g_autofree char *label = liaison_manner_tell_sentence (&manner, finding->fix_label, finding->operands);
      g_autofree char *title = g_markup_escape_text (name, -1);
      g_autofree char *subtitle = g_markup_escape_text (change != NULL ? change : label, -1);
      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_preferences_group_add (group, row);
    }
}

static void
fix_clicked_cb (GtkButton *button, Dialog *self)
{
  g_autoptr (GtkWindow) window = g_object_ref (self->window);

  self->fix (self->session, self->findings);
  gtk_window_destroy (window);
}

void
liaison_fix_dialog_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *findings, LiaisonFixFunc func)
{
  Dialog *self = dialog_new (session, findings);
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *count = liaison_screen_printf (ngettext ("This changes %u record, as one step that can be undone.",
                                                      "This changes %u records, as one step that can be undone.", findings->len),
                                            findings->len);

  self->fix = func;
  make_window (self, parent, _ ("Fix All"), _ ("_Fix All"), page, 560);
  adw_preferences_group_set_description (group, count);
  for (guint i = 0; i < MIN (findings->len, MAX_SHOWN); i++)
    liaison_finding_list_changes (session, findings->pdata[i], group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  g_signal_connect (self->done, "clicked", G_CALLBACK (fix_clicked_cb), self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->done);
}

static char *
dup_reason (Dialog *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (self->reason, &start, &end);
  text = gtk_text_buffer_get_text (self->reason, &start, &end, FALSE);
  return g_strstrip (text);
}

static void
reason_changed_cb (Dialog *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->done, *reason != '\0');
}

/* The day typed, or none; FALSE, and said why, when it cannot be understood. */
static gboolean
read_until (Dialog *self, gint32 *until)
{
  const LiaisonField *field = &liaison_accepted_finding_kind.shape.fields[LIAISON_FIELD (AcceptedFinding, until)];
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  *until = LIAISON_DATE_UNSET;
  if (!liaison_manner_read_field (&manner, NULL, field, NULL, gtk_editable_get_text (self->until), &value, &error))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->until));
      return FALSE;
    }
  if (value.form == LIAISON_VALUE_FIELD)
    *until = value.as.date;
  return TRUE;
}

static void
accept_clicked_cb (GtkWidget *widget, Dialog *self)
{
  g_autofree char *reason = dup_reason (self);
  g_autoptr (GtkWindow) window = g_object_ref (self->window);
  gint32 until;

  if (*reason == '\0' || !read_until (self, &until))
    return;
  self->accept (self->session, self->findings, reason, until);
  gtk_window_destroy (window);
}

static gboolean
done_cb (GtkWidget *window, GVariant *parameter, gpointer data)
{
  accept_clicked_cb (NULL, data);
  return TRUE;
}

static GtkWidget *
wrapped_label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What is accepted: the sentence, or how many. */
static GtkWidget *
subject_new (Dialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = NULL;

  if (self->findings->len == 1)
    text = liaison_manner_tell_finding (&manner, self->findings->pdata[0]);
  else
    text = liaison_screen_printf (ngettext ("%u finding is accepted for the same reason.", "%u findings are accepted for the same reason.",
                                      self->findings->len),
                            self->findings->len);
  return wrapped_label_new (text, NULL);
}

static GtkWidget *
reason_new (Dialog *self)
{
  GtkWidget *frame = gtk_frame_new (NULL), *scrolled = gtk_scrolled_window_new (), *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_frame_set_child (GTK_FRAME (frame), scrolled);
  gtk_widget_set_vexpand (frame, TRUE);
  self->reason = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (reason_changed_cb), self);
  self->view = view;
  return frame;
}

static void
add_keys (Dialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_callback_action_new (done_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
}

void
liaison_accept_dialog_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *findings, LiaisonAcceptFunc func)
{
  Dialog *self = dialog_new (session, findings);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *until = gtk_entry_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Look at it again _after"));

  self->accept = func;
  make_window (self, parent, _ ("Accept"), _ ("_Accept"), box, 380);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), subject_new (self));
  gtk_box_append (GTK_BOX (box), wrapped_label_new (_ ("Why can it stay as it is? The reason is kept with your name and the date. "
                                                       "When what it is about changes, the finding comes back."),
                                                    "dim-label"));
  gtk_box_append (GTK_BOX (box), reason_new (self));
  self->until = GTK_EDITABLE (until);
  gtk_entry_set_placeholder_text (GTK_ENTRY (until), _ ("a date, or nothing"));
  gtk_widget_set_hexpand (until, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), until);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), until);
  gtk_box_append (GTK_BOX (box), row);
  self->problem = GTK_LABEL (wrapped_label_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  add_keys (self);
  gtk_widget_set_sensitive (self->done, FALSE);
  g_signal_connect (self->done, "clicked", G_CALLBACK (accept_clicked_cb), self);
  g_signal_connect (until, "activate", G_CALLBACK (accept_clicked_cb), self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->view);
}
