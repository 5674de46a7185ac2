/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns, notes, groups, pairs, contents, same pages. */
#include "config.h"

#include "flowing.h"
#include "pack/contents.h"
#include "pack/group.h"
#include "pack/pages-private.h"
#include "pack/pairs.h"
#include "pack/rows.h"
#include "pack/typesetter-private.h"

#include <string.h>

/* Both columns begin at one height, end at nearly one, and nothing lies outside the page. */
static void
test_columns (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  double top[2] = { 1e9, 1e9 }, bottom[2] = { 0, 0 };

  liaison_pages_add (pages, liaison_matter_new_heading ("Terms", &liaison_type_chapter, 1));
  for (guint i = 0; i < 14; i++)
    {
      LiaisonMatter *matter = liaison_matter_new_paragraph (make_text (14), &liaison_type_text);

      matter->columns = 2;
      liaison_pages_add (pages, matter);
    }
  flow (pages);
  g_assert_cmpuint (liaison_pages_get_n (pages), ==, 1);
  for (guint i = 1; i < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);
      guint column = at->x > pages->width / 2;

      g_assert_cmpfloat (at->x, >=, pages->setup.margin - 0.01);
      g_assert_cmpfloat (at->x + at->width, <=, pages->width - pages->setup.margin + 0.01);
      top[column] = MIN (top[column], at->y);
      bottom[column] = MAX (bottom[column], at->y + at->height);
    }
  g_assert_cmpfloat_with_epsilon (top[0], top[1], 0.01);
  g_assert_cmpfloat (ABS (bottom[0] - bottom[1]), <, 60);
  g_assert_cmpfloat (bottom[0], <=, pages->bottom + 0.5);
}

/* A heading goes where its columns begin, however much room is left: lines are shorter there. */
static void
test_columns_headed (void)
{
  for (guint lines = 0; lines < 40; lines++)
    {
      g_autoptr (LiaisonPages) pages = new_pages ("en");
      LiaisonMatter *heading = liaison_matter_new_heading ("Terms", &liaison_type_chapter, 1);
      LiaisonMatter *first = NULL;

      for (guint i = 0; i < lines; i++)
        liaison_pages_add (pages, liaison_matter_new_paragraph ("Line", &liaison_type_cell));
      liaison_pages_add (pages, heading);
      for (guint i = 0; i < 8; i++)
        {
          LiaisonMatter *matter = liaison_pairs_new (1, 0.36);

          liaison_pairs_add (matter, make_text (6), make_text (9), NULL, NULL);
          matter->columns = 2;
          first = first != NULL ? first : matter;
          liaison_pages_add (pages, matter);
        }
      flow (pages);
      g_assert_cmpuint (heading->page, ==, first->page);
      g_assert_cmpfloat (first->y, >, heading->y);
    }
}

/* In a language that runs the other way the first column is the right one. */
static void
test_columns_mirrored (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("ar");

  for (guint i = 0; i < 8; i++)
    {
      LiaisonMatter *matter = liaison_matter_new_paragraph ("ميناء", &liaison_type_text);

      matter->columns = 2;
      liaison_pages_add (pages, matter);
    }
  flow (pages);
  g_assert_cmpfloat (get_placement (pages, 0)->x, >, pages->width / 2);
  g_assert_cmpfloat (get_placement (pages, 7)->x, <, pages->width / 2);
}

/* A note stands at the foot of the page on which its paragraph ends, once for two that have it. */
static void
test_notes (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  guint found = 0;

  g_ptr_array_add (notes, (gpointer) "1 Visit Norway, 2026");
  liaison_pages_add (pages, liaison_matter_new_noted (make_text (60), &liaison_type_text, notes));
  liaison_pages_add (pages, liaison_matter_new_noted (make_text (60), &liaison_type_text, notes));
  flow (pages);
  for (guint i = 0; i < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);

      if (at->matter == pages->matters->pdata[0] || at->matter == pages->matters->pdata[1])
        continue;
      found++;
      g_assert_cmpfloat_with_epsilon (at->y + at->height, pages->bottom, 1);
    }
  g_assert_cmpuint (found, ==, 1);
}

/* A note longer than its page goes on at the foot of the next ones: each line once, none below the
 * text area. Notes stand in the order of their numbers. */
