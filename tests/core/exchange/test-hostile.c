/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two hundred files made to harm: each is refused with a sentence, or read within the limits, and
 * the process never has more than 512 MiB. */
#include "config.h"

#include "exchange/book.h"

#include "hostile.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* Bytes that the whole process may have mapped. */
#define MEMORY ((rlim_t) 512 * 1024 * 1024)

static void
check_bounded (LiaisonSheet *sheet)
{
  guint cells = 0;

  g_assert_cmpuint (liaison_sheet_get_width (sheet), <=, LIAISON_SHEET_MAX_COLUMNS);
  g_assert_cmpuint (liaison_sheet_get_n_rows (sheet), <=, LIAISON_SHEET_MAX_ROWS);
  for (guint i = 0; i < liaison_sheet_get_n_rows (sheet); i++)
    cells += liaison_sheet_get_row (sheet, i)->n_cells;
  g_assert_cmpuint (cells, <=, LIAISON_SHEET_MAX_CELLS);
}

static LiaisonSheet *
read_first (GBytes *bytes, GError **error)
{
  g_autoptr (LiaisonBook) book = liaison_book_new (bytes, "hostile", NULL, NULL, error);

  return book != NULL ? liaison_book_read_sheet (book, liaison_book_get_first_sheet (book), NULL,
                                                 NULL, NULL, error)
                      : NULL;
}

static void
check_file (const HostileFile *file, LiaisonWords *words, guint outcomes[2])
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSheet) sheet = read_first (file->bytes, &error);
  const char *sentence = liaison_exchange_tell_error (words, error);

  if (g_test_verbose ())
    g_test_message ("%s: %s, %.2f s", file->name, error != NULL ? error->message : "read",
                    g_timer_elapsed (timer, NULL));
  if (sheet == NULL)
    {
      g_assert_nonnull (error);
      if (sentence == NULL || strlen (sentence) < 20)
        {
          g_test_message ("%s is refused without a sentence: %s", file->name, error->message);
          g_test_fail ();
        }
    }
  else
    check_bounded (sheet);
  if ((file->outcome == HOSTILE_REFUSED && sheet != NULL)
      || (file->outcome == HOSTILE_BOUNDED && sheet == NULL))
    {
      g_test_message ("NOT EXPECTED of %s: %s", file->name,
                      error != NULL ? error->message : "it was read");
      g_test_fail ();
    }
  outcomes[sheet != NULL]++;
}

static void
test_hostile (void)
{
  g_autoptr (GPtrArray) files = hostile_make_all ();
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  struct rlimit limit = { MEMORY, MEMORY };
  guint outcomes[2] = { 0, 0 };
  gsize held = 0;

  g_assert_cmpuint (files->len, >=, 200);
  /* What the test holds itself does not count against the readers. */
  for (guint i = 0; i < files->len; i++)
    held += g_bytes_get_size (((HostileFile *) files->pdata[i])->bytes);
  limit.rlim_cur = limit.rlim_max = MEMORY + held;
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  for (guint i = 0; i < files->len; i++)
    check_file (files->pdata[i], words, outcomes);
  g_test_message ("%u files: %u refused, %u read within the limits", files->len, outcomes[0],
                  outcomes[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/hostile/all", test_hostile);
  return g_test_run ();
}
