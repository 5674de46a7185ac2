/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pdf-rewrite.h"

#include <gio/gio.h>
#include <string.h>

/* Objects that are packed together: readers unpack all of them for one. */
#define TOGETHER 200
/* Structure is much alike: more effort gains little. */
#define EFFORT 4
/* Bytes of an entry of cairo's table of places. */
#define ENTRY 20

static const char element[] = "<< /Type /StructElem\n   /S /";
/* What is left out of it. */
static const char skipped[] = "<< /Type /StructElem\n   ";

typedef struct
{
  guint number;
  const char *text; /* between "12 0 obj\n" and "endobj\n" */
  gsize length;
  const char *whole; /* with those */
  gsize whole_length;
  gboolean packed;
  guint place; /* in the file that is made; or the number of the stream that it is packed in */
  guint index; /* there */
} Object;

typedef struct
{
  const LiaisonPdfTold *told;
  gboolean figures, cells; /* whether they are as many as are told */
  guint figure, cell, row; /* the next; a row by its first cell */

  /* Owned */
  GArray *objects; /* of Object, in the order of their numbers */
  GArray *parents; /* of guint: of each empty cell, its row */
  GConverter *deflater;
  GByteArray *out;

  guint first_empty;   /* the number of the first empty cell */
  guint n_numbers;     /* of the objects, and those that are added */
  const char *members; /* of the trailer, after its size */
  gsize members_length;
} Rewrite;

static gboolean
begins (const char *text, gsize length, const char *with)
{
  return length >= strlen (with) && memcmp (text, with, strlen (with)) == 0;
}

static gboolean
ends (const char *text, gsize length, const char *with)
{
  gsize n = strlen (with);

  return length >= n && memcmp (text + length - n, with, n) == 0;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Object *left = a, *right = b;

  return left->whole < right->whole ? -1 : left->whole > right->whole;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const Object *left = a, *right = b;

  return left->number < right->number ? -1 : left->number > right->number;
}

/* What is in the object that goes on up to @end; FALSE: it is not as expected. */
static gboolean
read_object (Object *object, const char *end)
{
  char head[32];

  g_snprintf (head, sizeof head, "%u 0 obj\n", object->number);
  object->whole_length = (gsize) (end - object->whole);
  if (!begins (object->whole, object->whole_length, head)
      || !ends (object->whole, object->whole_length, "endobj\n")
      || object->whole_length < strlen (head) + strlen ("endobj\n"))
    return FALSE;
  object->text = object->whole + strlen (head);
  object->length = object->whole_length - strlen (head) - strlen ("endobj\n");
  /* Lengths of streams stay where they are. */
  object->packed =
      (begins (object->text, object->length, "<<") || begins (object->text, object->length, "["))
      && !ends (object->text, object->length, "endstream\n");
  return TRUE;
}

/* The trailer: "<< /Size 12\n   /Root 11 0 R ... >>\n". */
static gboolean
read_trailer (Rewrite *self, const char *at, const char *end)
{
  const char *root = memmem (at, (gsize) (end - at), "   /Root ", strlen ("   /Root "));
  const char *close = memmem (at, (gsize) (end - at), ">>\nstartxref\n", 13);

  if (!begins (at, (gsize) (end - at), "trailer\n<< /Size ") || root == NULL || close == NULL
      || root > close)
    return FALSE;
  self->members = root;
  self->members_length = (gsize) (close - root);
  return TRUE;
}

/* The table of places that @at is at, of the file from @begin to @end. */
static gboolean
read_table (Rewrite *self, const char *begin, const char *at, const char *end)
{
  const char *table = at;
  char *entries = NULL;
  guint64 n;

  if (!begins (at, (gsize) (end - at), "xref\n0 "))
    return FALSE;
  n = g_ascii_strtoull (at + strlen ("xref\n0 "), &entries, 10);
  if (*entries != '\n' || n < 1 || n > (guint64) (end - entries - 1) / ENTRY)
    return FALSE;
  self->n_numbers = (guint) n;
  at = entries + 1;
  for (guint i = 0; i < n; i++, at += ENTRY)
    {
      Object object = { .number = i };
      guint64 place = g_ascii_strtoull (at, NULL, 10);

      if (at[17] != 'n' || place == 0)
        continue;
      if (place >= (guint64) (table - begin))
        return FALSE;
      object.whole = begin + place;
      g_array_append_val (self->objects, object);
    }
  g_array_sort (self->objects, compare_places);
  for (guint i = 0; i < self->objects->len; i++)
    if (!read_object (&g_array_index (self->objects, Object, i),
                      i + 1 < self->objects->len
                          ? g_array_index (self->objects, Object, i + 1).whole
                          : table))
      return FALSE;
  return self->objects->len > 0 && read_trailer (self, at, end);
}

