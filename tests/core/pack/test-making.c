/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs from a plan: only from a copy for the audience, the same bytes each time; templates;
 * imposition. */
#include "config.h"

#include "pack/imposition.h"
#include "pack/making.h"
#include "pack/pages-private.h"
#include "pack/template.h"
#include "store/plan.h"

#include <string.h>

static LiaisonPlan *plan;

static LiaisonSnapshot *
get_snapshot (void)
{
  return liaison_document_get_snapshot (plan->document);
}

static LiaisonPackOrder *
make_order (const char *audience, const char *template, const char *language)
{
  g_autoptr (LiaisonSnapshot) snapshot = get_snapshot ();
  g_autoptr (LiaisonAudience) whom = liaison_audience_parse (snapshot, audience, NULL);
  g_autoptr (LiaisonBlock) block = liaison_pack_template_find (template);

  g_assert_nonnull (whom);
  g_assert_nonnull (block);
  return liaison_pack_order_new_for_template (snapshot, block, whom, language);
}

static GBytes *
print (const LiaisonPages *pages, gint64 date)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { "Pack", NULL, NULL, date };
  g_autoptr (GError) error = NULL;

  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
make (const LiaisonPackOrder *order, guint copy, guint *n)
{
  g_autoptr (LiaisonSnapshot) snapshot = get_snapshot ();
  const LiaisonPackWishes wishes = { .copy = copy };
  g_autoptr (GError) error = NULL;
  gint64 date = 0;
  g_autoptr (LiaisonPages) pages =
      liaison_pack_make (snapshot, order, &wishes, NULL, &date, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (n != NULL)
    *n = liaison_pages_get_n (pages);
  return print (pages, date);
}

/* Every template can be set for somebody, in languages of every direction. */
static void
test_templates (void)
{
  static const char *const languages[] = { "en", "fr", "ar", "ja" };
  const char *const *names = liaison_pack_template_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (LiaisonPackOrder) order = make_order ("NO", names[i], languages[i % 4]);
      g_autoptr (GBytes) bytes = NULL;
      guint n = 0;

      g_assert_cmpuint (order->parts->len, >, 0);
      bytes = make (order, 1, &n);
      g_assert_cmpuint (n, >, 0);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "%PDF", 4) == 0);
    }
  g_assert_null (liaison_pack_template_find ("../nation-pack"));
  g_assert_null (liaison_pack_template_find ("nothing"));
}

static void
test_refused_template (void)
{
  static const char *const bad[] = { "", "[]", "{\"contents\":3}", "{\"paper\":\"a9\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      LiaisonBlock *block = liaison_pack_template_read (bad[i], strlen (bad[i]), &error);

      g_assert_null (block);
      g_assert_nonnull (error);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (LiaisonPackOrder) order = make_order ("FR", "nation-pack", "fr");
  g_autoptr (GBytes) first = make (order, 7, NULL);
  g_autoptr (GBytes) second = make (order, 7, NULL);
  g_autoptr (GBytes) other = make (order, 8, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

/* With the same pages asked for, anchors stand on the same ones whatever the language. */
static void
test_same_pages (void)
{
  const char *const languages[] = { "en", "ar", NULL };
  g_autoptr (LiaisonSnapshot) snapshot = get_snapshot ();
  const LiaisonPackWishes wishes = { .same_pages = languages };
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LiaisonPackOrder) order = make_order ("NO", "nation-pack", languages[i]);
      g_autoptr (LiaisonPages) pages =
          liaison_pack_make (snapshot, order, &wishes, NULL, NULL, NULL, NULL, NULL, NULL);

      g_ptr_array_add (anchors, liaison_pages_list_anchors (pages));
    }
  const GArray *english = anchors->pdata[0], *arabic = anchors->pdata[1];

  g_assert_cmpuint (english->len, >, 5);
  g_assert_cmpmem (english->data, english->len * sizeof (guint), arabic->data,
                   arabic->len * sizeof (guint));
}

static LiaisonPages *
set_pages (const char *audience, const char *template)
{
  g_autoptr (LiaisonSnapshot) snapshot = get_snapshot ();
  g_autoptr (LiaisonPackOrder) order = make_order (audience, template, "en");
  const LiaisonPackWishes wishes = { .copy = 1 };
  LiaisonPages *pages =
      liaison_pack_make (snapshot, order, &wishes, NULL, NULL, NULL, NULL, NULL, NULL);

  g_assert_nonnull (pages);
  return pages;
}

/* A cover is marked as what is behind it: no lower than the pages that are marked highest. */
static void
test_cover_marking (void)
{
  g_autoptr (LiaisonPages) pages = set_pages ("role:exercise-control", "exercise-control");
  const LiaisonPageRecord *cover = &g_array_index (pages->pages, LiaisonPageRecord, 0);
  guint n_other = 0, n_same = 0;

  g_assert_true (cover->bare);
  for (guint i = 1; i < pages->pages->len; i++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, i);

      n_same += page->banner == cover->banner;
      n_other += page->banner != cover->banner;
    }
  /* The injects are restricted, the page on emergencies is not. */
  g_assert_cmpuint (n_same, >, 20);
  g_assert_cmpuint (n_other, >, 0);
}

