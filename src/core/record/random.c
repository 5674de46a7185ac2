/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/random.h"

#include <errno.h>
#include <sys/random.h>

void
liaison_random_fill (gpointer bytes, gsize size)
{
  guint8 *at = bytes;

  while (size > 0)
    {
      gssize got = getrandom (at, size, 0);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      at += got;
      size -= got;
    }
  while (size-- > 0)
    *at++ = g_random_int_range (0, 256);
}

const guint64 *
liaison_random_get_seed (void)
{
  static guint64 seed[2];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      liaison_random_fill (seed, sizeof seed);
      g_once_init_leave (&ready, 1);
    }
  return seed;
}
