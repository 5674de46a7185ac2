/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inject cards: as many a page as have room, all of one height, to be cut along the dashes and
 * handed to whoever plays them. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/inject.h"

#include <glib/gi18n-lib.h>

/* A card has at least so much, in points at the usual size of type: three stand on a page. */
#define CARD_HEIGHT 176
/* Between cards. */
#define CARD_GAP 10
/* What the heading of the section takes of its page. */
#define HEADING 42

static void
add_card (LiaisonBook *book, const LiaisonBlock *inject)
{
  g_autofree char *title = liaison_manner_tell_block_name (&book->manner, inject);
  g_autofree char *serial = liaison_book_tell (book, inject, "serial");
  g_autofree char *when = liaison_manner_tell_start_zulu (&book->manner, inject);
  g_autofree char *head =
      g_strdup_printf ("\u2066%s\u2069\u2003\u2066%s\u2069", serial != NULL ? serial : "", when);
  LiaisonTypeStyle style = liaison_book_style (book, &liaison_type_section);
  LiaisonTypeStyle small = liaison_book_style (book, &liaison_type_label);
  LiaisonMatter *card =
      liaison_group_new (&(LiaisonGroupStyle){ .dashed = TRUE,
                                               .pad = 9 * book->factor,
                                               .height = CARD_HEIGHT * book->factor,
                                               .gap = CARD_GAP * book->factor,
                                               .reserve = HEADING * book->factor });
  LiaisonMatter *pairs = liaison_pairs_new (book->factor * 0.92, 0.2);

  liaison_book_add_fields (book, pairs, inject,
                           "from,to,to-others,method,text,expected-action,controller");
  style.before = 2;
  liaison_group_add (card, liaison_matter_new_paragraph (head, &small));
  liaison_group_add (card, liaison_matter_new_paragraph (title, &style));
  if (liaison_pairs_get_n (pairs) > 0)
    liaison_group_add (card, pairs);
  else
    liaison_matter_free (pairs);
  card->record = inject;
  card->after = CARD_GAP * book->factor;
  liaison_book_add (book, card);
}

void
liaison_section_inject_cards (LiaisonBook *book)
{
  g_autoptr (GPtrArray) injects = liaison_book_list (book, &liaison_inject_kind, "level=inject");

  for (guint i = 0; i < injects->len; i++)
    add_card (book, injects->pdata[i]);
}
