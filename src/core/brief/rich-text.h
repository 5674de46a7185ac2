/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich text: the part of CommonMark that long texts of a plan may use, as blocks with spans.
 *
 * Paragraphs, headings, lists and quotes; emphasis, strong emphasis, code and links. Pictures are
 * their description, HTML is shown as it is written and never followed. Nothing in a text can make
 * this fail: what is no CommonMark is a paragraph. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RICH_STRONG = 1 << 0,
  LIAISON_RICH_EMPHASIS = 1 << 1,
  LIAISON_RICH_CODE = 1 << 2,
  LIAISON_RICH_LINK = 1 << 3,
} LiaisonRichMarks;

/* Bytes [start, end) of a block's text; spans of a block are in order and apart from each other. */
typedef struct
{
  guint start, end;
  guint marks;        /* LiaisonRichMarks */
  const char *target; /* of a link: interned, http, https or mailto; else NULL */
} LiaisonRichSpan;

typedef enum
{
  LIAISON_RICH_PARAGRAPH,
  LIAISON_RICH_HEADING,
  LIAISON_RICH_ITEM, /* the first block of an item of a list */
  LIAISON_RICH_QUOTE,
  LIAISON_RICH_VERBATIM, /* of code: line breaks are kept */
} LiaisonRichKind;

typedef struct
{
  LiaisonRichKind kind;
  guint depth;  /* lists and quotes it stands in; of a heading its level */
  guint number; /* of an item in a numbered list; 0: a bullet */
  char *text;   /* line breaks in it are meant */
  LiaisonRichSpan *spans;
  guint n_spans;
} LiaisonRichBlock;

/* The blocks of @source (CommonMark, UTF-8; NULL: none). Transfer full, of LiaisonRichBlock. */
GPtrArray *liaison_rich_text_parse (const char *source);
/* A block of plain text, as it is written. Transfer full. */
LiaisonRichBlock *liaison_rich_block_new_plain (const char *text);
void liaison_rich_block_free (LiaisonRichBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRichBlock, liaison_rich_block_free)
/* Adds plain text at the end. */
void liaison_rich_block_append (LiaisonRichBlock *self, const char *text);

/* The block as Pango markup: for labels. Transfer full. */
char *liaison_rich_block_to_markup (const LiaisonRichBlock *self);
/* All of @source without its marks, blocks on lines of their own. Transfer full. */
char *liaison_rich_text_to_plain (const char *source);

G_END_DECLS
