/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/rich-text.h"

#include <string.h>

/* One line a block: kind, depth, number, and its markup. */
static char *
tell (const char *source)
{
  static const char kinds[] = "pHiqv";
  g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (source);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LiaisonRichBlock *block = blocks->pdata[i];
      g_autofree char *markup = liaison_rich_block_to_markup (block);

      g_string_append_printf (told, "%s%c%u", i > 0 ? "|" : "", kinds[block->kind], block->depth);
      if (block->number > 0)
        g_string_append_printf (told, ".%u", block->number);
      g_string_append_printf (told, " %s", markup);
    }
  return g_string_free (told, FALSE);
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *source, *expected;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "   \n\n ", "" },
    { "Plain", "p0 Plain" },
    { "One\nline", "p0 One line" },
    { "Meant  \nbreak", "p0 Meant\nbreak" },
    { "A\n\nB", "p0 A|p0 B" },
    { "*a* and **b**", "p0 <i>a</i> and <b>b</b>" },
    { "***both***", "p0 <b><i>both</i></b>" },
    { "**a *b* c**", "p0 <b>a </b><b><i>b</i></b><b> c</b>" },
    { "`x < y`", "p0 <tt>x &lt; y</tt>" },
    { "R&D <b>raw</b>", "p0 R&amp;D &lt;b&gt;raw&lt;/b&gt;" },
    { "<script>alert(1)</script>", "v0 <tt>&lt;script&gt;alert(1)&lt;/script&gt;</tt>" },
    { "# Head\ntext", "H1 Head|p0 text" },
    { "- a\n- b", "i1 a|i1 b" },
    { "3. c\n4. d", "i1.3 c|i1.4 d" },
    { "- a\n\n  more\n- b", "i1 a|p1 more|i1 b" },
    { "- a\n  - b\n- c", "i1 a|i2 b|i1 c" },
    { "> said", "q1 said" },
    { "    code\n    more", "v0 <tt>code\nmore</tt>" },
    { "[site](https://example.org/?a=1&b=2)",
      "p0 <a href=\"https://example.org/?a=1&amp;b=2\">site</a>" },
    { "[bad](javascript:alert(1))", "p0 bad" },
    { "[file](file:///etc/passwd)", "p0 file" },
    { "![picture of a flag](https://example.org/x.png)", "p0 picture of a flag" },
    { "السلام *عليكم*", "p0 السلام <i>عليكم</i>" },
    { "**会議**は*時間どおり*", "p0 <b>会議</b>は<i>時間どおり</i>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell (cases[i].source);
      g_assert_cmpstr (told, ==, cases[i].expected);
    }
}

/* Lists deeper than any page has room for, unbalanced marks, and no UTF-8 do no harm. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree char *plain = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (deep, "> ");
  g_string_append (deep, "end");
  for (guint i = 0; i < 20000; i++)
    g_string_append (marks, "*a_[");
  {
    g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (deep->str);
    const LiaisonRichBlock *last = blocks->pdata[blocks->len - 1];

    g_assert_cmpuint (last->depth, <=, 4);
    g_assert_cmpstr (last->text, ==, "end");
  }
  {
    g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (marks->str);

    g_assert_cmpuint (blocks->len, ==, 1);
  }
  plain = liaison_rich_text_to_plain ("a\xff\xfe**b**");
  g_assert_true (g_utf8_validate (plain, -1, NULL));
}

static void
test_append (void)
{
  g_autoptr (GPtrArray) blocks = liaison_rich_text_parse ("end *here*");
  LiaisonRichBlock *block = blocks->pdata[0];
  g_autofree char *markup = NULL;

  liaison_rich_block_append (block, "¹ <");
  markup = liaison_rich_block_to_markup (block);
  g_assert_cmpstr (markup, ==, "end <i>here</i>¹ &lt;");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief/rich-text/blocks", test_blocks);
  g_test_add_func ("/brief/rich-text/hostile", test_hostile);
  g_test_add_func ("/brief/rich-text/append", test_append);
  return g_test_run ();
}
