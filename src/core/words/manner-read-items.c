/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Values may have so many commas and no more. */
#define MAX_JOINED 8

static LiaisonReading
make_field_reading (const LiaisonReading *reading, const LiaisonField *field, const char *plain)
{
  LiaisonReading part = liaison_reading_of_part (reading, plain);

  part.field = field;
  part.block = NULL;
  return part;
}

/* A boolean column says its label where it is so, as tell_field does. */
static gboolean
read_column (const LiaisonReading *reading,
             LiaisonBlock *item,
             const LiaisonField *field,
             const char *plain)
{
  LiaisonReading part = make_field_reading (reading, field, plain);
  g_autofree char *folded = NULL;
  g_autofree char *label = NULL;

  if (field->type != LIAISON_FIELD_BOOLEAN)
    return liaison_reading_read (&part, LIAISON_BLOCK_AT (item, field), NULL);
  folded = liaison_lexicon_fold (plain);
  label = liaison_lexicon_fold (liaison_words_get (reading->manner->words, field->label));
  *(gboolean *) LIAISON_BLOCK_AT (item, field) = g_str_equal (folded, label);
  return g_str_equal (folded, label);
}

/* How many parts from @first on are the value of the column, the most that are, as values may have
 * commas; 0: none. A text takes anything, so it is given one part. */
static guint
take_column (const LiaisonReading *reading,
             LiaisonBlock *item,
             const LiaisonField *field,
             const GPtrArray *parts,
             guint first)
{
  gboolean free_text = field->type == LIAISON_FIELD_TEXT || field->type == LIAISON_FIELD_STRING;
  /* The comma within a number has no blank. */
  const char *comma = field->type == LIAISON_FIELD_INTEGER ? "," : ", ";

  for (guint n = free_text ? 1 : MIN (parts->len - first, MAX_JOINED); n > 0; n--)
    {
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint i = first; i < first + n; i++)
        g_string_append_printf (joined, "%s%s", i > first ? comma : "",
                                (const char *) g_ptr_array_index (parts, i));
      if (read_column (reading, item, field, joined->str))
        return n;
    }
  return 0;
}

/* Each part goes to the first column behind the one before that understands it: unset columns were
 * left out. */
static gboolean
read_columns (const LiaisonReading *reading, LiaisonBlock *item, const char *plain)
{
  g_autoptr (GPtrArray) parts = liaison_reading_split (reading, plain);
  guint part = 0;

  for (guint column = 0; column < item->shape->n_fields && part < parts->len; column++)
    if (item->shape->fields[column].flags & LIAISON_FIELD_COLUMN)
      part += take_column (reading, item, &item->shape->fields[column], parts, part);
  return parts->len > 0 && part == parts->len;
}

static gboolean
read_item (const LiaisonReading *reading, LiaisonBlock *item, const char *plain)
{
  const LiaisonField *title = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_TITLE);

  if (title)
    return read_column (reading, item, title, plain);
  return read_columns (reading, item, plain);
}

/* The item that is there already and is told so; it is kept as it is. */
static const LiaisonBlock *
find_present (const LiaisonReading *reading, const char *plain)
{
  const LiaisonItems *items =
      reading->block ? *(LiaisonItems *const *) LIAISON_BLOCK_AT (reading->block, reading->field)
                     : NULL;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      g_autofree char *told = liaison_manner_tell_item (reading->manner, item, 0);
      g_autofree char *told_plain = liaison_reading_make_plain (told);

      if (g_str_equal (told_plain, plain))
        return item;
    }
  return NULL;
}

static gboolean
refuse_item (const LiaisonReading *reading, const char *plain, GError **error)
{
  const LiaisonShape *shape = reading->field->items;
  GArray *operands = liaison_operands_new ();
  LiaisonOperand part = liaison_operand_text ("part", plain);

  g_array_append_val (operands, part);
  for (guint i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].flags & LIAISON_FIELD_COLUMN)
      {
        LiaisonOperand column = liaison_operand_field ("columns", shape->fields[i].label);

        g_array_append_val (operands, column);
      }
  return liaison_reading_refuse_with (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      /* Translators: {columns} is a list such as “Event, Type and Lag”. */
      N_ ("“{part}” is not understood. Write {columns} in this order with commas between "
          "them, and semicolons between entries."),
      operands);
}

gboolean
liaison_reading_read_items (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autoptr (GPtrArray) parts = liaison_reading_split_items (reading, reading->plain);
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *plain = g_ptr_array_index (parts, i);
      const LiaisonBlock *present = find_present (reading, plain);
      g_autoptr (LiaisonBlock) item = NULL;

      if (present)
        item = liaison_block_ref (present);
      else
        {
          item = liaison_block_new (reading->field->items,
                                    liaison_id_new (reading->manner->now * 1000));
          if (!read_item (reading, item, plain))
            return refuse_item (reading, plain, error);
        }
      g_ptr_array_add (blocks, g_steal_pointer (&item));
    }
  *(LiaisonItems **) at = liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
  g_ptr_array_set_free_func (blocks, NULL);
  return TRUE;
}
