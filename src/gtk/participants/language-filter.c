/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "participants/language-filter.h"

#include "record/kinds/participant.h"
#include "words/names.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  LiaisonTableView *view; /* borrowed */
  GtkDropDown *down;      /* borrowed */
  GPtrArray *tags;        /* of languages, from the second entry on; interned */
  gboolean filling;
} Languages;

static void
languages_free (gpointer data)
{
  Languages *self = data;
  g_ptr_array_unref (self->tags);
  g_free (self);
}

static const LiaisonLevel *
get_level (const LiaisonItems *items, guint index)
{
  return &LIAISON_DATA (SpokenLanguage, liaison_items_get (items, index))->level;
}

static gboolean
speaks (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  const LiaisonItems *items = LIAISON_DATA (Participant, block)->languages;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (g_strcmp0 (get_level (items, i)->language, data) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_tags_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_tags (LiaisonDocument *document)
{
  LiaisonTable *table = liaison_document_get_table (document, LIAISON_KIND_PARTICIPANT);
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonItems *items =
          LIAISON_DATA (Participant, liaison_record_get_block (liaison_table_get (table, i)))
              ->languages;
      for (guint j = 0; j < liaison_items_get_size (items); j++)
        {
          gpointer tag = (gpointer) get_level (items, j)->language;
          if (tag != NULL && !g_ptr_array_find (tags, tag, NULL))
            g_ptr_array_add (tags, tag);
        }
    }
  g_ptr_array_sort (tags, compare_tags_cb);
  return tags;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static void
select_tag (Languages *self, const char *tag)
{
  guint index = 0;

  if (tag != NULL && g_ptr_array_find (self->tags, tag, &index))
    index++;
  gtk_drop_down_set_selected (self->down, index);
}

/* Shows the names of the languages; keeps the one that is chosen. */
static void
fill (Languages *self)
{
  LiaisonSession *session = liaison_table_view_get_session (self->view);
  LiaisonManner manner = liaison_session_get_manner (session);
  guint selected = gtk_drop_down_get_selected (self->down);
  const char *tag = self->tags->len > 0 && selected > 0 && selected != GTK_INVALID_LIST_POSITION
                        ? self->tags->pdata[selected - 1]
                        : NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_ptr_array_unref (self->tags);
  self->tags = list_tags (liaison_session_get_document (session));
  gtk_string_list_append (list, _("Language: all"));
  for (guint i = 0; i < self->tags->len; i++)
    {
      g_autofree char *name = liaison_words_dup_language (manner.words, self->tags->pdata[i]);
      gtk_string_list_append (list, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->down, G_LIST_MODEL (list));
  select_tag (self, tag);
  self->filling = FALSE;
}

static void
document_changed_cb (GtkWidget *down, const LiaisonChange *changes, guint n)
{
  Languages *self = g_object_get_data (G_OBJECT (down), "liaison-languages");
  gboolean touched = FALSE;

  for (guint i = 0; i < n && !touched; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;
      touched =
          either->shape == &liaison_participant_kind.shape
          && (changes[i].before == NULL || changes[i].after == NULL
              || !liaison_items_equal (LIAISON_DATA (Participant, changes[i].before)->languages,
                                       LIAISON_DATA (Participant, changes[i].after)->languages));
    }
  if (touched)
    {
      g_autoptr (GPtrArray) tags =
          list_tags (liaison_session_get_document (liaison_table_view_get_session (self->view)));
      if (!is_same (tags, self->tags))
        fill (self);
    }
}

static void
manner_changed_cb (GtkWidget *down)
{
  fill (g_object_get_data (G_OBJECT (down), "liaison-languages"));
}

static void
selected_cb (Languages *self)
{
  guint selected = gtk_drop_down_get_selected (self->down);
  LiaisonTableFilter *filter = liaison_table_view_get_filter (self->view);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    liaison_table_filter_set_test (filter, "language", NULL, NULL, NULL);
  else
    liaison_table_filter_set_test (filter, "language", speaks, self->tags->pdata[selected - 1],
                                   NULL);
}

static void
reset_cb (GtkWidget *down)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 0);
}

void
liaison_language_filter_add (LiaisonTableView *view)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *down = gtk_drop_down_new (NULL, name);
  Languages *self = g_new0 (Languages, 1);

  self->view = view;
  self->down = GTK_DROP_DOWN (down);
  self->tags = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (down), "liaison-languages", self, languages_free);
  gtk_widget_set_tooltip_text (down, _("Language"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Language"), -1);
  fill (self);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), down, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), down,
                           G_CONNECT_SWAPPED);
  liaison_table_view_add_filter (view, down, G_CALLBACK (reset_cb));
}
