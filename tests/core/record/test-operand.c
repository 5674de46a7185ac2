/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/operand.h"

static const LiaisonId one = { 0, 1 }, two = { 0, 2 };

/* No two of them are equal; the caller clears the list. */
static GArray *
make_different (void)
{
  GArray *operands = liaison_operands_new ();
  LiaisonOperand each[] = {
    liaison_operand_text ("a", "x"),      liaison_operand_text ("a", "y"),
    liaison_operand_text ("b", "x"),      liaison_operand_text ("a", NULL),
    liaison_operand_integer ("a", 1),     liaison_operand_integer ("a", 2),
    liaison_operand_seconds_at ("a", 1),  liaison_operand_seconds_at ("a", 2),
    liaison_operand_duration ("a", 1),    liaison_operand_duration ("a", 2),
    liaison_operand_date ("a", 1),        liaison_operand_date ("a", 2),
    liaison_operand_record ("a", one),    liaison_operand_record ("a", two),
    liaison_operand_field ("a", "Title"), liaison_operand_field ("a", "Start"),
    liaison_operand_nation ("a", "NO"),   liaison_operand_nation ("a", "FR"),
    liaison_operand_language ("a", "nb"), liaison_operand_language ("a", "fr"),
  };

  g_array_append_vals (operands, each, G_N_ELEMENTS (each));
  return operands;
}

static void
test_equals_only_itself (void)
{
  g_autoptr (GArray) operands = make_different ();

  for (guint i = 0; i < operands->len; i++)
    for (guint j = 0; j < operands->len; j++)
      g_assert_true (liaison_operand_equal (&g_array_index (operands, LiaisonOperand, i),
                                            &g_array_index (operands, LiaisonOperand, j))
                     == (i == j));
}

static void
test_copies_outlive_the_original (void)
{
  g_autoptr (GArray) operands = make_different ();
  g_autoptr (GArray) expected = make_different ();
  g_autoptr (GArray) copies =
      liaison_operands_copy ((LiaisonOperand *) operands->data, operands->len);

  g_assert_true (liaison_operands_equal (operands, copies));
  g_clear_pointer (&operands, g_array_unref);
  g_assert_true (liaison_operands_equal (expected, copies));
}

static void
test_clearing_twice_does_nothing (void)
{
  LiaisonOperand operand = liaison_operand_text ("a", "x");

  liaison_operand_clear (&operand);
  g_assert_null (operand.name);
  g_assert_cmpint (operand.kind, ==, LIAISON_OPERAND_INTEGER);
  liaison_operand_clear (&operand);
}

static void
test_null_text_is_empty (void)
{
  LiaisonOperand operand = liaison_operand_text ("a", NULL);

  g_assert_cmpstr (operand.value.text, ==, "");
  liaison_operand_clear (&operand);
}

static void
test_compares_lists (void)
{
  g_autoptr (GArray) empty = liaison_operands_new ();
  g_autoptr (GArray) some = make_different ();
  g_autoptr (GArray) fewer = make_different ();

  g_array_remove_index (fewer, fewer->len - 1);
  g_assert_true (liaison_operands_equal (NULL, NULL));
  g_assert_true (liaison_operands_equal (NULL, empty));
  g_assert_true (liaison_operands_equal (empty, NULL));
  g_assert_false (liaison_operands_equal (some, NULL));
  g_assert_false (liaison_operands_equal (some, fewer));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/operand/equals-only-itself", test_equals_only_itself);
  g_test_add_func ("/record/operand/copies-outlive-the-original", test_copies_outlive_the_original);
  g_test_add_func ("/record/operand/clearing-twice-does-nothing", test_clearing_twice_does_nothing);
  g_test_add_func ("/record/operand/null-text-is-empty", test_null_text_is_empty);
  g_test_add_func ("/record/operand/compares-lists", test_compares_lists);
  return g_test_run ();
}
