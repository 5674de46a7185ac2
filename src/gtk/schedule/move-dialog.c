/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/move-dialog.h"

#include "schedule/time-work.h"
#include "shared/table-maker.h"
#include "words/manner-move.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdlib.h>

#define DIALOG_KEY "liaison-move-dialog"

/* The window's; it lives as long as it does. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GArray *ids;             /* of what was selected */

  /* Borrowed, children */
  GtkWindow *window;
  AdwComboRow *work;
  AdwEntryRow *entry;
  GtkSwitch *locked;
  GtkWidget *locked_row;
  GtkSwitch *lengths;
  GtkWidget *lengths_row;
  GtkLabel *preview;
  GtkWidget *apply;
} MoveDialog;

static void
dialog_free (gpointer data)
{
  MoveDialog *self = data;

  g_array_unref (self->ids);
  g_object_unref (self->session);
  g_free (self);
}

static MoveDialog *
get_dialog (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DIALOG_KEY);
}

/* What is left of the selection, the earliest first. */
static GPtrArray *
list_blocks (MoveDialog *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonLookup lookup = liaison_document_get_lookup (document);
  GPtrArray *blocks = g_ptr_array_new ();
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < self->ids->len; i++)
    {
      LiaisonRecord *record =
          liaison_document_find (document, g_array_index (self->ids, LiaisonId, i));
      const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;
      gint64 start;

      if (block == NULL)
        continue;
      g_ptr_array_add (blocks, (gpointer) block);
      if (liaison_times_get_start (&lookup, block, &start) == LIAISON_TIME_KNOWN && start < first)
        {
          first = start;
          blocks->pdata[blocks->len - 1] = blocks->pdata[0];
          blocks->pdata[0] = (gpointer) block;
        }
    }
  return blocks;
}

static LiaisonBlock *
copy_cb (const LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = data;
  const LiaisonKind *kind = liaison_kind_for_shape (block->shape);
  g_autofree char *key = g_strdup_printf ("liaison-maker-%s", kind->plural);
  LiaisonTableMaker *maker = g_object_get_data (G_OBJECT (session), key);

  if (maker == NULL)
    {
      maker = liaison_table_maker_new (session, kind);
      g_object_set_data (G_OBJECT (session), key, maker);
    }
  return liaison_table_maker_duplicate (maker, block);
}

/* Serials are counted from what is in the plan each time. */
static void
forget_makers (LiaisonSession *session, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const LiaisonKind *kind =
          liaison_kind_for_shape (((const LiaisonBlock *) blocks->pdata[i])->shape);
      g_autofree char *key = g_strdup_printf ("liaison-maker-%s", kind->plural);
      LiaisonTableMaker *maker = g_object_steal_data (G_OBJECT (session), key);

      g_clear_pointer (&maker, liaison_table_maker_free);
    }
}

/* What stretching is asked for: "150 %", "80". */
static gboolean
read_percent (MoveDialog *self, guint *percent, GError **error)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  char *end;
  double number = g_ascii_strtod (text, &end);

  while (*end == ' ' || *end == '%')
    end++;
  if (*text != '\0' && *end == '\0' && number >= 1 && number <= 10000)
    {
      *percent = (guint) number;
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("Write a number of percent from 1 to 10000, such as 150."));
  return FALSE;
}

/* Does what is asked for, or (@proposal NULL) only tells what would be. */
static gboolean
work (MoveDialog *self,
      LiaisonProposal *proposal,
      LiaisonTimeWork *result,
      gint64 *by,
      GError **error)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GPtrArray) blocks = list_blocks (self);
  const LiaisonBlock *const *list = (const LiaisonBlock *const *) blocks->pdata;
  gboolean locked = gtk_switch_get_active (self->locked);
  guint percent;

  if (blocks->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("What was selected is not there any more."));
      return FALSE;
    }
  *by = 0;
  if (adw_combo_row_get_selected (self->work) == LIAISON_MOVE_DIALOG_STRETCH)
    {
      if (!read_percent (self, &percent, error))
        return FALSE;
      *result = liaison_time_work_stretch (&manner.lookup, list, blocks->len, percent,
                                           gtk_switch_get_active (self->lengths), locked, proposal);
      return TRUE;
    }
  if (!liaison_manner_read_move (&manner, snapshot, list[0],
                                 gtk_editable_get_text (GTK_EDITABLE (self->entry)), by, error))
    return FALSE;
  if (adw_combo_row_get_selected (self->work) == LIAISON_MOVE_DIALOG_COPY)
    {
      *result = liaison_time_work_copy (&manner.lookup, list, blocks->len, *by, copy_cb,
                                        self->session, proposal);
      forget_makers (self->session, blocks);
    }
  else
    *result = liaison_time_work_move (&manner.lookup, list, blocks->len, *by, locked, proposal);
  return TRUE;
}

