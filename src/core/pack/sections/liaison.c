/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The liaison directory: who is sent by whom to whom, and how to reach them. The holder of a post
 * finds everything about it first. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/post.h"
#include "words/range.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

static const char own_fields[] =
    "from-nation,from,to-nation,to,area,duties,authority,reports,site,start,end,cover";
/* Below the shifts. */
static const char more_fields[] =
    "languages,voice,channels,call-sign,phone,email,arrival,quarters,meals,transport,agreements";

static gboolean
has_any (LiaisonBook *book, const GPtrArray *items, const char *field)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *told = liaison_book_tell (book, items->pdata[i], field);

      if (told != NULL && *told != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Boxes to tick. */
static void
add_checks (LiaisonBook *book, const char *heading, const LiaisonItems *items)
{
  g_autoptr (GPtrArray) list = liaison_book_list_items (items, "order");
  LiaisonRows *rows = liaison_rows_new ();
  gboolean dated = has_any (book, list, "due");

  liaison_rows_add_column (rows, "", LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, heading, 0);
  if (dated)
    liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Due")), LIAISON_ROWS_WHOLE);
  for (guint i = 0; i < list->len; i++)
    {
      liaison_rows_begin_row (rows, NULL, 0);
      liaison_rows_add (rows, "☐");
      liaison_rows_take (rows, liaison_book_tell (book, list->pdata[i], "title"));
      if (dated)
        liaison_rows_take (rows, liaison_book_tell (book, list->pdata[i], "due"));
    }
  liaison_book_take_rows (book, rows);
}

/* A shift a line: who, from when to when. */
static void
add_shifts (LiaisonBook *book, LiaisonMatter *pairs, const LiaisonBlock *post)
{
  const LiaisonField *field = liaison_shape_find (post->shape, "shifts", NULL);
  const LiaisonItems *shifts = LIAISON_DATA (Post, post)->shifts;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < liaison_items_get_size (shifts); i++)
    {
      const LiaisonBlock *shift = liaison_items_get (shifts, i);
      g_autofree char *name = liaison_book_tell (book, shift, "participant");
      g_autofree char *from = liaison_book_tell (book, shift, "start");
      g_autofree char *until = liaison_book_tell (book, shift, "end");
      g_autofree char *when =
          from != NULL || until != NULL
              ? liaison_words_format_range (book->words, from, until, LIAISON_RANGE_OPEN)
              : NULL;

      g_string_append_printf (
          text, "%s%s%s%s", text->len > 0 ? "\n" : "", name != NULL ? name : "",
          name != NULL && when != NULL ? liaison_words_get_separator (book->words) : "",
          when != NULL ? when : "");
    }
  if (text->len > 0)
    liaison_pairs_add (pairs, liaison_book_say (book, field->label), text->str, post, NULL);
}

static void
add_own (LiaisonBook *book, const LiaisonBlock *post)
{
  const LiaisonPostData *data = LIAISON_DATA (Post, post);
  g_autofree char *title = liaison_manner_tell_block_name (&book->manner, post);
  LiaisonMatter *pairs = liaison_book_new_pairs (book);

  liaison_book_add_fields (book, pairs, post, own_fields);
  add_shifts (book, pairs, post);
  liaison_book_add_fields (book, pairs, post, more_fields);
  liaison_book_add_heading (book, title, 2);
  liaison_book_take_pairs (book, pairs);
  add_checks (book, liaison_book_say (book, N_ ("Joining instructions")), data->joining);
  add_checks (book, liaison_book_say (book, N_ ("Kit")), data->kit);
}

static char *
tell_reach (LiaisonBook *book, const LiaisonBlock *post)
{
  static const char *const fields[] = { "call-sign", "phone", "email" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *told = liaison_book_isolate (liaison_book_tell (book, post, fields[i]));

      if (told != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", told);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those who are there, each once. */
static char *
tell_holders (LiaisonBook *book, const LiaisonPostData *post)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonBlock *shift = liaison_items_get (post->shifts, i);
      char *name = liaison_book_tell (book, shift, "participant");

      if (name == NULL)
        continue;
      if (!g_hash_table_contains (seen, name))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", name);
      g_hash_table_add (seen, name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_post (LiaisonBook *book, LiaisonRows *rows, const LiaisonBlock *post)
{
  const LiaisonPostData *data = LIAISON_DATA (Post, post);
  g_autofree char *from = data->from_nation != NULL
                              ? liaison_book_tell_nation (book, data->from_nation)
                              : g_strdup ("–");
  g_autofree char *to =
      data->to_nation != NULL ? liaison_book_tell_nation (book, data->to_nation) : g_strdup ("–");

  liaison_rows_begin_row (rows, post, 0);
  liaison_rows_take (rows, liaison_manner_tell_block_name (&book->manner, post));
  liaison_rows_take (
      rows, g_strdup_printf ("\u2068%s\u2069\u00a0%s \u2068%s\u2069", from,
                             liaison_words_is_right_to_left (book->words) ? "←" : "→", to));
  liaison_rows_take (rows, tell_holders (book, data));
  liaison_rows_take (rows, liaison_book_tell (book, post, "site"));
  liaison_rows_take (rows, tell_reach (book, post));
}

void
liaison_section_liaison (LiaisonBook *book)
{
  g_autoptr (GPtrArray) posts = liaison_book_list (book, &liaison_post_kind, NULL);
  const LiaisonBlock *own = liaison_book_find_post (book);
  LiaisonRows *rows = liaison_rows_new ();

  if (own != NULL)
    add_own (book, own);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Liaison post")), 0);
  liaison_rows_add_column (
      rows,
      /* Translators: heads a column of “France → Norway”: who sends a liaison officer to whom */
      liaison_book_say (book, N_ ("Sent to")), 0);
  /* Translators: heads a column of names of people */
  liaison_rows_add_column (rows, liaison_words_get_context (book->words, "person", "Name"), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Site")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Contact")), LIAISON_ROWS_WHOLE);
  for (guint i = 0; i < posts->len; i++)
    if (posts->pdata[i] != own)
      add_post (book, rows, posts->pdata[i]);
  if (own != NULL && liaison_rows_get_n_rows (rows) > 0)
    liaison_book_add_heading (book, liaison_book_say (book, N_ ("Other liaison posts")), 2);
  liaison_book_take_rows (book, rows);
}
