/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the nations have agreed and may rely on: agreements in force, with what they are about. */
#include "config.h"

#include "pack/book.h"

#include "record/kinds/agreement.h"

#include <glib/gi18n-lib.h>

static char *
tell_parties (const LiaisonAgreementData *agreement)
{
  g_autoptr (GPtrArray) parties = liaison_book_list_items (agreement->parties, "order");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      const char *code = LIAISON_DATA (Party, parties->pdata[i])->nation;

      if (code != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell_subject (LiaisonBook *book, const LiaisonBlock *agreement)
{
  g_autofree char *name = liaison_manner_tell_block_name (&book->manner, agreement);
  g_autofree char *summary = liaison_book_tell (book, agreement, "summary");

  return summary != NULL ? g_strdup_printf ("%s\n%s", name, summary) : g_steal_pointer (&name);
}

void
liaison_section_agreements (LiaisonBook *book)
{
  g_autoptr (GPtrArray) agreements =
      liaison_book_list (book, &liaison_agreement_kind, "stage=in-force");
  LiaisonRows *rows = liaison_rows_new ();

  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Serial")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Agreement")), LIAISON_ROWS_LEAD);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Parties")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("In force from")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Expires")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Controlled document")),
                           LIAISON_ROWS_WHOLE);
  for (guint i = 0; i < agreements->len; i++)
    {
      const LiaisonBlock *agreement = agreements->pdata[i];

      liaison_rows_begin_row (rows, agreement, 0);
      liaison_rows_take (rows, liaison_book_tell (book, agreement, "serial"));
      liaison_rows_take (rows, tell_subject (book, agreement));
      liaison_rows_take (rows, tell_parties (LIAISON_DATA (Agreement, agreement)));
      liaison_rows_take (rows, liaison_book_tell (book, agreement, "in-force"));
      liaison_rows_take (rows, liaison_book_tell (book, agreement, "expires"));
      liaison_rows_take (rows,
                         liaison_book_isolate (liaison_book_tell (book, agreement, "document")));
    }
  liaison_book_take_rows (book, rows);
}
