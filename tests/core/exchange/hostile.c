/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hostile.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MIB (1024 * 1024)

/* Zip files */

typedef struct
{
  struct archive *archive;
  GByteArray *bytes;
} Zip;

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static Zip
zip_begin (void)
{
  Zip zip = { archive_write_new (), g_byte_array_new () };

  archive_write_set_format_zip (zip.archive);
  archive_write_zip_set_compression_deflate (zip.archive);
  archive_write_set_bytes_per_block (zip.archive, 0);
  archive_write_open (zip.archive, zip.bytes, NULL, write_cb, NULL);
  return zip;
}

/* A part whose @text comes @times over, between a head and a foot. */
static void
zip_add_repeated (
    Zip *zip, const char *name, const char *head, const char *text, gsize times, const char *foot)
{
  struct archive_entry *entry = archive_entry_new ();
  const gsize length = strlen (text), many = MAX (1, 65536 / MAX (length, 1));
  g_autoptr (GString) block = g_string_new (NULL);

  for (gsize i = 0; i < many; i++)
    g_string_append (block, text);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) (strlen (head) + length * times + strlen (foot)));
  archive_write_header (zip->archive, entry);
  archive_write_data (zip->archive, head, strlen (head));
  for (; times >= many; times -= many)
    archive_write_data (zip->archive, block->str, block->len);
  archive_write_data (zip->archive, block->str, length * times);
  archive_write_data (zip->archive, foot, strlen (foot));
  archive_entry_free (entry);
}

static void
zip_add (Zip *zip, const char *name, const char *text)
{
  zip_add_repeated (zip, name, text, "", 0, "");
}

static GBytes *
zip_end (Zip *zip)
{
  archive_write_close (zip->archive);
  archive_write_free (zip->archive);
  return g_byte_array_free_to_bytes (zip->bytes);
}

/* Workbooks */

#define WORKBOOK                                                                                   \
  "<workbook xmlns:r='r'><sheets><sheet name='One' sheetId='1' r:id='rId1'/></sheets></workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"     \
  "<Relationship Id='rId2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"                    \
  "<Relationship Id='rId3' Type='x/styles' Target='styles.xml'/></Relationships>"
#define SHEET_HEAD "<worksheet><sheetData>"
#define SHEET_FOOT "</sheetData></worksheet>"
#define PLAIN_SHEET                                                                                \
  SHEET_HEAD "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>5</v></c></row>" SHEET_FOOT
#define PLAIN_STRINGS "<sst><si><t>Title</t></si></sst>"
#define PLAIN_STYLES  "<styleSheet><cellXfs><xf numFmtId='0'/></cellXfs></styleSheet>"

/* The parts of a workbook, one of which is not as it should be. */
static const struct
{
  const char *name;
  const char *text;
} parts[] = {
  { "xl/workbook.xml", WORKBOOK },
  { "xl/_rels/workbook.xml.rels", RELATIONS },
  { "xl/sharedStrings.xml", PLAIN_STRINGS },
  { "xl/styles.xml", PLAIN_STYLES },
  { "xl/worksheets/sheet1.xml", PLAIN_SHEET },
};

static GBytes *
make_workbook (const char *name, const char *text)
{
  Zip zip = zip_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    zip_add (&zip, parts[i].name, g_strcmp0 (parts[i].name, name) == 0 ? text : parts[i].text);
  return zip_end (&zip);
}

static GBytes *
make_repeated (const char *name, const char *head, const char *text, gsize times, const char *foot)
{
  Zip zip = zip_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].name, name) != 0)
      zip_add (&zip, parts[i].name, parts[i].text);
  zip_add_repeated (&zip, name, head, text, times, foot);
  return zip_end (&zip);
}

static void
add (GPtrArray *files, HostileOutcome outcome, GBytes *bytes, char *name)
{
  HostileFile *file = g_new (HostileFile, 1);

  *file = (HostileFile){ name, bytes, outcome };
  g_ptr_array_add (files, file);
}