static gboolean
read_file (Rewrite *self, const GByteArray *pdf)
{
  static const char mark[] = "startxref\n";
  const char *begin = (const char *) pdf->data, *end = begin + pdf->len;
  const char *at = end - MIN (pdf->len, 64);
  guint64 table;

  if (!begins (begin, pdf->len, "%PDF-1.") || !ends (begin, pdf->len, "%%EOF\n"))
    return FALSE;
  at = memmem (at, (gsize) (end - at), mark, strlen (mark));
  table = at != NULL ? g_ascii_strtoull (at + strlen (mark), NULL, 10) : 0;
  return table > 0 && table < pdf->len && read_table (self, begin, begin + table, end);
}

/* The kind of an element of the structure, or NULL. */
static const char *
get_kind (const Object *object)
{
  return object->packed && begins (object->text, object->length, element)
             ? object->text + strlen (element)
             : NULL;
}

static gboolean
is_figure (const char *kind)
{
  return kind != NULL && strncmp (kind, "Figure\n", 7) == 0;
}

static gboolean
is_cell (const char *kind)
{
  return kind != NULL && (strncmp (kind, "TD\n", 3) == 0 || strncmp (kind, "TH\n", 3) == 0);
}

static gboolean
is_row (const char *kind)
{
  return kind != NULL && strncmp (kind, "TR\n", 3) == 0;
}

