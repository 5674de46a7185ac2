/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/journal-frame.h"

#include <string.h>

/* "K LLLLLLLL CCCCCCCCCCCCCCCC " */
#define HEAD_LENGTH   28
#define LENGTH_AT     2
#define LENGTH_DIGITS 8
#define CHECK_AT      11

static void
compute_check (
    LiaisonJournalChain *chain, char kind, const char *digits, const void *payload, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guint8 *) chain->check, LIAISON_JOURNAL_CHECK_LENGTH);
  g_checksum_update (checksum, (const guint8 *) &kind, 1);
  g_checksum_update (checksum, (const guint8 *) digits, LENGTH_DIGITS);
  g_checksum_update (checksum, payload, length);
  memcpy (chain->check, g_checksum_get_string (checksum), LIAISON_JOURNAL_CHECK_LENGTH);
}

void
liaison_journal_chain_init (LiaisonJournalChain *chain)
{
  memset (chain->check, '0', LIAISON_JOURNAL_CHECK_LENGTH);
  chain->check[LIAISON_JOURNAL_CHECK_LENGTH] = '\0';
}

void
liaison_journal_frame_write (GString *out,
                             LiaisonJournalChain *chain,
                             LiaisonJournalKind kind,
                             const void *payload,
                             gsize length)
{
  char digits[LENGTH_DIGITS + 1];

  g_return_if_fail (length <= LIAISON_JOURNAL_MAX_ENTRY);

  g_snprintf (digits, sizeof digits, "%08x", (guint) length);
  compute_check (chain, kind, digits, payload, length);
  g_string_append_printf (out, "%c %s %s ", kind, digits, chain->check);
  g_string_append_len (out, payload, length);
  g_string_append_c (out, '\n');
}

/* FALSE unless @head is one that we write; strict, because anything else is damage. */
static gboolean
parse_head (const char *head, LiaisonJournalKind *kind, guint32 *length)
{
  if (head[0] != LIAISON_JOURNAL_HEADER && head[0] != LIAISON_JOURNAL_ENTRY
      && head[0] != LIAISON_JOURNAL_SAVE)
    return FALSE;
  if (head[1] != ' ' || head[CHECK_AT - 1] != ' ' || head[HEAD_LENGTH - 1] != ' ')
    return FALSE;
  *kind = head[0];
  *length = 0;
  for (guint i = 0; i < LENGTH_DIGITS; i++)
    {
      int digit = g_ascii_xdigit_value (head[LENGTH_AT + i]);

      if (digit < 0)
        return FALSE;
      *length = *length << 4 | (guint32) digit;
    }
  return *length <= LIAISON_JOURNAL_MAX_ENTRY;
}

GBytes *
liaison_journal_frame_read (FILE *file,
                            guint64 *left,
                            LiaisonJournalChain *chain,
                            LiaisonJournalKind *kind)
{
  char head[HEAD_LENGTH];
  g_autofree char *payload = NULL;
  guint32 length;

  if (*left < HEAD_LENGTH + 1 || fread (head, 1, HEAD_LENGTH, file) != HEAD_LENGTH
      || !parse_head (head, kind, &length))
    return NULL;
  *left -= HEAD_LENGTH;
  if (*left < (guint64) length + 1)
    return NULL;
  payload = g_malloc (length + 1);
  if (fread (payload, 1, length + 1, file) != (gsize) length + 1 || payload[length] != '\n')
    return NULL;
  *left -= length + 1;
  compute_check (chain, head[0], head + LENGTH_AT, payload, length);
  if (memcmp (chain->check, head + CHECK_AT, LIAISON_JOURNAL_CHECK_LENGTH) != 0)
    return NULL;
  payload[length] = '\0';
  return g_bytes_new_take (g_steal_pointer (&payload), length);
}
