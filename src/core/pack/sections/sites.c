/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places: how to get there, how to get in, whom to ask. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/site.h"

#include <glib/gi18n-lib.h>

static const char details[] = "description,address,directions,access,facilities,safety,medical,"
                              "contact,phone,photography,position,map";

/* Rooms and the like have nothing but a name and a capacity: they go into a table. */
static gboolean
is_place (const LiaisonSiteData *site)
{
  return site->address != NULL || site->directions != NULL || site->access != NULL
         || site->position != NULL;
}

static void
add_place (LiaisonBook *book, const LiaisonBlock *site)
{
  g_autofree char *name = liaison_manner_tell_block_name (&book->manner, site);
  LiaisonMatter *pairs = liaison_pairs_new (book->factor * 0.95, 0.36);

  liaison_book_add_fields (book, pairs, site, details);
  liaison_book_add_heading (book, name, 2);
  liaison_book_take_pairs (book, pairs);
}

static void
add_room (LiaisonBook *book, LiaisonRows *grid, const LiaisonBlock *site)
{
  liaison_rows_begin_row (grid, site, 0);
  liaison_rows_take (grid, liaison_manner_tell_block_name (&book->manner, site));
  liaison_rows_take (grid, liaison_book_tell (book, site, "code"));
  liaison_rows_take (grid, liaison_book_tell (book, site, "type"));
  liaison_rows_take (grid, liaison_book_tell (book, site, "parent"));
  liaison_rows_take (grid, liaison_book_tell (book, site, "capacity"));
}

void
liaison_section_sites (LiaisonBook *book)
{
  g_autoptr (GPtrArray) sites = liaison_book_list (book, &liaison_site_kind, NULL);
  LiaisonRows *grid = liaison_rows_new ();

  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Name")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Code")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Type")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Inside")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Capacity")), LIAISON_ROWS_NUMERIC);
  if (sites->len > 0)
    liaison_book_head (book);
  liaison_book_set_columns (book, 2);
  for (guint i = 0; i < sites->len; i++)
    if (is_place (sites->pdata[i]))
      add_place (book, sites->pdata[i]);
    else
      add_room (book, grid, sites->pdata[i]);
  liaison_book_set_columns (book, 1);
  if (liaison_rows_get_n_rows (grid) > 0)
    liaison_book_add_heading (
        book,
        /* Translators: heads a table of sites that need no directions of their own */
        liaison_book_say (book, N_ ("Rooms and other places")), 2);
  liaison_book_take_rows (book, grid);
}