static void
test_notes_parted (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  g_autoptr (GPtrArray) two = g_ptr_array_new (), one = g_ptr_array_new (), long_one = NULL;
  g_autofree char *words = g_strdup (make_text (2500)), *text = g_strconcat ("³ ", words, NULL);
  const LiaisonMatterClass *klass = NULL;
  guint line = 0, order = 0;

  long_one = g_ptr_array_new ();
  g_ptr_array_add (two, (gpointer) "² Second");
  g_ptr_array_add (one, (gpointer) "¹ First");
  g_ptr_array_add (long_one, text);
  liaison_pages_add (pages, liaison_matter_new_noted ("Two", &liaison_type_text, two));
  liaison_pages_add (pages, liaison_matter_new_noted ("One", &liaison_type_text, one));
  liaison_pages_add (pages, liaison_matter_new_noted ("Three", &liaison_type_text, long_one));
  klass = ((LiaisonMatter *) pages->matters->pdata[0])->klass;
  flow (pages);
  g_assert_cmpuint (pages->pages->len, >, 2);
  for (guint i = 0; i < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);

      g_assert_cmpfloat (at->y + at->height, <=, pages->bottom + 0.1);
      if (at->matter->klass == klass)
        continue;
      if (order++ < 2)
        {
          g_assert_cmpuint (at->to, ==, 1);
          continue;
        }
      g_assert_cmpuint (at->from, ==, line);
      line = at->to;
    }
  g_assert_cmpuint (line, >, 100);
  g_assert_cmpuint (order, >, 3);
}

/* Text never runs into the notes below it, however much there is of both. */
static void
test_notes_have_room (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  static char texts[40][32];

  for (guint i = 0; i < 40; i++)
    {
      GPtrArray *notes = g_ptr_array_new ();

      g_snprintf (texts[i], sizeof texts[i], "%u Source number %u", i, i);
      g_ptr_array_add (notes, texts[i]);
      g_ptr_array_add (all, notes);
      liaison_pages_add (pages,
                         liaison_matter_new_noted (make_text (30), &liaison_type_text, notes));
    }
  flow (pages);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, p);
      double last = 0, first_note = pages->bottom;

      for (guint i = page->first; i < page->first + page->n; i++)
        {
          const LiaisonPlacement *at = get_placement (pages, i);

          if (g_ptr_array_find (pages->matters, at->matter, NULL))
            last = MAX (last, at->y + at->height);
          else
            first_note = MIN (first_note, at->y);
        }
      g_assert_cmpfloat (last, <=, first_note + 0.1);
    }
}

/* Notes of the rows that a placement has, each once: their own, and the one that all share. */
static guint
count_notes (const LiaisonPlacement *at)
{
  guint n = 0;

  for (guint row = at->from; row < at->to; row++)
    n += row % 3 == 0;
  return n > 0 ? n + 1 : 0;
}

/* Notes of rows stand at the foot of the page that their row is on, each once there and below all
 * its rows; no row is lost for them, nor a page given to one that had room. */
static void
test_notes_of_rows (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  LiaisonRows *rows = liaison_rows_new ();
  static char texts[90][32];
  guint row = 0;

  liaison_rows_add_column (rows, "Event", LIAISON_ROWS_PLAIN);
  for (guint i = 0; i < 90; i++)
    {
      GPtrArray *notes = g_ptr_array_new ();

      g_snprintf (texts[i], sizeof texts[i], "%u Source number %u", i + 2, i + 2);
      g_ptr_array_add (notes, texts[i]);
      g_ptr_array_add (notes, (gpointer) "1 The source of all");
      g_ptr_array_add (all, notes);
      liaison_rows_begin_row (rows, NULL, 0);
      liaison_rows_add (rows, make_text (i % 7 * 5 + 1));
      if (i % 3 == 0)
        liaison_rows_set_notes (rows, notes);
    }
  liaison_pages_add (pages, liaison_rows_to_matter (rows, pages, FALSE, 1));
  flow (pages);
  g_assert_cmpuint (pages->pages->len, >, 3);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const LiaisonPageRecord *page = &g_array_index (pages->pages, LiaisonPageRecord, p);
      const LiaisonPlacement *table = get_placement (pages, page->first);
      double y = table->y + table->height;

      g_assert_true (table->matter == pages->matters->pdata[0]);
      g_assert_cmpuint (table->from, ==, row);
      g_assert_cmpuint (table->to, >, row);
      row = table->to;
      g_assert_cmpuint (page->n - 1, ==, count_notes (table));
      for (guint i = page->first + 1; i < page->first + page->n; i++)
        {
          g_assert_cmpuint (get_placement (pages, i)->to, ==, 1);
          g_assert_cmpfloat (get_placement (pages, i)->y, >=, y - 0.1);
          y = get_placement (pages, i)->y + get_placement (pages, i)->height;
        }
      g_assert_cmpfloat (y, <=, pages->bottom + 0.1);
      if (page->n > 1)
        g_assert_cmpfloat_with_epsilon (y, pages->bottom, 1);
      /* The highest row of all with its notes would still have gone there. */
      if (row < 90)
        g_assert_cmpfloat (table->y + table->height, >, pages->bottom - 200);
    }
  g_assert_cmpuint (row, ==, 90);
}

