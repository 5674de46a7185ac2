/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections that are one table of the plan, with the columns that matter to a reader on paper. */
#include "config.h"

#include "pack/book.h"

#include "pack/listing-pages.h"
#include "record/times.h"
#include "words/dates.h"
#include "words/query.h"

#include "record/kinds/action.h"
#include "record/kinds/inject.h"
#include "record/kinds/movement.h"
#include "record/kinds/objective.h"
#include "record/kinds/observance.h"
#include "record/kinds/observation.h"
#include "record/kinds/post.h"
#include "record/kinds/product.h"
#include "record/kinds/support-request.h"

static const struct
{
  LiaisonPackSection section;
  const LiaisonKind *kind;
  const char *columns;
} listings[] = {
  { LIAISON_PACK_SECTION_OBJECTIVES, &liaison_objective_kind, "serial,title,nations" },
  { LIAISON_PACK_SECTION_INJECTS, &liaison_inject_kind, "serial,start,title,from,to,method" },
  { LIAISON_PACK_SECTION_COVERAGE, &liaison_post_kind,
    "title,from-nation,to-nation,site,cover,shifts" },
  { LIAISON_PACK_SECTION_SUPPORT, &liaison_support_request_kind, NULL },
  { LIAISON_PACK_SECTION_MOVEMENTS, &liaison_movement_kind, NULL },
  { LIAISON_PACK_SECTION_INFORMATION, &liaison_product_kind, "serial,title,type,status" },
  { LIAISON_PACK_SECTION_ACTIONS, &liaison_action_kind, NULL },
  { LIAISON_PACK_SECTION_OBSERVANCES, &liaison_observance_kind, "title,nations,effect,advice" },
  { LIAISON_PACK_SECTION_LESSONS, &liaison_observation_kind, NULL },
};

static LiaisonQuery *
make_query (LiaisonBook *book, const LiaisonKind *kind, const char *columns)
{
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);

  if (book->part->columns != NULL)
    columns = book->part->columns;
  if (columns == NULL || !liaison_query_choose_columns (query, book->words, columns, NULL))
    liaison_query_take_usual_columns (query, FALSE);
  if (book->part->filter != NULL
      && !liaison_query_add_condition (query, book->words, book->part->filter, NULL))
    return NULL;
  return g_steal_pointer (&query);
}

/* Another text for a cell, which is taken; NULL leaves it as it is told. */
static void
tell_otherwise (LiaisonBook *book, LiaisonListing *listing, guint row, guint column, char *text)
{
  if (text == NULL)
    return;
  liaison_pages_keep (book->pages, text, g_free);
  g_array_index (listing->cells, LiaisonListingCell, row * listing->n_columns + column).text = text;
}

/* When it begins, without the city of the time zone that the whole pack is in. */
static char *
tell_start (LiaisonBook *book, const LiaisonBlock *record)
{
  const char *zone = liaison_times_get_zone (&book->manner.lookup, record);
  gint64 seconds;

  if ((zone != NULL && g_strcmp0 (zone, book->manner.zone) != 0)
      || liaison_times_get_start (&book->manner.lookup, record, &seconds) != LIAISON_TIME_KNOWN)
    return NULL;
  return liaison_words_format_date_time (book->words, seconds, book->manner.zone,
                                         LIAISON_DATE_TIME_MEDIUM);
}

/* What is told more shortly on paper than on a screen. */
static void
shorten (LiaisonBook *book, LiaisonListing *listing, const GPtrArray *records)
{
  for (guint column = 0; column < listing->n_columns; column++)
    for (guint row = 0; row < records->len; row++)
      {
        const LiaisonBlock *record = records->pdata[row];
        const LiaisonField *field =
            liaison_shape_find (record->shape, listing->columns[column].name, NULL);

        if (field == NULL)
          continue;
        if (field->type == LIAISON_FIELD_INSTANT && (field->flags & LIAISON_FIELD_START) != 0)
          tell_otherwise (book, listing, row, column, tell_start (book, record));
        else if (field->type == LIAISON_FIELD_NATIONS)
          tell_otherwise (book, listing, row, column,
                          liaison_book_tell_nations (book, record, field->name));
      }
}

static void
add_listing (LiaisonBook *book, const LiaisonKind *kind, const char *columns)
{
  g_autoptr (LiaisonQuery) query = make_query (book, kind, columns);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (LiaisonListing) listing = NULL;

  if (query == NULL)
    return;
  records = liaison_query_run (query, &book->manner, book->copy);
  if (records->len == 0)
    return;
  listing = liaison_listing_new_for_query (query, &book->manner, LIAISON_LISTING_AS_TOLD,
                                           book->copy, NULL, NULL);
  shorten (book, listing, records);
  liaison_book_add (book, liaison_listing_to_matter (listing, book->pages, book->factor,
                                                     g_ptr_array_ref (records)));
}

void
liaison_section_listing (LiaisonBook *book)
{
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    if (listings[i].section == book->part->section)
      add_listing (book, listings[i].kind, listings[i].columns);
}