static void
file_free (gpointer data)
{
  HostileFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* Families */

/* Each part blown up, by blanks, by elements and by text: 20. */
static void
add_bombs (GPtrArray *files)
{
  static const struct
  {
    const char *text;
    gsize times;
  } fillings[] = { { " ", 20 * (gsize) MIB },
                   { "<a/>", 5 * (gsize) MIB },
                   { "<!-- -->", 3 * (gsize) MIB },
                   { "<a b='cccccccccccccccc'>d</a>", 800000 } };

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint f = 0; f < G_N_ELEMENTS (fillings); f++)
      add (files, HOSTILE_REFUSED,
           make_repeated (parts[p].name, "<x>", fillings[f].text, fillings[f].times, "</x>"),
           g_strdup_printf ("bomb %u of %s", f, parts[p].name));
}

/* Document types in each part: 30. */
static void
add_entities (GPtrArray *files)
{
  static const char *const types[] = {
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]><x>&d;</x>",
    "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
    "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]><x/>",
    "<!DOCTYPE x PUBLIC '-//X//Y' 'http://127.0.0.1:9/x.dtd'><x/>",
    "<x>&undeclared;</x>",
  };

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint t = 0; t < G_N_ELEMENTS (types); t++)
      add (files, HOSTILE_REFUSED, make_workbook (parts[p].name, types[t]),
           g_strdup_printf ("entities %u in %s", t, parts[p].name));
}

/* Archives cut short, and with bytes turned over: 60. */
static void
add_broken (GPtrArray *files)
{
  g_autoptr (GBytes) whole = make_workbook (NULL, NULL);
  const gsize length = g_bytes_get_size (whole);
  guint32 seed = 1899;

  for (guint i = 0; i < 25; i++)
    add (files, i == 0 ? HOSTILE_EITHER : HOSTILE_REFUSED,
         g_bytes_new_from_bytes (whole, 0, length * i / 25), g_strdup_printf ("cut to %u/25", i));
  for (guint i = 0; i < 35; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);

      for (guint n = 0; n <= i % 5; n++)
        {
          seed = seed * 1664525 + 1013904223;
          copy[(seed >> 8) % length] ^= (guint8) (1u << (seed & 7));
        }
      add (files, HOSTILE_EITHER, g_bytes_new_take (copy, length),
           g_strdup_printf ("turned over %u", i));
    }
}

/* Archives that are strange all over: 11. */
static void
add_strange (GPtrArray *files)
{
  Zip zip = zip_begin ();
  g_autofree char *long_name = g_strnfill (60000, 'a');

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *name = g_strdup_printf ("part%u", i);
      zip_add (&zip, name, "x");
    }
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("6,000 parts"));

  zip = zip_begin ();
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    zip_add (&zip, parts[i].name, parts[i].text);
  zip_add (&zip, "XL/Workbook.XML", "<workbook/>");
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("two workbooks in one"));

  zip = zip_begin ();
  zip_add (&zip, "../../../../etc/passwd", "x");
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("a path that climbs"));

  zip = zip_begin ();
  zip_add (&zip, long_name, "x");
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("a very long name"));

  zip = zip_begin ();
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("no parts"));

  zip = zip_begin ();
  zip_add (&zip, "xl/workbook.bin", "x");
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("binary workbook"));

  zip = zip_begin ();
  zip_add (&zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  zip_add (&zip, "content.xml", "<x/>");
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("OpenDocument"));

  add (files, HOSTILE_REFUSED, make_workbook ("xl/workbook.xml", "<workbook><sheets/></workbook>"),
       g_strdup ("no sheets"));
  add (files, HOSTILE_REFUSED,
       make_workbook ("xl/_rels/workbook.xml.rels",
                      "<Relationships><Relationship Id='rId1' Type='x/worksheet' "
                      "Target='http://127.0.0.1:9/sheet.xml' TargetMode='External'/>"
                      "</Relationships>"),
       g_strdup ("a sheet elsewhere"));
  add (files, HOSTILE_REFUSED,
       make_workbook ("xl/_rels/workbook.xml.rels",
                      "<Relationships><Relationship Id='rId1' Type='x/worksheet' "
                      "Target='../../../../../etc/passwd'/></Relationships>"),
       g_strdup ("a sheet outside"));
  add (files, HOSTILE_REFUSED, g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", 12),
       g_strdup ("an old workbook"));
}

