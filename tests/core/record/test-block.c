/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks and slots of every kind: to JSON and back, copied, compared, changed slot by slot. */
#include "config.h"

#include "record/block-json.h"
#include "record/field-type.h"
#include "record/kinds.h"
#include "record/value.h"

#include "../edit/random-block.h"

#include <string.h>

#define ROUNDS 12

static GRand *chance;

static char *
write_block (const LiaisonBlock *block)
{
  GString *text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GError) error = NULL;

  liaison_block_write (block, writer);
  g_assert_true (liaison_json_writer_finish (writer, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static LiaisonBlock *
read_block (const LiaisonShape *shape, const char *text, GError **error)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (text, strlen (text), "block", NULL);
  return liaison_block_read (shape, reader, TRUE, error);
}

static LiaisonBlock *
random_block (const LiaisonShape *shape, guint share)
{
  return random_block_new (shape, random_block_id (40), share, chance, NULL);
}

static void
test_round_trip (void)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    for (guint round = 0; round < ROUNDS; round++)
      {
        const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
        g_autoptr (LiaisonBlock) block = random_block (shape, 100 * round / (ROUNDS - 1));
        g_autofree char *text = write_block (block);
        g_autoptr (LiaisonBlock) back = read_block (shape, text, NULL);
        g_autofree char *again = write_block (back);
        g_assert_true (liaison_block_equal (block, back));
        g_assert_cmpstr (again, ==, text);
      }
}

static void
test_blank (void)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      g_autoptr (LiaisonBlock) block = liaison_block_new (shape, random_block_id (1));
      g_autofree char *text = write_block (block);
      g_assert_true (liaison_id_same (block->id, random_block_id (1)));
      for (guint i = 0; i < shape->n_fields; i++)
        g_assert_false (liaison_block_field_is_set (block, &shape->fields[i]));
      g_assert_null (strchr (text, ','));
    }
}

static void
test_copy (void)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      LiaisonBlock *block = random_block (shape, 100);
      g_autoptr (LiaisonBlock) copy = liaison_block_copy (block);
      g_autoptr (LiaisonBlock) other = liaison_block_copy_as (block, random_block_id (41));
      g_assert_true (liaison_block_equal (block, copy));
      g_assert_false (liaison_block_equal (block, other));
      /* What the copies hold outlives the original. */
      g_autofree char *before = write_block (block);
      liaison_block_unref (block);
      g_autofree char *after = write_block (copy);
      g_assert_cmpstr (before, ==, after);
    }
}

/* One field of @block at a time becomes what it is in @other, and then nothing. */
static void
check_fields (const LiaisonBlock *block, const LiaisonBlock *other)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      LiaisonSlot slot = liaison_slot_field (block->id, i);
      g_auto (LiaisonValue) wanted = LIAISON_VALUE_INIT, found = LIAISON_VALUE_INIT,
                            none = LIAISON_VALUE_INIT;
      liaison_block_get_slot (other, &slot, &wanted);
      g_assert_true (liaison_slot_accepts (&slot, block->shape, &wanted));
      g_autoptr (LiaisonBlock) changed = liaison_block_with_slot (block, &slot, &wanted);
      liaison_block_get_slot (changed, &slot, &found);
      g_assert_true (liaison_value_equal (&wanted, &found));
      for (guint j = 0; j < block->shape->n_fields; j++)
        {
          const LiaisonField *same = &block->shape->fields[j];
          if (j != i)
            g_assert_true (
                liaison_field_type_ops (same->type)
                    ->equal (LIAISON_BLOCK_AT (block, same), LIAISON_BLOCK_AT (changed, same)));
        }
      g_autoptr (LiaisonBlock) without = liaison_block_with_slot (changed, &slot, &none);
      g_assert_false (liaison_block_field_is_set (without, field));
    }
}

static void
test_fields (void)
{
  gboolean seen[LIAISON_FIELD_N_TYPES] = { FALSE };

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
      g_autoptr (LiaisonBlock) block = random_block (shape, 60), other = random_block (shape, 100);
      check_fields (block, other);
      for (guint i = 0; i < shape->n_fields; i++)
        seen[shape->fields[i].type] = TRUE;
    }
  for (guint type = 0; type < LIAISON_FIELD_N_TYPES; type++)
    g_assert_true (seen[type]);
}

/* Sets and gets a part of a field that is there or not. */
static void
check_part (const LiaisonBlock *block, const LiaisonSlot *slot, LiaisonValue value)
{
  g_auto (LiaisonValue) wanted = value, found = LIAISON_VALUE_INIT, none = LIAISON_VALUE_INIT,
                        gone = LIAISON_VALUE_INIT;

  g_assert_true (liaison_slot_accepts (slot, block->shape, &wanted));
  g_autoptr (LiaisonBlock) changed = liaison_block_with_slot (block, slot, &wanted);
  liaison_block_get_slot (changed, slot, &found);
  g_assert_true (liaison_value_equal (&wanted, &found));
  g_autoptr (LiaisonBlock) without = liaison_block_with_slot (changed, slot, &none);
  liaison_block_get_slot (without, slot, &gone);
  g_assert_cmpint (gone.form, ==, LIAISON_VALUE_NONE);
}

