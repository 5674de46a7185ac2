/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office Open XML spreadsheets, by libxlsxwriter. */
#include "config.h"

#include "exchange/export-private.h"

#include "record/zone.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

/* Limits of the format, in characters; and column widths that still read well, in characters. */
#define MAX_NAME   31
#define MAX_STRING 32767
#define NARROWEST  6
#define WIDEST     60
#define DAY        86400
/* Days from 1899-12-30, where the format's dates begin, to 1970-01-01. */
#define EPOCH_DAYS 25569
/* Before 1900-03-01 programs disagree by a day. */
#define EARLIEST_DAY (-25508)

typedef struct
{
  LiaisonExport *export;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *head, *text, *number, *date, *duration;
  GHashTable *times; /* offset from UTC -> lxw_format */
  GHashTable *names; /* of sheets, folded */
} Workbook;

static gboolean
fail (LiaisonExport *self, lxw_error code)
{
  if (self->error == NULL)
    g_set_error (&self->error, G_IO_ERROR,
                 code == LXW_ERROR_CREATING_TMPFILE || code == LXW_ERROR_ZIP_FILE_OPERATION
                     ? G_IO_ERROR_NO_SPACE
                     : G_IO_ERROR_FAILED,
                 "the spreadsheet could not be written: %s", lxw_strerror (code));
  return FALSE;
}

static lxw_format *
add_format (Workbook *self, const char *code)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (code != NULL)
    format_set_num_format (format, code);
  return format;
}

static void
add_formats (Workbook *self)
{
  self->head = add_format (self, NULL);
  format_set_bold (self->head);
  format_set_text_wrap (self->head);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  /* Text stays text, also what looks like a number or a formula, and also when it is edited. */
  self->text = add_format (self, "@");
  format_set_text_wrap (self->text);
  self->number = add_format (self, "0");
  self->date = add_format (self, "yyyy-mm-dd");
  self->duration = add_format (self, "[h]:mm");
}

/* A time is a number there; its zone is part of how the number is shown. */
static char *
make_time_code (const LiaisonListing *listing, gint32 offset)
{
  char letter = liaison_zone_offset_to_letter (offset);

  if (listing->dtg && letter != 0)
    return g_strdup_printf ("[$-409]ddhhmm\"%c\"mmmyy", letter);
  if (offset == 0)
    return g_strdup ("yyyy-mm-dd hh:mm\"Z\"");
  return g_strdup_printf ("yyyy-mm-dd hh:mm\"%c%02d:%02d\"", offset < 0 ? '-' : '+',
                          ABS (offset) / 3600, ABS (offset) / 60 % 60);
}

static lxw_format *
get_time_format (Workbook *self, const LiaisonListing *listing, gint32 offset)
{
  gpointer key = GINT_TO_POINTER (listing->dtg ? offset * 2 : offset * 2 + 1);
  lxw_format *format = g_hash_table_lookup (self->times, key);

  if (format == NULL)
    {
      g_autofree char *code = make_time_code (listing, offset);

      format = add_format (self, code);
      g_hash_table_insert (self->times, key, format);
    }
  return format;
}

static lxw_error
write_string (Workbook *self,
              const LiaisonListing *listing,
              lxw_row_t row,
              lxw_col_t column,
              const char *text,
              lxw_format *format)
{
  g_autofree char *plain = NULL;
  g_autofree char *cut = NULL;
  const char *shown = liaison_export_spell (listing, text, &plain);

  if (g_utf8_strlen (shown, -1) > MAX_STRING / 2)
    shown = cut = g_utf8_substring (shown, 0, MIN (g_utf8_strlen (shown, -1), MAX_STRING / 2));
  return worksheet_write_string (self->sheet, row, column, shown, format);
}

static lxw_error
write_cell (Workbook *self,
            const LiaisonListing *listing,
            const LiaisonListingCell *cell,
            lxw_row_t row,
            lxw_col_t column)
{
  double days = (double) (cell->value + cell->offset) / DAY;

  switch (cell->type)
    {
    case LIAISON_LISTING_EMPTY:
      return LXW_NO_ERROR;
    case LIAISON_LISTING_NUMBER:
      return worksheet_write_number (self->sheet, row, column, (double) cell->value, self->number);
    case LIAISON_LISTING_DURATION:
      if (cell->value >= 0)
        return worksheet_write_number (self->sheet, row, column, (double) cell->value / DAY,
                                       self->duration);
      break;
    case LIAISON_LISTING_DATE:
      if (cell->value >= EARLIEST_DAY)
        return worksheet_write_number (self->sheet, row, column, (double) cell->value + EPOCH_DAYS,
                                       self->date);
      break;
    case LIAISON_LISTING_TIME:
      if (days >= EARLIEST_DAY)
        return worksheet_write_number (self->sheet, row, column, days + EPOCH_DAYS,
                                       get_time_format (self, listing, cell->offset));
      break;
    default:
      break;
    }
  return write_string (self, listing, row, column, cell->text, self->text);
}

/* By what most of its rows hold: one long text makes no wide column. */
static double
find_width (const LiaisonListing *listing, guint column)
{
  guint n = liaison_listing_get_n_rows (listing), counts[WIDEST + 1] = { 0 }, seen = 0, width = 0;

  for (guint row = 0; row < n; row++)
    {
      const LiaisonListingCell *cell = liaison_listing_get (listing, row, column);

      counts[MIN (liaison_listing_measure (cell->text), WIDEST)]++;
    }
  while (width < WIDEST && seen + counts[width] < n - n / 20)
    seen += counts[width++];
  return MAX (MAX (width, MIN (liaison_listing_measure (listing->columns[column].heading), 24) + 3),
              NARROWEST);
}

