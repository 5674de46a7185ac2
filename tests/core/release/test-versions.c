/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of two versions that are compared. */
#include "config.h"

#include "small-plan.h"

#include "record/kinds.h"

/* Two versions for France. */
typedef struct
{
  LiaisonRedaction *before, *after;
} Versions;

static void
versions_clear (Versions *self)
{
  liaison_redaction_free (self->before);
  liaison_redaction_free (self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Versions, versions_clear)

static Versions
redact_both (const char *before, const char *after)
{
  g_autoptr (LiaisonPlan) one = small_plan_read (before), other = small_plan_read (after);
  g_autoptr (LiaisonSnapshot) old = liaison_document_get_snapshot (one->document);
  g_autoptr (LiaisonSnapshot) new = liaison_document_get_snapshot (other->document);
  g_autoptr (LiaisonAudience) audience = liaison_audience_parse (new, "FR", NULL);
  Versions versions;

  liaison_redact_both (old, new, audience, &versions.before, &versions.after);
  return versions;
}

/* The serials of a table of the copy, in the order of the records' ages. Transfer full. */
static char *
list_serials (const LiaisonRedaction *redaction, const LiaisonKind *kind)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);
  g_autoptr (LiaisonSnapshot) copy = small_plan_copy_of (redaction);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (copy, kind->id, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            *(GRefString *const *) LIAISON_BLOCK_AT (blocks[i], code));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

#define EVENT(n, serial)  "{" ID (n) "\"serial\": \"" serial "\", " ALL "}"
#define HIDDEN(n, serial) "{" ID (n) "\"serial\": \"" serial "\", " NORWAY "}"
#define TABLE(name)       NATIONS ", \"" name "\": ["

/* What the audience knows a record by stays, whatever comes, goes or is renumbered between. */
static void
test_serials_stay (void)
{
  static const struct
  {
    const LiaisonKind *kind;
    const char *before, *after, *serials_before, *serials_after;
  } cases[] = {
    /* One comes between. */
    { &liaison_event_kind, TABLE ("events") EVENT ("60", "EV-1") ", " EVENT ("62", "EV-3") "]",
      TABLE ("events") EVENT ("60", "EV-1") ", " EVENT ("61", "EV-2") ", " EVENT ("62", "EV-3") "]",
      "EV-001 EV-002", "EV-001 EV-003 EV-002" },
    /* One goes: its number is not given again, not even where the planners do. */
    { &liaison_event_kind, TABLE ("events") EVENT ("60", "EV-1") ", " EVENT ("62", "EV-3") "]",
      TABLE ("events") EVENT ("62", "EV-3") ", " EVENT ("63", "EV-1") "]", "EV-001 EV-002",
      "EV-002 EV-003" },
    /* All are renumbered because something withheld comes before them. */
    { &liaison_event_kind, TABLE ("events") EVENT ("60", "EV-8") ", " EVENT ("62", "EV-9") "]",
      TABLE ("events")
          EVENT ("60", "EV-9") ", " HIDDEN ("61", "EV-8") ", " EVENT ("62", "EV-10") "]",
      "EV-001 EV-002", "EV-001 EV-002" },
    /* Two change places: each is known by what it was. */
    { &liaison_event_kind, TABLE ("events") EVENT ("60", "EV-1") ", " EVENT ("62", "EV-2") "]",
      TABLE ("events") EVENT ("60", "EV-2") ", " EVENT ("62", "EV-1") "]", "EV-001 EV-002",
      "EV-001 EV-002" },
    /* Numbers within numbers; one moves behind another beginning. */
    { &liaison_objective_kind,
      TABLE ("objectives")
          EVENT ("60", "OBJ-2.1") ", " EVENT ("61", "OBJ-2.5") ", " EVENT ("62", "OBJ-4.1") "]",
      TABLE ("objectives") EVENT ("60", "OBJ-3.1") ", " EVENT ("61", "OBJ-7.2") ", " EVENT (
          "62", "OBJ-7.1") ", " EVENT ("63", "OBJ-3.2") "]",
      "OBJ-1.1 OBJ-1.2 OBJ-2.1", "OBJ-1.1 OBJ-2.2 OBJ-2.1 OBJ-1.3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Versions) versions = redact_both (cases[i].before, cases[i].after);
      g_autofree char *before = list_serials (versions.before, cases[i].kind);
      g_autofree char *after = list_serials (versions.after, cases[i].kind);

      g_assert_cmpstr (before, ==, cases[i].serials_before);
      g_assert_cmpstr (after, ==, cases[i].serials_after);
    }
}

/* How many digits the planners' numbers have would tell how many there are. */
static void
test_serials_as_wide (void)
{
  static const char *const serials[][2] = { { "EV-9", "EV-001" },      { "EV-10", "EV-001" },
                                            { "EV-0123", "EV-001" },   { "EV-4.9", "EV-1.1" },
                                            { "EV-14.12", "EV-1.1" },  { "SERIAL-007", "SERIAL-1" },
                                            { "SERIAL-7", "SERIAL-1" } };

  for (guint i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      g_autofree char *text = g_strdup_printf (
          TABLE ("events") "{" ID ("60") "\"serial\": \"%s\", " ALL "}]", serials[i][0]);
      g_autoptr (LiaisonPlan) plan = small_plan_read (text);
      g_autoptr (LiaisonRedaction) redaction = small_plan_redact (plan, "FR");
      g_autofree char *made = list_serials (redaction, &liaison_event_kind);

      g_assert_cmpstr (made, ==, serials[i][1]);
    }
}

/* A record that is seen in both is the same in both. */
static void
test_versions (void)
{
  g_auto (Versions) versions = redact_both (
      TABLE ("events") EVENT ("60", "EV-1") ", " EVENT ("62", "EV-3") "]",
      TABLE ("events")
          EVENT ("60", "EV-1") ", " EVENT ("61", "EV-2") ", " EVENT ("62", "EV-3") "]");
  g_autoptr (LiaisonSnapshot) one = small_plan_copy_of (versions.before),
                              other = small_plan_copy_of (versions.after);
  guint n, n_other;
  const LiaisonBlock *const *events = liaison_snapshot_get (one, LIAISON_KIND_EVENT, &n);
  const LiaisonBlock *const *later = liaison_snapshot_get (other, LIAISON_KIND_EVENT, &n_other);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_other, ==, 3);
  g_assert_true (liaison_block_equal (events[0], later[0]));
  g_assert_true (liaison_block_equal (events[1], later[2]));
}