/* Whether there are as many as are told. Empty cells get the numbers after all objects. */
static void
count (Rewrite *self)
{
  guint figures = 0, cells = 0, rows = 0, told_cells = 0, told_rows = 0;

  for (guint i = 0; i < self->objects->len; i++)
    {
      const char *kind = get_kind (&g_array_index (self->objects, Object, i));

      figures += is_figure (kind);
      cells += is_cell (kind);
      rows += is_row (kind);
    }
  for (guint i = 0; i < self->told->cells->len; i++)
    {
      const LiaisonPressCell *cell = &g_array_index (self->told->cells, LiaisonPressCell, i);

      told_cells += !cell->empty;
      told_rows += cell->first;
    }
  self->figures = figures == self->told->figures->len;
  self->cells = cells == told_cells && rows == told_rows;
  self->first_empty = self->n_numbers;
  if (self->cells)
    self->n_numbers += self->told->cells->len - told_cells;
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

static void
append_figure (Rewrite *self, GString *string)
{
  const char *shows = self->told->figures->pdata[self->figure++];

  if (*shows == '\0')
    return;
  g_string_append (string, "/Alt ");
  append_text (string, shows);
}

/* ISO 32000-1, 14.8.5.7. */
static void
append_cell (Rewrite *self, GString *string)
{
  const LiaisonPressCell *cell;

  do
    cell = &g_array_index (self->told->cells, LiaisonPressCell, self->cell++);
  while (cell->empty);
  if (cell->role == LIAISON_CELL_PLAIN && cell->columns < 2)
    return;
  g_string_append (string, "/A<</O/Table");
  if (cell->role != LIAISON_CELL_PLAIN)
    g_string_append (string, cell->role == LIAISON_CELL_HEADS_ROW ? "/Scope/Row" : "/Scope/Column");
  if (cell->columns > 1)
    g_string_append_printf (string, "/ColSpan %u", cell->columns);
  g_string_append (string, ">>");
}

/* The cells of the next row, of which those that are empty are put in between. */
static void
append_row (Rewrite *self, const Object *object, GString *string)
{
  const GArray *cells = self->told->cells;
  const char *kids = memmem (object->text, object->length, "   /K ", strlen ("   /K "));
  const char *end = object->text + object->length, *at = kids;
  guint first = self->row++;

  while (self->row < cells->len && !g_array_index (cells, LiaisonPressCell, self->row).first)
    self->row++;
  g_string_append_len (string, object->text + strlen (skipped),
                       (kids != NULL ? kids : end) - object->text - (gssize) strlen (skipped));
  g_string_append (string, "/K[");
  for (guint i = first; i < self->row && at != NULL; i++)
    {
      if (g_array_index (cells, LiaisonPressCell, i).empty)
        {
          g_string_append_printf (string, "%u 0 R ", self->first_empty + self->parents->len);
          g_array_append_val (self->parents, object->number);
          continue;
        }
      while (at < end && !g_ascii_isdigit (*at))
        at++;
      g_string_append_printf (string, "%u 0 R ", (guint) g_ascii_strtoull (at, (char **) &at, 10));
      at = at < end - 4 ? at + strlen (" 0 R") : end;
    }
  g_string_append (string, "]>>");
}

static void
append_catalogue (const LiaisonPdfTold *told, GString *string)
{
  if (told->language != NULL)
    {
      g_string_append (string, "/Lang (");
      for (const char *c = told->language; *c != '\0'; c++)
        if (g_ascii_isalnum (*c) || *c == '-')
          g_string_append_c (string, *c);
      g_string_append (string, ")\n");
    }
  g_string_append_printf (string, "/ViewerPreferences << /DisplayDocTitle true%s >>\n",
                          told->right_to_left ? " /Direction /R2L" : "");
}

/* The object, with what is told of it before its end. */
static void
append_object (Rewrite *self, const Object *object, GString *string)
{
  const char *kind = get_kind (object);
  gsize length = object->length;

  if (kind != NULL)
    g_string_append (string, "<<");
  while (length > 0 && g_ascii_isspace (object->text[length - 1]))
    length--;
  if (!ends (object->text, length, ">>"))
    {
      g_string_append_len (string, object->text, (gssize) length);
      return;
    }
  if (is_row (kind) && self->cells)
    {
      append_row (self, object, string);
      return;
    }
  if (kind != NULL)
    g_string_append_len (string, object->text + strlen (skipped),
                         (gssize) (length - strlen (skipped) - 2));
  else
    g_string_append_len (string, object->text, (gssize) length - 2);
  if (is_figure (kind) && self->figures)
    append_figure (self, string);
  else if (is_cell (kind) && self->cells)
    append_cell (self, string);
  else if (begins (object->text, length, "<< /Type /Catalog\n"))
    append_catalogue (self->told, string);
  g_string_append (string, ">>");
}

static void
write_text (Rewrite *self, const char *text, gsize length)
{
  g_byte_array_append (self->out, (const guint8 *) text, (guint) length);
}

/* A new object with the next number, which is a stream. */
static void
write_stream (Rewrite *self, const char *members, const char *content, gsize length)
{
  gsize most = length + length / 100 + 64, read, written = 0;
  g_autofree char *packed = g_malloc (most);
  g_autoptr (GString) head = g_string_new (NULL);
  GConverterResult result;

  g_converter_reset (self->deflater);
  result = g_converter_convert (self->deflater, content, length, packed, most,
                                G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert (result == G_CONVERTER_FINISHED);
  g_string_printf (head,
                   "%u 0 obj\n<< %s/Length %" G_GSIZE_FORMAT " /Filter /FlateDecode >>\nstream\n",
                   self->n_numbers++, members, written);
  write_text (self, head->str, head->len);
  write_text (self, packed, written);
  write_text (self, "\nendstream\nendobj\n", strlen ("\nendstream\nendobj\n"));
}

/* ISO 32000-1, 7.5.7. Moves @at on over the objects that are in it. */
static void
write_packed (Rewrite *self, guint *at, GArray *streams)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree char *members = NULL;
  guint n = 0, place = self->out->len;

  for (; *at < self->objects->len && n < TOGETHER; (*at)++)
    {
      Object *object = &g_array_index (self->objects, Object, *at);

      if (!object->packed)
        continue;
      g_string_append_printf (places, "%u %" G_GSIZE_FORMAT " ", object->number, texts->len);
      append_object (self, object, texts);
      g_string_append_c (texts, '\n');
      object->place = self->n_numbers;
      object->index = n++;
    }
  if (n == 0)
    return;
  members = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT " ", n, places->len);
  g_string_append_len (places, texts->str, (gssize) texts->len);
  write_stream (self, members, places->str, places->len);
  g_array_append_val (streams, place);
}