/* What fits on a page is not parted, and its frame holds it. */
static void
test_group_stays_whole (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonMatter *group = liaison_group_new (&(LiaisonGroupStyle){ .framed = TRUE, .pad = 8 });
  const LiaisonPlacement *frame = NULL;

  liaison_pages_add (pages, liaison_matter_new_paragraph (make_text (420), &liaison_type_text));
  for (guint i = 0; i < 6; i++)
    liaison_group_add (group, liaison_matter_new_paragraph (make_text (30), &liaison_type_text));
  liaison_pages_add (pages, group);
  flow (pages);
  for (guint i = 0; i < pages->placements->len; i++)
    if (get_placement (pages, i)->matter == group)
      {
        g_assert_null (frame);
        frame = get_placement (pages, i);
        for (guint k = i + 1; k < pages->placements->len; k++)
          {
            const LiaisonPlacement *inner = get_placement (pages, k);

            g_assert_cmpuint (find_page (pages, k), ==, find_page (pages, i));
            g_assert_cmpfloat (inner->y, >=, frame->y + 7.9);
            g_assert_cmpfloat (inner->y + inner->height, <=, frame->y + frame->height - 7.9);
          }
      }
  g_assert_nonnull (frame);
}

/* One that does not fit goes on in a frame of its own on each page, all of one width. */
static void
test_long_group (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonMatter *group = liaison_group_new (&(LiaisonGroupStyle){ .framed = TRUE, .pad = 8 });
  guint frames = 0;
  double width = 0;

  for (guint i = 0; i < 60; i++)
    liaison_group_add (group, liaison_matter_new_paragraph (make_text (40), &liaison_type_text));
  liaison_pages_add (pages, group);
  flow (pages);
  for (guint i = 0; i < pages->placements->len; i++)
    if (get_placement (pages, i)->matter == group)
      {
        const LiaisonPlacement *at = get_placement (pages, i);

        frames++;
        g_assert_cmpfloat (at->y + at->height, <=, pages->bottom + 0.5);
        if (width > 0)
          g_assert_cmpfloat_with_epsilon (at->width, width, 0.001);
        width = at->width;
      }
  g_assert_cmpuint (frames, ==, liaison_pages_get_n (pages));
  g_assert_cmpuint (frames, >, 1);
}

/* Contents before everything know on which page it stands. */
static void
test_contents (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);

  liaison_pages_add (pages, liaison_contents_new (words, 2, 1));
  for (guint i = 0; i < 4; i++)
    {
      LiaisonMatter *heading = liaison_matter_new_heading ("Sites", &liaison_type_chapter, 1);

      heading->new_page = TRUE;
      liaison_pages_add (pages, heading);
    }
  flow (pages);
  g_assert_cmpuint (liaison_pages_get_n (pages), ==, 5);
  for (guint i = 1; i <= 4; i++)
    g_assert_cmpuint (((LiaisonMatter *) pages->matters->pdata[i])->page, ==, i + 1);
  g_assert_cmpuint (g_array_index (pages->pages, LiaisonPageRecord, 0).n, ==, 4);
}

