/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contents, text of one's own, and pages to write on. */
#include "config.h"

#include "pack/blank-lines.h"
#include "pack/book.h"
#include "pack/contents.h"

#define NOTE_PAGES 2

void
liaison_section_contents (LiaisonBook *book)
{
  liaison_book_head (book);
  liaison_book_set_columns (book, 2);
  liaison_book_add (book, liaison_contents_new (book->words, 2, book->factor * 0.88));
}

void
liaison_section_text (LiaisonBook *book)
{
  LiaisonTypeStyle style = liaison_book_style (book, &liaison_type_text);

  if (book->part->text == NULL)
    return;
  /* The heading brings the text along. */
  if (book->part->heading != NULL)
    liaison_book_add (book, liaison_matter_new_paragraph ("", &style));
  else
    liaison_book_add_prose (book, book->part->text, NULL);
}

void
liaison_section_notes (LiaisonBook *book)
{
  liaison_book_add (book, liaison_blank_lines_new (NOTE_PAGES));
}
