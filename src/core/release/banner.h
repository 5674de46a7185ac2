/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banners: the marking of many records together, as it stands over and under the page that they are
 * on. */
#pragma once

#include "words/manner.h"
#include "words/marking-scheme.h"

G_BEGIN_DECLS

/* Grows with each record: the highest level of any, and the nations that every one of them may be
 * released to. Adding never lowers the one or widens the other. Any thread, one at a time. */
typedef struct _LiaisonBanner LiaisonBanner;

/* @lookup is of the plan, or of the copy, that the records are in; copied, must outlive it. */
LiaisonBanner *liaison_banner_new (const LiaisonLookup *lookup);
void liaison_banner_free (LiaisonBanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBanner, liaison_banner_free)

/* A record without marking counts as for its originator only; one of a kind that cannot have any,
 * as the exercise's own default marking. Its parts (items) have its marking. */
void liaison_banner_add (LiaisonBanner *self, const LiaisonBlock *block);

/* The highest level so far; NULL: nothing was marked, or the levels are not of one scheme.
 * Interned. */
const char *liaison_banner_get_level (const LiaisonBanner *self);
/* The nations that all may go to. *@any is TRUE while nothing was added. Borrowed. */
const LiaisonCodes *liaison_banner_get_nations (const LiaisonBanner *self, gboolean *any);

/* As the scheme of the exercise writes it; levels of no common scheme stand side by side. NULL when
 * nothing was added or nothing has a marking. Transfer full. */
char *liaison_banner_tell (const LiaisonBanner *self, LiaisonWords *words);
/* The portion mark of one record, "(EX-U REL FR, NO)"; for a record without marking that of its
 * originator. Transfer full. */
char *liaison_banner_tell_portion (const LiaisonLookup *lookup, const LiaisonBlock *block);

G_END_DECLS
