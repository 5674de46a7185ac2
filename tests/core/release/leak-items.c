/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"

/* Of an item, beside its fields. */
#define OF_ID      60
#define OF_UNKNOWN 61
/* Items that are withheld are numbered from here. */
#define WITHHELD 10

/* A list in the making. */
typedef struct
{
  LeakMaking *making;
  const LeakEntry *entry;
  const LiaisonField *field;
  guint place; /* of the field in the table */
  GPtrArray *items;
} List;

static const LiaisonField *
find_subject (const LiaisonShape *shape)
{
  for (guint i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].subject)
      return &shape->fields[i];
  return NULL;
}

static LiaisonBlock *
add_item (List *self, guint number, gboolean seen)
{
  LeakMaking *making = self->making;
  LiaisonBlock *item;

  leak_aim_at (making, self->entry, self->place, number, OF_ID);
  item = liaison_block_new (self->field->items,
                            leak_make_id (making, seen ? making->open : making->closed));
  g_ptr_array_add (self->items, item);
  for (guint i = 0; i < item->shape->n_fields; i++)
    {
      leak_aim_at (making, self->entry, self->place, number, i + 1);
      leak_fill_field (making, self->entry, item, &item->shape->fields[i], seen);
    }
  leak_aim_at (making, self->entry, self->place, number, OF_UNKNOWN);
  leak_add_unknown_member (making, item);
  return item;
}

/* One that goes with the record. Where it is about something, that is seen in one version or is
 * nothing: where it is not seen in this one, the item goes with it. */
static void
add_seen_item (List *self, guint number)
{
  LeakMaking *making = self->making;
  const LiaisonShape *shape = self->field->items;
  const LiaisonField *subject = find_subject (shape);
  const LiaisonField *order = liaison_shape_find_flagged (shape, LIAISON_FIELD_ORDER);
  LiaisonBlock *item = add_item (self, number, TRUE);

  if (subject != NULL)
    {
      LeakEntry *about = leak_pick (making->seen, subject->targets, making->open);

      *(LiaisonId *) LIAISON_BLOCK_AT (item, subject) =
          about != NULL ? about->id : (LiaisonId){ 0 };
    }
  if (shape == &liaison_column_value_shape)
    leak_set_string (item, "column", "open");
  if (order != NULL)
    {
      g_autofree char *key = g_strdup_printf ("%c%ci", 'a' + (char) number,
                                              'a' + (char) leak_below (making->closed, 26));

      leak_set_string (item, order->name, key);
    }
}

/* One in a list of a record that is seen, but about what is not; where the list can have none,
 * nothing. */
static void
add_withheld_item (List *self, guint number)
{
  LeakMaking *making = self->making;
  const LiaisonShape *shape = self->field->items;
  const LiaisonField *subject = find_subject (shape);
  LeakEntry *about =
      subject != NULL ? leak_pick (making->withheld, subject->targets, making->closed) : NULL;
  gboolean closed_column = shape == &liaison_column_value_shape && !leak_is_for_control (making);
  LiaisonBlock *item;

  if (about == NULL && !closed_column)
    return;
  item = add_item (self, number, FALSE);
  if (about != NULL)
    *(LiaisonId *) LIAISON_BLOCK_AT (item, subject) = about->id;
  else
    leak_set_string (item, "column", "closed");
}

LiaisonItems *
leak_make_items (LeakMaking *self, const LeakEntry *entry, const LiaisonField *field, gboolean seen)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  List list = { self, entry, field, (guint) (field - entry->kind->shape.fields), items };
  guint n_seen = seen ? 1 + leak_below (self->open, 3) : 0,
        n_withheld = leak_below (self->closed, 3);

  for (guint i = 0; i < n_seen; i++)
    add_seen_item (&list, i + 1);
  for (guint i = 0; i < n_withheld; i++)
    if (seen)
      add_withheld_item (&list, WITHHELD + i);
    else
      add_item (&list, WITHHELD + i, FALSE);
  return items->len > 0 ? liaison_items_new_take ((LiaisonBlock **) items->pdata, items->len)
                        : NULL;
}
