/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A listing on paper. */
#pragma once

#include "exchange/listing.h"
#include "pack/pages.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonPageSetup setup;
  gboolean tiled;   /* columns over several pages instead of fitted */
  gboolean empty;   /* columns with nothing in them too, which are left out otherwise */
  gint64 now;       /* Unix s: when it is printed */
  const char *zone; /* IANA, of that; NULL: UTC */
} LiaisonListingPrint;

/* Tables with more columns are read better on pages that lie. */
#define LIAISON_LISTING_UPRIGHT_COLUMNS 5

/* Pages with the listing's title, its table, and around them exercise, view, filter, marking, time
 * and page numbers in @words. Still to flow. Keeps the listing. */
LiaisonPages *liaison_listing_to_pages (LiaisonListing *listing,
                                        const LiaisonListingPrint *print,
                                        LiaisonWords *words);
/* Pages with all of @listings, of which @title is what they are together and @marking that of all
 * (may be NULL): contents first, then each table on pages of its own, numbered through. Still to
 * flow. Keeps the listings; @words must outlive the flow. */
LiaisonPages *liaison_listings_to_pages (LiaisonListing *const *listings,
                                         guint n,
                                         const char *title,
                                         const char *marking,
                                         const LiaisonListingPrint *print,
                                         LiaisonWords *words);
/* "Printed 141300ZMAY27 (Oslo)", for the foot of pages. Transfer full. */
char *liaison_listing_print_tell_when (const LiaisonListingPrint *print,
                                       gboolean as_dtg,
                                       LiaisonWords *words);

/* The table alone, for pages with other matter too; @pages keep @listing. @records (of const
 * LiaisonBlock *, taken) are those of its rows, for the banners. */
LiaisonMatter *liaison_listing_to_matter (LiaisonListing *listing,
                                          LiaisonPages *pages,
                                          double factor,
                                          GPtrArray *records);

G_END_DECLS
