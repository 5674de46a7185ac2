/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/join-window.h"

#include "review/finding-dialog.h"
#include "review/finding-edits.h"
#include "screen.h"
#include "shared/escape.h"

#include "edit/join.h"
#include "review/join.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A question while it is open; it belongs to its window. */
typedef struct
{
  LiaisonSession *session;
  GArray *ids; /* of LiaisonId */
  guint stays; /* place in ids */
  GtkWindow *window;
  GtkWidget *done;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *changes;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_object (&self->session);
  g_array_unref (self->ids);
  g_free (self);
}

gboolean
liaison_join_records (LiaisonSession *session, const LiaisonId *ids, guint n, guint stays)
{
  guint joined = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonFinding) finding =
          i != stays ? liaison_join_new (ids[i], ids[stays]) : NULL;

      if (finding == NULL
          || !liaison_finding_fix_with_notice (session, finding, joined == 0 ? _ ("Joined") : NULL))
        continue;
      if (joined++ > 0)
        liaison_editor_join (liaison_session_get_editor (session));
    }
  if (joined > 0)
    liaison_selection_set_one (liaison_session_get_selection (session), ids[stays]);
  return joined > 0;
}

/* What one of them would change; FALSE: it cannot be done. */
static gboolean
append_changes (Question *self, guint i)
{
  g_autoptr (LiaisonFinding) finding = liaison_join_new (
      g_array_index (self->ids, LiaisonId, i), g_array_index (self->ids, LiaisonId, self->stays));
  LiaisonFinding *mended = liaison_session_mend (self->session, finding);

  if (mended->fix == NULL)
    return FALSE;
  liaison_finding_list_changes (self->session, mended, self->changes);
  return TRUE;
}

static void
fill (Question *self)
{
  gboolean can = TRUE;

  if (self->changes != NULL)
    adw_preferences_page_remove (self->page, self->changes);
  self->changes = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->changes, _ ("What changes"));
  for (guint i = 0; i < self->ids->len; i++)
    can = (i == self->stays || append_changes (self, i)) && can;
  adw_preferences_group_set_description (
      self->changes, can ? _ ("All that refers to the others refers to the one that stays. Only "
                              "who may see all of them sees it.")
                         : _ ("This cannot be done here: they have different levels, or something "
                              "hangs on one of them in a way that "
                              "you have to change first, such as a time."));
  adw_preferences_page_add (self->page, self->changes);
  gtk_widget_set_sensitive (self->done, can);
}

static void
chosen_cb (Question *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->stays = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "place"));
  fill (self);
}

static void
done_cb (Question *self)
{
  g_autoptr (GtkWindow) window = g_object_ref (self->window);

  liaison_join_records (self->session, (const LiaisonId *) (gconstpointer) self->ids->data,
                        self->ids->len, self->stays);
  gtk_window_destroy (window);
}

/* Its code and who may see it. */
static char *
describe (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const LiaisonField *serial = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  const LiaisonField *marking = liaison_shape_find (block->shape, "marking", NULL);
  g_autofree char *code =
      serial != NULL ? liaison_manner_tell_field (manner, block, serial) : g_strdup ("");
  g_autofree char *told =
      marking != NULL ? liaison_manner_tell_field (manner, block, marking) : g_strdup ("");
  if (*code == '\0' || *told == '\0')
    return g_strconcat (code, told, NULL);
  return g_strjoin (liaison_screen_separator (), code, told, NULL);
}

static GtkCheckButton *
append_choice (Question *self,
               AdwPreferencesGroup *group,
               LiaisonRecord *record,
               GtkCheckButton *first)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonId id = liaison_record_get_id (record);
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *name = liaison_manner_tell_name (&manner, id);
  g_autofree char *seen = describe (&manner, liaison_record_get_block (record));
  g_autofree char *title = g_markup_escape_text (name, -1),
                  *subtitle = g_markup_escape_text (seen, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (check), "place", GUINT_TO_POINTER (self->ids->len));
  g_array_append_val (self->ids, id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), first == NULL);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (chosen_cb), self);
  adw_preferences_group_add (group, row);
  return first != NULL ? first : GTK_CHECK_BUTTON (check);
}

static GtkWidget *
header_new (Question *self)
{
  GtkWidget *bar = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->done = gtk_button_new_with_mnemonic (_ ("_Join"));
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->done);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (done_cb), self);
  return bar;
}

static void
make_window (Question *self, GtkWindow *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = GTK_WINDOW (adw_window_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_window_set_title (self->window, _ ("Join Records"));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_default_size (self->window, 560, 560);
  gtk_box_append (GTK_BOX (box), header_new (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  liaison_close_on_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "question", self, question_free);
}

void
liaison_join_window_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *records)
{
  Question *self = g_new0 (Question, 1);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkCheckButton *first = NULL;

  self->session = g_object_ref (session);
  self->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  make_window (self, parent);
  adw_preferences_group_set_title (group, _ ("Which one stays"));
  for (guint i = 0; i < records->len; i++)
    first = append_choice (self, group, records->pdata[i], first);
  adw_preferences_page_add (self->page, group);
  fill (self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->done);
}
