/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonBook: a pack while it is being put together. Sections add matter to it; a section that has
 * nothing to say leaves no trace, not even a heading.
 *
 * A section is one file in sections/ with one function, and one line in the table of book.c. What
 * it may use is the copy that was made for the audience, and nothing else of the plan. */
#pragma once

#include "exchange/listing.h"
#include "pack/rows.h"
#include "pack/group.h"
#include "pack/order.h"
#include "pack/pages.h"
#include "record/snapshot.h"
#include "release/redact.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef struct
{
  /* Given */
  const LiaisonPackOrder *order;
  const LiaisonRedaction *redaction;
  LiaisonSnapshot *copy;  /* the plan as the audience may see it: that of the redaction */
  LiaisonSnapshot *since; /* the same of a baseline, for what changed; or NULL */
  guint copy_number;      /* 0: unnumbered */
  gint64 now;             /* Unix s: the date on the pack */

  /* In the words of the audience */
  LiaisonWords *words;
  const char *language;
  LiaisonManner manner;
  LiaisonManner since_manner;

  /* Made */
  LiaisonPages *pages;
  guint n_notes;   /* at the feet of its pages */
  double factor;   /* of the usual size of type */
  gboolean narrow; /* a pocket card: everything is said as shortly as it can be */

  /* The section that is being set */
  const LiaisonPackOrderPart *part;
  const char *heading; /* of it, until it has been set */
  gboolean alarm;
  guint columns;
  gboolean turn; /* what comes next begins a page: after a cover */
} LiaisonBook;

/* What sets one section. */
typedef struct
{
  LiaisonPackSection section;
  const char *heading; /* msgid, where it differs from the section's name; "": none of its own */
  void (*set) (LiaisonBook *book);
  gboolean alarm; /* headed in the colour of alarm */
  guint columns;  /* of its text on wide paper; 0: one */
} LiaisonSection;

/* Sets the pack of @redaction, a copy made for the audience of @order and for no other: pages
 * without their flow, for liaison_pages_flow. @since (may be NULL) is the copy of an earlier
 * version, from liaison_redact_both. The pages keep what they need. Transfer full. */
LiaisonPages *liaison_book_set (const LiaisonPackOrder *order,
                                const LiaisonRedaction *redaction,
                                const LiaisonRedaction *since,
                                guint copy_number,
                                gint64 now,
                                const char *const *catalogue_dirs);

/* The heading of the section, where it has not been set yet. */
void liaison_book_head (LiaisonBook *self);
/* Another heading for the section, which is taken; before anything of it is added. */
void liaison_book_take_heading (LiaisonBook *self, char *heading);
/* What is added from here on runs in so many columns where the paper is wide enough. */
void liaison_book_set_columns (LiaisonBook *self, guint columns);
/* The post, or event, that the pack is for; NULL: none, or it may not be seen. */
const LiaisonBlock *liaison_book_find_post (LiaisonBook *self);
const LiaisonBlock *liaison_book_find_event (LiaisonBook *self);
/* For sections. Takes @matter; heads the section first. */
void liaison_book_add (LiaisonBook *self, LiaisonMatter *matter);
/* Styles at the size of the pack. */
LiaisonTypeStyle liaison_book_style (const LiaisonBook *self, const LiaisonTypeStyle *style);
/* A heading within the section; in the outline and, at level 2, in the contents. */
void liaison_book_add_heading (LiaisonBook *self, const char *text, guint level);
/* The same, not in the outline. */
void liaison_book_add_minor (LiaisonBook *self, const char *text);
/* Paragraphs of text that somebody wrote (a part of CommonMark: paragraphs, lists). @record (may be
 * NULL) is what it is of. */
void liaison_book_add_prose (LiaisonBook *self, const char *text, const LiaisonBlock *record);
/* A small remark. */
void liaison_book_add_note (LiaisonBook *self, const char *text);
/* Takes @grid; nothing where it has no rows. */
void liaison_book_take_rows (LiaisonBook *self, LiaisonRows *grid);
LiaisonMatter *liaison_book_new_pairs (const LiaisonBook *self);
/* Takes @pairs; nothing where there are none. */
void liaison_book_take_pairs (LiaisonBook *self, LiaisonMatter *pairs);
/* The fields of @record that are set, by their labels; names with commas between them. */
void liaison_book_add_fields (LiaisonBook *self,
                              LiaisonMatter *pairs,
                              const LiaisonBlock *record,
                              const char *names);

