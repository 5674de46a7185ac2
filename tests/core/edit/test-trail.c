/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit trail: chains that hold, tampering that shows, bytes that stay, checkpoints that bound
 * it. */
#include "config.h"

#include "edit/edit-json.h"
#include "edit/trail.h"
#include "record/kinds.h"

#include "random-block.h"

#include <string.h>

#define EVENT random_block_id (901)

/* A group of one edit by @author: the title in @language becomes @title. */
static LiaisonEditGroup *
group_new (const char *author, gint64 when, LiaisonId record, const char *title)
{
  g_autoptr (GArray) operands = liaison_operands_new ();
  LiaisonOperand operand = liaison_operand_record ("record", record);
  LiaisonSlot slot = liaison_slot_text (record, LIAISON_FIELD (Event, title), "fr");
  LiaisonEditGroup *group;

  g_array_append_val (operands, operand);
  group = liaison_edit_group_new ("Change {record}", operands, author, when);
  liaison_edit_group_take (group, &liaison_event_kind, &slot, (LiaisonValue) LIAISON_VALUE_INIT,
                           liaison_value_string (title));
  return group;
}

static void
append (LiaisonTrail *trail, const char *author, gint64 when, const char *title)
{
  g_autoptr (LiaisonEditGroup) group = group_new (author, when, EVENT, title);
  liaison_trail_append (trail, group);
}

static guint
size (LiaisonTrail *trail)
{
  return g_list_model_get_n_items (G_LIST_MODEL (trail));
}

static LiaisonTrailEntry *
get_entry (LiaisonTrail *trail, guint position)
{
  /* The trail holds it too. */
  LiaisonTrailEntry *entry = g_list_model_get_item (G_LIST_MODEL (trail), position);
  g_assert_nonnull (entry);
  g_object_unref (entry);
  return entry;
}

static LiaisonTrail *
read_trail (const char *text, gsize length, GError **error)
{
  g_autoptr (LiaisonTrail) trail = liaison_trail_new ();
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (text, length, "trail", NULL);
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return NULL;
  while (TRUE)
    {
      if (!liaison_json_reader_next_element (reader, &more, error))
        return NULL;
      if (!more)
        break;
      if (!liaison_trail_read_entry (trail, reader, error))
        return NULL;
    }
  return liaison_json_reader_finish (reader, error) ? g_steal_pointer (&trail) : NULL;
}

static LiaisonTrail *
trail_of_five (void)
{
  LiaisonTrail *trail = liaison_trail_new ();

  append (trail, "Anna", 1, "Pont");
  append (trail, "Björn", 2, "Le \"pont\"");
  append (trail, "Anna", 3, "Passerelle");
  append (trail, "Anna", 4, "Gué");
  append (trail, "Björn", 5, "橋");
  return trail;
}

static void
test_append (void)
{
  g_autoptr (LiaisonTrail) trail = trail_of_five ();
  LiaisonTrailEntry *entry = get_entry (trail, 1);
  guint broken;

  g_assert_cmpuint (size (trail), ==, 5);
  g_assert_true (liaison_trail_verify (trail, &broken));
  g_assert_cmpstr (liaison_trail_entry_get_author (entry), ==, "Björn");
  g_assert_cmpint (liaison_trail_entry_get_when (entry), ==, 2);
  g_assert_cmpstr (liaison_trail_entry_get_sentence (entry), ==, "Change {record}");
  g_assert_cmpuint (liaison_trail_entry_get_operands (entry)->len, ==, 1);
  g_assert_true (liaison_trail_entry_concerns (entry, EVENT));
  g_assert_false (liaison_trail_entry_concerns (entry, random_block_id (1)));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gint64
stopped_clock (gpointer data)
{
  return 7;
}

static void
test_follow (void)
{
  g_autoptr (LiaisonTrail) trail = liaison_trail_new ();
  g_autoptr (LiaisonDocument) document = liaison_document_new (random_block_id (900));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, stopped_clock, NULL);
  g_autoptr (LiaisonBlock) event = liaison_block_new (&liaison_event_kind.shape, EVENT);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Add");
  guint heard = 0;

  g_signal_connect_swapped (trail, "items-changed", G_CALLBACK (count_cb), &heard);
  liaison_trail_follow (trail, editor);
  liaison_proposal_add_record (proposal, event);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  g_assert_true (liaison_editor_undo (editor, NULL));
  g_assert_cmpuint (size (trail), ==, 2);
  g_assert_cmpuint (heard, ==, 2);
  g_assert_true (liaison_trail_verify (trail, NULL));
  g_clear_object (&trail);
  g_assert_true (liaison_editor_redo (editor, NULL));
}

static void
test_round_trip (void)
{
  g_autoptr (LiaisonTrail) trail = trail_of_five (), empty = liaison_trail_new ();
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTrail) back =
      read_trail (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = liaison_trail_freeze (back);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (liaison_trail_verify (back, NULL));
  g_assert_null (liaison_trail_freeze (empty));
  /* The chain goes on after what was read. */
  append (back, "Anna", 6, "Bac");
  g_assert_true (liaison_trail_verify (back, NULL));
}

