/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/title-finder.h"

#include <string.h>

/* In bytes. */
#define MIN_LENGTH 16
/* Titles are looked up by their first bytes. */
#define HEAD 8

typedef struct
{
  const LiaisonBlock *record;
  const char *text; /* borrowed */
  gsize length;
} Title;

struct _LiaisonTitleFinder
{
  GHashTable *heads;  /* first bytes as a number -> GArray of Title */
  guint8 marks[8192]; /* a bit for each hash of a head, so that most places are passed by at once */
};

LiaisonTitleFinder *
liaison_title_finder_new (void)
{
  LiaisonTitleFinder *self = g_new0 (LiaisonTitleFinder, 1);

  self->heads =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
liaison_title_finder_free (LiaisonTitleFinder *self)
{
  g_hash_table_unref (self->heads);
  g_free (self);
}

static guint64
get_head (const char *text)
{
  guint64 head;

  memcpy (&head, text, HEAD);
  return head;
}

static guint
get_mark (guint64 head)
{
  return (guint) ((head * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 48);
}

void
liaison_title_finder_add (LiaisonTitleFinder *self, const LiaisonBlock *record, const char *text)
{
  Title title = { record, text, strlen (text) };

  if (title.length < MIN_LENGTH)
    return;
  guint64 head = get_head (text);
  GArray *titles = g_hash_table_lookup (self->heads, &head);
  if (titles == NULL)
    {
      titles = g_array_new (FALSE, FALSE, sizeof (Title));
      g_hash_table_insert (self->heads, g_memdup2 (&head, sizeof head), titles);
      guint mark = get_mark (head);
      self->marks[mark >> 3] |= (guint8) (1 << (mark & 7));
    }
  g_array_append_val (titles, title);
}

void
liaison_title_finder_add_title (LiaisonTitleFinder *self, const LiaisonBlock *record)
{
  const LiaisonField *field = liaison_shape_find_flagged (record->shape, LIAISON_FIELD_TITLE);
  const LiaisonText *title;

  if (field == NULL || field->type != LIAISON_FIELD_TEXT)
    return;
  title = *(LiaisonText *const *) LIAISON_BLOCK_AT (record, field);
  for (guint i = 0; i < liaison_text_get_size (title); i++)
    liaison_title_finder_add (self, record, liaison_text_get_string (title, i));
}

gboolean
liaison_title_finder_is_empty (const LiaisonTitleFinder *self)
{
  return g_hash_table_size (self->heads) == 0;
}

static void
add_named (GPtrArray **named, const LiaisonBlock *record)
{
  if (*named == NULL)
    *named = g_ptr_array_new ();
  if (!g_ptr_array_find (*named, record, NULL))
    g_ptr_array_add (*named, (gpointer) record);
}

void
liaison_title_finder_find (const LiaisonTitleFinder *self,
                           const char *text,
                           const LiaisonBlock *but,
                           GPtrArray **named)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + MIN_LENGTH <= length; i++)
    {
      guint64 head = get_head (text + i);
      guint mark = get_mark (head);
      if (!(self->marks[mark >> 3] & (1 << (mark & 7))))
        continue;
      const GArray *titles = g_hash_table_lookup (self->heads, &head);
      for (guint j = 0; titles != NULL && j < titles->len; j++)
        {
          const Title *title = &g_array_index (titles, Title, j);
          if (title->record != but && title->length <= length - i
              && memcmp (title->text, text + i, title->length) == 0)
            add_named (named, title->record);
        }
    }
}
