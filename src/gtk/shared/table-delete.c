/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-private.h"
#include "shared/table-references.h"

#include "message.h"
#include "words/numbers.h"
#include "screen.h"

#include <glib/gi18n.h>

/* So many names of records are told in a question. */
#define MAX_NAMES 5

/* A question under way. */
typedef struct
{
  GWeakRef view;
  GArray *ids;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->view);
  g_array_unref (question->ids);
  g_free (question);
}

static void
delete_records (LiaisonTableView *self, const GPtrArray *records)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (GPtrArray) users = liaison_table_list_users (document, records);
  g_autofree char *count = liaison_table_count_text (self->kind, records->len);
  /* Translators: What was deleted is translated on its own: “12 events deleted” */
  g_autofree char *notice = g_strdup_printf (_ ("%s deleted"), count);
  LiaisonProposal *proposal = liaison_proposal_new (
      records->len == 1 ? N_ ("Delete {record}") : N_ ("Delete {count} records"));

  if (records->len == 1)
    {
      g_autofree char *name =
          liaison_manner_tell_block_name (liaison_table_cache_get_manner (self->cache),
                                          liaison_record_get_block (records->pdata[0]));
      liaison_proposal_take_operand (proposal, liaison_operand_text ("record", name));
    }
  else
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", records->len));
  for (guint i = 0; i < users->len; i++)
    liaison_table_clear_references (document, proposal, users->pdata[i], records);
  for (guint i = 0; i < records->len; i++)
    liaison_proposal_remove_record (proposal, liaison_record_get_block (records->pdata[i]));
  liaison_session_commit (self->session, proposal, notice);
}

static void
answer_cb (const char *response, gpointer data)
{
  Question *question = data;
  g_autoptr (LiaisonTableView) self = g_weak_ref_get (&question->view);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  if (self != NULL && self->session != NULL && g_strcmp0 (response, "delete") == 0)
    {
      for (guint i = 0; i < question->ids->len; i++)
        {
          LiaisonRecord *record =
              liaison_document_find (liaison_session_get_document (self->session),
                                     g_array_index (question->ids, LiaisonId, i));
          if (record != NULL)
            g_ptr_array_add (records, record);
        }
      if (records->len > 0)
        delete_records (self, records);
    }
  question_free (question);
}

static char *
list_names (LiaisonTableView *self, const GPtrArray *records)
{
  const LiaisonManner *manner = liaison_table_cache_get_manner (self->cache);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < MIN (records->len, MAX_NAMES); i++)
    {
      g_autofree char *name =
          liaison_manner_tell_block_name (manner, liaison_record_get_block (records->pdata[i]));
      g_strv_builder_add (builder, name);
    }
  if (records->len > MAX_NAMES)
    {
      guint left = records->len - MAX_NAMES;
      /* Translators: At the end of a list of names: “Norway, Poland and 7 others” */
      g_autofree char *others = liaison_screen_printf (ngettext ("%u other", "%u others", left), left);
      g_strv_builder_add (builder, others);
    }
  names = g_strv_builder_end (builder);
  return liaison_words_format_list (manner->words, (const char *const *) names,
                                    g_strv_length (names), LIAISON_LIST_AND);
}

static char *
tell_question (LiaisonTableView *self, const GPtrArray *records)
{
  g_autofree char *what = NULL;

  if (records->len == 1)
    {
      what = liaison_manner_tell_block_name (liaison_table_cache_get_manner (self->cache),
                                             liaison_record_get_block (records->pdata[0]));
      return g_strdup_printf (_ ("Delete “%s”?"), what);
    }
  what = liaison_table_count_text (self->kind, records->len);
  /* Translators: What would be deleted is translated on its own: “Delete 12 events?” */
  return g_strdup_printf (_ ("Delete %s?"), what);
}

static void
ask (LiaisonTableView *self, const GPtrArray *records, const GPtrArray *users)
{
  static const char delete_id[] = "delete";
  const LiaisonAnswer answers[] = { { delete_id, _ ("_Clear References and Delete"), TRUE,
                                      FALSE } };
  Question *question = g_new0 (Question, 1);
  g_autofree char *heading = tell_question (self, records);
  g_autofree char *names = list_names (self, users);
  g_autofree char *who = liaison_screen_printf (
      ngettext ("%u other record refers to what would be deleted: %s.",
                "%u other records refer to what would be deleted: %s.", users->len),
      users->len, names);
  g_autofree char *body = g_strdup_printf (
      /* Translators: %s is a whole sentence that says which records refer to what would be deleted.
       */
      _ ("%s\n\nTheir references would be cleared; times that hang on it stay as they are now. You "
         "can undo this."),
      who);

  g_weak_ref_init (&question->view, self);
  question->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId id = liaison_record_get_id (records->pdata[i]);
      g_array_append_val (question->ids, id);
    }
  liaison_ask (liaison_table_view_get_window (self), heading, body, answers, G_N_ELEMENTS (answers),
               answer_cb, question);
}

void
liaison_table_view_delete (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_selected (self, FALSE);

  if (records->len == 0)
    return;
  if (self->setup != NULL && self->setup->deletes != NULL
      && self->setup->deletes (self, records, self->setup_data))
    return;
  liaison_table_view_delete_records (self, records);
}

void
liaison_table_view_delete_records (LiaisonTableView *self, const GPtrArray *records)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (GPtrArray) users = liaison_table_list_users (document, records);

  if (users->len > 0)
    ask (self, records, users);
  else
    delete_records (self, records);
}
