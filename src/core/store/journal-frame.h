/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a journal: one frame after another, each `KIND LENGTH CHECK PAYLOAD` and a newline.
 * LENGTH is the payload's in 8 hexadecimal digits, CHECK the first 16 of the SHA-256 over the CHECK
 * before, KIND, LENGTH and PAYLOAD. So a torn tail, a flipped bit and leftovers of an earlier
 * journal in the same blocks all show, and reading ends before them. */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* A frame may be as large as a whole plan: one edit may bring all of it. */
#define LIAISON_JOURNAL_MAX_ENTRY (256 * 1024 * 1024)

#define LIAISON_JOURNAL_CHECK_LENGTH 16

typedef enum
{
  LIAISON_JOURNAL_HEADER = 'H', /* first and only there */
  LIAISON_JOURNAL_ENTRY = 'E',  /* one edit, as the caller wrote it */
  LIAISON_JOURNAL_SAVE = 'S',   /* a save of the plan that is about to happen */
} LiaisonJournalKind;

/* The CHECK of the last frame, with a final NUL. */
typedef struct
{
  char check[LIAISON_JOURNAL_CHECK_LENGTH + 1];
} LiaisonJournalChain;

/* Before the first frame. */
void liaison_journal_chain_init (LiaisonJournalChain *chain);

/* Appends a frame with @length bytes of payload to @out and moves @chain on. */
void liaison_journal_frame_write (GString *out,
                                  LiaisonJournalChain *chain,
                                  LiaisonJournalKind kind,
                                  const void *payload,
                                  gsize length);

/* Reads the next frame of @file, of which @left bytes are left at most, and moves @chain on. NULL
 * at the end and at the first byte that is not as it was written. */
GBytes *liaison_journal_frame_read (FILE *file,
                                    guint64 *left,
                                    LiaisonJournalChain *chain,
                                    LiaisonJournalKind *kind);

G_END_DECLS
