/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/own-column.h"

#include "record/field-type.h"
#include "record/intern.h"
#include "record/kinds/column-value.h"
#include "record/kinds/exercise.h"
#include "record/own-column-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CHOICES 256

static const LiaisonFieldType types[] = {
  [LIAISON_COLUMN_TYPE_TEXT] = LIAISON_FIELD_STRING,
  [LIAISON_COLUMN_TYPE_TRANSLATED_TEXT] = LIAISON_FIELD_TEXT,
  [LIAISON_COLUMN_TYPE_NUMBER] = LIAISON_FIELD_INTEGER,
  /* Yes, no and not said yet are three different things. */
  [LIAISON_COLUMN_TYPE_YES_NO] = LIAISON_FIELD_CHOICE,
  [LIAISON_COLUMN_TYPE_CHOICE] = LIAISON_FIELD_CHOICE,
  [LIAISON_COLUMN_TYPE_DATE] = LIAISON_FIELD_DATE,
  [LIAISON_COLUMN_TYPE_TIME] = LIAISON_FIELD_INSTANT,
  [LIAISON_COLUMN_TYPE_DURATION] = LIAISON_FIELD_DURATION,
  [LIAISON_COLUMN_TYPE_NATION] = LIAISON_FIELD_NATION,
};

LIAISON_DEFINE_CHOICES (yes_no, { "true", N_ ("Yes") }, { "false", N_ ("No") });

/* All columns there have ever been in this process, by what was declared. */
static GMutex making;
static GHashTable *made;    /* declaration -> LiaisonOwnColumn */
static GHashTable *made_of; /* field -> LiaisonOwnColumn */

/* Lines of text as choices, each once. */
static LiaisonChoices
make_choices (const char *lines)
{
  g_auto (GStrv) words = g_strsplit (lines != NULL ? lines : "", "\n", MAX_CHOICES);
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (LiaisonChoice));
  LiaisonChoice choice = { "", "" };
  LiaisonChoices list;

  g_array_append_val (choices, choice);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      const LiaisonChoices sofar = { choices->len, (const LiaisonChoice *) choices->data };

      if (*word == '\0' || liaison_choices_find (&sofar, word, strlen (word)) != 0)
        continue;
      choice.nick = choice.label = g_strdup (word);
      g_array_append_val (choices, choice);
    }
  list.n = choices->len;
  list.choices = (const LiaisonChoice *) g_array_free (choices, FALSE);
  return list;
}

static const char *
dup_text (const LiaisonText *text, const char *language)
{
  const char *string = liaison_text_pick (text, language, NULL);
  return string != NULL && *string != '\0' ? g_strdup (string) : NULL;
}

static LiaisonOwnColumn *
make_column (const LiaisonOwnColumnData *data, const char *language)
{
  LiaisonOwnColumn *self = g_new0 (LiaisonOwnColumn, 1);
  const char *label = dup_text (data->label, language);

  self->key = g_strdup (data->key);
  self->id = data->block.id;
  self->players = data->players;
  self->shown = data->shown;
  self->type = data->type;
  self->choices = data->type == LIAISON_COLUMN_TYPE_YES_NO ? yes_no : make_choices (data->choices);
  self->field = (LiaisonField){
    .type = types[data->type],
    .offset = (sizeof (LiaisonBlock) + 15) / 16 * 16,
    .name = self->key,
    .label = label != NULL ? label : self->key,
    .help = dup_text (data->help, language),
    .unit = dup_text (data->unit, language),
    .choices = &self->choices,
    .flags = data->players ? LIAISON_FIELD_DEFAULT : LIAISON_FIELD_CONTROL,
    .minimum = data->type == LIAISON_COLUMN_TYPE_DURATION ? -G_GINT64_CONSTANT (3155760000) : 0,
    .maximum = data->type == LIAISON_COLUMN_TYPE_DURATION ? G_GINT64_CONSTANT (3155760000) : 0,
  };
  self->shape = (LiaisonShape){
    .name = "own-value",
    .label = self->field.label,
    .size = self->field.offset + sizeof (((LiaisonValue *) NULL)->as),
    .n_fields = 1,
    .fields = &self->field,
    .lore = &self->lore,
  };
  return self;
}

