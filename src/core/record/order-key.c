/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/order-key.h"

#include <string.h>

#define BASE 36

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

static int
digit_value (const char *key,
             gsize       place,
             int         past_end)
{
  if (key == NULL || place >= strlen (key))
    return past_end;
  const char *found = strchr (digits, key[place]);
  return found != NULL ? (int) (found - digits) : 0;
}

char *
liaison_order_key_between (const char *before,
                           const char *after)
{
  GString *key = g_string_new (NULL);

  if (before != NULL && after != NULL && strcmp (before, after) >= 0)
    after = NULL;
  for (gsize place = 0;; place++)
    {
      int low = digit_value (before, place, 0);
      int high = digit_value (after, place, BASE);
      int middle = (low + high) / 2;

      if (middle > low)
        {
          g_string_append_c (key, digits[middle]);
          return g_string_free (key, FALSE);
        }
      g_string_append_c (key, digits[low]);
      /* Below the upper key from here on, whatever follows. */
      if (low < high)
        after = NULL;
    }
}
