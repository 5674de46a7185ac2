/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML that may be hostile, told as it comes: no document type, no entities, nothing fetched. */
#pragma once

#include "exchange/zip-read.h"
#include "store/plan.h"

G_BEGIN_DECLS

/* The attributes of an element while it is told. */
typedef struct
{
  guint n;
  const guchar **members; /* libxml2's: five pointers each */
} LiaisonXmlAttributes;

/* Whether there is one of this local name, and what it says; not NUL-terminated. */
gboolean liaison_xml_find (const LiaisonXmlAttributes *attributes,
                           const char *name,
                           const char **value,
                           gsize *length);
/* The same as text; the caller's; NULL: there is none. */
char *liaison_xml_dup (const LiaisonXmlAttributes *attributes, const char *name);
/* A whole number; @otherwise where there is none. */
gint64 liaison_xml_get_integer (const LiaisonXmlAttributes *attributes,
                                const char *name,
                                gint64 otherwise);
/* "1" or "true". */
gboolean liaison_xml_is_true (const LiaisonXmlAttributes *attributes, const char *name);

/* Told what is read; names are local ones, without a prefix. FALSE with an error stops. Any may be
 * NULL. */
typedef struct
{
  gboolean (*start) (gpointer data,
                     const char *name,
                     const LiaisonXmlAttributes *attributes,
                     GError **error);
  gboolean (*end) (gpointer data, const char *name, GError **error);
  gboolean (*text) (gpointer data, const char *text, gsize length, GError **error);
} LiaisonXmlHandler;

/* Reads the part @name of @zip through @handler. A document type is refused as HOSTILE, XML that is
 * not well-formed as DAMAGED. @progress may be NULL. */
gboolean liaison_xml_read (LiaisonZip *zip,
                           const char *name,
                           const LiaisonXmlHandler *handler,
                           gpointer data,
                           LiaisonProgressFunc progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
