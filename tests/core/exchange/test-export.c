/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "every-field.h"

#include "exchange/export.h"
#include "exchange/spelling.h"

#include <string.h>

#define SEEDS 13

/* A reader of CSV (RFC 4180) of the test's own: rows of cells. */
static const char *
parse_cell (const char *at, GStrvBuilder *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  g_assert_true (*at == '"');
  for (at++; *at != '"' || at[1] == '"'; at++)
    {
      g_string_append_c (cell, *at);
      if (*at == '"')
        at++;
    }
  g_strv_builder_add (row, cell->str);
  return at + 1;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static GPtrArray *
parse (const char *at)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  while (*at != '\0')
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      at = parse_cell (at, row);
      while (*at == ',')
        at = parse_cell (at + 1, row);
      g_assert_true (g_str_has_prefix (at, "\r\n"));
      at += 2;
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  return rows;
}

static const LiaisonBlock *
find_nothing (gpointer data, LiaisonId id)
{
  return NULL;
}

static LiaisonManner
make_manner (void)
{
  static LiaisonWords *words;

  if (words == NULL)
    words = liaison_words_new ("en", NULL);
  return (LiaisonManner){ .words = words, .lookup = { find_nothing, NULL } };
}

static LiaisonListing *
make_exact (const LiaisonKind *kind, GPtrArray *blocks)
{
  LiaisonManner manner = make_manner ();
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);
  const LiaisonColumn *columns;
  LiaisonListing *listing;

  liaison_query_take_every_field (query);
  columns = (const LiaisonColumn *) query->columns->data;
  listing = liaison_listing_new (&manner, LIAISON_LISTING_EXACT, columns, query->columns->len);
  g_assert_true (liaison_listing_fill (listing, &manner, LIAISON_LISTING_EXACT, columns,
                                       (const LiaisonBlock *const *) blocks->pdata, NULL,
                                       blocks->len, NULL, NULL));
  return listing;
}

static void
assert_reads_back (const LiaisonBlock *block, const LiaisonField *field, const char *cell)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_auto (LiaisonValue) wanted = liaison_value_field (field, LIAISON_BLOCK_AT (block, field));
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_block_field_is_set (block, field));
  if (!liaison_spelling_read (field, liaison_spelling_unguard (cell), &value, &error))
    g_error ("%s.%s “%s”: %s", block->shape->name, field->name, cell, error->message);
  if (!liaison_value_equal (&value, &wanted))
    g_error ("%s.%s “%s” is another value", block->shape->name, field->name, cell);
}

/* Every field of every kind comes back from a CSV file as it was. */
static void
test_nothing_is_lost (void)
{
  for (guint k = 0; k < LIAISON_N_KINDS; k++)
    {
      const LiaisonKind *kind = liaison_kind_get (k);
      g_autoptr (GPtrArray) blocks =
          g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
      g_autoptr (LiaisonListing) listing = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autofree char *text = NULL;

      for (guint seed = 0; seed < SEEDS; seed++)
        g_ptr_array_add (blocks, every_field_block (kind, seed));
      listing = make_exact (kind, blocks);
      text = liaison_export_to_text (listing, LIAISON_EXPORT_CSV, make_manner ().words);
      rows = parse (text);
      g_assert_cmpuint (rows->len, ==, SEEDS + 1);
      for (guint i = 0; i < SEEDS; i++)
        for (guint f = 0; f < kind->shape.n_fields; f++)
          {
            const char *const *heads = rows->pdata[0], *const *row = rows->pdata[i + 1];

            g_assert_cmpstr (heads[f + 1], ==, kind->shape.fields[f].name);
            assert_reads_back (blocks->pdata[i], &kind->shape.fields[f], row[f + 1]);
          }
    }
}

static void
test_unset_is_nothing (void)
{
  const LiaisonField *field = liaison_shape_find (&liaison_event_kind.shape, "start", NULL);
  g_autoptr (LiaisonBlock) block =
      liaison_block_new (&liaison_event_kind.shape, liaison_id_for_code ("X"));
  g_autofree char *cell = liaison_spelling_write (block, field);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  g_assert_cmpstr (cell, ==, "");
  g_assert_true (liaison_spelling_read (field, "", &value, NULL));
  g_assert_cmpint (value.form, ==, LIAISON_VALUE_NONE);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *field, *text;
  } bad[] = {
    { "start", "tomorrow" }, { "title", "just words" }, { "title", "{\"en\":\"a\"} more" },
    { "duration", "2h" },    { "type", "party" },       { "progress", "101" },
    { "progress", "1.5" },   { "nations", "FR" },       { "marking", "{\"level\":3}" },
    { "site", "Bridge" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const LiaisonField *field =
          liaison_shape_find (&liaison_event_kind.shape, bad[i].field, NULL);
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (liaison_spelling_read (field, bad[i].text, &value, &error))
        g_error ("%s took “%s”", bad[i].field, bad[i].text);
      g_assert_true (error->domain == LIAISON_JSON_ERROR);
    }
}

static void
test_guard (void)
{
  static const struct
  {
    const char *text, *guarded;
  } cells[] = { { "", "" },          { "plain", "plain" },
                { "=1+1", "'=1+1" }, { "+47", "'+47" },
                { "-", "'-" },       { "@x", "'@x" },
                { "\tx", "'\tx" },   { "\nx", "'\nx" },
                { "'", "'" },        { "'quoted'", "'quoted'" },
                { "'=x", "''=x" },   { "''=x", "'''=x" },
                { "＝x", "'＝x" },   { "ｘ＝", "ｘ＝" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *guarded = liaison_spelling_guard (cells[i].text);

      g_assert_cmpstr (guarded, ==, cells[i].guarded);
      g_assert_cmpstr (liaison_spelling_unguard (guarded), ==, cells[i].text);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    LiaisonExportFormat format;
  } names[] = { { "csv", LIAISON_EXPORT_CSV },           { "Events.XLSX", LIAISON_EXPORT_XLSX },
                { "a.b.html", LIAISON_EXPORT_HTML },     { "x.htm", LIAISON_EXPORT_HTML },
                { "notes.txt", LIAISON_EXPORT_TEXT },    { "text", LIAISON_EXPORT_TEXT },
                { "README.md", LIAISON_EXPORT_MARKDOWN } };
  LiaisonExportFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (liaison_export_find_format (names[i].name, &format));
      g_assert_cmpint (format, ==, names[i].format);
    }
  g_assert_false (liaison_export_find_format ("plan.liaison", &format));
  g_assert_false (liaison_export_find_format ("csvx", &format));
  g_assert_false (liaison_export_find_format ("", &format));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/export/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/exchange/export/unset-is-nothing", test_unset_is_nothing);
  g_test_add_func ("/exchange/export/refusals", test_refusals);
  g_test_add_func ("/exchange/export/guard", test_guard);
  g_test_add_func ("/exchange/export/formats", test_formats);
  return g_test_run ();
}