static char *
dup_sheet (const char *row, guint times)
{
  GString *text = g_string_new (SHEET_HEAD);

  for (guint i = 0; i < times; i++)
    g_string_append (text, row);
  g_string_append (text, SHEET_FOOT);
  return g_string_free (text, FALSE);
}

static void
add_sheet (GPtrArray *files, HostileOutcome outcome, const char *name, char *sheet)
{
  g_autofree char *owned = sheet;

  add (files, outcome, make_workbook ("xl/worksheets/sheet1.xml", owned), g_strdup (name));
}

/* 16,384 columns, and names of cells that are none: 12. What is past the limit is left out. */
static void
add_wide (GPtrArray *files)
{
  static const char *const places[] = {
    "ZZZZZZZZZZ1", "XFE1", "A0", "1A", "", "A99999999999", "-", "AAAAAAAAAAAAAAAAAAAAAAAAA"
  };
  g_autoptr (GString) row = g_string_new ("<row r='1'>");

  for (guint i = 0; i < 16384; i++)
    g_string_append (row, "<c><v>1</v></c>");
  g_string_append (row, "</row>");
  add_sheet (files, HOSTILE_BOUNDED, "16,384 columns", dup_sheet (row->str, 1));
  add_sheet (files, HOSTILE_BOUNDED, "16,384 columns, ten rows", dup_sheet (row->str, 10));
  add_sheet (files, HOSTILE_REFUSED, "16,384 columns, 300 rows", dup_sheet (row->str, 300));
  add_sheet (
      files, HOSTILE_BOUNDED, "the last column",
      g_strdup (SHEET_HEAD
                "<row r='1'><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>" SHEET_FOOT));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_sheet (files, HOSTILE_EITHER, places[i],
               g_strdup_printf (SHEET_HEAD "<row r='1'><c r='%s'><v>1</v></c></row>" SHEET_FOOT,
                                places[i]));
}

/* A million rows, and rows with numbers that cannot be: 12. */
static void
add_tall (GPtrArray *files)
{
  static const char *const numbers[] = { "0", "-1", "1048577",   "99999999999999999999",
                                         "x", "",   "4294967297" };
  Zip zip = zip_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_sheet (
        files, HOSTILE_EITHER, numbers[i],
        g_strdup_printf (SHEET_HEAD "<row r='%s'><c><v>1</v></c></row>" SHEET_FOOT, numbers[i]));
  add_sheet (files, HOSTILE_BOUNDED, "rows backwards",
             g_strdup (SHEET_HEAD "<row r='9'><c r='A9'><v>1</v></c></row>"
                                  "<row r='2'><c r='A2'><v>1</v></c></row>" SHEET_FOOT));
  add_sheet (files, HOSTILE_REFUSED, "a million empty rows", dup_sheet ("<row/>", 1000000));
  add_sheet (files, HOSTILE_BOUNDED, "empty rows after one",
             dup_sheet ("<row s='1' spans='1:20' ht='15.75'/><row><c><v>1</v></c></row>", 50000));
  add_sheet (files, HOSTILE_REFUSED, "a million written rows",
             dup_sheet ("<row><c><v>1</v></c></row>", 1000000));
  for (guint i = 0; i < G_N_ELEMENTS (parts) - 1; i++)
    zip_add (&zip, parts[i].name, parts[i].text);
  zip_add_repeated (&zip, parts[4].name, SHEET_HEAD, "<mergeCell ref='A1:XFD1048576'/>", 300000,
                    SHEET_FOOT);
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("300,000 merged areas"));
}