/* What stays or comes along by itself, a line each. */
static void
append_lines (GString *text, const LiaisonTimeWork *result)
{
  guint n;

  if ((n = result->carried) > 0)
    liaison_screen_append (text,
                            ngettext ("\n%u hangs on another one of these and comes along.",
                                      "\n%u hang on others of these and come along.", n),
                            n);
  if ((n = result->locked) > 0)
    liaison_screen_append (
        text, ngettext ("\n%u is locked and stays.", "\n%u are locked and stay.", n), n);
  if ((n = result->timeless) > 0)
    liaison_screen_append (text, ngettext ("\n%u has no time.", "\n%u have no time.", n), n);
  if ((n = result->refused) > 0)
    liaison_screen_append (text,
                            ngettext ("\n%u would leave the years a plan knows, and stays.",
                                      "\n%u would leave the years a plan knows, and stay.", n),
                            n);
}

/* How many move, from when to when; what stays, and why. */
static char *
tell_result (MoveDialog *self, const LiaisonTimeWork *result, gint64 by)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  guint what = adw_combo_row_get_selected (self->work);
  GString *text = g_string_new (NULL);
  g_autofree char *from = liaison_manner_tell_time (&manner, result->first, NULL);
  g_autofree char *to = liaison_manner_tell_time (&manner, result->first + by, NULL);

  if (what == LIAISON_MOVE_DIALOG_COPY)
    liaison_screen_append (
        text, ngettext ("%u copy is made.", "%u copies are made.", result->moved), result->moved);
  else if (what == LIAISON_MOVE_DIALOG_STRETCH)
    liaison_screen_append (text, ngettext ("%u is stretched.", "%u are stretched.", result->moved),
                            result->moved);
  else
    liaison_screen_append (text, ngettext ("%u moves.", "%u move.", result->moved), result->moved);
  if (what != LIAISON_MOVE_DIALOG_STRETCH && result->first != 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: Two times: what began at the first of them begins at the second then */
      g_string_append_printf (text, _ ("The first goes from %1$s to %2$s."), from, to);
    }
  append_lines (text, result);
  return g_string_free (text, FALSE);
}

static void
show_preview (MoveDialog *self)
{
  LiaisonTimeWork result = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  guint what = adw_combo_row_get_selected (self->work);
  gint64 by;
  gboolean understood = work (self, NULL, &result, &by, &error);

  gtk_widget_set_visible (self->lengths_row, what == LIAISON_MOVE_DIALOG_STRETCH);
  gtk_widget_set_visible (self->locked_row, what != LIAISON_MOVE_DIALOG_COPY);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 what == LIAISON_MOVE_DIALOG_STRETCH
                                     ? _ ("To how many percent, such as 150")
                                     : _ ("By how much, or to when: +2h, -1d, to 261300Z"));
  if (understood)
    told = tell_result (self, &result, by);
  gtk_label_set_text (self->preview, understood ? told : error->message);
  if (understood || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "error");
  gtk_widget_set_sensitive (self->apply, understood && result.moved > 0);
}

static const char *
get_sentence (MoveDialog *self)
{
  switch (adw_combo_row_get_selected (self->work))
    {
    case LIAISON_MOVE_DIALOG_COPY:
      return N_ ("Copy {count} records in time");
    case LIAISON_MOVE_DIALOG_STRETCH:
      return N_ ("Stretch {count} records in time");
    default:
      return N_ ("Move {count} records in time");
    }
}