static void
append_part (GString *text, const char *part)
{
  g_string_append (text, part != NULL ? part : "");
  g_string_append_c (text, '\x1f');
}

static char *
tell_declaration (const LiaisonOwnColumnData *data, const char *language)
{
  GString *text = g_string_new (NULL);
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (data->block.id, id);
  append_part (text, id);
  append_part (text, language);
  append_part (text, data->key);
  append_part (text, liaison_text_pick (data->label, language, NULL));
  append_part (text, liaison_text_pick (data->help, language, NULL));
  append_part (text, liaison_text_pick (data->unit, language, NULL));
  append_part (text, data->choices);
  g_string_append_printf (text, "%d %d %d", data->type, data->players, data->shown);
  return g_string_free (text, FALSE);
}

static const LiaisonOwnColumn *
intern_column (const LiaisonOwnColumnData *data, const char *language)
{
  g_autofree char *declaration = tell_declaration (data, language);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&making);
  LiaisonOwnColumn *column;

  if (made == NULL)
    {
      made = g_hash_table_new (g_str_hash, g_str_equal);
      made_of = g_hash_table_new (NULL, NULL);
    }
  column = g_hash_table_lookup (made, declaration);
  if (column == NULL)
    {
      column = make_column (data, language);
      g_hash_table_insert (made, g_steal_pointer (&declaration), column);
      g_hash_table_insert (made_of, &column->field, column);
    }
  return column;
}

const LiaisonOwnColumn *
liaison_own_column_of (const LiaisonField *field)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&making);
  return made_of != NULL ? g_hash_table_lookup (made_of, field) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const LiaisonOwnColumnData *one = *(gpointer *) a, *other = *(gpointer *) b;
  int order =
      g_strcmp0 (one->order != NULL ? one->order : "~", other->order != NULL ? other->order : "~");
  return order != 0 ? order : liaison_id_compare (one->block.id, other->block.id);
}

static gboolean
is_whole (const LiaisonOwnColumnData *data)
{
  return data->key != NULL && *data->key != '\0' && data->type > LIAISON_COLUMN_TYPE_UNSET
         && data->type < (int) G_N_ELEMENTS (types);
}

gboolean
liaison_own_columns_has (const LiaisonKind *kind, guint *values)
{
  guint index;
  const LiaisonField *field = liaison_shape_find (&kind->shape, "values", &index);

  if (field == NULL || field->items != &liaison_column_value_shape)
    return FALSE;
  if (values != NULL)
    *values = index;
  return TRUE;
}

GPtrArray *
liaison_own_columns_list (const LiaisonBlock *exercise,
                          const LiaisonKind *kind,
                          const char *language)
{
  const LiaisonItems *items = LIAISON_DATA (Exercise, exercise)->columns;
  g_autoptr (GPtrArray) declared = g_ptr_array_new ();
  GPtrArray *columns = g_ptr_array_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint table = liaison_choices_find (&liaison_column_tables, kind->plural, strlen (kind->plural));

  for (guint i = 0; table != 0 && i < liaison_items_get_size (items); i++)
    {
      const LiaisonOwnColumnData *data = LIAISON_DATA (OwnColumn, liaison_items_get (items, i));
      if (data->table == (int) table && is_whole (data))
        g_ptr_array_add (declared, (gpointer) data);
    }
  g_ptr_array_sort (declared, compare_places);
  for (guint i = 0; i < declared->len && columns->len < LIAISON_MAX_OWN_COLUMNS; i++)
    {
      const LiaisonOwnColumnData *data = declared->pdata[i];
      if (g_hash_table_add (keys, (gpointer) data->key))
        g_ptr_array_add (columns, (gpointer) intern_column (data, language));
    }
  return columns;
}

static const LiaisonColumnValueData *
find_value (const LiaisonOwnColumn *self, const LiaisonBlock *record)
{
  const LiaisonKind *kind = liaison_kind_for_shape (record->shape);
  const LiaisonItems *values;
  guint place;

  if (kind == NULL || !liaison_own_columns_has (kind, &place))
    return NULL;
  values = *(LiaisonItems *const *) LIAISON_BLOCK_AT (record, &record->shape->fields[place]);
  for (guint i = 0; i < liaison_items_get_size (values); i++)
    {
      const LiaisonColumnValueData *value =
          LIAISON_DATA (ColumnValue, liaison_items_get (values, i));
      if (g_strcmp0 (value->column, self->key) == 0)
        return value;
    }
  return NULL;
}

