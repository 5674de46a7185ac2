/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "table-fixture.h"

#include "record/intern.h"

#include <string.h>

void
table_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

LiaisonText *
table_make_text (Fixture *f, const char *text)
{
  return liaison_text_new (liaison_session_get_language (f->session), text);
}

LiaisonId
table_add_event (Fixture *f, const char *title, gint64 start)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_event_kind);
  LiaisonEventData *data = (LiaisonEventData *) block;

  data->title = table_make_text (f, title);
  liaison_instant_from_unix (start, NULL, &data->start);
  return liaison_session_add_record (f->session, &liaison_event_kind, block);
}

LiaisonId
table_add_site (Fixture *f, const char *name)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_site_kind);

  ((LiaisonSiteData *) block)->name = table_make_text (f, name);
  return liaison_session_add_record (f->session, &liaison_site_kind, block);
}

LiaisonId
table_add_nation (Fixture *f, const char *code)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_nation_kind);

  ((LiaisonNationData *) block)->code = liaison_intern (code, strlen (code));
  return liaison_session_add_record (f->session, &liaison_nation_kind, block);
}

LiaisonId
table_add_participant (Fixture *f, const char *name, const char *nation, LiaisonId parent)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_participant_kind);
  LiaisonParticipantData *data = (LiaisonParticipantData *) block;

  data->name = table_make_text (f, name);
  data->nation = nation != NULL ? liaison_intern (nation, strlen (nation)) : NULL;
  data->parent = parent;
  return liaison_session_add_record (f->session, &liaison_participant_kind, block);
}

void
table_show (Fixture *f, GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (f->window), widget);
  gtk_window_present (GTK_WINDOW (f->window));
  table_settle ();
}

void
table_set_up (Fixture *f, gconstpointer data)
{
  f->session = liaison_session_new (liaison_plan_new (liaison_id_new (1000)), NULL);
  f->document = liaison_session_get_document (f->session);
  f->site = table_add_site (f, "Harbour");
  f->events[0] = table_add_event (f, "Rehearsal", DAY (3));
  f->events[1] = table_add_event (f, "Élan <b>R&D</b> briefing", DAY (1));
  f->events[2] = table_add_event (f, "Conference", DAY (2));
  liaison_selection_clear (liaison_session_get_selection (f->session));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 600);
  f->view = LIAISON_TABLE_VIEW (liaison_table_view_new (f->session, &liaison_event_kind));
  table_show (f, GTK_WIDGET (f->view));
}

void
table_tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    gtk_window_destroy (GTK_WINDOW (each->data));
  table_settle ();
  g_clear_object (&f->session);
}

guint
table_count_rows (LiaisonTableView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (liaison_table_view_get_rows (view)));
}

LiaisonRecord *
table_record_at (LiaisonTableView *view, guint position)
{
  g_autoptr (GObject) row =
      g_list_model_get_item (G_LIST_MODEL (liaison_table_view_get_rows (view)), position);
  return liaison_table_row_get_record (row);
}

char *
table_name_at (Fixture *f, LiaisonTableView *view, guint position)
{
  LiaisonManner manner = liaison_session_get_manner (f->session);
  return liaison_manner_tell_block_name (
      &manner, liaison_record_get_block (table_record_at (view, position)));
}

char *
table_list_names (Fixture *f, LiaisonTableView *view)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < table_count_rows (view); i++)
    {
      g_autofree char *name = table_name_at (f, view, i);
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }
  return g_strdup (names->str);
}

void
table_assert_names (Fixture *f, LiaisonTableView *view, const char *expected)
{
  g_autofree char *names = table_list_names (f, view);
  g_assert_cmpstr (names, ==, expected);
}

gboolean
table_shows_text (GtkWidget *widget, const char *text)
{
  if (LIAISON_IS_TABLE_CELL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (liaison_table_cell_get_text (LIAISON_TABLE_CELL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (table_shows_text (child, text))
      return TRUE;
  return FALSE;
}

gpointer
table_find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = table_find_widget (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
table_count_edits (Fixture *f)
{
  return liaison_editor_get_history (liaison_session_get_editor (f->session))->len;
}

const LiaisonEventData *
table_event_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Event, liaison_record_get_block (liaison_document_find (f->document, id)));
}

const char *
table_title_of (Fixture *f, LiaisonId id)
{
  return liaison_text_pick (table_event_of (f, id)->title, "en", NULL);
}

gboolean
table_edit (Fixture *f, LiaisonId id, const char *column, const char *text)
{
  return liaison_table_view_edit_cell (f->view, id, column, text, NULL);
}

void
table_select_one (Fixture *f, LiaisonId id)
{
  liaison_selection_set_one (liaison_session_get_selection (f->session), id);
  table_settle ();
}

AdwMessageDialog *
table_find_dialog (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *each = toplevels; each != NULL; each = each->next)
    if (ADW_IS_MESSAGE_DIALOG (each->data))
      return each->data;
  return NULL;
}

void
table_answer (const char *response)
{
  AdwMessageDialog *dialog = table_find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  table_settle ();
}