static void
append_place (GByteArray *table, guint8 type, guint32 place, guint16 index)
{
  const guint8 bytes[] = {
    type,           (guint8) (place >> 24), (guint8) (place >> 16), (guint8) (place >> 8),
    (guint8) place, (guint8) (index >> 8),  (guint8) index
  };

  g_byte_array_append (table, bytes, sizeof bytes);
}

/* ISO 32000-1, 7.5.8. @first is the number of the first of @streams, which are not among the
 * objects. */
static void
write_table (Rewrite *self, guint first, const GArray *streams)
{
  g_autoptr (GByteArray) table = g_byte_array_new ();
  g_autoptr (GString) members = g_string_new (NULL);
  guint next = 0, place = self->out->len;
  g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", place);

  for (guint number = 0; number < first; number++)
    {
      const Object *object =
          next < self->objects->len ? &g_array_index (self->objects, Object, next) : NULL;

      if (object == NULL || object->number > number)
        {
          append_place (table, 0, 0, number == 0 ? G_MAXUINT16 : 0);
          continue;
        }
      append_place (table, object->packed ? 2 : 1, object->place, (guint16) object->index);
      next++;
    }
  for (guint i = 0; i < streams->len; i++)
    append_place (table, 1, g_array_index (streams, guint, i), 0);
  append_place (table, 1, place, 0);
  g_string_printf (members, "/Type /XRef /W [1 4 2] /Size %u\n%.*s", self->n_numbers + 1,
                   (int) self->members_length, self->members);
  write_stream (self, members->str, (const char *) table->data, table->len);
  write_text (self, end, strlen (end));
}

static void
add_empty_cells (Rewrite *self, GStringChunk *texts)
{
  for (guint i = 0; i < self->parents->len; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("<</S/TD/P %u 0 R>>", g_array_index (self->parents, guint, i));
      const Object object = { .number = self->first_empty + i,
                              .text = g_string_chunk_insert (texts, text),
                              .length = strlen (text),
                              .packed = TRUE };

      g_array_append_val (self->objects, object);
    }
}

/* All that stays as it is: the head, and streams in the order they were in. */
static void
write_plain (Rewrite *self, const GByteArray *pdf)
{
  const Object *first = &g_array_index (self->objects, Object, 0);

  write_text (self, (const char *) pdf->data, (gsize) (first->whole - (const char *) pdf->data));
  /* Packed objects are of version 1.5. */
  self->out->data[strlen ("%PDF-1.")] = MAX (self->out->data[strlen ("%PDF-1.")], '5');
  for (guint i = 0; i < self->objects->len; i++)
    {
      Object *object = &g_array_index (self->objects, Object, i);

      if (object->packed)
        continue;
      object->place = self->out->len;
      write_text (self, object->whole, object->whole_length);
    }
}

GByteArray *
liaison_pdf_rewrite (const LiaisonPdfTold *told, const GByteArray *pdf)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_autoptr (GArray) streams = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GConverter) deflater =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, EFFORT));
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  Rewrite self = { .told = told, .objects = objects, .parents = parents, .deflater = deflater };
  guint first, at = 0;

  if (!read_file (&self, pdf))
    return NULL;
  self.out = g_byte_array_sized_new (pdf->len);
  write_plain (&self, pdf);
  g_array_sort (objects, compare_numbers);
  count (&self);
  first = self.n_numbers;
  while (at < objects->len)
    write_packed (&self, &at, streams);
  add_empty_cells (&self, texts);
  while (at < objects->len)
    write_packed (&self, &at, streams);
  write_table (&self, first, streams);
  return self.out;
}