/* The records of a kind, in their usual order, that the part's own filter and @condition (may be
 * NULL, see words/filter.h) let through. Of const LiaisonBlock *; transfer full. */
GPtrArray *liaison_book_list (LiaisonBook *self, const LiaisonKind *kind, const char *condition);
/* What is told of a field; NULL where it is not set. Transfer full. */
char *liaison_book_tell (LiaisonBook *self, const LiaisonBlock *record, const char *field);
/* Numbers, addresses and codes keep their order in lines that run the other way. Takes @text;
 * NULL is NULL. */
char *liaison_book_isolate (char *text);
/* The name of a nation, short; and codes as a list. */
char *liaison_book_tell_nation (LiaisonBook *self, const char *code);
char *liaison_book_tell_codes (LiaisonBook *self, const LiaisonCodes *codes);
/* The nations of a field, for a cell: a few by their names, more by their codes, as names would
 * make rows high. */
char *liaison_book_tell_nations (LiaisonBook *self, const LiaisonBlock *record, const char *name);
/* The word or sentence in the language of the pack. */
const char *liaison_book_say (const LiaisonBook *self, const char *msgid);
/* "08:00–09:30", in @zone. */
char *liaison_book_tell_hours (LiaisonBook *self, gint64 start, gint64 end, const char *zone);
/* The days from @start to @end, as they are there: "25 Oct – 3 Nov 2027". */
char *liaison_book_tell_days (LiaisonBook *self, gint64 start, gint64 end);
/* "250600Z": day and time without month and year. */
char *liaison_book_tell_zulu (gint64 seconds);
/* Items of a list in the order people gave them. Transfer full. */
GPtrArray *liaison_book_list_items (const LiaisonItems *items, const char *order_field);
/* Of a text in several languages, for this reader; NULL where empty. */
const char *liaison_book_pick (const LiaisonBook *self, const LiaisonText *text);
/* "12 records are withheld from this pack"; NULL where the audience is not told, as usual. */
char *liaison_book_tell_withheld (const LiaisonBook *self);
/* Whom the pack is for, as a nation; NULL: for more than one. */
const char *liaison_book_get_nation (const LiaisonBook *self);

/* One for each section. */
void liaison_section_cover (LiaisonBook *book);
void liaison_section_contents (LiaisonBook *book);
void liaison_section_emergency (LiaisonBook *book);
void liaison_section_brief (LiaisonBook *book);
void liaison_section_scenario (LiaisonBook *book);
void liaison_section_who_is_who (LiaisonBook *book);
void liaison_section_schedule (LiaisonBook *book);
void liaison_section_days (LiaisonBook *book);
void liaison_section_sites (LiaisonBook *book);
void liaison_section_listing (LiaisonBook *book);
void liaison_section_observances (LiaisonBook *book);
void liaison_section_organisation (LiaisonBook *book);
void liaison_section_timeline (LiaisonBook *book);
void liaison_section_battle_rhythm (LiaisonBook *book);
void liaison_section_matrix (LiaisonBook *book);
void liaison_section_inject_cards (LiaisonBook *book);
void liaison_section_liaison (LiaisonBook *book);
void liaison_section_communications (LiaisonBook *book);
void liaison_section_pace_card (LiaisonBook *book);
void liaison_section_round_sheets (LiaisonBook *book);
void liaison_section_interoperability (LiaisonBook *book);
void liaison_section_agreements (LiaisonBook *book);
void liaison_section_briefings (LiaisonBook *book);
void liaison_section_room_cards (LiaisonBook *book);
void liaison_section_phrases (LiaisonBook *book);
void liaison_section_glossary (LiaisonBook *book);
void liaison_section_changes (LiaisonBook *book);
void liaison_section_text (LiaisonBook *book);
void liaison_section_notes (LiaisonBook *book);

G_END_DECLS
