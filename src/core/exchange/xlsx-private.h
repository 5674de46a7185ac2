/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read a workbook share. */
#pragma once

#include "exchange/sheet.h"
#include "exchange/xml-read.h"

G_BEGIN_DECLS

#define LIAISON_XLSX_MAX_SHEETS  1000
#define LIAISON_XLSX_MAX_STRINGS 2000000
#define LIAISON_XLSX_MAX_STYLES  65536
#define LIAISON_XLSX_MAX_MERGES  100000

/* The texts that cells refer to by number. Counted, as sheets keep it; each of them too, as the
 * records that are made of cells share it. */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *texts; /* of GRefString */
  gsize n_bytes;
} LiaisonXlsxStrings;

/* NULL with an error; an empty table where the part is not there. */
LiaisonXlsxStrings *liaison_xlsx_strings_read (LiaisonZip *zip,
                                               const char *name,
                                               GCancellable *cancellable,
                                               GError **error);
LiaisonXlsxStrings *liaison_xlsx_strings_ref (LiaisonXlsxStrings *self);
void liaison_xlsx_strings_unref (LiaisonXlsxStrings *self);

/* Characters that XML cannot have stand as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
void liaison_xlsx_unescape (GString *text);

/* What the number of a cell with some style stands for. */
typedef enum
{
  LIAISON_XLSX_NUMBER,
  LIAISON_XLSX_DATE,    /* with a day in it */
  LIAISON_XLSX_TIME,    /* of a day */
  LIAISON_XLSX_ELAPSED, /* hours past 24: [h]:mm */
} LiaisonXlsxFormat;

typedef struct
{
  LiaisonXlsxFormat format;
  gboolean zoned; /* the zone is shown with each time */
  gint32 offset;  /* of that zone, s east of UTC */
} LiaisonXlsxStyle;

/* Each style (of LiaisonXlsxStyle). */
GArray *liaison_xlsx_styles_read (LiaisonZip *zip,
                                  const char *name,
                                  GCancellable *cancellable,
                                  GError **error);
/* By a format code as Excel has it: "dd/mm/yyyy hh:mm", "[h]:mm", "0.00", ddhhmm"Z"mmmyy. */
LiaisonXlsxStyle liaison_xlsx_style_of_code (const char *code);

/* Where the parts of a workbook are, and what its sheets need. */
typedef struct
{
  const LiaisonXlsxStrings *strings;
  const GArray *styles;
  gboolean since_1904;
} LiaisonXlsxContext;

/* Reads one sheet of cells into @sheet. */
gboolean liaison_xlsx_sheet_read (LiaisonZip *zip,
                                  const char *name,
                                  const LiaisonXlsxContext *context,
                                  LiaisonSheet *sheet,
                                  LiaisonProgressFunc progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