static LiaisonPages *
make_days (guint words)
{
  LiaisonPages *pages = new_pages ("en");

  for (guint i = 0; i < 3; i++)
    {
      LiaisonMatter *heading = liaison_matter_new_heading ("Day", &liaison_type_chapter, 1);

      heading->new_page = heading->anchored = TRUE;
      liaison_pages_add (pages, heading);
      liaison_pages_add (pages,
                         liaison_matter_new_paragraph (make_text (words), &liaison_type_text));
    }
  flow (pages);
  return pages;
}

/* The language that needs fewer pages waits for the other. */
static void
test_same_pages (void)
{
  g_autoptr (LiaisonPages) shorter = make_days (30);
  g_autoptr (LiaisonPages) longer = make_days (1000);
  g_autoptr (GArray) starts = liaison_pages_list_anchors (longer);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_array_index (starts, guint, 2), >, 3);
  liaison_pages_align (shorter, (const guint *) starts->data, starts->len, NULL, &error);
  g_assert_no_error (error);
  after = liaison_pages_list_anchors (shorter);
  g_assert_cmpmem (after->data, after->len * sizeof (guint), starts->data,
                   starts->len * sizeof (guint));
}

/* Long pairs go on on the next page, line by line, and none is lost. */
static void
test_pairs (void)
{
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonMatter *pairs = liaison_pairs_new (1, 0);
  guint lines = 0;

  liaison_pairs_add (pairs, "Aim", make_text (1500), NULL, NULL);
  liaison_pairs_add (pairs, "Place", "Trondheim", NULL, NULL);
  liaison_pages_add (pages, pairs);
  flow (pages);
  for (guint i = 0; i < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);

      if (at->from == 0)
        g_assert_cmpuint (at->first_line, ==, lines);
      if (at->from == 0)
        lines = at->last_line;
    }
  g_assert_cmpuint (lines, >, 40);
  g_assert_cmpuint (get_placement (pages, pages->placements->len - 1)->from, ==, 1);
}

/* Cards that are to fill a page are of one height, as many on the page with a heading as on the
 * next, and none reaches below the text. */
static void
test_even_groups (void)
{
  const LiaisonGroupStyle style = {
    .dashed = TRUE, .pad = 6, .height = 120, .gap = 10, .reserve = 42
  };
  g_autoptr (LiaisonPages) pages = new_pages ("en");
  LiaisonMatter *cards[6];
  double height = 0;

  liaison_pages_add (pages, liaison_matter_new_heading ("Cards", &liaison_type_chapter, 1));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      cards[i] = liaison_group_new (&style);
      cards[i]->after = style.gap;
      liaison_group_add (cards[i],
                         liaison_matter_new_paragraph (make_text (9), &liaison_type_text));
      liaison_pages_add (pages, cards[i]);
    }
  flow (pages);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_cmpuint (cards[i]->page, ==, i / 3 + 1);
  for (guint i = 0; i < pages->placements->len; i++)
    {
      const LiaisonPlacement *at = get_placement (pages, i);

      if (at->matter != cards[0] && at->matter != cards[5])
        continue;
      height = height > 0 ? height : at->height;
      g_assert_cmpfloat_with_epsilon (at->height, height, 0.01);
      g_assert_cmpfloat (at->y + at->height, <=, pages->bottom + 0.01);
    }
  g_assert_cmpfloat (height, >=, style.height);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/flow/columns", test_columns);
  g_test_add_func ("/pack/flow/columns/headed", test_columns_headed);
  g_test_add_func ("/pack/flow/columns/mirrored", test_columns_mirrored);
  g_test_add_func ("/pack/flow/group/even", test_even_groups);
  g_test_add_func ("/pack/flow/notes", test_notes);
  g_test_add_func ("/pack/flow/notes/have-room", test_notes_have_room);
  g_test_add_func ("/pack/flow/notes/parted", test_notes_parted);
  g_test_add_func ("/pack/flow/notes/of-rows", test_notes_of_rows);
  g_test_add_func ("/pack/flow/group/stays-whole", test_group_stays_whole);
  g_test_add_func ("/pack/flow/group/long", test_long_group);
  g_test_add_func ("/pack/flow/contents", test_contents);
  g_test_add_func ("/pack/flow/same-pages", test_same_pages);
  g_test_add_func ("/pack/flow/pairs", test_pairs);
  return g_test_run ();
}