static void
test_parts (void)
{
  g_autoptr (LiaisonBlock) event = random_block (&liaison_event_kind.shape, 80);
  g_autoptr (LiaisonBlock) item =
      random_block_new (&liaison_dependency_shape, random_block_id (3), 100, chance, NULL);
  LiaisonSlot title = liaison_slot_text (event->id, LIAISON_FIELD (Event, title), "pt-BR");
  LiaisonSlot member = liaison_slot_field (event->id, LIAISON_FIELD (Event, participants));
  LiaisonSlot nation = liaison_slot_field (event->id, LIAISON_FIELD (Event, nations));
  LiaisonSlot dependency =
      liaison_slot_item (event->id, LIAISON_FIELD (Event, dependencies), item->id);

  check_part (event, &title, liaison_value_string ("Ponte"));
  member.member = random_block_id (4);
  check_part (event, &member, liaison_value_boolean (TRUE));
  nation.code = g_intern_static_string ("UN");
  check_part (event, &nation, liaison_value_boolean (TRUE));
  check_part (event, &dependency, liaison_value_block (item));
}

static void
test_item_fields (void)
{
  g_autoptr (LiaisonBlock) event =
      liaison_block_new (&liaison_event_kind.shape, random_block_id (40));
  g_autoptr (LiaisonBlock) item =
      random_block_new (&liaison_booking_shape, random_block_id (3), 100, chance, NULL);
  LiaisonSlot whole = liaison_slot_item (event->id, LIAISON_FIELD (Event, bookings), item->id);
  LiaisonSlot amount = liaison_slot_item_field (event->id, LIAISON_FIELD (Event, bookings),
                                                item->id, LIAISON_FIELD (Booking, amount));
  gint64 seven = 7;
  g_auto (LiaisonValue) block = liaison_value_block (item);
  g_auto (LiaisonValue) number =
      liaison_value_field (&liaison_booking_shape.fields[LIAISON_FIELD (Booking, amount)], &seven);

  g_assert_null (liaison_block_with_slot (event, &amount, &number));
  g_autoptr (LiaisonBlock) with = liaison_block_with_slot (event, &whole, &block);
  check_part (
      with, &amount,
      liaison_value_field (&liaison_booking_shape.fields[LIAISON_FIELD (Booking, amount)], &seven));
  /* The item that was given is shared, and untouched. */
  g_assert_true (liaison_block_equal (
      liaison_items_lookup (LIAISON_DATA (Event, with)->bookings, item->id), item));
}

static void
test_invalid_slots (void)
{
  const LiaisonShape *shape = &liaison_event_kind.shape;
  LiaisonId id = random_block_id (40);
  LiaisonSlot slot;

  slot = liaison_slot_field (id, shape->n_fields);
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_field (id, LIAISON_FIELD (Event, start));
  slot.field = -2;
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_text (id, LIAISON_FIELD (Event, start), "fr");
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_item (id, LIAISON_FIELD (Event, title), random_block_id (1));
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_item_field (id, LIAISON_FIELD (Event, bookings), random_block_id (1),
                                  liaison_booking_shape.n_fields);
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_text (id, LIAISON_FIELD (Event, title), "fr");
  slot.code = "FR";
  g_assert_false (liaison_slot_is_valid (&slot, shape));
  slot = liaison_slot_record (id);
  slot.language = "fr";
  g_assert_false (liaison_slot_is_valid (&slot, shape));
}