/* Shared strings that are not, or are said too often: 15. */
static void
add_strings (GPtrArray *files)
{
  static const char *const indexes[] = { "1", "-1", "99999999999999999999", "4294967296", "x" };
  static const char *const tables[] = {
    "<sst count='99999999' uniqueCount='99999999'><si><t>a</t></si></sst>",
    "<sst/>",
    "<sst><si/></sst>",
    "<sst><si><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>",
    "<sst><si><rPh><rPh><rPh><t>a</t></rPh></rPh></rPh></si></sst>",
    "<sst><t>stray</t></sst>",
    "<sst><si><si><si><t>a</t></si></si></si></sst>"
  };
  g_autofree char *long_text = g_strnfill (100000, 'y');
  g_autofree char *long_table = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", long_text);
  Zip zip = zip_begin ();

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    add_sheet (
        files, HOSTILE_EITHER, indexes[i],
        g_strdup_printf (SHEET_HEAD "<row><c t='s'><v>%s</v></c></row>" SHEET_FOOT, indexes[i]));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    add (files, HOSTILE_EITHER, make_workbook ("xl/sharedStrings.xml", tables[i]),
         g_strdup_printf ("strings %u", i));
  /* 100 kB of text, said in each of 100,000 cells: ten gigabytes. */
  for (guint i = 0; i < 2; i++)
    zip_add (&zip, parts[i].name, parts[i].text);
  zip_add (&zip, "xl/sharedStrings.xml", long_table);
  zip_add_repeated (&zip, "xl/worksheets/sheet1.xml", SHEET_HEAD,
                    "<row><c t='s'><v>0</v></c></row>", 100000, SHEET_FOOT);
  add (files, HOSTILE_REFUSED, zip_end (&zip), g_strdup ("ten gigabytes of one string"));
  add (files, HOSTILE_REFUSED,
       make_repeated ("xl/sharedStrings.xml", "<sst>", "<si><t>abcdefgh</t></si>", 3000000,
                      "</sst>"),
       g_strdup ("three million strings"));
  add (files, HOSTILE_REFUSED,
       make_repeated ("xl/sharedStrings.xml", "<sst><si><t>", "0123456789abcdef", 2 * MIB,
                      "</t></si></sst>"),
       g_strdup ("one string of 32 MiB"));
}

/* Formulas are never run: 14. */
static void
add_formulas (GPtrArray *files)
{
  static const char *const formulas[] = { "cmd|' /C calc'!A0",
                                          "HYPERLINK(\"http://127.0.0.1:9/\")",
                                          "WEBSERVICE(\"http://127.0.0.1:9/\")",
                                          "DDE(\"cmd\",\"/C calc\")",
                                          "[1]Sheet1!A1",
                                          "INDIRECT(\"A1\")",
                                          "REPT(\"x\",32767)",
                                          "A1",
                                          "SUM(A:XFD)",
                                          "NOW()" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *escaped = g_markup_escape_text (formulas[i], -1);

      add_sheet (files, i < 5 ? HOSTILE_BOUNDED : HOSTILE_REFUSED, formulas[i],
                 g_strdup_printf (SHEET_HEAD "<row><c t='str'><f>%s</f>%s</c></row>" SHEET_FOOT,
                                  escaped, i < 5 ? "<v>5</v>" : ""));
    }
  add_sheet (
      files, HOSTILE_BOUNDED, "an array formula",
      g_strdup (SHEET_HEAD
                "<row><c><f t='array' ref='A1:XFD1048576'>1</f><v>1</v></c></row>" SHEET_FOOT));
  add_sheet (files, HOSTILE_BOUNDED, "values that are no numbers",
             g_strdup (SHEET_HEAD "<row><c><v>1e999</v></c><c><v>nan</v></c><c><v>0x10</v></c>"
                                  "<c><v>5</v></c></row>" SHEET_FOOT));
  add_sheet (files, HOSTILE_BOUNDED, "errors",
             g_strdup (SHEET_HEAD "<row><c t='e'><v>#REF!</v></c></row>" SHEET_FOOT));
  add_sheet (files, HOSTILE_REFUSED, "elements without end", dup_sheet ("<row>", 3000));
}

