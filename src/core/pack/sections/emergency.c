/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page on real emergencies: what is said first, whom to call, what to do. It must be found and
 * read by somebody in a hurry. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/exercise.h"

#include <glib/gi18n-lib.h>

static gboolean
is_small (const LiaisonBook *book)
{
  return book->narrow || book->order->paper == LIAISON_PAPER_A5;
}

/* How much larger than other tables the numbers are, where the paper has room; all of it is to
 * stand on one page. */
static double
get_large (const LiaisonBook *book)
{
  return book->narrow ? 1 : is_small (book) ? 0.94 : 1.2;
}

static void
add_words (LiaisonBook *book, const LiaisonBlock *exercise)
{
  LiaisonMatter *group = liaison_group_new (&(LiaisonGroupStyle){
      .tinted = TRUE, .barred = TRUE, .ink = LIAISON_INK_ALARM, .pad = 9 * book->factor });
  LiaisonMatter *pairs = liaison_pairs_new (book->factor * get_large (book), 0.3);

  liaison_book_add_fields (book, pairs, exercise, "no-play-word,stop-word");
  if (liaison_pairs_get_n (pairs) == 0)
    {
      liaison_matter_free (pairs);
      liaison_matter_free (group);
      return;
    }
  group->record = exercise;
  group->after = 10 * book->factor;
  liaison_group_add (group, pairs);
  liaison_book_add (book, group);
}

static char *
tell_item (LiaisonBook *book, const LiaisonBlock *item, const char *first, const char *second)
{
  g_autofree char *a = liaison_book_tell (book, item, first);
  g_autofree char *b = second != NULL ? liaison_book_tell (book, item, second) : NULL;

  if (a == NULL || b == NULL)
    return a != NULL ? g_steal_pointer (&a) : g_steal_pointer (&b);
  return g_strdup_printf ("%s\n%s", a, b);
}

/* Takes @text. */
static char *
keep_together (char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  g_free (text);
  return g_strjoinv ("\u00a0", parts);
}

static char *
tell_numbers (LiaisonBook *book, const LiaisonBlock *item)
{
  static const char *const fields[] = { "phone", "second-phone", "call-sign", "channel" };
  enum
  {
    N_WHOLE = 3
  };
  g_autoptr (GString) text = g_string_new (NULL);

  /* On small paper numbers are enough. */
  for (guint i = 0; i < (is_small (book) ? N_WHOLE : G_N_ELEMENTS (fields)); i++)
    {
      g_autofree char *told = liaison_book_isolate (liaison_book_tell (book, item, fields[i]));

      if (told == NULL)
        continue;
      /* Numbers are not broken; what a channel is called may be. */
      if (i < N_WHOLE)
        told = keep_together (g_steal_pointer (&told));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", told);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_contacts (LiaisonBook *book, const LiaisonExerciseData *exercise)
{
  g_autoptr (GPtrArray) items = liaison_book_list_items (exercise->emergency_contacts, "order");
  LiaisonRows *grid = liaison_rows_new ();
  LiaisonMatter *matter;

  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Whom to call")), LIAISON_ROWS_LEAD);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Telephone")), 0);
  if (!book->narrow)
    {
      liaison_rows_add_column (grid, liaison_book_say (book, N_ ("When reachable")), 0);
      liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Languages spoken")), 0);
    }
  for (guint i = 0; i < items->len; i++)
    {
      liaison_rows_begin_row (grid, &exercise->block, 0);
      liaison_rows_take (grid, tell_item (book, items->pdata[i], "name", "site"));
      liaison_rows_take (grid, tell_numbers (book, items->pdata[i]));
      liaison_rows_take (grid, tell_item (book, items->pdata[i], "hours", "notes"));
      liaison_rows_take (grid, liaison_book_tell (book, items->pdata[i], "languages"));
    }
  if (items->len == 0)
    {
      liaison_rows_free (grid);
      return;
    }
  matter = liaison_rows_to_matter (grid, book->pages, FALSE, book->factor * get_large (book));
  matter->after = 12 * book->factor;
  liaison_book_add (book, matter);
}

void
liaison_section_emergency (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  LiaisonMatter *pairs = liaison_pairs_new (book->factor
                                                * (book->narrow      ? 0.85
                                                   : is_small (book) ? 0.9
                                                                     : 1),
                                            0);

  add_words (book, exercise);
  add_contacts (book, LIAISON_DATA (Exercise, exercise));
  liaison_book_add_fields (book, pairs, exercise, "real-world-procedure,safety");
  liaison_book_take_pairs (book, pairs);
  /* Nothing else stands on its page. */
  book->turn = !book->narrow;
}