/* Any byte of any entry: what still is a trail must not verify, and the break must be at or after
 * that entry's place. */
static void
test_tampering (void)
{
  g_autoptr (LiaisonTrail) trail = trail_of_five ();
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  gsize length = g_bytes_get_size (bytes);
  const char *original = g_bytes_get_data (bytes, NULL);
  guint read = 0, refused = 0;

  for (gsize i = 0; i < length; i++)
    for (guint way = 0; way < 3; way++)
      {
        g_autofree char *text = g_memdup2 (original, length);
        static const char digits[] = "0a\"";
        text[i] = original[i] == digits[way] ? '1' : digits[way];
        if (g_ascii_isspace (original[i]))
          continue;
        g_autoptr (LiaisonTrail) changed = read_trail (text, length, NULL);
        if (changed == NULL)
          {
            refused++;
            continue;
          }
        read++;
        guint broken = 99;
        if (liaison_trail_verify (changed, &broken))
          g_error ("“%.*s” went unnoticed", 40, text + (i > 20 ? i - 20 : 0));
        g_assert_cmpuint (broken, <, 5);
      }
  g_assert_cmpuint (read, >, 500);
  g_assert_cmpuint (refused, >, 500);
}

/* Entries left out, moved or put twice. */
static void
check_lines (const guint *order, guint n, guint broken_at)
{
  g_autoptr (LiaisonTrail) trail = trail_of_five ();
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) other = g_string_new ("[");
  g_autoptr (GError) error = NULL;
  guint broken = 99;

  for (guint i = 0; i < n; i++)
    {
      const char *line = lines[1 + order[i]];
      g_string_append_len (other, line, strlen (line) - g_str_has_suffix (line, ","));
      g_string_append (other, i + 1 < n ? "," : "]");
    }
  g_autoptr (LiaisonTrail) changed = read_trail (other->str, other->len, &error);
  g_assert_no_error (error);
  g_assert_true (liaison_trail_verify (changed, &broken) == (broken_at == G_MAXUINT));
  if (broken_at != G_MAXUINT)
    g_assert_cmpuint (broken, ==, broken_at);
}

static void
test_order (void)
{
  const guint as_it_was[] = { 0, 1, 2, 3, 4 }, without_first[] = { 1, 2, 3, 4 },
              without_third[] = { 0, 1, 3, 4 };
  const guint twice[] = { 0, 1, 2, 2, 3, 4 }, swapped[] = { 0, 1, 3, 2, 4 },
              between_authors[] = { 1, 0, 4, 2, 3 };

  check_lines (as_it_was, 5, G_MAXUINT);
  check_lines (without_first, 4, 1);
  check_lines (without_third, 4, 2);
  check_lines (twice, 6, 3);
  check_lines (swapped, 5, 2);
  /* Chains of two planners may be merged in any way. */
  check_lines (between_authors, 5, G_MAXUINT);
}

