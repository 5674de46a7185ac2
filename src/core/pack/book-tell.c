/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonBook: the records there are for sections, and what is told of them. */
#include "config.h"

#include "pack/book.h"

#include "record/dtg.h"
#include "schedule/recurrence.h"
#include "words/dates.h"
#include "words/query.h"
#include "words/range.h"
#include "words/sentence.h"

#define DAY 86400
/* Nations that a cell of a table names. */
#define MOST_NAMES 3

const char *
liaison_book_say (const LiaisonBook *self, const char *msgid)
{
  return liaison_words_get (self->words, msgid);
}

char *
liaison_book_tell (LiaisonBook *self, const LiaisonBlock *record, const char *name)
{
  const LiaisonField *field = liaison_shape_find (record->shape, name, NULL);
  char *told;

  if (field == NULL || !liaison_block_field_is_set (record, field))
    return NULL;
  told = liaison_manner_tell_field (&self->manner, record, field);
  if (*told == '\0')
    g_clear_pointer (&told, g_free);
  return told;
}

GPtrArray *
liaison_book_list (LiaisonBook *self, const LiaisonKind *kind, const char *condition)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);

  /* A condition that cannot be understood lets nothing through: less is safer than more. */
  if ((condition != NULL && !liaison_query_add_condition (query, self->words, condition, NULL))
      || (self->part != NULL && self->part->filter != NULL
          && !liaison_query_add_condition (query, self->words, self->part->filter, NULL)))
    return g_ptr_array_new ();
  return liaison_query_run (query, &self->manner, self->copy);
}

char *
liaison_book_isolate (char *text)
{
  char *isolated;

  if (text == NULL || *text == '\0')
    return text;
  isolated = g_strconcat ("\u2066", text, "\u2069", NULL);
  g_free (text);
  return isolated;
}

char *
liaison_book_tell_nation (LiaisonBook *self, const char *code)
{
  return liaison_manner_tell_nation (&self->manner, code);
}

char *
liaison_book_tell_codes (LiaisonBook *self, const LiaisonCodes *codes)
{
  guint n;
  const char *const *list = liaison_codes_get (codes, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", list[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
liaison_book_tell_nations (LiaisonBook *self, const LiaisonBlock *record, const char *name)
{
  const LiaisonField *field = liaison_shape_find (record->shape, name, NULL);
  const LiaisonCodes *codes = *(LiaisonCodes *const *) LIAISON_BLOCK_AT (record, field);
  guint n;

  liaison_codes_get (codes, &n);
  return n > MOST_NAMES ? liaison_book_tell_codes (self, codes)
                        : liaison_book_tell (self, record, name);
}

char *
liaison_book_tell_hours (LiaisonBook *self, gint64 start, gint64 end, const char *zone)
{
  g_autofree char *from = liaison_words_format_time (self->words, start, zone);
  g_autofree char *to = liaison_words_format_time (self->words, end, zone);

  if (end <= start)
    return g_steal_pointer (&from);
  return liaison_words_format_range (self->words, from, to, LIAISON_RANGE_CLOSE);
}

char *
liaison_book_tell_days (LiaisonBook *self, gint64 start, gint64 end)
{
  const char *zone = self->manner.zone;

  return liaison_words_format_days (
      self->words, (gint32) (liaison_recurrence_to_wall (zone, start) / DAY),
      (gint32) (liaison_recurrence_to_wall (zone, MAX (start, end)) / DAY));
}

char *
liaison_book_tell_zulu (gint64 seconds)
{
  LiaisonWall wall;

  liaison_wall_from_unix (seconds, 0, &wall);
  return g_strdup_printf ("%02d%02d%02dZ", wall.day, wall.hour, wall.minute);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const LiaisonBlock *left = *(const LiaisonBlock *const *) a;
  const LiaisonBlock *right = *(const LiaisonBlock *const *) b;
  const LiaisonField *field = data;
  int order = field != NULL ? g_strcmp0 (*(GRefString *const *) LIAISON_BLOCK_AT (left, field),
                                         *(GRefString *const *) LIAISON_BLOCK_AT (right, field))
                            : 0;

  return order != 0 ? order : liaison_id_compare (left->id, right->id);
}

GPtrArray *
liaison_book_list_items (const LiaisonItems *items, const char *order_field)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    g_ptr_array_add (list, (gpointer) liaison_items_get (items, i));
  if (list->len > 0)
    g_ptr_array_sort_with_data (
        list, compare_items,
        (gpointer) liaison_shape_find (((const LiaisonBlock *) list->pdata[0])->shape, order_field,
                                       NULL));
  return list;
}

const char *
liaison_book_pick (const LiaisonBook *self, const LiaisonText *text)
{
  const char *found = liaison_text_pick (text, self->language, NULL);

  return found != NULL && *found != '\0' ? found : NULL;
}

char *
liaison_book_tell_withheld (const LiaisonBook *self)
{
  guint n = self->order->count_withheld ? self->redaction->n_records : self->redaction->n_told;

  if (n == 0)
    return NULL;
  return liaison_words_format_plural (self->words, "{n} record is withheld from this pack.",
                                      "{n} records are withheld from this pack.", n,
                                      liaison_operand_integer ("n", n));
}

const char *
liaison_book_get_nation (const LiaisonBook *self)
{
  return self->order->nation;
}

/* What has the id @plan_id in the plan, if the audience may see it. */
static const LiaisonBlock *
find_by_origin (LiaisonBook *self, LiaisonKindId kind, LiaisonId plan_id)
{
  const LiaisonBlock *const *blocks;
  guint n;

  blocks = liaison_snapshot_get (self->copy, kind, &n);
  for (guint i = 0; i < n && !liaison_id_is_zero (plan_id); i++)
    if (liaison_id_compare (liaison_redaction_get_origin (self->redaction, blocks[i]->id), plan_id)
        == 0)
      return blocks[i];
  return NULL;
}

const LiaisonBlock *
liaison_book_find_post (LiaisonBook *self)
{
  return find_by_origin (self, LIAISON_KIND_POST, self->order->post);
}

const LiaisonBlock *
liaison_book_find_event (LiaisonBook *self)
{
  return find_by_origin (self, LIAISON_KIND_EVENT, self->order->event);
}
