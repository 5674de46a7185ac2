/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: the people by nation, with what one needs to reach and address them. */
#include "config.h"

#include "pack/book.h"

#include "pack/picture.h"
#include "record/kinds/attachment.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "words/search.h"
#include "words/spoken.h"

#include <glib/gi18n-lib.h>

/* In points, at the usual size of type: as high as three lines of a row. */
#define PHOTO_WIDTH  27
#define PHOTO_HEIGHT 34

static char *
tell_person (LiaisonBook *book, const LiaisonBlock *person)
{
  g_autofree char *name = liaison_manner_tell_block_name (&book->manner, person);
  g_autofree char *rank = liaison_book_tell (book, person, "rank");
  g_autofree char *code = liaison_book_isolate (liaison_book_tell (book, person, "rank-code"));

  if (rank == NULL)
    return g_steal_pointer (&name);
  /* The common code makes ranks of different nations comparable. */
  return code != NULL ? g_strdup_printf ("%s\n%s (%s)", name, rank, code)
                      : g_strdup_printf ("%s\n%s", name, rank);
}

static char *
tell_job (LiaisonBook *book, const LiaisonBlock *person)
{
  g_autofree char *job = liaison_book_tell (book, person, "appointment");
  g_autofree char *unit = liaison_book_tell (book, person, "parent");

  if (job == NULL || unit == NULL)
    return job != NULL ? g_steal_pointer (&job) : g_steal_pointer (&unit);
  return g_strdup_printf ("%s\n%s", job, unit);
}

static char *
tell_contact (LiaisonBook *book, const LiaisonBlock *person)
{
  static const char *const fields[] = { "phone", "mobile", "email", "call-sign" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *told = liaison_book_isolate (liaison_book_tell (book, person, fields[i]));

      if (told != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", told);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The attachment that @person's picture is, where the audience may see it and it is one. */
static const LiaisonBlock *
find_photo (LiaisonBook *book, const LiaisonBlock *person)
{
  const LiaisonBlock *photo =
      liaison_snapshot_find (book->copy, LIAISON_DATA (Participant, person)->photo);

  return photo != NULL && photo->shape == &liaison_attachment_kind.shape ? photo : NULL;
}

/* Where nobody has a picture, no room is left for any. */
static gboolean
has_photos (LiaisonBook *book, const GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (find_photo (book, people->pdata[i]) != NULL)
      return !book->narrow;
  return FALSE;
}

static void
add_person (LiaisonBook *book, LiaisonRows *grid, const LiaisonBlock *person, gboolean pictured)
{
  const LiaisonBlock *photo = pictured ? find_photo (book, person) : NULL;

  liaison_rows_begin_row (grid, person, 0);
  if (photo != NULL)
    liaison_rows_take_picture (grid, liaison_picture_load (photo, PHOTO_WIDTH * book->factor,
                                                           PHOTO_HEIGHT * book->factor));
  liaison_rows_take (grid, tell_person (book, person));
  liaison_rows_take (grid, tell_job (book, person));
  liaison_rows_take (grid, liaison_manner_tell_spoken (
                               &book->manner, LIAISON_DATA (Participant, person)->languages));
  liaison_rows_take (grid, tell_contact (book, person));
  liaison_rows_take (grid, liaison_book_tell (book, person, "site"));
}

static LiaisonRows *
new_grid (LiaisonBook *book)
{
  LiaisonRows *grid = liaison_rows_new ();

  /* Translators: heads a column of names of people */
  liaison_rows_add_column (grid, liaison_words_get_context (book->words, "person", "Name"),
                           LIAISON_ROWS_LEAD);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Appointment")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Languages")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Contact")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Site")), 0);
  return grid;
}

typedef struct
{
  const char *code;
  char *name, *key;
  gboolean own;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
  g_free (((Entry *) data)->key);
}

/* One's own people first, then the nations in the alphabet of the reader. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  return left->own != right->own ? right->own - left->own : strcmp (left->key, right->key);
}

static GArray *
list_nations (LiaisonBook *book, const GPtrArray *people)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < people->len; i++)
    {
      const char *code = LIAISON_DATA (Participant, people->pdata[i])->nation;
      Entry entry = { .code = code };

      if (!g_hash_table_add (seen, (gpointer) (code != NULL ? code : "")))
        continue;
      entry.name = code != NULL ? liaison_book_tell_nation (book, code) : g_strdup ("–");
      entry.key = liaison_words_dup_sort_key (book->words, entry.name);
      entry.own = g_strcmp0 (code, liaison_book_get_nation (book)) == 0;
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

void
liaison_section_who_is_who (LiaisonBook *book)
{
  g_autoptr (GPtrArray) people = liaison_book_list (book, &liaison_participant_kind, "type=person");
  g_autoptr (GArray) nations = list_nations (book, people);
  gboolean pictured = has_photos (book, people);
  LiaisonRows *grid = new_grid (book);

  if (pictured)
    liaison_rows_set_pictures (grid, PHOTO_WIDTH * book->factor, PHOTO_HEIGHT * book->factor);
  for (guint n = 0; n < nations->len; n++)
    {
      const Entry *nation = &g_array_index (nations, Entry, n);

      liaison_rows_add_span (grid, nation->name);
      for (guint i = 0; i < people->len; i++)
        if (g_strcmp0 (LIAISON_DATA (Participant, people->pdata[i])->nation, nation->code) == 0)
          add_person (book, grid, people->pdata[i], pictured);
    }
  liaison_book_take_rows (book, grid);
}
