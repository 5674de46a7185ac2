/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/accepted-view.h"

#include "finding-item.h"
#include "review/finding-edits.h"
#include "review/review.h"

#include "record/kinds/accepted-finding.h"
#include "shared/empty-page.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_ACCEPTED_VIEW (liaison_accepted_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonAcceptedView, liaison_accepted_view, LIAISON, ACCEPTED_VIEW, AdwBin)

struct _LiaisonAcceptedView
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Children */
  GtkStack *pages;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *groups[2]; /* those in force, those that no longer meet anything; NULL while there are none */

  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonAcceptedView, liaison_accepted_view, ADW_TYPE_BIN)

static void
end_clicked_cb (GtkWidget *button, LiaisonAcceptedView *self)
{
  liaison_finding_end_acceptance (self->session, g_object_get_data (G_OBJECT (button), "acceptance"));
}

static void
row_activated_cb (AdwActionRow *row, LiaisonAcceptedView *self)
{
  const LiaisonBlock *acceptance = g_object_get_data (G_OBJECT (row), "acceptance");
  guint n;
  const LiaisonId *records = liaison_ids_get (LIAISON_DATA (AcceptedFinding, acceptance)->records, &n);
  char id[LIAISON_ID_TEXT_SIZE];

  if (n == 0)
    return;
  liaison_id_format (records[0], id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static void
keep_acceptance (gpointer widget, const LiaisonBlock *acceptance)
{
  g_object_set_data_full (G_OBJECT (widget), "acceptance", liaison_block_ref (acceptance), (GDestroyNotify) liaison_block_unref);
}

static GtkWidget *
row_new (LiaisonAcceptedView *self, const char *title, const LiaisonBlock *acceptance)
{
  GtkWidget *row = adw_action_row_new (), *end = gtk_button_new_with_label (_ ("Take Back"));
  g_autofree char *told = liaison_finding_tell_acceptance (self->session, acceptance);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *told_markup = g_markup_escape_text (told, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), told_markup);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (end, !liaison_editor_get_read_only (liaison_session_get_editor (self->session)));
  keep_acceptance (end, acceptance);
  keep_acceptance (row, acceptance);
  g_signal_connect_object (end, "clicked", G_CALLBACK (end_clicked_cb), self, 0);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_row (LiaisonAcceptedView *self, guint group, GtkWidget *row)
{
  if (self->groups[group] == NULL)
    {
      self->groups[group] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (self->groups[group], group == 0 ? _ ("Accepted") : _ ("No Longer Found As It Was"));
      if (group == 1)
        adw_preferences_group_set_description (
            self->groups[group],
            _ ("What these were about has changed or gone, or is to be looked at again. If it is still found, it is among the findings."));
      adw_preferences_page_add (self->page, self->groups[group]);
    }
  adw_preferences_group_add (self->groups[group], row);
}

/* Those in force, told by what they accept. */
static void
add_accepted (LiaisonAcceptedView *self, GHashTable *told)
{
  GListModel *accepted = liaison_session_get_accepted (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (accepted); i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (accepted, i);
      const LiaisonBlock *acceptance = liaison_finding_item_get_acceptance (item);
      LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      g_autofree char *sentence = liaison_manner_tell_finding (&manner, finding);
      GtkWidget *row = row_new (self, sentence, acceptance);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), liaison_severity_icon_new (finding->severity));
      add_row (self, 0, row);
      g_hash_table_add (told, (gpointer) &acceptance->id);
    }
}

/* “Overdue tests: Ottawa mail box”. */
static char *
tell_subject (const LiaisonManner *manner, const LiaisonBlock *acceptance)
{
  const LiaisonAcceptedFindingData *data = LIAISON_DATA (AcceptedFinding, acceptance);
  const LiaisonRule *rule = data->rule != NULL ? liaison_review_find_rule (data->rule) : NULL;
  g_autofree char *records
      = liaison_manner_tell_field (manner, acceptance, &acceptance->shape->fields[LIAISON_FIELD (AcceptedFinding, records)]);

  /* Translators: The title of a rule and the records it was about: “Overdue tests: Ottawa mail box” */
  return liaison_words_format (manner->words, N_ ("{rule}: {records}"),
                               liaison_operand_field ("rule", rule != NULL ? rule->title : data->rule),
                               liaison_operand_text ("records", records));
}

static void
add_others (LiaisonAcceptedView *self, GHashTable *told)
{
  LiaisonTable *table
      = liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_ACCEPTED_FINDING);
  LiaisonManner manner = liaison_session_get_manner (self->session);

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *acceptance = liaison_record_get_block (liaison_table_get (table, i));
      if (g_hash_table_contains (told, &acceptance->id))
        continue;
      g_autofree char *subject = tell_subject (&manner, acceptance);
      add_row (self, 1, row_new (self, subject, acceptance));
    }
}

static void
update (LiaisonAcceptedView *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (liaison_id_hash, liaison_id_equal);

  for (guint i = 0; i < 2; i++)
    if (self->groups[i] != NULL)
      {
        adw_preferences_page_remove (self->page, self->groups[i]);
        self->groups[i] = NULL;
      }
  add_accepted (self, told);
  add_others (self, told);
  gtk_stack_set_visible_child_name (self->pages, self->groups[0] != NULL || self->groups[1] != NULL ? "list" : "none");
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonAcceptedView *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LiaisonAcceptedView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
liaison_accepted_view_dispose (GObject *object)
{
  LiaisonAcceptedView *self = LIAISON_ACCEPTED_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_accepted_view_parent_class)->dispose (object);
}

static void
liaison_accepted_view_class_init (LiaisonAcceptedViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_accepted_view_dispose;
}

static void
liaison_accepted_view_init (LiaisonAcceptedView *self)
{
  GtkWidget *none = liaison_empty_page_new (
      "emblem-ok-symbolic", _ ("Nothing Accepted"),
      _ ("A finding that is known and may stay can be accepted with a reason. It is listed here, and comes "
         "back when what it is about changes."));

  self->pages = GTK_STACK (gtk_stack_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->page), "list");
  gtk_stack_add_named (self->pages, none, "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pages));
}

GtkWidget *
liaison_accepted_view_new (LiaisonSession *session, const LiaisonKind *kind)
{
  LiaisonAcceptedView *self = g_object_new (LIAISON_TYPE_ACCEPTED_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_accepted (session), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_document_get_table (liaison_session_get_document (session), LIAISON_KIND_ACCEPTED_FINDING),
                           "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