static void
assert_same_copies (const Versions *one, const Versions *other)
{
  g_autoptr (GBytes) before = small_plan_write_copy (one->before),
                     other_before = small_plan_write_copy (other->before);
  g_autoptr (GBytes) after = small_plan_write_copy (one->after),
                     other_after = small_plan_write_copy (other->after);

  g_assert_true (g_bytes_equal (before, other_before));
  g_assert_true (g_bytes_equal (after, other_after));
}

#define UNIT(n, code, rest)                                                                        \
  "{" ID (n) "\"code\": \"" code "\", \"name\": {\"en\": \"Unit " code "\"}, " rest "}"
#define UNDER(n)    "\"parent\": \"01a00000-0000-7000-8000-0000000001" n "\", "
#define VISIT(rest) "], \"events\": [{" ID ("80") rest ALL "}]"
#define AT(n)       "\"participants\": [\"01a00000-0000-7000-8000-0000000001" n "\"], "

/* What is withheld now and what was deleted, in the way the program deletes, are the same to
 * whoever held it: neither the record nor what referred to it tells. */
static void
test_gone_is_gone (void)
{
  const char *before = TABLE ("participants") UNIT ("70", "HQ", ALL) ", " UNIT (
      "71", "BDE", UNDER ("70") ALL) ", " UNIT ("72", "BN", UNDER ("71") ALL) VISIT (AT ("71"));
  g_auto (Versions) withheld = redact_both (
      before, TABLE ("participants") UNIT ("70", "HQ", ALL) ", " UNIT (
                  "71", "BDE", UNDER ("70") NORWAY) ", " UNIT ("72", "BN", UNDER ("71") ALL)
                  VISIT (AT ("71")));
  g_auto (Versions) deleted =
      redact_both (before, TABLE ("participants") UNIT ("70", "HQ", ALL) ", " UNIT (
                               "72", "BN", UNDER ("70") ALL) VISIT (""));

  assert_same_copies (&withheld, &deleted);
  g_assert_cmpuint (small_plan_count (withheld.before, LIAISON_KIND_PARTICIPANT), ==, 3);
  g_assert_cmpuint (small_plan_count (withheld.after, LIAISON_KIND_PARTICIPANT), ==, 2);
  /* Planners are told. */
  g_assert_cmpuint (withheld.after->named->len, ==, 1);
  g_assert_cmpint (g_array_index (withheld.after->named, LiaisonWithheld, 0).reason, ==,
                   LIAISON_WITHHELD_GONE);
  g_assert_cmpuint (deleted.after->named->len, ==, 0);
}

/* Nor does what is released now tell that it was there before. */
static void
test_new_is_new (void)
{
  const char *after = TABLE ("events") EVENT ("60", "EV-4") ", " EVENT ("61", "EV-5") "]";
  g_auto (Versions) withheld =
      redact_both (TABLE ("events") HIDDEN ("60", "EV-4") ", " EVENT ("61", "EV-5") "]", after);
  g_auto (Versions) absent = redact_both (TABLE ("events") EVENT ("61", "EV-5") "]", after);

  assert_same_copies (&withheld, &absent);
  g_assert_cmpuint (small_plan_count (absent.before, LIAISON_KIND_EVENT), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release/versions/serials-stay", test_serials_stay);
  g_test_add_func ("/release/versions/serials-as-wide", test_serials_as_wide);
  g_test_add_func ("/release/versions/same-record", test_versions);
  g_test_add_func ("/release/versions/gone-is-gone", test_gone_is_gone);
  g_test_add_func ("/release/versions/new-is-new", test_new_is_new);
  return g_test_run ();
}