/* Seals an object as another version of the program would, with members not known here. */
static void
test_unknown_members (void)
{
  g_autofree char *body = g_strdup (
      "{\"author\":\"Anna\",\"when\":1,\"sentence\":\"Do\",\"x\":[1.50,{\"\\u0061\":null}]");
  g_autofree char *whole = g_strconcat (body, "}", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *text = g_strdup_printf ("[\n%s,\"hash\":\"%s\"}\n]", body, hash);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTrail) trail = read_trail (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_true (liaison_trail_verify (trail, NULL));
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_refusals (void)
{
#define HASH     "\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\""
#define PREVIOUS "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\""
#define WHO      "\"author\":\"A\",\"when\":1,\"sentence\":\"s\""
  static const struct
  {
    const char *entry;
    int code;
    const char *message;
  } cases[] = {
    { "7", LIAISON_JSON_ERROR_TYPE, "[0]" },
    { "{}", LIAISON_JSON_ERROR_VALUE, "who, when and what" },
    { "{\"when\":1,\"sentence\":\"s\"," HASH "}", LIAISON_JSON_ERROR_VALUE, "who, when and what" },
    { "{\"author\":\"A\",\"sentence\":\"s\"," HASH "}", LIAISON_JSON_ERROR_VALUE,
      "who, when and what" },
    { "{\"author\":\"A\",\"when\":1," HASH "}", LIAISON_JSON_ERROR_VALUE, "who, when and what" },
    { "{\"author\":7,\"when\":1,\"sentence\":\"s\"," HASH "}", LIAISON_JSON_ERROR_TYPE, "author" },
    { "{\"author\":\"A\",\"when\":1.5,\"sentence\":\"s\"," HASH "}", LIAISON_JSON_ERROR_TYPE,
      "when" },
    { "{" WHO "}", LIAISON_JSON_ERROR_VALUE, "ends with its own" },
    { "{" HASH "," WHO "}", LIAISON_JSON_ERROR_VALUE, "ends with its own" },
    { "{" WHO "," PREVIOUS "," HASH "}", LIAISON_JSON_ERROR_VALUE,
      "begins with the hash before it" },
    { "{" WHO ",\"hash\":\"abc\"}", LIAISON_JSON_ERROR_VALUE, "hash: this is no SHA-256" },
    { "{" WHO ",\"operands\":{}," HASH "}", LIAISON_JSON_ERROR_TYPE,
      "operands: expected an array" },
    { "{" WHO ",\"edits\":3," HASH "}", LIAISON_JSON_ERROR_TYPE, "edits: expected an array" },
    { "{" WHO ",\"omitted\":0," HASH "}", LIAISON_JSON_ERROR_VALUE, "omitted: " },
    { "{\"author\":\"A\",\"when\":1,\"checkpoint\":{}," HASH "}", LIAISON_JSON_ERROR_VALUE,
      "checkpoint" },
    { "{\"author\":\"A\",\"when\":1,\"checkpoint\":{\"entries\":-1}," HASH "}",
      LIAISON_JSON_ERROR_VALUE, "entries" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[%s]", cases[i].entry);
      g_autoptr (GError) error = NULL;
      g_assert_null (read_trail (text, strlen (text), &error));
      g_test_message ("%s: %s", text, error->message);
      g_assert_error (error, LIAISON_JSON_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_nonnull (strstr (error->message, "trail:1:"));
    }
}

/* A megabyte of title: the entry says how many edits there were, and no more. */
static void
test_large_group (void)
{
  g_autoptr (LiaisonTrail) trail = liaison_trail_new ();
  g_autofree char *title = g_strnfill (1024 * 1024, 'x');

  append (trail, "Anna", 1, "Pont");
  append (trail, "Anna", 2, title);
  append (trail, "Anna", 3, "Gué");
  g_assert_true (liaison_trail_verify (trail, NULL));
  g_assert_cmpuint (size (trail), ==, 3);
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 10000);
  g_assert_nonnull (strstr (g_bytes_get_data (bytes, NULL), "\"edits\":[],\"omitted\":1"));
}

static void
test_checkpoints (void)
{
  g_autoptr (LiaisonTrail) trail = liaison_trail_new ();
  g_autofree char *title = g_strnfill (256 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  guint64 folded = 0, plain = 0, appended = 0;

  /* 50 MB in all, by three planners, of whom one writes but twice. */
  append (trail, "Cezary", 0, "Most");
  append (trail, "Cezary", 0, "Bród");
  for (appended = 2; appended < 200; appended++)
    append (trail, appended % 3 == 0 ? "Björn" : "Anna", appended, title);
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 17 * 1024 * 1024);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 4 * 1024 * 1024);
  g_assert_true (liaison_trail_verify (trail, NULL));

  for (guint i = 0; i < size (trail); i++)
    {
      LiaisonTrailEntry *entry = get_entry (trail, i);
      const GArray *operands = liaison_trail_entry_get_operands (entry);
      if (strcmp (liaison_trail_entry_get_sentence (entry), "Earlier changes: {count}") != 0)
        plain++;
      else
        folded += g_array_index (operands, LiaisonOperand, 0).value.integer;
    }
  g_assert_cmpuint (folded + plain, ==, appended);
  g_assert_cmpuint (folded, >, 100);

  g_autoptr (LiaisonTrail) back =
      read_trail (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_true (liaison_trail_verify (back, NULL));
  append (back, "Cezary", 500, "Kładka");
  append (back, "Anna", 501, "Pont");
  g_assert_true (liaison_trail_verify (back, NULL));
}

/* A checkpoint that stands for another past does not fit the entry after it. */
static void
test_false_checkpoint (void)
{
  g_autoptr (LiaisonTrail) trail = trail_of_five ();
  g_autoptr (GBytes) bytes = liaison_trail_freeze (trail);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *body = g_strdup_printf (
      "{\"author\":\"Anna\",\"when\":1,\"checkpoint\":{\"entries\":1,\"hash\":\"%064d\"}", 0);
  g_autofree char *whole = g_strconcat (body, "}", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *other =
      g_strdup_printf ("[%s,\"hash\":\"%s\"},%s", body, hash, strstr (text, ",\n") + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTrail) changed = read_trail (other, strlen (other), &error);
  guint broken;

  g_assert_no_error (error);
  g_assert_false (liaison_trail_verify (changed, &broken));
  g_assert_cmpuint (broken, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/trail/append", test_append);
  g_test_add_func ("/edit/trail/follow", test_follow);
  g_test_add_func ("/edit/trail/round-trip", test_round_trip);
  g_test_add_func ("/edit/trail/tampering", test_tampering);
  g_test_add_func ("/edit/trail/order", test_order);
  g_test_add_func ("/edit/trail/unknown-members", test_unknown_members);
  g_test_add_func ("/edit/trail/refusals", test_refusals);
  g_test_add_func ("/edit/trail/large-group", test_large_group);
  g_test_add_func ("/edit/trail/checkpoints", test_checkpoints);
  g_test_add_func ("/edit/trail/false-checkpoint", test_false_checkpoint);
  return g_test_run ();
}
