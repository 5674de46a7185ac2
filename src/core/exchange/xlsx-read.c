/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/xlsx-read.h"

#include "exchange/xlsx-private.h"

#include <string.h>

typedef struct
{
  char *name;
  char *relation; /* id of where its part is */
  gboolean hidden;
} Sheet;

struct _LiaisonXlsx
{
  LiaisonZip *zip;
  char *workbook;         /* name of the part */
  GPtrArray *sheets;      /* of Sheet */
  GHashTable *targets;    /* id of a relation -> name of a part */
  char *strings, *styles; /* names of parts, or NULL */
  gboolean since_1904;

  /* What all sheets share, read with the first */
  LiaisonXlsxStrings *texts;
  GArray *formats; /* of LiaisonXlsxStyle */
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet);
}

/* Where a part is that the one in @folder ("xl/") speaks of: "worksheets/sheet1.xml",
 * "/xl/styles.xml", "../x.xml". */
static char *
resolve (const char *folder, const char *target)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *path =
      *target == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_equal (parts[i], "..") && steps->len > 0)
        g_ptr_array_set_size (steps, (int) steps->len - 1);
      else if (*parts[i] != '\0' && *parts[i] != '.')
        g_ptr_array_add (steps, parts[i]);
    }
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

static char *
dup_folder (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash != NULL ? g_strndup (part, (gsize) (slash - part) + 1) : g_strdup ("");
}

/* The workbook */

static gboolean
start_root (gpointer data, const char *name, const LiaisonXmlAttributes *attributes, GError **error)
{
  LiaisonXlsx *self = data;
  g_autofree char *type = liaison_xml_dup (attributes, "Type");
  g_autofree char *target = liaison_xml_dup (attributes, "Target");

  if (type != NULL && target != NULL && self->workbook == NULL
      && g_str_has_suffix (type, "/officeDocument"))
    self->workbook = resolve ("", target);
  return TRUE;
}

static gboolean
start_workbook (gpointer data,
                const char *name,
                const LiaisonXmlAttributes *attributes,
                GError **error)
{
  LiaisonXlsx *self = data;
  g_autofree char *state = NULL;
  Sheet *sheet;

  if (strcmp (name, "workbookPr") == 0)
    self->since_1904 = liaison_xml_is_true (attributes, "date1904");
  if (strcmp (name, "sheet") != 0 || self->sheets->len == LIAISON_XLSX_MAX_SHEETS)
    return TRUE;
  sheet = g_new0 (Sheet, 1);
  state = liaison_xml_dup (attributes, "state");
  sheet->name = liaison_xml_dup (attributes, "name");
  sheet->relation = liaison_xml_dup (attributes, "id");
  sheet->hidden = state != NULL && !g_str_equal (state, "visible");
  if (sheet->name == NULL)
    sheet->name = g_strdup_printf ("%u", self->sheets->len + 1);
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

static gboolean
start_relations (gpointer data,
                 const char *name,
                 const LiaisonXmlAttributes *attributes,
                 GError **error)
{
  LiaisonXlsx *self = data;
  g_autofree char *id = liaison_xml_dup (attributes, "Id");
  g_autofree char *type = liaison_xml_dup (attributes, "Type");
  g_autofree char *target = liaison_xml_dup (attributes, "Target");
  g_autofree char *mode = liaison_xml_dup (attributes, "TargetMode");
  g_autofree char *folder = dup_folder (self->workbook);
  g_autofree char *part = NULL;

  /* What is outside of the file is not looked at. */
  if (id == NULL || type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0
      || g_hash_table_size (self->targets) >= LIAISON_ZIP_MAX_PARTS)
    return TRUE;
  part = resolve (folder, target);
  if (g_str_has_suffix (type, "/sharedStrings") && self->strings == NULL)
    self->strings = g_strdup (part);
  else if (g_str_has_suffix (type, "/styles") && self->styles == NULL)
    self->styles = g_strdup (part);
  else if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_insert (self->targets, g_steal_pointer (&id), g_steal_pointer (&part));
  return TRUE;
}

static gboolean
fail_format (GError **error, const char *what)
{
  g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_FORMAT, what);
  return FALSE;
}

static gboolean
read_part (LiaisonXlsx *self,
           const char *part,
           const LiaisonXmlHandler *handler,
           GCancellable *cancellable,
           GError **error)
{
  return liaison_xml_read (self->zip, part, handler, self, NULL, NULL, cancellable, error);
}

