/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/descriptor.h"

#include <errno.h>
#include <unistd.h>

void
liaison_descriptor_clear (LiaisonDescriptor *fd)
{
  int errsv = errno;

  if (*fd >= 0)
    close (*fd);
  *fd = -1;
  errno = errsv;
}

gboolean
liaison_descriptor_write (int fd, const void *bytes, gsize length)
{
  const char *at = bytes;

  while (length > 0)
    {
      gssize n = write (fd, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      at += n;
      length -= n;
    }
  return TRUE;
}

gssize
liaison_descriptor_read (int fd, void *bytes, gsize length)
{
  gsize have = 0;

  while (have < length)
    {
      gssize n = read (fd, (char *) bytes + have, length - have);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      have += n;
    }
  return have;
}

gboolean
liaison_descriptor_hash (int fd, LiaisonDigest *digest, guint64 *size, GCancellable *cancellable)
{
  g_autofree guint8 *chunk = g_malloc (LIAISON_DESCRIPTOR_CHUNK);

  *size = 0;
  for (;;)
    {
      gssize n = pread (fd, chunk, LIAISON_DESCRIPTOR_CHUNK, *size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n == 0;
      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      liaison_digest_update (digest, chunk, n);
      *size += n;
    }
}

gboolean
liaison_descriptor_sync (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0;
}
