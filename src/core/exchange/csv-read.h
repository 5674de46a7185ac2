/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values and their kin (RFC 4180, and what is written in its name). */
#pragma once

#include "exchange/encoding.h"
#include "exchange/sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Larger files are refused before they are read. */
#define LIAISON_CSV_MAX_BYTES (64 * 1024 * 1024)

/* How a file is written; zeros: to be found out. */
typedef struct
{
  LiaisonEncoding encoding;
  char separator;       /* ',', ';', '\t' or '|'; 0: guess */
  const char *language; /* that decides where code pages do equally well, or NULL */
} LiaisonCsvDialect;

/* The dialect that @bytes are most likely in: what @wish leaves open is found out. */
LiaisonCsvDialect liaison_csv_sniff (GBytes *bytes, const LiaisonCsvDialect *wish);
/* Reads all of @bytes. Quoted cells may have line breaks and doubled quotes; a line "sep=;" before
 * all others is obeyed. @name is the sheet's. */
LiaisonSheet *liaison_csv_read (GBytes *bytes,
                                const char *name,
                                const LiaisonCsvDialect *wish,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
