/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cover: what it is, for whom, how it is marked, which copy it is. */
#include "config.h"

#include "pack/book.h"

#include "pack/image.h"
#include "pack/pairs.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

#define PICTURE 96

static void
add_line (LiaisonBook *book, const char *text, const LiaisonTypeStyle *style)
{
  LiaisonTypeStyle scaled = liaison_book_style (book, style);

  if (text != NULL && *text != '\0')
    liaison_book_add (book, liaison_matter_new_paragraph (text, &scaled));
}

/* The one that was chosen, found by what it is; else the badge of the exercise. */
static const LiaisonBlock *
find_picture (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  const LiaisonBlock *const *blocks;
  guint n;

  blocks = liaison_snapshot_get (book->copy, LIAISON_KIND_ATTACHMENT, &n);
  for (guint i = 0; book->order->cover_hash != NULL && i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Attachment, blocks[i])->sha256, book->order->cover_hash) == 0)
      return blocks[i];
  return liaison_snapshot_find (book->copy, LIAISON_DATA (Exercise, exercise)->logo);
}

static void
add_picture (LiaisonBook *book)
{
  const LiaisonBlock *picture = find_picture (book);
  LiaisonMatter *image = picture != NULL && picture->shape == &liaison_attachment_kind.shape
                             ? liaison_image_new (picture, PICTURE * book->factor,
                                                  PICTURE * book->factor, FALSE, book->language)
                             : NULL;

  if (image != NULL)
    liaison_book_add (book, image);
}

/* "25 Oct – 3 Nov 2027", and "Trøndelag, Norway" below it. */
static char *
tell_when_and_where (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *place = liaison_book_tell (book, exercise, "place");
  gint64 start, end;

  if (liaison_times_get_start (&book->manner.lookup, exercise, &start) == LIAISON_TIME_KNOWN
      && liaison_times_get_end (&book->manner.lookup, exercise, &end) == LIAISON_TIME_KNOWN)
    {
      g_autofree char *days = liaison_book_tell_days (book, start, end);

      g_string_append (text, days);
    }
  if (place != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", place);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_pair (LiaisonMatter *pairs, const char *label, char *text)
{
  if (text != NULL && *text != '\0')
    liaison_pairs_add (pairs, label, text, NULL, NULL);
  g_free (text);
}

static char *
tell_validity (LiaisonBook *book)
{
  const LiaisonPackOrder *order = book->order;

  if (order->valid_from == LIAISON_DATE_UNSET || order->valid_until == LIAISON_DATE_UNSET)
    return NULL;
  return liaison_words_format_days (book->words, order->valid_from, order->valid_until);
}

/* At the foot: what people who keep the register of copies look for. */
static void
add_register (LiaisonBook *book)
{
  const LiaisonPackOrder *order = book->order;
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  LiaisonMatter *group = liaison_group_new (&(LiaisonGroupStyle){
      .tinted = TRUE, .barred = TRUE, .at_foot = TRUE, .ink = LIAISON_INK_ACCENT, .pad = 10 });
  LiaisonMatter *pairs = liaison_book_new_pairs (book);
  g_autofree char *handling = liaison_book_tell (book, exercise, "handling");

  add_pair (pairs, liaison_book_say (book, N_ ("Copy")),
            liaison_book_isolate (liaison_pack_order_tell_copy (order, book->copy_number)));
  add_pair (pairs, liaison_book_say (book, N_ ("Version")),
            liaison_book_isolate (g_strdup (order->version)));
  add_pair (pairs, liaison_book_say (book, N_ ("Valid")), tell_validity (book));
  add_pair (pairs, liaison_book_say (book, N_ ("Time zone")),
            liaison_words_dup_zone (book->words, order->zone));
  add_pair (pairs, liaison_book_say (book, N_ ("Handling instructions")),
            g_steal_pointer (&handling));
  add_pair (pairs, liaison_book_say (book, N_ ("Withheld")), liaison_book_tell_withheld (book));
  add_pair (pairs, "", g_strdup (order->imprint));
  liaison_group_add (group, pairs);
  liaison_book_add (book, group);
}

void
liaison_section_cover (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  g_autofree char *name = liaison_manner_tell_block_name (&book->manner, exercise);
  g_autofree char *when = tell_when_and_where (book);
  LiaisonMatter *space = liaison_matter_new_space (0.1);

  space->bare = TRUE;
  space->new_page = TRUE;
  liaison_book_add (book, space);
  add_picture (book);
  liaison_book_add (book, liaison_matter_new_space (0.06));
  add_line (book, name, &liaison_type_cover_small);
  add_line (book, book->order->title != NULL ? book->order->title : name, &liaison_type_cover);
  add_line (book, book->order->subtitle, &liaison_type_cover_small);
  add_line (book, when, &liaison_type_cover_small);
  add_register (book);
  book->turn = TRUE;
}