gboolean
liaison_move_dialog_apply (GtkWindow *window)
{
  MoveDialog *self = get_dialog (window);
  LiaisonProposal *proposal = liaison_proposal_new (get_sentence (self));
  LiaisonTimeWork result = { 0 };
  g_autofree char *notice = NULL;
  gint64 by;

  if (!work (self, proposal, &result, &by, NULL) || result.moved == 0)
    {
      liaison_proposal_free (proposal);
      gtk_widget_error_bell (GTK_WIDGET (window));
      return FALSE;
    }
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", result.moved));
  notice = tell_result (self, &result, by);
  if (!liaison_session_commit (self->session, proposal, notice))
    return FALSE;
  gtk_window_destroy (window);
  return TRUE;
}

static void
apply_cb (GtkWindow *window)
{
  liaison_move_dialog_apply (window);
}

static GtkWidget *
switch_row_new (const char *title, GtkSwitch **which)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  *which = GTK_SWITCH (toggle);
  return row;
}

static GtkWidget *
rows_new (MoveDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *combo = adw_combo_row_new ();
  GtkWidget *entry = adw_entry_row_new ();
  g_autoptr (GtkStringList) works = gtk_string_list_new (NULL);

  gtk_string_list_append (works, _ ("Move"));
  gtk_string_list_append (works, _ ("Copy"));
  gtk_string_list_append (works, _ ("Stretch"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ ("What to do"));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (works));
  self->work = ADW_COMBO_ROW (combo);
  self->entry = ADW_ENTRY_ROW (entry);
  self->locked_row = switch_row_new (_ ("Locked ones too"), &self->locked);
  self->lengths_row = switch_row_new (_ ("Stretch durations too"), &self->lengths);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), combo);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->lengths_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->locked_row);
  return group;
}

static GtkWidget *
bar_new (MoveDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->apply);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self->window);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self->window);
  return bar;
}

static void
connect_rows (MoveDialog *self)
{
  g_signal_connect_swapped (self->work, "notify::selected", G_CALLBACK (show_preview), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_preview), self);
  g_signal_connect_swapped (self->locked, "notify::active", G_CALLBACK (show_preview), self);
  g_signal_connect_swapped (self->lengths, "notify::active", G_CALLBACK (show_preview), self);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (apply_cb), self->window);
}

static GtkWidget *
content_new (MoveDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *preview = gtk_label_new (NULL);

  self->preview = GTK_LABEL (preview);
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_xalign (self->preview, 0);
  gtk_widget_set_valign (preview, GTK_ALIGN_START);
  gtk_widget_set_size_request (preview, -1, 84);
  gtk_box_append (GTK_BOX (inner), rows_new (self));
  gtk_box_append (GTK_BOX (inner), preview);
  gtk_widget_set_margin_top (inner, 12);
  gtk_widget_set_margin_bottom (inner, 12);
  gtk_widget_set_margin_start (inner, 12);
  gtk_widget_set_margin_end (inner, 12);
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), inner);
  return box;
}

GtkWindow *
liaison_move_dialog_present (GtkWindow *parent, LiaisonSession *session)
{
  GtkWidget *window = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  MoveDialog *self = g_new0 (MoveDialog, 1);
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (session), &n);

  self->window = GTK_WINDOW (window);
  self->session = g_object_ref (session);
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_array_append_vals (self->ids, ids, n);
  g_object_set_data_full (G_OBJECT (window), DIALOG_KEY, self, dialog_free);
  adw_window_set_content (ADW_WINDOW (window), content_new (self));
  connect_rows (self);
  gtk_window_set_title (self->window, _ ("Move in Time"));
  gtk_window_set_default_size (self->window, 460, -1);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  show_preview (self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self->window;
}

void
liaison_move_dialog_fill (GtkWindow *window, LiaisonMoveDialogWork what, const char *text)
{
  MoveDialog *self = get_dialog (window);

  adw_combo_row_set_selected (self->work, what);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

const char *
liaison_move_dialog_get_preview (GtkWindow *window)
{
  return gtk_label_get_text (get_dialog (window)->preview);
}