static void
test_unfit_values (void)
{
  const LiaisonShape *shape = &liaison_event_kind.shape;
  g_autoptr (LiaisonBlock) site = random_block (&liaison_site_kind.shape, 10);
  g_autofree char *long_text = g_strnfill (501, 'x');
  gint64 too_much = 101;
  const LiaisonField *progress = &shape->fields[LIAISON_FIELD (Event, progress)];
  LiaisonSlot slots[] = { liaison_slot_record (site->id),
                          liaison_slot_field (site->id, LIAISON_FIELD (Event, progress)),
                          liaison_slot_text (site->id, LIAISON_FIELD (Event, title), "en"),
                          liaison_slot_field (site->id, LIAISON_FIELD (Event, start)) };
  LiaisonValue values[] = { liaison_value_block (site), liaison_value_field (progress, &too_much),
                            liaison_value_string (long_text), liaison_value_boolean (TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_assert_true (liaison_slot_is_valid (&slots[i], shape));
      g_assert_false (liaison_slot_accepts (&slots[i], shape, &values[i]));
      liaison_value_clear (&values[i]);
    }
}

/* What a file may not hold, each with its code and a word of its message. */
static void
test_refusals (void)
{
#define ID "\"id\":\"0193e4f2-8f00-7000-8000-000000000001\""
  static const struct
  {
    const char *text;
    int code;
    const char *message;
  } cases[] = {
    { "{}", LIAISON_JSON_ERROR_VALUE, "no “id”" },
    { "{\"id\":\"x\"}", LIAISON_JSON_ERROR_VALUE, "id: expected an id" },
    { "{\"id\":\"0193E4F2-8F00-7000-8000-000000000001\"}", LIAISON_JSON_ERROR_VALUE,
      "id: expected an id" },
    { "{\"id\":7}", LIAISON_JSON_ERROR_TYPE, "id: expected a string, found a number" },
    { "{" ID ",\"title\":\"x\"}", LIAISON_JSON_ERROR_TYPE, "title: " },
    { "{" ID ",\"title\":{\"french!\":\"x\"}}", LIAISON_JSON_ERROR_VALUE, "language tag" },
    { "{" ID ",\"title\":{\"fr\":1}}", LIAISON_JSON_ERROR_TYPE, "title.fr: " },
    { "{" ID ",\"serial\":[]}", LIAISON_JSON_ERROR_TYPE, "serial: " },
    { "{" ID ",\"progress\":101}", LIAISON_JSON_ERROR_VALUE,
      "progress: expected a number from 0 to 100, found 101" },
    { "{" ID ",\"progress\":1.5}", LIAISON_JSON_ERROR_TYPE, "progress: " },
    { "{" ID ",\"locked\":1}", LIAISON_JSON_ERROR_TYPE, "locked: " },
    { "{" ID ",\"type\":\"party\"}", LIAISON_JSON_ERROR_VALUE,
      "type: expected one of “conference”, " },
    { "{" ID ",\"type\":\"\"}", LIAISON_JSON_ERROR_VALUE, "type: " },
    { "{" ID ",\"start\":\"tomorrow\"}", LIAISON_JSON_ERROR_VALUE, "start: " },
    { "{" ID ",\"start\":\"2027-02-30T10:00Z\"}", LIAISON_JSON_ERROR_VALUE, "start: " },
    { "{" ID ",\"duration\":\"2h\"}", LIAISON_JSON_ERROR_VALUE, "duration: " },
    { "{" ID ",\"duration\":\"-PT1H\"}", LIAISON_JSON_ERROR_VALUE, "duration: " },
    { "{" ID ",\"site\":\"there\"}", LIAISON_JSON_ERROR_VALUE, "site: " },
    { "{" ID ",\"participants\":[\"there\"]}", LIAISON_JSON_ERROR_VALUE, "participants[0]: " },
    { "{" ID ",\"nations\":[\"fr\"]}", LIAISON_JSON_ERROR_VALUE, "nations[0]: " },
    { "{" ID ",\"originator\":\"France!\"}", LIAISON_JSON_ERROR_VALUE, "originator: " },
    { "{" ID ",\"language\":\"fr 9999\"}", LIAISON_JSON_ERROR_VALUE, "language: " },
    { "{" ID ",\"marking\":{\"nations\":[]}}", LIAISON_JSON_ERROR_VALUE,
      "marking: a marking needs a “level”" },
    { "{" ID ",\"dependencies\":[{}]}", LIAISON_JSON_ERROR_VALUE,
      "dependencies[0]: there is no “id”" },
    { "{" ID ",\"dependencies\":[{" ID "},{" ID "}]}", LIAISON_JSON_ERROR_DUPLICATE,
      "two items have the same id" },
    { "{" ID ",\"locked\":true,\"locked\":true}", LIAISON_JSON_ERROR_DUPLICATE, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (read_block (&liaison_event_kind.shape, cases[i].text, &error));
      g_test_message ("%s: %s", cases[i].text, error->message);
      g_assert_error (error, LIAISON_JSON_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* More members than fit the reader's stack. */
static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\n  " ID);
  guint n;

  g_string_append (text, ",\"nations\":[");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s\"N%02u\"", i > 0 ? "," : "", 99 - i);
  g_string_append (text, "],\"participants\":[");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s\"0193e4f2-8f00-7000-8000-%012x\"", i > 0 ? "," : "",
                            1000 - i);
  g_string_append (text, "]}");
  g_autoptr (LiaisonBlock) block = read_block (&liaison_event_kind.shape, text->str, NULL);
  g_assert_nonnull (block);
  const char *const *codes = liaison_codes_get (LIAISON_DATA (Event, block)->nations, &n);
  g_assert_cmpuint (n, ==, 100);
  g_assert_cmpstr (codes[0], ==, "N00");
  g_assert_cmpstr (codes[99], ==, "N99");
  const LiaisonId *ids = liaison_ids_get (LIAISON_DATA (Event, block)->participants, &n);
  g_assert_cmpuint (n, ==, 100);
  g_assert_cmpint (liaison_id_compare (ids[0], ids[99]), <, 0);
}

static void
test_unknown_members (void)
{
  const char *text =
      "{\n  " ID ",\n  \"title\": {\n    \"en\": \"Bridge\"\n  },\n  \"x\": 1.50e3,\n"
      "  \"y\": {\n    \"\\u0041\": [\n      \"\\/\",\n      {},\n      []\n    ]\n  }\n}\n";
  g_autofree char *spaced = g_strdup (text);
  g_autofree char *wanted = NULL, *written = NULL, *deep = NULL;
  g_autoptr (LiaisonBlock) block = read_block (&liaison_event_kind.shape, spaced, NULL);
  g_autoptr (GString) nested = g_string_new ("{" ID ",\"x\":");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (block);
  written = write_block (block);
  wanted = g_strdup (text);
  /* The id's own spacing apart, all stands as it was: numbers and escapes too. */
  g_assert_cmpstr (strchr (written, ','), ==, strchr (wanted, ','));

  for (guint i = 0; i <= LIAISON_UNKNOWN_MAX_DEPTH; i++)
    g_string_append_c (nested, '[');
  for (guint i = 0; i <= LIAISON_UNKNOWN_MAX_DEPTH; i++)
    g_string_append_c (nested, ']');
  g_string_append_c (nested, '}');
  g_assert_null (read_block (&liaison_event_kind.shape, nested->str, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
}

/* Blocks that came one from the other by changes of one slot each outlive each other in any order. */
static void
test_derived (gconstpointer settled)
{
  const LiaisonShape *shape = &liaison_event_kind.shape;

  for (guint round = 0; round < 40; round++)
    {
      LiaisonBlock *chain[9] = { random_block (shape, 80) }, *other = random_block (shape, 80);
      char *texts[G_N_ELEMENTS (chain)] = { write_block (chain[0]) };

      for (guint i = 1; i < G_N_ELEMENTS (chain); i++)
        {
          guint field = g_rand_int_range (chance, 0, shape->n_fields);
          LiaisonSlot slot = liaison_slot_field (chain[i - 1]->id, field);
          LiaisonValue value = liaison_value_field (&shape->fields[field],
                                                    LIAISON_BLOCK_AT (other, &shape->fields[field]));
          chain[i] = liaison_block_with_slot (chain[i - 1], &slot, &value);
          liaison_value_clear (&value);
          texts[i] = write_block (chain[i]);
          if (settled != NULL)
            {
              /* As when the record lets go of the one before. */
              liaison_block_unref (g_steal_pointer (&chain[i - 1]));
              liaison_block_unref_settled (liaison_block_ref (chain[i]));
              g_assert_false (chain[i]->is_derived);
            }
        }
      liaison_block_unref (other);
      for (guint left = G_N_ELEMENTS (chain); left > 0; left--)
        {
          guint i = g_rand_int_range (chance, 0, G_N_ELEMENTS (chain));
          while (texts[i] == NULL)
            i = (i + 1) % G_N_ELEMENTS (chain);
          g_autofree char *text = g_steal_pointer (&texts[i]);
          if (chain[i] == NULL)
            continue;
          g_autofree char *now = write_block (chain[i]);
          g_autoptr (LiaisonBlock) copy = liaison_block_copy (chain[i]);
          g_assert_cmpstr (now, ==, text);
          g_assert_true (liaison_block_equal (copy, chain[i]));
          liaison_block_unref (chain[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  chance = g_rand_new_with_seed (g_test_rand_int ());
  g_test_add_func ("/record/block/round-trip", test_round_trip);
  g_test_add_func ("/record/block/blank", test_blank);
  g_test_add_func ("/record/block/copy", test_copy);
  g_test_add_func ("/record/block/refusals", test_refusals);
  g_test_add_func ("/record/block/many-members", test_many_members);
  g_test_add_func ("/record/block/unknown-members", test_unknown_members);
  g_test_add_func ("/record/slot/fields", test_fields);
  g_test_add_func ("/record/slot/parts", test_parts);
  g_test_add_data_func ("/record/block/derived", NULL, test_derived);
  g_test_add_data_func ("/record/block/derived-settled", "", test_derived);
  g_test_add_func ("/record/slot/item-fields", test_item_fields);
  g_test_add_func ("/record/slot/refuses-invalid", test_invalid_slots);
  g_test_add_func ("/record/slot/refuses-unfit-values", test_unfit_values);
  int status = g_test_run ();
  g_rand_free (chance);
  return status;
}