/* Names of sheets are short, without some characters, and differ in more than case. */
static char *
make_sheet_name (Workbook *self, const LiaisonListing *listing)
{
  g_autofree char *kept = NULL;
  g_autofree char *name =
      g_strdup (liaison_export_plain (listing->title != NULL ? listing->title : "1", &kept));
  g_autofree char *cut = NULL;

  g_strdelimit (name, "[]:*?/\\'", '-');
  g_strdelimit (name, "\r\n\t", ' ');
  cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME - 4));
  for (guint i = 1;; i++)
    {
      char *tried = i == 1 && *cut != '\0' ? g_strdup (cut) : g_strdup_printf ("%s %u", cut, i);

      if (g_hash_table_add (self->names, g_utf8_casefold (tried, -1)))
        return tried;
      g_free (tried);
    }
}

/* "&" begins a command in the running head of a sheet. */
static char *
dup_running (const char *text, const char *before)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);
  g_autofree char *doubled = g_strjoinv ("&&", parts);
  g_autofree char *plain = NULL;
  g_autofree char *line = g_strconcat (before, liaison_export_plain (doubled, &plain), NULL);

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), 200));
}

/* For whoever prints it: landscape, the head repeated, all columns on a page, the marking over and
 * under it. */
static void
set_up_printing (Workbook *self, const LiaisonListing *listing)
{
  worksheet_set_landscape (self->sheet);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  if (listing->marking != NULL)
    {
      g_autofree char *banner = dup_running (listing->marking, "&C");
      g_autofree char *foot = g_strconcat (banner, "&R&P / &N", NULL);

      worksheet_set_header (self->sheet, banner);
      worksheet_set_footer (self->sheet, foot);
    }
  else
    worksheet_set_footer (self->sheet, "&R&P / &N");
}

static lxw_error
write_head (Workbook *self, const LiaisonListing *listing)
{
  lxw_error code = LXW_NO_ERROR;
  guint rows = liaison_listing_get_n_rows (listing);

  for (guint i = 0; i < listing->n_columns && code == LXW_NO_ERROR; i++)
    {
      worksheet_set_column (self->sheet, i, i, find_width (listing, i), NULL);
      code = write_string (self, listing, 0, i, listing->columns[i].heading, self->head);
    }
  worksheet_freeze_panes (self->sheet, 1, 0);
  if (listing->n_columns > 0)
    worksheet_autofilter (self->sheet, 0, 0, rows, listing->n_columns - 1);
  if (listing->right_to_left)
    worksheet_right_to_left (self->sheet);
  set_up_printing (self, listing);
  return code;
}

static gboolean
write_sheet (Workbook *self, const LiaisonListing *listing)
{
  g_autofree char *name = make_sheet_name (self, listing);
  guint rows = liaison_listing_get_n_rows (listing);
  lxw_error code;

  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    return fail (self->export, LXW_ERROR_MEMORY_MALLOC_FAILED);
  code = write_head (self, listing);
  for (guint row = 0; row < rows && code == LXW_NO_ERROR; row++)
    {
      for (guint i = 0; i < listing->n_columns && code == LXW_NO_ERROR; i++)
        code = write_cell (self, listing, liaison_listing_get (listing, row, i), row + 1, i);
      if (code == LXW_NO_ERROR && !liaison_export_row_done (self->export))
        return FALSE;
    }
  return code == LXW_NO_ERROR || fail (self->export, code);
}

static void
set_properties (Workbook *self, const LiaisonListing *listing)
{
  lxw_doc_properties properties = {
    .title = listing->title,
    .subject = listing->exercise,
    .category = listing->marking,
    .company = (char *) "Liaison",
    .created = (time_t) self->export->options->created,
  };

  workbook_set_properties (self->book, &properties);
}

/* The library writes to a file of its own: only it knows the length of a sheet beforehand. */
static gboolean
copy_file (LiaisonExport *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, self->cancellable, &self->error);

  return input != NULL
         && g_output_stream_splice (self->stream, G_INPUT_STREAM (input),
                                    G_OUTPUT_STREAM_SPLICE_NONE, self->cancellable, &self->error)
                >= 0;
}

static gboolean
write_book (LiaisonExport *export,
            const LiaisonListing *const *listings,
            guint n,
            const char *path,
            const char *folder)
{
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  g_autoptr (GHashTable) times = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Workbook self = { .export = export, .times = times, .names = names };
  gboolean done = TRUE;
  lxw_error code;

  self.book = workbook_new_opt (path, &options);
  add_formats (&self);
  if (n > 0)
    set_properties (&self, listings[0]);
  for (guint i = 0; i < n && done; i++)
    done = write_sheet (&self, listings[i]);
  code = workbook_close (self.book);
  return done && (code == LXW_NO_ERROR || fail (export, code));
}

gboolean
liaison_export_xlsx (LiaisonExport *self, const LiaisonListing *const *listings, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("liaison-XXXXXX", &self->error);
  g_autofree char *path = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "book.xlsx", NULL);
  done = write_book (self, listings, n, path, folder) && copy_file (self, path);
  g_unlink (path);
  g_rmdir (folder);
  return done;
}
