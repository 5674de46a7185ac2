/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pdf-update.h"

#include <string.h>

/* An object as it stands in the tail, and what is added to its dictionary. */
typedef struct
{
  guint number;
  const char *text; /* from "<<" on */
  gsize length;     /* up to the last ">>" */
  GString *more;    /* owned */
  gsize place;      /* in the file, when it was written anew */
} Object;

static void
clear_object (gpointer data)
{
  g_string_free (((Object *) data)->more, TRUE);
}

static const char *
find (const char *from, const char *end, const char *what)
{
  return from < end ? memmem (from, (gsize) (end - from), what, strlen (what)) : NULL;
}

/* The object around @at: "12 0 obj\n<< ... >>\nendobj". FALSE: it is not as expected. */
static gboolean
read_object (const GByteArray *tail, const char *at, Object *object)
{
  const char *begin = (const char *) tail->data, *end = begin + tail->len;
  const char *head = at, *close = find (at, end, ">>\nendobj");
  guint64 number;

  while (head > begin && strncmp (head, " 0 obj\n<<", 9) != 0)
    head--;
  if (head == begin || close == NULL)
    return FALSE;
  object->text = head + strlen (" 0 obj\n");
  object->length = (gsize) (close - object->text);
  while (head > begin && g_ascii_isdigit (head[-1]))
    head--;
  number = g_ascii_strtoull (head, NULL, 10);
  object->number = (guint) number;
  object->more = g_string_new (NULL);
  return number > 0 && number <= G_MAXINT;
}

/* As UTF-16, in hexadecimal digits: no character has to be escaped. */
static void
append_text (GString *string, const char *text)
{
  gsize n = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &n, NULL);

  g_string_append (string, "<FEFF");
  for (gsize i = 0; wide != NULL && i < n; i++)
    g_string_append_printf (string, "%02X", (guchar) wide[i]);
  g_string_append_c (string, '>');
}

/* Every figure, if there are as many as are known. */
static void
add_figures (const LiaisonPdfUpdate *self, const GByteArray *tail, GArray *objects)
{
  static const char mark[] = "/S /Figure\n";
  const char *end = (const char *) tail->data + tail->len;
  guint n = 0;

  for (const char *at = find ((const char *) tail->data, end, mark); at != NULL;
       at = find (at + 1, end, mark))
    n++;
  if (n != self->figures->len)
    return;
  n = 0;
  for (const char *at = find ((const char *) tail->data, end, mark); at != NULL;
       at = find (at + 1, end, mark), n++)
    {
      Object object;

      if (*(const char *) self->figures->pdata[n] == '\0' || !read_object (tail, at, &object))
        continue;
      g_string_append (object.more, "   /Alt ");
      append_text (object.more, self->figures->pdata[n]);
      g_string_append_c (object.more, '\n');
      g_array_append_val (objects, object);
    }
}

static void
add_catalogue (const LiaisonPdfUpdate *self, const GByteArray *tail, GArray *objects)
{
  const char *end = (const char *) tail->data + tail->len;
  const char *at = find ((const char *) tail->data, end, "/Type /Catalog\n");
  Object object;

  if (at == NULL || !read_object (tail, at, &object))
    return;
  if (self->language != NULL)
    {
      g_string_append (object.more, "   /Lang (");
      for (const char *c = self->language; *c != '\0'; c++)
        if (g_ascii_isalnum (*c) || *c == '-')
          g_string_append_c (object.more, *c);
      g_string_append (object.more, ")\n");
    }
  g_string_append_printf (object.more, "   /ViewerPreferences << /DisplayDocTitle true%s >>\n",
                          self->right_to_left ? " /Direction /R2L" : "");
  g_array_append_val (objects, object);
}

static int
compare_objects (gconstpointer a, gconstpointer b)
{
  guint left = ((const Object *) a)->number, right = ((const Object *) b)->number;

  return left < right ? -1 : left > right;
}

/* The members of the last trailer, and where its table of places is; FALSE: there is none. */
static gboolean
read_trailer (const GByteArray *tail, char **members, guint64 *table)
{
  const char *end = (const char *) tail->data + tail->len;
  const char *at = find ((const char *) tail->data, end, "\ntrailer\n<<"), *close, *start;

  close = at != NULL ? find (at, end, ">>\nstartxref\n") : NULL;
  start = close != NULL ? close + strlen (">>\nstartxref\n") : NULL;
  if (start == NULL || start >= end)
    return FALSE;
  at += strlen ("\ntrailer\n<<");
  *members = g_strndup (at, (gsize) (close - at));
  *table = g_ascii_strtoull (start, NULL, 10);
  return TRUE;
}

static void
write_table (const GArray *objects, const char *members, guint64 before, gsize place, GString *out)
{
  g_string_append (out, "xref\n");
  for (guint i = 0; i < objects->len; i++)
    g_string_append_printf (out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (objects, Object, i).number,
                            g_array_index (objects, Object, i).place);
  g_string_append_printf (out,
                          "trailer\n<<%s   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          members, before, place);
}

GByteArray *
liaison_pdf_update_make (const LiaisonPdfUpdate *self, const GByteArray *tail, gsize size)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_autoptr (GString) out = g_string_new ("\n");
  g_autofree char *members = NULL;
  GByteArray *added = g_byte_array_new ();
  guint64 table;

  g_array_set_clear_func (objects, clear_object);
  add_catalogue (self, tail, objects);
  add_figures (self, tail, objects);
  if (objects->len == 0 || !read_trailer (tail, &members, &table))
    return added;
  g_array_sort (objects, compare_objects);
  for (guint i = 0; i < objects->len; i++)
    {
      Object *object = &g_array_index (objects, Object, i);

      object->place = size + out->len;
      g_string_append_printf (out, "%u 0 obj\n", object->number);
      g_string_append_len (out, object->text, (gssize) object->length);
      g_string_append_printf (out, "%s>>\nendobj\n", object->more->str);
    }
  write_table (objects, members, table, size + out->len, out);
  g_byte_array_append (added, (const guint8 *) out->str, (guint) out->len);
  return added;
}
