/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/journal-head.h"

#include <string.h>

#include "store/file-path.h"

#define FORMAT       "liaison-journal 1"
#define NONE         "-"
#define OWNER_FIELDS 5
#define BASE_FIELDS  3
#define KEY_LENGTH   32

void
liaison_journal_base_init (LiaisonJournalBase *base,
                           const char *path,
                           const LiaisonFileStamp *stamp,
                           guint64 entries)
{
  memset (base, 0, sizeof *base);
  if (path != NULL)
    base->path = liaison_file_path_resolve (path, NULL);
  if (path != NULL && base->path == NULL)
    base->path = g_canonicalize_filename (path, NULL);
  if (stamp != NULL && stamp->exists)
    g_strlcpy (base->sha256, stamp->sha256, sizeof base->sha256);
  base->entries = entries;
}

void
liaison_journal_base_clear (LiaisonJournalBase *base)
{
  g_clear_pointer (&base->path, g_free);
}

char *
liaison_journal_base_format (const LiaisonJournalBase *base, const LiaisonOwner *owner)
{
  g_autofree char *uri = base->path != NULL ? g_filename_to_uri (base->path, NULL, NULL) : NULL;
  g_autofree char *tail = NULL;

  tail = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %s", base->sha256[0] ? base->sha256 : NONE,
                          base->entries, uri != NULL ? uri : NONE);
  if (owner == NULL)
    return g_steal_pointer (&tail);
  return g_strdup_printf (FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %s %s", owner->pid,
                          owner->start, owner->boot[0] ? owner->boot : NONE, tail);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == LIAISON_SHA256_LENGTH
         && strspn (text, "0123456789abcdef") == LIAISON_SHA256_LENGTH;
}

static gboolean
parse_owner (char **fields, LiaisonOwner *owner)
{
  memset (owner, 0, sizeof *owner);
  if (!g_ascii_string_to_signed (fields[2], 10, 1, G_MAXINT32, &owner->pid, NULL)
      || !g_ascii_string_to_unsigned (fields[3], 10, 0, G_MAXUINT64, &owner->start, NULL))
    return FALSE;
  if (strcmp (fields[4], NONE) == 0)
    return TRUE;
  return g_strlcpy (owner->boot, fields[4], sizeof owner->boot) == LIAISON_OWNER_BOOT_LENGTH;
}

static gboolean
parse_base (char **fields, LiaisonJournalBase *base)
{
  memset (base, 0, sizeof *base);
  if (strcmp (fields[0], NONE) != 0 && !is_sha256 (fields[0]))
    return FALSE;
  if (is_sha256 (fields[0]))
    g_strlcpy (base->sha256, fields[0], sizeof base->sha256);
  if (!g_ascii_string_to_unsigned (fields[1], 10, 0, G_MAXUINT64, &base->entries, NULL))
    return FALSE;
  if (strcmp (fields[2], NONE) == 0)
    return TRUE;
  base->path = g_filename_from_uri (fields[2], NULL, NULL);
  return base->path != NULL;
}

gboolean
liaison_journal_base_parse (const char *text, LiaisonJournalBase *base, LiaisonOwner *owner)
{
  g_auto (GStrv) fields = g_strsplit (text, " ", OWNER_FIELDS + BASE_FIELDS + 1);
  guint n = g_strv_length (fields);

  if (owner == NULL)
    return n == BASE_FIELDS && parse_base (fields, base);
  return n == OWNER_FIELDS + BASE_FIELDS && g_str_has_prefix (text, FORMAT " ")
         && parse_owner (fields, owner) && parse_base (fields + OWNER_FIELDS, base);
}

char *
liaison_journal_name_prefix (const char *path)
{
  g_autofree char *digest = NULL;

  if (path == NULL)
    return g_strdup ("unnamed-");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  return g_strdup_printf ("%.*s-", KEY_LENGTH, digest);
}

char *
liaison_journal_new_name (const char *path, gint64 pid)
{
  g_autofree char *prefix = liaison_journal_name_prefix (path);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT "-%08x" LIAISON_JOURNAL_SUFFIX, prefix, pid,
                          g_random_int ());
}

gint64
liaison_journal_name_get_pid (const char *name)
{
  const char *dash = strchr (name, '-');

  if (dash == NULL || !g_str_has_suffix (name, LIAISON_JOURNAL_SUFFIX))
    return 0;
  return g_ascii_strtoll (dash + 1, NULL, 10);
}