/* As many cards stand on the first page, with the heading, as on the others. */
static void
test_cards (void)
{
  g_autoptr (LiaisonPages) pages = set_pages ("role:exercise-control", "inject-cards");
  guint n[3] = { 0 };

  g_assert_cmpuint (pages->pages->len, >, 3);
  for (guint i = 0; i < 3; i++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, i);

      for (guint p = page->first; p < page->first + page->n; p++)
        n[i] += g_array_index (pages->placements, LiaisonPlacement, p).height > 150;
    }
  g_assert_cmpuint (n[0], ==, 3);
  g_assert_cmpuint (n[1], ==, 3);
  g_assert_cmpuint (n[2], ==, 3);
}

static void
test_cancelled (void)
{
  g_autoptr (LiaisonSnapshot) snapshot = get_snapshot ();
  g_autoptr (LiaisonPackOrder) order = make_order ("NO", "nation-pack", "en");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const LiaisonPackWishes wishes = { 0 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      liaison_pack_make (snapshot, order, &wishes, NULL, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_names (void)
{
  g_autoptr (LiaisonPackOrder) order = make_order ("NO", "pocket-card", "en");
  g_autofree char *usual = liaison_pack_order_make_file_name (order);
  g_autofree char *copy = NULL, *bare = NULL, *odd = NULL;

  g_assert_cmpstr (usual, ==, "pack.en.pdf");
  order->code = g_strdup ("NP/../FR é");
  odd = liaison_pack_order_make_file_name (order);
  g_assert_null (strchr (odd, '/'));
  order->copy_prefix = g_strdup ("NP-");
  copy = liaison_pack_order_tell_copy (order, 7);
  bare = liaison_pack_order_tell_copy (order, 0);
  g_assert_cmpstr (copy, ==, "NP-007");
  g_assert_null (bare);
}

static LiaisonPackOrder *
make_coded (const char *code, const char *language, guint8 id)
{
  LiaisonPackOrder *order = make_order ("NO", "pocket-card", language);

  g_free (order->code);
  order->code = g_strdup (code);
  order->record.low = id;
  return order;
}

/* Files in one folder never overwrite each other, and a name says nothing of other packs. */
static void
test_file_names (void)
{
  g_autoptr (GPtrArray) orders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_pack_order_free);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL, alone = NULL, again = NULL;

  g_ptr_array_add (orders, make_coded ("NP", "fr", 1));
  g_ptr_array_add (orders, make_coded ("np", "fr", 2));
  g_ptr_array_add (orders, make_coded ("NP", "en", 3));
  g_ptr_array_add (orders, make_coded (NULL, "en", 4));
  names = liaison_pack_orders_name_files (orders, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 4);
  g_assert_true (g_str_has_prefix (names[0], "NP-") && g_str_has_suffix (names[0], ".fr.pdf"));
  g_assert_cmpuint (strlen (names[0]), ==, strlen ("NP-12345678.fr.pdf"));
  g_assert_true (g_str_has_prefix (names[1], "np-"));
  g_assert_false (g_ascii_strcasecmp (names[0], names[1]) == 0);
  g_assert_cmpstr (names[2], ==, "NP.en.pdf");
  g_assert_cmpstr (names[3], ==, "pack.en.pdf");

  /* Whatever else is printed along. */
  g_ptr_array_set_size (orders, 2);
  again = liaison_pack_orders_name_files (orders, &error);
  g_assert_cmpstr (again[0], ==, names[0]);
  g_assert_cmpstr (again[1], ==, names[1]);

  g_ptr_array_add (orders, make_coded ("NP", "fr", 1));
  g_assert_null (liaison_pack_orders_name_files (orders, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
}

/* Unless somebody says so, nothing tells how much is withheld. */
static void
test_withheld (void)
{
  static const char *const templates[] = { "nation-pack", "pocket-card" };

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autoptr (LiaisonPackOrder) order = make_order ("NO", templates[i], "en");
      g_autoptr (GBytes) usual = make (order, 1, NULL), told = NULL;

      order->count_withheld = TRUE;
      told = make (order, 1, NULL);
      g_assert_false (g_bytes_equal (usual, told));
    }
}

/* Folded and read through, a booklet has its pages in order: the two of a sheet's front and back
 * follow each other. */
static void
test_booklet (void)
{
  static const struct
  {
    guint n, side;
    gboolean right_to_left;
    guint left, right;
  } cases[] = {
    { 8, 0, FALSE, 7, 0 },
    { 8, 1, FALSE, 1, 6 },
    { 8, 2, FALSE, 5, 2 },
    { 8, 3, FALSE, 3, 4 },
    { 8, 0, TRUE, 0, 7 },
    { 8, 3, TRUE, 4, 3 },
    { 1, 0, FALSE, LIAISON_NO_PAGE, 0 },
    { 1, 1, FALSE, LIAISON_NO_PAGE, LIAISON_NO_PAGE },
    { 6, 0, FALSE, LIAISON_NO_PAGE, 0 },
    { 6, 1, FALSE, 1, LIAISON_NO_PAGE },
    { 6, 2, FALSE, 5, 2 },
  };
  guint left, right;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      liaison_imposition_get_side (LIAISON_IMPOSE_BOOKLET, cases[i].n, cases[i].side,
                                   cases[i].right_to_left, &left, &right);
      g_assert_cmpuint (left, ==, cases[i].left);
      g_assert_cmpuint (right, ==, cases[i].right);
    }
  for (guint n = 1; n < 40; n++)
    {
      guint sides = liaison_imposition_count_sides (LIAISON_IMPOSE_BOOKLET, n), seen = 0;

      g_assert_cmpuint (sides % 2, ==, 0);
      for (guint side = 0; side < sides; side++)
        {
          liaison_imposition_get_side (LIAISON_IMPOSE_BOOKLET, n, side, FALSE, &left, &right);
          seen += (left != LIAISON_NO_PAGE) + (right != LIAISON_NO_PAGE);
        }
      g_assert_cmpuint (seen, ==, n);
    }
  g_assert_cmpuint (liaison_imposition_count_sides (LIAISON_IMPOSE_TWO_UP, 5), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/pack/making/templates", test_templates);
  g_test_add_func ("/pack/making/templates/refused", test_refused_template);
  g_test_add_func ("/pack/making/same-bytes", test_same_bytes);
  g_test_add_func ("/pack/making/same-pages", test_same_pages);
  g_test_add_func ("/pack/making/cover-marking", test_cover_marking);
  g_test_add_func ("/pack/making/cards", test_cards);
  g_test_add_func ("/pack/making/cancelled", test_cancelled);
  g_test_add_func ("/pack/making/names", test_names);
  g_test_add_func ("/pack/making/file-names", test_file_names);
  g_test_add_func ("/pack/making/withheld", test_withheld);
  g_test_add_func ("/pack/imposition/booklet", test_booklet);
  status = g_test_run ();
  liaison_plan_free (plan);
  return status;
}