LiaisonBlock *
liaison_own_column_get (const LiaisonOwnColumn *self, const LiaisonBlock *record, const char **raw)
{
  const LiaisonColumnValueData *value = find_value (self, record);
  LiaisonBlock *block = liaison_block_new (&self->shape, record->id);
  gpointer at = LIAISON_BLOCK_AT (block, &self->field);

  if (raw != NULL)
    *raw = NULL;
  if (value == NULL)
    return block;
  if (self->type == LIAISON_COLUMN_TYPE_TRANSLATED_TEXT)
    *(LiaisonText **) at = liaison_text_ref (value->text);
  else if (value->value != NULL && !liaison_own_value_parse (self, value->value, at) && raw != NULL)
    *raw = value->value;
  return block;
}

/* The item that keeps the value, as it is or new. */
static LiaisonBlock *
make_item (const LiaisonOwnColumn *self, const LiaisonColumnValueData *present)
{
  LiaisonBlock *block;

  if (present != NULL)
    return liaison_block_copy (&present->block);
  block = liaison_block_new (&liaison_column_value_shape, self->id);
  ((LiaisonColumnValueData *) block)->column = g_ref_string_new (self->key);
  return block;
}

/* An item's field where there is an item already, else the item as a whole. */
static void
make_edit (const LiaisonOwnColumn *self,
           const LiaisonBlock *record,
           guint item_field,
           const char *language,
           LiaisonValue part,
           LiaisonSlot *slot,
           LiaisonValue *kept)
{
  const LiaisonColumnValueData *present = find_value (self, record);
  guint values = 0;

  liaison_own_columns_has (liaison_kind_for_shape (record->shape), &values);
  *kept = part;
  if (present != NULL && (part.form != LIAISON_VALUE_NONE || language != NULL))
    {
      *slot = liaison_slot_item_field (record->id, values, present->block.id, item_field);
      slot->language = language;
      return;
    }
  *slot = liaison_slot_item (record->id, values, present != NULL ? present->block.id : self->id);
  if (part.form != LIAISON_VALUE_NONE)
    {
      g_autoptr (LiaisonBlock) item = make_item (self, NULL);
      LiaisonSlot within = liaison_slot_field (item->id, item_field);
      g_autoptr (LiaisonBlock) filled = NULL;

      within.language = language;
      filled = liaison_block_with_slot (item, &within, &part);
      liaison_value_clear (kept);
      *kept = liaison_value_block (filled);
    }
}

gboolean
liaison_own_column_put (const LiaisonOwnColumn *self,
                        const LiaisonBlock *record,
                        const LiaisonValue *value,
                        LiaisonSlot *slot,
                        LiaisonValue *kept)
{
  LiaisonValue part = LIAISON_VALUE_INIT;
  guint item_field = LIAISON_FIELD (ColumnValue, value);

  if (self->type == LIAISON_COLUMN_TYPE_TRANSLATED_TEXT)
    {
      item_field = LIAISON_FIELD (ColumnValue, text);
      if (value->form != LIAISON_VALUE_NONE)
        part =
            liaison_value_field (&liaison_column_value_shape.fields[item_field], &value->as.text);
    }
  else if (value->form != LIAISON_VALUE_NONE)
    {
      g_autofree char *text = liaison_own_value_format (self, &value->as);
      g_autoptr (GRefString) string = NULL;

      if (text == NULL)
        return FALSE;
      string = g_ref_string_new (text);
      part = liaison_value_field (&liaison_column_value_shape.fields[item_field], &string);
    }
  make_edit (self, record, item_field, NULL, part, slot, kept);
  return TRUE;
}

void
liaison_own_column_put_text (const LiaisonOwnColumn *self,
                             const LiaisonBlock *record,
                             const char *language,
                             const char *string,
                             LiaisonSlot *slot,
                             LiaisonValue *kept)
{
  make_edit (self, record, LIAISON_FIELD (ColumnValue, text),
             liaison_intern (language, strlen (language)), liaison_value_string (string), slot,
             kept);
}