static void
add_text (GPtrArray *files, HostileOutcome outcome, const char *name, GString *text)
{
  add (files, outcome, g_string_free_to_bytes (text), g_strdup (name));
}

static GString *
repeat (const char *text, gsize times)
{
  GString *all = g_string_sized_new (strlen (text) * times);

  for (gsize i = 0; i < times; i++)
    g_string_append (all, text);
  return all;
}

/* Text that is none, or without end: 30. */
static void
add_texts (GPtrArray *files)
{
  static const struct
  {
    const char *text;
    gsize length;
    HostileOutcome outcome;
  } texts[] = {
    { "", 0, HOSTILE_REFUSED },
    { "\xef\xbb\xbf", 3, HOSTILE_REFUSED },
    { "\xff\xfe", 2, HOSTILE_REFUSED },
    { "\xff\xfe"
      "a",
      3, HOSTILE_REFUSED },
    { "\xfe\xff\xd8\x00\xd8\x00", 6, HOSTILE_EITHER },
    { "a\0b,c", 5, HOSTILE_REFUSED },
    { "\x7f"
      "ELF\2\1\1",
      7, HOSTILE_REFUSED },
    { "%PDF-1.7\n", 9, HOSTILE_REFUSED },
    { "\x89PNG\r\n\x1a\n", 8, HOSTILE_REFUSED },
    { "\x1f\x8b\x08\x00", 4, HOSTILE_REFUSED },
    { "{\\rtf1", 6, HOSTILE_REFUSED },
    { "=cmd|' /C calc'!A0,b\n", 21, HOSTILE_BOUNDED },
    { "@SUM(A1),+1,-1\n", 15, HOSTILE_BOUNDED },
    { "\xe2\x80\xae"
      "evil,b\n",
      10, HOSTILE_BOUNDED },
    { "\"", 1, HOSTILE_EITHER },
    { "\"\"\"", 3, HOSTILE_EITHER },
    { "sep=", 4, HOSTILE_BOUNDED },
    { "sep=,", 5, HOSTILE_REFUSED },
    { "\r\r\r\r", 4, HOSTILE_REFUSED },
    { "\xc3\x28\xa0\xa1,\xf8\x88\x80\x80\x80\n", 10, HOSTILE_BOUNDED },
    { "\xed\xa0\x80,\xf4\x90\x80\x80\n", 9, HOSTILE_BOUNDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add (files, texts[i].outcome, g_bytes_new (texts[i].text, texts[i].length),
         g_strdup_printf ("text %u", i));
  add_text (files, HOSTILE_BOUNDED, "a million commas", repeat ("x,", 1000000));
  add_text (files, HOSTILE_REFUSED, "a million lines", repeat ("x\n", 1000000));
  add_text (files, HOSTILE_REFUSED, "ten million empty lines", repeat ("\n", 10000000));
  add_text (files, HOSTILE_REFUSED, "quotes in each line", repeat ("\"x\n", 500001));
  {
    GString *open = repeat ("x,y\n", 500000);

    g_string_prepend_c (open, '"');
    add_text (files, HOSTILE_BOUNDED, "a quote that is never closed", open);
  }
  add_text (files, HOSTILE_BOUNDED, "quotes only", repeat ("\"", 5000000));
  add_text (files, HOSTILE_BOUNDED, "a cell of 20 MB", repeat ("0123456789", 2000000));
  add_text (files, HOSTILE_REFUSED, "80 MB", repeat ("0123456789,abcde\n", 5000000));
  add_text (files, HOSTILE_BOUNDED, "combining marks", repeat ("\xcc\x81", 500000));
  add_text (files, HOSTILE_REFUSED, "five million cells",
            repeat ("1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n", 190000));
}

GPtrArray *
hostile_make_all (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);

  add_bombs (files);
  add_entities (files);
  add_broken (files);
  add_strange (files);
  add_wide (files);
  add_tall (files);
  add_strings (files);
  add_formulas (files);
  add_texts (files);
  return files;
}
