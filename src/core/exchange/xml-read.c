/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/xml-read.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* One reading. */
typedef struct
{
  const LiaisonXmlHandler *handler;
  gpointer data;
  xmlParserCtxtPtr parser;
  GError *error; /* why it was stopped */
  LiaisonProgressFunc progress;
  gpointer progress_data;
  guint64 done;
} Reading;

gboolean
liaison_xml_find (const LiaisonXmlAttributes *attributes,
                  const char *name,
                  const char **value,
                  gsize *length)
{
  for (guint i = 0; i < attributes->n; i++)
    {
      const guchar **member = attributes->members + i * 5;

      if (strcmp ((const char *) member[0], name) != 0)
        continue;
      *value = (const char *) member[3];
      *length = (gsize) (member[4] - member[3]);
      return TRUE;
    }
  return FALSE;
}

char *
liaison_xml_dup (const LiaisonXmlAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;
  GString *text;

  if (!liaison_xml_find (attributes, name, &value, &length))
    return NULL;
  /* libxml2 leaves ampersands so where entities are not replaced. */
  text = g_string_new_len (value, (gssize) length);
  g_string_replace (text, "&#38;", "&", 0);
  return g_string_free (text, FALSE);
}

gint64
liaison_xml_get_integer (const LiaisonXmlAttributes *attributes, const char *name, gint64 otherwise)
{
  const char *value;
  gsize length;
  gint64 sum = 0;

  if (!liaison_xml_find (attributes, name, &value, &length) || length == 0 || length > 15)
    return otherwise;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]))
        return otherwise;
      sum = sum * 10 + (value[i] - '0');
    }
  return sum;
}

gboolean
liaison_xml_is_true (const LiaisonXmlAttributes *attributes, const char *name)
{
  const char *value;
  gsize length;

  return liaison_xml_find (attributes, name, &value, &length)
         && ((length == 1 && *value == '1') || (length == 4 && memcmp (value, "true", 4) == 0));
}

static void
stop (Reading *reading)
{
  xmlStopParser (reading->parser);
}

static void
start_cb (void *context,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Reading *reading = context;
  const LiaisonXmlAttributes given = { (guint) n_attributes, attributes };

  if (reading->error == NULL && reading->handler->start != NULL
      && !reading->handler->start (reading->data, (const char *) name, &given, &reading->error))
    stop (reading);
}

static void
end_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *reading = context;

  if (reading->error == NULL && reading->handler->end != NULL
      && !reading->handler->end (reading->data, (const char *) name, &reading->error))
    stop (reading);
}

static void
text_cb (void *context, const xmlChar *text, int length)
{
  Reading *reading = context;

  if (reading->error == NULL && reading->handler->text != NULL
      && !reading->handler->text (reading->data, (const char *) text, (gsize) length,
                                  &reading->error))
    stop (reading);
}

/* No office program writes one; it is where entities are declared. */
static void
document_type_cb (void *context,
                  const xmlChar *name,
                  const xmlChar *external,
                  const xmlChar *system)
{
  Reading *reading = context;

  if (reading->error == NULL)
    g_set_error_literal (&reading->error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_HOSTILE,
                         "a document type, which may declare entities");
  stop (reading);
}

/* Nothing is known but what XML itself declares. */
static xmlEntityPtr
entity_cb (void *context, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static void
quiet_cb (void *context, xmlErrorPtr error)
{
}

static gboolean
fail_damaged (const Reading *reading, const char *name, GError **error)
{
  const xmlError *last = xmlCtxtGetLastError (reading->parser);
  g_autofree char *why =
      g_utf8_make_valid (last != NULL && last->message != NULL ? last->message : "not XML", -1);

  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_DAMAGED, "%s:%d: %s", name,
               last != NULL ? last->line : 0, g_strchomp (why));
  return FALSE;
}

/* The bytes that come out of the zip file go straight into the parser. */
static gboolean
feed_cb (const char *bytes, gsize length, guint64 total, gpointer data, GError **error)
{
  Reading *reading = data;
  int status = xmlParseChunk (reading->parser, bytes, (int) length, 0);

  reading->done += length;
  if (reading->progress != NULL)
    reading->progress (reading->done, MAX (total, reading->done), reading->progress_data);
  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  return status == XML_ERR_OK || !xmlCtxtGetLastError (reading->parser)
                 || reading->parser->wellFormed
             ? TRUE
             : fail_damaged (reading, "XML", error);
}

static gboolean
finish (Reading *reading, const char *name, GError **error)
{
  xmlParseChunk (reading->parser, "", 0, 1);
  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  return reading->parser->wellFormed ? TRUE : fail_damaged (reading, name, error);
}

gboolean
liaison_xml_read (LiaisonZip *zip,
                  const char *name,
                  const LiaisonXmlHandler *handler,
                  gpointer data,
                  LiaisonProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = start_cb,
                        .endElementNs = end_cb,
                        .characters = text_cb,
                        .cdataBlock = text_cb,
                        .ignorableWhitespace = text_cb,
                        .internalSubset = document_type_cb,
                        .getEntity = entity_cb,
                        .serror = (xmlStructuredErrorFunc) quiet_cb };
  Reading reading = {
    .handler = handler, .data = data, .progress = progress, .progress_data = progress_data
  };
  gboolean done;

  reading.parser = xmlCreatePushParserCtxt (&sax, &reading, NULL, 0, NULL);
  xmlCtxtUseOptions (reading.parser, XML_PARSE_NONET);
  done = liaison_zip_read (zip, name, feed_cb, &reading, cancellable, error)
         && finish (&reading, name, error);
  xmlFreeParserCtxt (reading.parser);
  g_clear_error (&reading.error);
  return done;
}
