/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a spreadsheet, a workbook or a text table: nothing crashes, and what is read is
 * within the limits and can be told. */
#include "config.h"

#include "exchange/book.h"

#include "fuzz.h"

static void
check_sheet (const LiaisonSheet *sheet)
{
  g_assert_cmpuint (liaison_sheet_get_n_rows (sheet), <=, LIAISON_SHEET_MAX_ROWS);
  g_assert_cmpuint (liaison_sheet_get_width (sheet), <=, LIAISON_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < liaison_sheet_get_n_rows (sheet); i++)
    {
      const LiaisonSheetRow *row = liaison_sheet_get_row (sheet, i);
      const LiaisonCell *cells = liaison_sheet_get_cells (sheet, row);

      for (guint c = 0; c < row->n_cells; c++)
        {
          g_autofree char *text = liaison_cell_dup_text (&cells[c]);

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_true (liaison_sheet_find (sheet, i, cells[c].column) == &cells[c]);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *input, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (input, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonBook) book = liaison_book_new (bytes, "fuzz", NULL, NULL, &error);

  g_assert_true ((book == NULL) == (error != NULL));
  for (guint i = 0; book != NULL && i < MIN (liaison_book_get_n_sheets (book), 3); i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (LiaisonSheet) sheet =
          liaison_book_read_sheet (book, i, NULL, NULL, NULL, &failure);

      g_assert_true ((sheet == NULL) == (failure != NULL));
      if (sheet != NULL)
        check_sheet (sheet);
    }
  return 0;
}