static gboolean
find_workbook (LiaisonXlsx *self, GCancellable *cancellable, GError **error)
{
  static const LiaisonXmlHandler root = { start_root, NULL, NULL };

  if (liaison_zip_has (self->zip, "xl/workbook.bin"))
    return fail_format (error, "a binary workbook (.xlsb)");
  if (liaison_zip_has (self->zip, "mimetype") && liaison_zip_has (self->zip, "content.xml"))
    return fail_format (error, "an OpenDocument file");
  if (liaison_zip_has (self->zip, "_rels/.rels")
      && !read_part (self, "_rels/.rels", &root, cancellable, error))
    return FALSE;
  if (self->workbook == NULL || !liaison_zip_has (self->zip, self->workbook))
    {
      g_free (self->workbook);
      self->workbook = g_strdup ("xl/workbook.xml");
    }
  return liaison_zip_has (self->zip, self->workbook) || fail_format (error, "no workbook in it");
}

static gboolean
read_workbook (LiaisonXlsx *self, GCancellable *cancellable, GError **error)
{
  static const LiaisonXmlHandler workbook = { start_workbook, NULL, NULL };
  static const LiaisonXmlHandler relations = { start_relations, NULL, NULL };
  g_autofree char *folder = NULL;
  g_autofree char *part = NULL;

  if (!find_workbook (self, cancellable, error)
      || !read_part (self, self->workbook, &workbook, cancellable, error))
    return FALSE;
  folder = dup_folder (self->workbook);
  part = g_strconcat (folder, "_rels/", self->workbook + strlen (folder), ".rels", NULL);
  if (!read_part (self, part, &relations, cancellable, error))
    return FALSE;
  /* Sheets of charts and macros have no cells. */
  for (guint i = self->sheets->len; i-- > 0;)
    {
      const Sheet *sheet = self->sheets->pdata[i];

      if (sheet->relation == NULL || !g_hash_table_contains (self->targets, sheet->relation))
        g_ptr_array_remove_index (self->sheets, i);
    }
  return self->sheets->len > 0 || fail_format (error, "no sheets of cells in it");
}

LiaisonXlsx *
liaison_xlsx_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (LiaisonZip) zip = liaison_zip_new (bytes, error);
  g_autoptr (LiaisonXlsx) self = NULL;

  if (zip == NULL)
    return NULL;
  self = g_new0 (LiaisonXlsx, 1);
  self->zip = g_steal_pointer (&zip);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_workbook (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
liaison_xlsx_free (LiaisonXlsx *self)
{
  g_clear_pointer (&self->texts, liaison_xlsx_strings_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->targets);
  liaison_zip_free (self->zip);
  g_free (self->workbook);
  g_free (self->strings);
  g_free (self->styles);
  g_free (self);
}

guint
liaison_xlsx_get_n_sheets (const LiaisonXlsx *self)
{
  return self->sheets->len;
}

static const Sheet *
get_sheet (const LiaisonXlsx *self, guint sheet)
{
  return self->sheets->pdata[sheet];
}

const char *
liaison_xlsx_get_sheet_name (const LiaisonXlsx *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);
  return get_sheet (self, sheet)->name;
}

gboolean
liaison_xlsx_is_sheet_hidden (const LiaisonXlsx *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);
  return get_sheet (self, sheet)->hidden;
}

static gboolean
read_shared (LiaisonXlsx *self, GCancellable *cancellable, GError **error)
{
  if (self->texts == NULL)
    self->texts = liaison_xlsx_strings_read (self->zip, self->strings, cancellable, error);
  if (self->texts != NULL && self->formats == NULL)
    self->formats = liaison_xlsx_styles_read (self->zip, self->styles, cancellable, error);
  return self->texts != NULL && self->formats != NULL;
}

static void
unref_strings (gpointer strings)
{
  liaison_xlsx_strings_unref (strings);
}

LiaisonSheet *
liaison_xlsx_read_sheet (LiaisonXlsx *self,
                         guint sheet,
                         LiaisonProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LiaisonSheet) cells = NULL;
  LiaisonXlsxContext context;

  g_return_val_if_fail (sheet < self->sheets->len, NULL);
  if (!read_shared (self, cancellable, error))
    return NULL;
  context = (LiaisonXlsxContext){ self->texts, self->formats, self->since_1904 };
  cells = liaison_sheet_new (get_sheet (self, sheet)->name);
  liaison_sheet_keep (cells, liaison_xlsx_strings_ref (self->texts), unref_strings);
  if (!liaison_xlsx_sheet_read (
          self->zip, g_hash_table_lookup (self->targets, get_sheet (self, sheet)->relation),
          &context, cells, progress, progress_data, cancellable, error))
    return NULL;
  if (liaison_sheet_get_n_rows (cells) > 0)
    return g_steal_pointer (&cells);
  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_EMPTY,
               "nothing is written in the sheet “%s”", get_sheet (self, sheet)->name);
  return NULL;
}
